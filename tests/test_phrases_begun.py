"""A phrase whose last word is still being typed."""

import pytest

from interviews.search.expression import Columns, Expression, Need, fts5, standing, tsquery
from interviews.search.phrases import Phrase

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
    assert tsquery(expression, NAMES) == "(('namesmultiple' & 'namesmye':*))"
    assert standing(expression, ["names"]) == (" AND (((strpos(names, %s) > 0)))", [" multiple mye"])


def test_a_whole_word_is_another_phrase():
    assert begun("cell") != Phrase.of("cell", stemmed=False)
