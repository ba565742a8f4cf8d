"""A word in its contexts: what is cut, and what the lines are sorted by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.search.concordance import WIDTH, Context
from interviews.search.excerpt import width

MIXED = st.text(alphabet="移植之后复发，。 abcé  CAR-T1１ﬁ\n=", max_size=120)


@st.composite
def stretches(draw):
    text = draw(MIXED)
    first, last = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    return text, (first, last)


def around(text, keyword, widest=WIDTH):
    start = text.index(keyword)
    return Context.of(text, (start, start + len(keyword)), widest)


def test_a_context_ends_where_a_word_does():
    found = around("Nobody relapsed after transplantation, and no graft was rejected.", "transplantation", 15)
    assert found == Context("relapsed after ", "transplantation", ", and no graft")


def test_a_chinese_context_ends_between_any_two_characters():
    assert around("两次复发之后移植仍然有效果", "移植", 8) == Context("复发之后", "移植", "仍然有效")


def test_paragraphs_run_on():
    assert around("One.\n\nTwo words\nmore", "words") == Context("One. Two ", "words", " more")


def test_left_contexts_are_sorted_from_the_keyword_outwards():
    lines = [around(text, "移植") for text in ("复发以后移植", "首次移植", "然后移植", "移植")]
    assert [line.left for line in sorted(lines, key=lambda line: line.by_left)] == ["", "复发以后", "然后", "首次"]
    texts = ("After the transplant", "before a transplant", "under the Transplant")
    lines = [Context.of(text, (len(text) - 10, len(text))) for text in texts]
    assert [line.left.split()[0] for line in sorted(lines, key=lambda line: line.by_left)] == [
        "before",
        "After",
        "under",
    ]


@pytest.mark.parametrize(("first", "second"), [(" Ｂ cells", " b–cells"), ("，复发", "复发")])
def test_case_width_and_punctuation_are_no_order(first, second):
    assert Context("", "x", first).by_right == Context("", "x", second).by_right


@given(stretches())
def test_a_line_is_a_stretch_of_the_text(stretch):
    text, (first, last) = stretch
    line = Context.of(text, (first, last))
    assert "".join(line.keyword.split()) == "".join(text[first:last].split())
    assert "".join(text[:first].split()).endswith("".join(line.left.split()))
    assert "".join(text[last:].split()).startswith("".join(line.right.split()))


@given(stretches(), st.integers(0, 60))
def test_no_side_is_wider_than_asked(stretch, widest):
    line = Context.of(*stretch, widest)
    assert max(width(line.left), width(line.right)) <= widest
    assert "\n" not in line.left + line.keyword + line.right


@given(stretches())
def test_what_fits_is_whole(stretch):
    text, (first, last) = stretch
    line = Context.of(text, (first, last), 4 * len(text) + 4)
    assert f"{line.left}{line.keyword}{line.right}".split() == text.split()
