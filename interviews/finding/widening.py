"""Ways to ask for more, where nothing was found: each with the number of passages it leads to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from interviews.finding import spelling
from interviews.finding.question import Question, ask
from interviews.indexing import finding
from interviews.search.query import Query

MOST = 6


@dataclass(frozen=True)
class Wider:
    """Another question: how it differs, what it leaves out, its query and chosen facets, and what it finds.

    `how` is "spelling", "quotes", "word", "limit" or "facet"; `left` what was left out.
    """

    how: str
    left: str
    query: Query
    chosen: Mapping[str, str]
    count: int
    more: bool


def widened(question: Question, chosen: Mapping[str, str]) -> list[Wider]:
    """Return the questions near one that found nothing which find something, at most a handful."""
    found = []
    for how, left, query, facets in _others(question, chosen):
        window = _find(query, facets)
        if len(window) and len(found) < MOST:
            found.append(Wider(how, left, query, facets, len(window), window.more))
    return found


def _others(question: Question, chosen: Mapping[str, str]) -> Iterator[tuple[str, str, Query, Mapping[str, str]]]:
    query = question.query
    missing = [clause for clause in query.wanted if not len(_find(Query((clause,)), {}))]
    if missing and (spelled := spelling.near(query, missing)):
        yield "spelling", "", spelled, chosen
    if any(clause.exact for clause in query.clauses):
        yield "quotes", "", query.unquoted(), chosen
    for name in chosen:
        yield "facet", chosen[name], query, {other: value for other, value in chosen.items() if other != name}
    for limit in query.limits:
        yield "limit", str(limit), query.without(limit), chosen
    if len(query.clauses) > 1:
        for clause in query.clauses:
            yield "word", str(clause), query.without(clause), chosen


def _find(query: Query, chosen: Mapping[str, str]) -> finding.Window:
    if not query.wanted:
        return finding.NOTHING
    question = ask(str(query), chosen)
    if question.unknown:
        return finding.NOTHING
    return finding.in_interviews(question.expression, question.years)
