"""The people, topics, terms and conferences that answer a question, before any interview does."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import models

from interviews.catalog import current
from interviews.catalog.rows import records
from interviews.finding.excerpts import Asked, Side
from interviews.finding.question import Question
from interviews.indexing import finding, keys
from interviews.indexing.passages import RECORD
from interviews.indexing.records import KINDS_OF, RECORDS
from interviews.models.language import languages
from interviews.search.expression import Expression
from interviews.search.tokens import fold

LOOKED_AT = 24
SHOWN = 3
RECORDS_ALONE = ((RECORD,),)  # and no titles, which are found with the interviews
MODELS = {kind: model for model, kinds in KINDS_OF.items() for kind in kinds}
Row = tuple[type[models.Model], int]


@dataclass(frozen=True)
class Named:
    """A record that answers: its kind, its row, and the line of it that answers unless its name does."""

    kind: str
    row: models.Model
    sides: tuple[Side, ...]


def named(question: Question, here: str) -> list[Named]:
    """Return the records that answer a question, those that are called so first; `here` is the page's language.

    A question that is limited to some interviews asks for no records.
    """
    limits = {limit.limit.name for limit in (*question.typed, *question.chosen)}
    if not question.expression.needs or limits - {"language"}:
        return []
    called = finding.named(Expression(needs=question.names, filed=RECORDS_ALONE), LOOKED_AT).passages
    described = finding.in_records(replace(question.expression, filed=()), LOOKED_AT).passages
    kinds: dict[Row, str] = {}
    for passage in (*called, *described):
        kind = keys.kind_of(passage.key)
        kinds.setdefault((MODELS[kind], keys.row_of(passage.key)), kind)
    rows, asked = _rows(kinds), Asked(question.expression, _order(here))
    first = {(MODELS[keys.kind_of(passage.key)], keys.row_of(passage.key)) for passage in called}
    meant = {fold(name) for name in (_typed(question), *question.also)}

    def order(row: Row) -> tuple:
        whole = row in first and any(fold(name) in meant for name in _names(kinds[row], rows[row]))
        return not whole, row not in first, -rows[row].interview_count

    chosen = sorted(filter(rows.__contains__, kinds), key=order)[:SHOWN]
    return [Named(KINDS_OF[row[0]][0], rows[row], _sides(asked, kinds[row], rows[row])) for row in chosen]


def _typed(question: Question) -> str:
    return " ".join(clause.text for clause in question.query.wanted)


def _names(kind: str, row: models.Model) -> Iterable[str]:
    return (name for names in RECORDS[kind].names(row).values() for name in names)


def _order(here: str) -> tuple[str, ...]:
    return tuple(sorted(languages(), key=lambda code: code != here))


def _rows(wanted: Iterable[Row]) -> dict[Row, models.Model]:
    by_model: dict[type[models.Model], list[int]] = {}
    for model, key in wanted:
        by_model.setdefault(model, []).append(key)
    catalog = current()
    return {
        (model, key): row for model, chosen in by_model.items() for key, row in records(catalog, model, chosen).items()
    }


def _sides(asked: Asked, kind: str, row: models.Model) -> tuple[Side, ...]:
    """The line of each language that says what was asked for, unless it is a name."""
    record = RECORDS[kind]
    lines, names = record.lines(row), record.names(row)
    said = {
        code: next((text for text in texts if any(asked.marks({code: text}).values())), "")
        for code, texts in lines.items()
    }
    if any(text and text in names.get(code, ()) for code, text in said.items()):
        return ()
    return asked.sides({code: text for code, text in said.items() if text})
