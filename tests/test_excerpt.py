"""Where a text says what was asked for, and how much of it is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.search.excerpt import LONGEST, Fragment, excerpt, joined, width
from interviews.search.phrases import Folded, Phrase
from interviews.search.tokens import tokens

TEXTS = st.text(st.sampled_from("移植的治一，。（… ab-TéＡßﬁ½ガ\u0301\n"), max_size=60)
RUNS = st.text(st.sampled_from("移植治疗白血病"), min_size=1, max_size=8)


def marks(text, phrases):
    """Return where a text says one of some phrases."""
    folded = Folded(text)
    return joined(span for phrase in phrases for span in phrase.places(folded))


def found(text, *asked):
    """Return the stretches of a text that say what is asked for."""
    return [text[start:end] for start, end in marks(text, [Phrase.of(each) for each in asked])]


@pytest.mark.parametrize(
    ("text", "asked", "stretches"),
    [
        ("造血干细胞移植术后", "移植", ["移植"]),
        ("移植、移植术", "移", ["移", "移"]),
        ("CAR‑T and car t, CART", "CAR-T", ["CAR‑T", "car t"]),
        ("They relapsed; a relapse.", "relapses", ["relapsed", "relapse"]),
        ("抗CD19抗体", "cd19抗体", ["CD19抗体"]),
        ("therapies, therapy, therapist", "therapy", ["therapies", "therapy"]),
        ("ＣＤ１９阳性", "cd19", ["ＣＤ１９"]),
        ("naïve and nai\u0308ve", "naive", ["naïve", "nai\u0308ve"]),
        ("用½片", "1", ["½"]),
        ("art in the start", "art", ["art"]),
        ("移植 CAR", "植car", ["植 CAR"]),
        ("移，植", "移植", []),
    ],
)
def test_marks(text, asked, stretches):
    assert found(text, asked) == stretches


def test_marks_that_touch_are_one():
    assert found("移植治疗与移植", "移植", "植治", "治疗") == ["移植治疗", "移植"]


@given(RUNS, st.data())
def test_any_part_of_a_run_is_found_in_it(run, data):
    start = data.draw(st.integers(0, len(run) - 1))
    end = data.draw(st.integers(start + 1, len(run)))
    asked = run[start:end]
    assert asked in "".join(found(run, asked))
    assert asked in "".join(found(f"甲{run}乙", asked))
    assert found(run, f"{asked}甲") == []


@given(TEXTS, TEXTS)
def test_marks_lie_in_the_text_in_order_and_apart(text, asked):
    phrase = Phrase.of(asked)
    spans = marks(text, [phrase] if phrase else [])
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    assert all(0 <= place <= len(text) for place in places)


@given(TEXTS, TEXTS, TEXTS)
def test_what_is_marked_says_what_was_asked_for(before, asked, after):
    phrase = Phrase.of(asked)
    if phrase is None:
        return
    text = f"{before}，{asked}，{after}"
    said = [text[start:end] for start, end in marks(text, [phrase])]
    assert said
    assert all(list(phrase.tokens)[:-1] == tokens(each)[: len(phrase.tokens) - 1] for each in said if len(said) == 1)


@given(TEXTS, TEXTS, st.integers(10, 60))
def test_an_excerpt_is_the_text_in_fragments(text, asked, longest):
    phrase = Phrase.of(asked)
    spans = marks(text, [phrase] if phrase else [])
    fragments = excerpt(text, spans, longest)
    joined = "".join(fragment.text for fragment in fragments)
    assert all(fragment.text for fragment in fragments)
    if width(text) <= longest:
        assert joined == text
        assert [fragment.text for fragment in fragments if fragment.hit] == [text[start:end] for start, end in spans]
    else:
        assert joined.removeprefix("…").removesuffix("…") in text
        assert any(fragment.hit for fragment in fragments) == bool(spans)


def test_a_long_text_is_cut_around_the_first_mark_at_words():
    text = "before " * 100 + "relapse " + "after " * 100
    fragments = excerpt(text, marks(text, [Phrase.of("relapse")]))
    assert fragments[0] == fragments[-1] == Fragment("…")
    assert Fragment("relapse", hit=True) in fragments
    shown = "".join(fragment.text for fragment in fragments[1:-1])
    assert width(shown) <= LONGEST
    assert set(shown.split()) == {"before", "relapse", "after"}


def test_a_text_without_marks_is_shown_from_its_beginning():
    fragments = excerpt("移植" * 200, [], 20)
    assert fragments == [Fragment("移植" * 5), Fragment("…")]


def test_a_chinese_character_takes_two():
    assert width("移植AB") == 6
