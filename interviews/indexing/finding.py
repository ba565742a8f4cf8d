"""Expressions put to the index: the newest passages that fit."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from django.db import DatabaseError

from interviews.indexing import generations, updating
from interviews.indexing.generations import Generation
from interviews.indexing.passages import year_marks
from interviews.search.expression import Expression

WINDOW = 2000  # hits that are ranked, counted and shown; of more it is said that there are more


class Fitting(NamedTuple):
    """A passage that fits: its key, its interview (None for a record), and its filing marks."""

    key: int
    interview: int | None
    filed: str


@dataclass(frozen=True)
class Window:
    """The newest passages that fit, whether there are more, and the place of the last of them in the index."""

    passages: tuple[Fitting, ...]
    more: bool
    last: int = 0


Answer = TypeVar("Answer")
NOTHING = Window((), more=False)


def in_interviews(expression: Expression, years: tuple[int, int] | None = None, most: int | None = None) -> Window:
    """Return the newest parts of interviews that fit an expression, of some years if asked: the first and the last.

    They are as many as a window holds, or `most`.
    """
    return _find(_of_years(expression, years), None, most or WINDOW, records=False)


def in_records(expression: Expression, most: int) -> Window:
    """Return the records that fit an expression; without needs, those filed as it says."""
    return _find(expression, None, most, records=True)


def named(expression: Expression, most: int, *, records: bool = True) -> Window:
    """Return the records, or the titles of interviews, whose names fit an expression of unstemmed phrases."""
    return _find(expression, ["names"], most, records=records)


def how_many(expression: Expression, years: tuple[int, int] | None, window: Window) -> int:
    """Return how many of the passages in a window fit a narrower expression as well."""
    expression = _of_years(expression, years)
    return _again(lambda live: _count(live, expression, window.last))


def _find(expression: Expression, columns: Sequence[str] | None, most: int, *, records: bool) -> Window:
    return _again(lambda live: _ask(live, expression, columns, most, records=records))


def _again(ask: Callable[[Generation], Answer]) -> Answer:
    """Ask; once more where the generation that was to be read was replaced by a new one at that moment."""
    live = generations.live()
    try:
        return ask(live)
    except DatabaseError:
        if (newer := generations.live()) == live:
            raise
        return ask(newer)


def _ask(
    live: Generation, expression: Expression, columns: Sequence[str] | None, most: int, *, records: bool
) -> Window:
    chosen = columns or _columns(live, expression)
    if not chosen or not (expression.needs or expression.filed):
        return NOTHING
    backend = generations.backend()
    condition, values = backend.fits(live.index, chosen, expression)
    statement = backend.newest(live.passages, live.index, ["id", "interview", "filed"], condition)
    rows = generations.rows(statement, [*values, *backend.span(records=records), most + 1])
    fitting = tuple(Fitting(*row) for _place, *row in rows[:most])
    return Window(fitting, more=len(rows) > most, last=rows[:most][-1][0] if rows else 0)


def _count(live: Generation, expression: Expression, last: int) -> int:
    chosen = _columns(live, expression)
    if not chosen or not (expression.needs or expression.filed):
        return 0
    backend = generations.backend()
    condition, values = backend.fits(live.index, chosen, expression)
    _first, beyond = backend.span(records=False)
    statement = backend.counting(live.passages, live.index, condition)
    return generations.rows(statement, [*values, last, beyond])[0][0]


def _columns(live: Generation, expression: Expression) -> list[str]:
    """The columns of the languages in which it must be said."""
    return [
        column
        for code, column in zip(live.languages, live.columns, strict=True)
        if not expression.languages or code in expression.languages
    ]


def _of_years(expression: Expression, years: tuple[int, int] | None) -> Expression:
    return replace(expression, filed=(*expression.filed, year_marks(*years))) if years else expression


def tokens_of(passages: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return the tokens of passages in each language of the index, by the passages' keys."""
    live = generations.live()
    found = updating.stored(live, list(passages))
    return {key: texts[: len(live.columns)] for key, texts in found.items()}
