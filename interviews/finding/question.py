"""A reader's question: what was typed and what was chosen, turned into what is asked of the index."""

from collections.abc import Mapping
from dataclasses import dataclass

from interviews.finding import expansion
from interviews.finding.limits import Resolved, resolve
from interviews.indexing.passages import year_marks
from interviews.models.language import languages
from interviews.search.expression import Expression, Need
from interviews.search.query import Limit, Query

FACETS = ("kind", "language", "speaker", "topic", "conference", "year")
IN_ANY_INTERVIEW = ("d",)


@dataclass(frozen=True)
class Question:
    """What is asked: the query, the facets chosen by address, and whether other names are searched too.

    `typed` and `chosen` are the limits of either with their meaning; `also` are the names that nobody typed, `names`
    the needs in the form in which the names of records are looked up.
    """

    query: Query
    expression: Expression
    typed: tuple[Resolved, ...]
    chosen: tuple[Resolved, ...]
    years: tuple[int, int] | None = None
    also: tuple[str, ...] = ()
    names: tuple[Need, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.query or self.chosen)

    @property
    def unknown(self) -> tuple[Resolved, ...]:
        """The limits that mean nothing in this archive."""
        return tuple(limit for limit in (*self.typed, *self.chosen) if not limit.is_known)


def ask(typed: str, chosen: Mapping[str, str], *, exactly: bool = False) -> Question:
    """Return the question of what was typed and chosen, by the names of FACETS; `exactly` leaves other names out."""
    query = Query.parse(typed)
    resolved = tuple(map(resolve, query.limits))
    facets = tuple(resolve(Limit(name, chosen[name]), chosen=True) for name in FACETS if chosen.get(name))
    every = [limit for limit in (*resolved, *facets) if not limit.limit.negated]
    none = [limit for limit in resolved if limit.limit.negated]
    found = expansion.plain(query) if exactly else expansion.expand(query)
    spans = [limit.years for limit in every if limit.years]
    years = (max(first for first, _last in spans), min(last for _first, last in spans)) if spans else None
    filed = tuple(limit.marks for limit in every if limit.marks)
    expression = Expression(
        needs=found.needs,
        unwanted=tuple(clause.phrase for clause in query.unwanted),
        filed=filed if found.needs or filed else (IN_ANY_INTERVIEW,),
        unfiled=tuple(mark for limit in none for mark in _marks(limit)),
        languages=_common([codes for limit in (*every, *none) if (codes := _languages(limit)) is not None]),
    )
    return Question(query, expression, resolved, facets, years, found.also, found.names)


def _marks(limit: Resolved) -> tuple[str, ...]:
    return year_marks(*limit.years) if limit.years else limit.marks


def _languages(limit: Resolved) -> tuple[str, ...] | None:
    """The languages that a limit allows, or None where it is of another kind."""
    if not limit.languages:
        return None
    return tuple(code for code in languages() if (code in limit.languages) != limit.limit.negated)


def _common(groups: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The languages that every limit allows; where none is left, one that no text has."""
    if not groups:
        return ()
    return tuple(code for code in groups[0] if all(code in group for group in groups)) or ("",)
