"""Under what the hits of a question are filed, and how often: the ways to narrow it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain
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
    interviews, filed = window.column("interview"), window.column("filed")
    counted: dict[str, Counter] = {name: Counter() for name in FACETS}
    counted["kind"] = Counter(window.kinds)
    own = {interview: own_marks(marks) for interview, marks in dict(zip(interviews, filed, strict=True)).items()}
    for mark, count in Counter(chain.from_iterable(map(own.__getitem__, interviews))).items():
        if mark[0] in MARKS:
            counted[MARKS[mark[0]]][mark[1:]] = count
    for speakers, count in Counter(map(speakers_of, filed)).items():
        for speaker in filter(None, speakers.split(" s")):
            counted["speaker"][speaker] += count
    return counted


def _said(question: Question, window: finding.Window) -> Counter:
    """In how many of the hits all that is needed is said in each language."""
    allowed = question.expression.languages or languages()
    return +Counter(
        {
            code: finding.how_many(replace(question.expression, languages=(code,)), question.years, window)
            for code in languages()
            if code in allowed
        }
    )


def _values(catalog: Catalog, name: str, counted: Counter, total: int) -> list[Value]:
    most = [(value, count) for value, count in counted.most_common() if count < total][:LISTED]
    if name in ROWS:
        return list(_rows(catalog, name, most))
    return [Value(value, None, count) for value, count in (sorted(most, reverse=True) if name == "year" else most)]


def _rows(catalog: Catalog, name: str, most: list[tuple[str, int]]) -> Iterable[Value]:
    rows = records(catalog, ROWS[name], [int(key) for key, _count in most])
    return (Value(row.slug, row, count) for key, count in most if (row := rows.get(int(key))))
