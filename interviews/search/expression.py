"""What is asked of the index: what must be said, in any of several ways, what must not, and how it must be filed."""

from collections.abc import Iterator
from dataclasses import dataclass

from interviews.search.phrases import Phrase

Way = tuple[Phrase, ...]


@dataclass(frozen=True)
class Need:
    """One thing that must be said, in at least one of its ways; all phrases of a way belong to it."""

    ways: tuple[Way, ...]

    @classmethod
    def of(cls, phrase: Phrase) -> "Need":
        """Return the need that a single phrase be said."""
        return cls(((phrase,),))

    def phrases(self) -> Iterator[Phrase]:
        """Yield every phrase of every way, each once."""
        yield from dict.fromkeys(phrase for way in self.ways for phrase in way)


@dataclass(frozen=True)
class Expression:
    """A question to the index.

    `filed` holds groups of filing marks (`s7`, `y2025`): of each group, one must be on the passage. `languages` are the
    languages in whose text it must be said, all where empty; `days` the first and last day, or None for no limit.
    """

    needs: tuple[Need, ...] = ()
    unwanted: tuple[Phrase, ...] = ()
    filed: tuple[tuple[str, ...], ...] = ()
    languages: tuple[str, ...] = ()

    def phrases(self) -> tuple[Phrase, ...]:
        """Return every phrase that may be said, each once."""
        return tuple(dict.fromkeys(phrase for need in self.needs for phrase in need.phrases()))


def fts5(expression: Expression, columns: list[str], filing: str) -> str:
    """Return the expression in the language of SQLite's FTS5: tokens in quotes, so that no word is an operator.

    `columns` are those of the texts, `filing` that of the filing marks. An expression needs a need or a filing.
    """
    where = "{" + " ".join(columns) + "}"
    parts = [f"{where} : ({_any(need)})" for need in expression.needs]
    parts += [f"{filing} : ({' OR '.join(_quoted(mark) for mark in marks)})" for marks in expression.filed]
    wanted = " AND ".join(parts)
    if not expression.unwanted:
        return wanted
    return f"({wanted}) NOT {where} : ({' OR '.join(map(_phrase, expression.unwanted))})"


def _any(need: Need) -> str:
    return " OR ".join("(" + " AND ".join(map(_phrase, way)) + ")" for way in need.ways)


def _phrase(phrase: Phrase) -> str:
    return _quoted(" ".join(phrase.tokens)) + ("*" if phrase.prefix else "")


def _quoted(tokens: str) -> str:
    return f'"{tokens}"'


def tsquery(expression: Expression, columns: list[str], filing: str) -> tuple[str, list[str]]:
    """Return the expression as a condition of PostgreSQL over columns of the type tsvector, and its parameters."""
    parts, values = [], []

    def said(phrase: Phrase) -> str:
        values.extend([_tsquery(phrase)] * len(columns))
        return "(" + " OR ".join(f"{column} @@ %s::tsquery" for column in columns) + ")"

    for need in expression.needs:
        ways = ["(" + " AND ".join(said(phrase) for phrase in way) + ")" for way in need.ways]
        parts.append("(" + " OR ".join(ways) + ")")
    for marks in expression.filed:
        parts.append(f"{filing} @@ %s::tsquery")
        values.append(" | ".join(f"'{mark}'" for mark in marks))
    parts += [f"NOT {said(phrase)}" for phrase in expression.unwanted]
    return " AND ".join(parts), values


def _tsquery(phrase: Phrase) -> str:
    *before, last = (f"'{token}'" for token in phrase.tokens)
    return " <-> ".join([*before, f"{last}:*" if phrase.prefix else last])
