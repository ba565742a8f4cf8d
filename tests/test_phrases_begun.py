"""A phrase whose last word is still being typed."""

import pytest

from interviews.search.expression import Columns, Expression, Need, fts5, tsquery
from interviews.search.phrases import Folded, Phrase

NAMES = Columns(["names"], [], "filed")


def begun(text):
    return Phrase.of(text, stemmed=False, begun=True)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("jian", '"jian"*'),
        ("CAR-T", '"car t"*'),
        ("移", '"移"*'),
        ("移植", '"移植"'),  # a pair is never longer
        ("抗cd", '"抗 cd"*'),
        ("cd19抗体", '"cd19 抗体"'),
    ],
)
def test_more_of_the_last_word_may_follow(typed, asked):
    expression = Expression(needs=(Need.of(begun(typed)),))
    assert fts5(expression, NAMES) == f"(({{names}} : {asked}))"


def test_postgresql_is_asked_the_same():
    expression = Expression(needs=(Need.of(begun("multiple mye")),))
    assert tsquery(expression, NAMES)[1] == ["'multiple' <-> 'mye':*"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("mye", ["myeloma"]), ("multiple m", ["Multiple myeloma"]), ("yel", []), ("myelomax", []), ("髓", ["髓"])],
)
def test_a_text_says_what_begins_with_it(typed, said):
    text = "Multiple myeloma 骨髓瘤"
    assert [text[start:end] for start, end in Phrase.of(typed, begun=True).places(Folded(text))] == said


def test_a_whole_word_is_another_phrase():
    assert begun("cell") != Phrase.of("cell", stemmed=False)
    assert not list(Phrase.of("cel").places(Folded("cells")))
