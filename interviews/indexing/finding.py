"""Expressions put to the index: the newest passages that fit."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple, TypeVar

from django.db import DatabaseError

from interviews.catalog import once_a_revision
from interviews.indexing import generations, keys, updating
from interviews.indexing.generations import Generation
from interviews.indexing.passages import TITLE, year_marks
from interviews.indexing.tables import CALLED, Tables
from interviews.search.expression import Columns, Expression

WINDOW = 2000  # hits that are ranked, counted and shown; of more it is said that there are more


class Fitting(NamedTuple):
    """A passage that fits: its place in the index, its key, its interview (None for a record), its filing marks."""

    place: int
    key: int
    interview: int | None
    filed: str


@dataclass(frozen=True)
class Window:
    """The newest passages that fit, as rows of what a Fitting is, and whether there are more.

    They are thousands, and most are only counted: what makes no objects of them takes a column.
    """

    rows: Sequence[tuple]
    more: bool

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def passages(self) -> tuple[Fitting, ...]:
        """The passages, the newest first."""
        return tuple(map(Fitting._make, self.rows))

    @cached_property
    def kinds(self) -> list[str]:
        """The kinds of the passages, which are parts of interviews."""
        return keys.kinds_of(self.columns.key)

    @cached_property
    def columns(self) -> Fitting:
        """What the passages have in each field: a Fitting of tuples."""
        return Fitting._make(zip(*self.rows, strict=True) if self.rows else [()] * len(Fitting._fields))


Answer = TypeVar("Answer")
NOTHING = Window([], more=False)


def in_interviews(expression: Expression, years: tuple[int, int] | None = None, most: int | None = None) -> Window:
    """Return the newest parts of interviews that fit an expression, of some years if asked: the first and the last.

    They are as many as a window holds, or `most`.
    """
    expression = _of_years(expression, years)
    return _again(lambda live: _ask(live.interviews, expression, most or WINDOW))


def in_records(expression: Expression, most: int) -> Window:
    """Return the records that fit an expression; without needs, those filed as it says."""
    return _again(lambda live: _ask(live.records, expression, most))


def named(expression: Expression, most: int) -> Window:
    """Return the records whose names fit an expression of unstemmed phrases."""
    return _again(lambda live: _ask(live.records, expression, most, CALLED))


def titled(expression: Expression, most: int) -> Window:
    """Return the interviews whose titles fit an expression of unstemmed phrases."""
    return named(replace(expression, filed=((TITLE,),)), most)


def how_many(expressions: Iterable[Expression], years: tuple[int, int] | None, window: Window) -> list[int]:
    """Return how many of the passages in a window fit each of some narrower expressions as well."""
    expressions = [_of_years(expression, years) for expression in expressions]
    return _again(lambda live: _count(live.interviews, expressions, Fitting._make(window.rows[-1]).place))


def _again(ask: Callable[[Generation], Answer]) -> Answer:
    """Ask; once more where the generation that was to be read was replaced by a new one meanwhile."""
    live = _live()
    try:
        return ask(live)
    except DatabaseError:
        if (newer := generations.live()) == live:
            raise
        return ask(newer)


@once_a_revision
def _live() -> Generation:
    """The generation to read: a new one is a new revision of the site, and a page asks a dozen times."""
    return generations.live()


def _ask(tables: Tables, expression: Expression, most: int, columns: Columns | None = None) -> Window:
    columns = columns or tables.searched(expression.languages)
    if not columns.tokens or not (expression.needs or expression.filed):
        return NOTHING
    backend = generations.backend()
    condition, values = backend.fits(tables, columns, expression)
    for statement, further in backend.newest(tables, ["id", "interview", "filed"], condition):
        rows = generations.rows(statement, [*values, *further, most + 1])
        if len(rows) > most:
            break
    return Window(rows[:most], more=len(rows) > most)


def _count(tables: Tables, expressions: Sequence[Expression], last: int) -> list[int]:
    backend, counting, values = generations.backend(), [], []
    for expression in expressions:
        columns = tables.searched(expression.languages)
        if not columns.tokens or not (expression.needs or expression.filed):
            counting.append("0")
            continue
        condition, fitting = backend.fits(tables, columns, expression)
        counting.append(f"({backend.counting(tables, condition)})")
        values += [*fitting, last]
    return list(generations.rows(f"SELECT {', '.join(counting)}", values)[0])


def _of_years(expression: Expression, years: tuple[int, int] | None) -> Expression:
    return replace(expression, filed=(*expression.filed, year_marks(*years))) if years else expression


def words_of(passages: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return the words of parts of interviews in each language of the index, by the passages' keys."""
    stored = _again(lambda live: updating.stored(live.interviews, list(passages)))
    return {key: words for key, (_filed, *words) in stored.items()}
