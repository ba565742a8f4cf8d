import json
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from interviews.bilingual.alignment import align, paragraphs, segments
from interviews.bilingual.lexicon import Lexicon
from interviews.bilingual.matching import pairs
from interviews.bilingual.sentences import split
from tests import alignment as passages

CHINESE_ENGLISH = ("zh-hans", "en")
TEXT = st.lists(st.sampled_from(["We agree. ", "CD19 is 5. ", "我们同意。", "有5例。", "\n\n", "はい。"])).map("".join)


@pytest.fixture(scope="session")
def folder(request) -> Path:
    """A folder that keeps the prepared dictionary from one run of the tests to the next."""
    return request.config.cache.mkdir("lexicon")


@pytest.fixture(scope="session")
def dictionary(folder) -> Lexicon:
    return Lexicon.open(folder)


def measured(name: str, lexicon: Lexicon | None) -> passages.Figures:
    gold = passages.read(name)
    found = [align(passage.left, passage.right, CHINESE_ENGLISH, lexicon) for passage in gold]
    return passages.figures([[(tuple(left), tuple(right)) for left, right in pairs] for pairs in found], gold)


def test_interviews_are_aligned_as_by_hand(dictionary):
    assert sum(len(passage.pairs) for passage in passages.read("medical.txt")) >= 150
    figures = measured("medical.txt", dictionary)
    assert min(figures.precision, figures.recall, figures.f1) >= 0.95


def test_books_are_aligned_as_by_hand(dictionary):
    assert sum(len(passage.left) + len(passage.right) for passage in passages.read("literary.txt")) >= 600
    assert measured("literary.txt", dictionary).f1 >= 0.95


def test_without_a_dictionary_lengths_and_shared_words_still_align_most():
    assert measured("medical.txt", None).f1 >= 0.85


def test_a_whole_book_is_aligned_at_once(dictionary):
    gold = passages.read("literary.txt")
    left = [sentence for passage in gold for sentence in passage.left]
    right = [sentence for passage in gold for sentence in passage.right]
    pairs, before = [], (0, 0)
    for passage in gold:
        pairs += [(tuple(i + before[0] for i in a), tuple(j + before[1] for j in b)) for a, b in passage.pairs]
        before = before[0] + len(passage.left), before[1] + len(passage.right)
    found = [(tuple(a), tuple(b)) for a, b in align(left, right, CHINESE_ENGLISH, dictionary)]
    whole = passages.Passage("all", tuple(left), tuple(right), tuple(pairs))
    assert passages.figures([found], [whole]).f1 >= 0.95


def test_what_one_language_leaves_out_stands_alone(dictionary):
    chinese = ["我们招募了58例患者。", "天气非常炎热，街上一个人也没有，连狗都躲起来了。", "其中41例达到完全缓解。"]
    english = ["We enrolled 58 patients.", "Of these, 41 reached complete remission."]
    assert align(chinese, english, CHINESE_ENGLISH, dictionary) == [([0], [0]), ([1], []), ([2], [1])]


def test_identical_languages_align_by_their_own_words():
    sentences = ["Der Patient hat CD19.", "Wir geben 5 mg Prednison.", "Es geht ihm gut."]
    english = ["The patient has CD19.", "We give 5 mg prednisone.", "He is well."]
    assert align(sentences, english, ("de", "en")) == [([0], [0]), ([1], [1]), ([2], [2])]


@pytest.mark.parametrize(
    ("left", "right", "expected"), [([], [], []), (["一。"], [], [([0], [])]), ([], ["a"], [([], [0])])]
)
def test_nothing_aligns_with_nothing(left, right, expected):
    assert align(left, right, CHINESE_ENGLISH) == expected


@given(TEXT, TEXT)
def test_every_sentence_is_in_one_pair_in_its_order(chinese, english):
    left, right = split(chinese, "zh-hans"), split(english, "en")
    found = align([chinese[a:b] for a, b in left], [english[a:b] for a, b in right], CHINESE_ENGLISH)
    assert [i for rows, _columns in found for i in rows] == list(range(len(left)))
    assert [j for _rows, columns in found for j in columns] == list(range(len(right)))


@given(st.dictionaries(st.sampled_from(["zh-hans", "en", "ja", "de"]), TEXT))
def test_segments_hold_every_sentence_of_every_language_in_its_order(texts):
    found = segments(texts)
    assert all(found)
    for language, text in texts.items():
        spans = [item[language] for item in found if language in item]
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        held = [[span for span in split(text, language) if a <= span[0] and span[1] <= b] for a, b in spans]
        assert [span for run in held for span in run] == split(text, language)
        assert all([run[0][0], run[-1][1]] == span for run, span in zip(held, spans, strict=True))


def test_segments_of_one_language_are_its_sentences():
    assert segments({"en": "One. Two.\n\nThree.", "zh-hans": ""}) == [{"en": [0, 4]}, {"en": [5, 9]}, {"en": [11, 17]}]


def test_three_languages_join_through_the_first():
    texts = {
        "en": "We treated 12 patients. CD19 was lost in 3. We stopped.",
        "zh-hans": "我们治疗了12例患者，其中3例CD19丢失。我们停止了。",
        "de": "Wir behandelten 12 Patienten. CD19 fehlte bei 3. Wir beendeten es.",
    }
    found = segments(texts)
    assert [{language: texts[language][a:b] for language, (a, b) in item.items()} for item in found] == [
        {
            "en": "We treated 12 patients. CD19 was lost in 3.",
            "zh-hans": "我们治疗了12例患者，其中3例CD19丢失。",
            "de": "Wir behandelten 12 Patienten. CD19 fehlte bei 3.",
        },
        {"en": "We stopped.", "zh-hans": "我们停止了。", "de": "Wir beendeten es."},
    ]


def test_sentences_stay_in_their_paragraphs_where_there_are_equally_many():
    texts = {"zh-hans": "好。\n\n我们用了3种药。很好。", "en": "Good. Very good.\n\nWe used 3 drugs."}
    assert len(paragraphs(texts)) == 2
    assert len(paragraphs({**texts, "en": "Good. Very good. We used 3 drugs."})) == 1


def test_items_pair_one_to_one_or_stay_single():
    found = pairs("abcd", "bxd", lambda left, right: 1.0 if left == right else -1.0)
    assert [pair for pair in found if None not in pair] == [(1, 0), (3, 2)]
    assert {pair for pair in found if None in pair} == {(0, None), (2, None), (None, 1)}


def test_the_command_aligns_two_files(tmp_path, folder, settings, capsys):
    settings.DATA_DIR = folder
    (tmp_path / "zh").write_text("我们招募了58例患者。\n其中41例缓解，\n占71%。\n", encoding="utf-8")
    (tmp_path / "en").write_text(
        "We enrolled 58 patients.\nOf these 41, or 71%, went into remission.\n", encoding="utf-8"
    )
    call_command("align_sentences", str(tmp_path / "zh"), str(tmp_path / "en"), "--languages", "zh-hans", "en")
    assert capsys.readouterr().out.split() == ["[0]:[0]", "[1,2]:[1]"]


def test_the_command_prints_an_empty_list_for_what_has_no_counterpart(tmp_path, folder, settings, capsys):
    settings.DATA_DIR = folder
    (tmp_path / "zh").write_text(
        "我们招募了58例患者。\n天气非常炎热，街上一个人也没有，连狗都躲起来了。\n其中41例缓解。", encoding="utf-8"
    )
    (tmp_path / "en").write_text("We enrolled 58 patients.\nOf these, 41 went into remission.\n", encoding="utf-8")
    call_command("align_sentences", str(tmp_path / "zh"), str(tmp_path / "en"), "--languages", "zh-hans", "en")
    assert capsys.readouterr().out.split() == ["[0]:[0]", "[1]:[]", "[2]:[1]"]


@pytest.mark.parametrize("content", [b"", b" \n", b"\xff\xfe\xff"])
def test_the_commands_refuse_what_holds_no_sentence(tmp_path, content):
    bad, good = tmp_path / "bad", tmp_path / "good"
    bad.write_bytes(content)
    good.write_text("Good.", encoding="utf-8")
    for arguments in (["align_sentences", good, bad], ["align_article", bad], ["align_article", tmp_path / "none"]):
        with pytest.raises(CommandError):
            call_command(arguments[0], *map(str, arguments[1:]))


ARTICLE = """血液时讯 发表时间:2024/3/5 10:00:00

《血液时讯》:请您介绍一下这项研究。

李明教授:我们在12家医院招募了140例患者。中位年龄为61岁;其中35例有TP53突变。

安全性良好。

Hematology News: Could you introduce this study?

Prof. Ming Li: We enrolled 140 patients in 12 hospitals. The median age was 61. TP53 was mutated in 35.

It was safe.
"""


def test_the_command_aligns_an_article_within_its_paragraphs(tmp_path, folder, settings, capsys):
    settings.DATA_DIR = folder
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    call_command("align_article", str(tmp_path / "article.txt"), "--json")
    rows = json.loads(capsys.readouterr().out)
    assert [(row["turn"], row["paragraph"]) for row in rows] == [(1, 1), (2, 1), (2, 2)]
    assert rows[1]["pairs"] == [
        {"zh-hans": ["我们在12家医院招募了140例患者。"], "en": ["We enrolled 140 patients in 12 hospitals."]},
        {
            "zh-hans": ["中位年龄为61岁;其中35例有TP53突变。"],
            "en": ["The median age was 61.", "TP53 was mutated in 35."],
        },
    ]
    call_command("align_article", str(tmp_path / "article.txt"))
    assert "Turn 2, paragraph 1" in capsys.readouterr().out


def test_a_figure_is_not_parted_from_the_sentence_that_gives_it_too(folder):
    chinese = ["主要终点是客观缓解率。", "结果显示，客观缓解率为72%，其中完全缓解率为41%。"]
    english = ["The objective response rate was 72%.", "Of these, 41% were complete responses."]
    pairs = align(chinese, english, CHINESE_ENGLISH, Lexicon.open(folder))
    assert [(left, right) for left, right in pairs if 1 in left] in ([([1], [0, 1])], [([0, 1], [0, 1])])
