"""What is asked of the index: what must be said, in any of several ways, what must not, and how it must be filed."""

from collections.abc import Iterator, Sequence
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

    `filed` holds groups of filing marks (`s7`, `y2025`): of each group, one must be on the passage; of `unfiled` none
    may be. `languages` are the languages in whose text it must be said, all where empty.
    """

    needs: tuple[Need, ...] = ()
    unwanted: tuple[Phrase, ...] = ()
    filed: tuple[tuple[str, ...], ...] = ()
    unfiled: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def phrases(self) -> tuple[Phrase, ...]:
        """Return every phrase that may be said, each once."""
        return tuple(dict.fromkeys(phrase for need in self.needs for phrase in need.phrases()))


@dataclass(frozen=True)
class Columns:
    """Where an expression is looked for: columns of tokens, of single characters if there are any, and of the marks."""

    tokens: Sequence[str]
    characters: Sequence[str]
    filed: str

    def of(self, phrase: Phrase) -> Sequence[str]:
        """Return the columns in which a phrase is looked for."""
        return self.characters if self.characters and phrase.is_character else self.tokens


def fts5(expression: Expression, columns: Columns) -> str:
    """Return the expression in the language of SQLite's FTS5: tokens in quotes, so that no word is an operator.

    An expression needs a need or a filing.
    """

    def said(phrase: Phrase) -> str:
        looked = columns.of(phrase)
        begun = phrase.prefix and looked is columns.tokens
        return f"{{{' '.join(looked)}}} : {_quoted(' '.join(phrase.tokens))}{'*' if begun else ''}"

    def filed(marks: Sequence[str]) -> str:
        return f"{columns.filed} : {_either([_quoted(mark) for mark in marks])}"

    parts = [_either([" AND ".join(map(said, way)) for way in need.ways]) for need in expression.needs]
    wanted = " AND ".join([*parts, *map(filed, expression.filed)])
    unwanted = [*map(said, expression.unwanted), *([filed(expression.unfiled)] if expression.unfiled else [])]
    return f"({wanted}) NOT {_either(unwanted)}" if unwanted else wanted


def _either(ways: Sequence[str]) -> str:
    return f"({' OR '.join(f'({way})' for way in ways)})"


def _quoted(tokens: str) -> str:
    return f'"{tokens}"'


def tsquery(expression: Expression, columns: Columns) -> str:
    """Return the expression in the language of PostgreSQL, for one vector; its lexemes begin with their columns' names.

    The tokens of a phrase may stand anywhere here: where a phrase is said is for `standing` to tell.
    """

    def said(phrase: Phrase) -> str:
        looked = columns.of(phrase)
        begun = ":*" if phrase.prefix and looked is columns.tokens else ""
        return " | ".join(" & ".join(f"'{column}{token}'" for token in phrase.tokens) + begun for column in looked)

    def filed(marks: Sequence[str]) -> str:
        return _any([f"'{columns.filed}{mark}'" for mark in marks])

    parts = [
        _any([" & ".join(_any([said(phrase)]) for phrase in way) for way in need.ways]) for need in expression.needs
    ]
    parts += map(filed, expression.filed)
    parts += [f"!{_any([said(phrase)])}" for phrase in expression.unwanted if not _stands(phrase)]
    parts += [f"!{filed(expression.unfiled)}"] if expression.unfiled else []
    return " & ".join(parts)


def _any(ways: Sequence[str]) -> str:
    return f"({' | '.join(ways)})"


def standing(expression: Expression, columns: Sequence[str]) -> tuple[str, list[str]]:
    """Return the condition in SQL that columns of words say its phrases of several tokens, and its values.

    Begins with AND; empty where a `tsquery` has asked for all. The words of a passage are parted by spaces, so that a
    phrase is a stretch of them.
    """
    values = []

    def said(phrase: Phrase) -> str:
        values.extend([phrase.needle] * len(columns))
        return f"({' OR '.join(f'strpos({column}, %s) > 0' for column in columns)})"

    needs = [need for need in expression.needs if any(map(_stands, need.phrases()))]
    parts = [_either([" AND ".join(map(said, way)) for way in need.ways]) for need in needs]
    parts += [f"NOT {said(phrase)}" for phrase in expression.unwanted if _stands(phrase)]
    return "".join(f" AND {part}" for part in parts), values


def _stands(phrase: Phrase) -> bool:
    """Whether its tokens have to stand one after the other."""
    return len(phrase.tokens) > 1
