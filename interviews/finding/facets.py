"""Under what the hits of a question are filed, and how often: the ways to narrow it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from interviews.catalog import Catalog
from interviews.catalog.rows import records
from interviews.finding.question import FACETS, Question
from interviews.indexing import finding
from interviews.indexing.passages import own_marks, speakers_of
from interviews.models import Conference, Speaker, Topic
from interviews.models.language import languages

MARKS = {"t": "topic", "c": "conference", "y": "year"}  # of an interview with all its parts
ROWS = {"speaker": Speaker, "topic": Topic, "conference": Conference}
LISTED = 12  # values of a facet


@dataclass(frozen=True)
class Value:
    """A value of a facet: as the address has it, its row if it is one, and how many hits have it."""

    value: str
    row: Any
    count: int


def facets(question: Question, window: finding.Window, catalog: Catalog) -> dict[str, list[Value]]:
    """Return the values that narrow the hits of a question, the most frequent first.

    A facet that was chosen is left out, and so is what every hit has.
    """
    chosen = {limit.limit.name for limit in question.chosen}
    counted = _filed(window)
    if "language" not in chosen and len(window):
        counted["language"] = _said(question, window)
    found = {name: _values(catalog, name, counted[name], len(window)) for name in FACETS if name not in chosen}
    return {name: values for name, values in found.items() if values}


def _filed(window: finding.Window) -> dict[str, Counter]:
    """How often the hits have each value; what all parts of an interview share is looked at once."""
    interviews, filed = window.columns.interview, window.columns.filed
    marked: dict[str, int] = defaultdict(int)
    often, one_of_each = Counter(interviews), dict(zip(interviews, filed, strict=True))
    for interview, marks in one_of_each.items():
        for mark in own_marks(marks):
            marked[mark] += often[interview]
    counted: dict[str, Counter] = {name: Counter() for name in FACETS}
    for mark, count in marked.items():
        if mark[0] in MARKS:
            counted[MARKS[mark[0]]][mark[1:]] = count
    return counted | {"kind": Counter(window.kinds), "speaker": Counter(speakers_of(filed))}


def _said(question: Question, window: finding.Window) -> Counter:
    """In how many of the hits all that is needed is said in each language."""
    allowed = question.expression.languages or languages()
    codes = [code for code in languages() if code in allowed]
    narrower = (replace(question.expression, languages=(code,)) for code in codes)
    return +Counter(dict(zip(codes, finding.how_many(narrower, question.years, window), strict=True)))


def _values(catalog: Catalog, name: str, counted: Counter, total: int) -> list[Value]:
    most = [(value, count) for value, count in counted.most_common() if count < total][:LISTED]
    if name in ROWS:
        return list(_rows(catalog, name, most))
    return [Value(value, None, count) for value, count in (sorted(most, reverse=True) if name == "year" else most)]


def _rows(catalog: Catalog, name: str, most: list[tuple[str, int]]) -> Iterable[Value]:
    rows = records(catalog, ROWS[name], [int(key) for key, _count in most])
    return (Value(row.slug, row, count) for key, count in most if (row := rows.get(int(key))))
