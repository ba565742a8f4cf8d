"""Expressions put to the index: the newest passages that fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import DatabaseError

from interviews.indexing import generations, keys
from interviews.search.expression import Expression

WINDOW = 2000  # hits that are ranked, counted and shown; of more it is said that there are more


@dataclass(frozen=True)
class Fitting:
    """A passage that fits: its key, its interview (None for a record), its filing marks, its tokens by language."""

    key: int
    interview: int | None
    filed: str
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class Window:
    """The newest passages that fit, and whether there are more; `languages` are those of their tokens, in order."""

    passages: tuple[Fitting, ...]
    languages: tuple[str, ...]
    more: bool


def in_interviews(expression: Expression, years: tuple[int, int] | None = None, most: int | None = None) -> Window:
    """Return the newest parts of interviews that fit an expression, of some years if asked: the first and the last.

    They are as many as a window holds, or `most`.
    """
    lowest, highest = keys.span_of_years(*years) if years else (0, keys.FIRST_RECORD)
    return _again(expression, None, lowest, highest, most or WINDOW)


def in_records(expression: Expression, most: int) -> Window:
    """Return the records that fit an expression; without needs, those filed as it says."""
    return _again(expression, None, keys.FIRST_RECORD, keys.BEYOND, most)


def named(expression: Expression, most: int, *, records: bool = True) -> Window:
    """Return the records, or the titles of interviews, whose names fit an expression of unstemmed phrases."""
    lowest, highest = (keys.FIRST_RECORD, keys.BEYOND) if records else (0, keys.FIRST_RECORD)
    return _again(expression, ["names"], lowest, highest, most)


def _again(expression: Expression, columns: Sequence[str] | None, lowest: int, highest: int, most: int) -> Window:
    """Ask; once more where the generation that was to be read was replaced by a new one at that moment."""
    live = generations.live()
    try:
        return _ask(live, expression, columns, lowest, highest, most)
    except DatabaseError:
        if (newer := generations.live()) == live:
            raise
        return _ask(newer, expression, columns, lowest, highest, most)


def _ask(
    live: generations.Generation,
    expression: Expression,
    columns: Sequence[str] | None,
    lowest: int,
    highest: int,
    most: int,
) -> Window:
    chosen = [
        column
        for code, column in zip(live.languages, live.columns, strict=True)
        if not expression.languages or code in expression.languages
    ]
    if not chosen or not (expression.needs or expression.filed):
        return Window((), live.languages, more=False)
    backend = generations.backend()
    condition, values = backend.fits(live.index, columns or chosen, expression)
    read = ["id", "interview", "filed", *live.columns]
    statement = backend.newest(live.passages, live.index, read, condition)
    rows = generations.rows(statement, [*values, *backend.span(lowest, highest), most + 1])
    fitting = tuple(Fitting(key, interview, filed, tuple(tokens)) for key, interview, filed, *tokens in rows[:most])
    return Window(fitting, live.languages, more=len(rows) > most)
