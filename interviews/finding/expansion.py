"""The other names of what was asked for: a term's in every language, a person's in every script, simplified characters.

Whatever is searched in addition is told to the reader, who can search without it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import opencc

from interviews.bilingual.terms import Entry
from interviews.catalog import once_a_revision
from interviews.finding.persons import Persons
from interviews.finding.vocabulary import vocabulary
from interviews.models.language import languages
from interviews.search.expression import Need, Way
from interviews.search.phrases import Phrase
from interviews.search.query import Clause, Query
from interviews.search.tokens import IS_UNSPACED, tokens

LONGEST_NAME = 6  # words
MOST_NAMES = 12
# Words that are acronyms in capitals alone (ALL, AID); others are what they would be, however they are typed.
WORDS = frozenset(("aid", "all", "are", "can", "his", "may", "met", "our", "set", "she"))


@dataclass(frozen=True)
class Expansion:
    """What must be said, with every way of saying it; `also` are the names that nobody typed.

    `names` are the same needs in unstemmed words, as the names of records are looked up.
    """

    needs: tuple[Need, ...]
    names: tuple[Need, ...]
    also: tuple[str, ...] = ()


def plain(query: Query) -> Expansion:
    """Return the needs of a query as it was typed."""
    names = (Need.of(Phrase.of(clause.text, stemmed=False)) for clause in query.wanted)
    return Expansion(tuple(Need.of(clause.phrase) for clause in query.wanted), tuple(names))


def expand(query: Query) -> Expansion:
    """Return the needs of a query with the other names of the terms and people that it names.

    Words that are one name together (minimal residual disease) are one need. What was put in quotes is exact in its
    own language, so only its names in other languages are added.
    """
    if not query.wanted:
        return Expansion((), ())
    known = _Names(query.wanted)
    needs, names, also = [], [], {}
    for group in known.groups():
        typed: Way = tuple(clause.phrase for clause in group)
        further = _further(typed, known.others(group))
        needs.append(Need((typed, *((phrase,) for phrase in further.values()))))
        unstemmed = tuple(Phrase.of(clause.text, stemmed=False) for clause in group)
        names.append(Need((unstemmed, *((Phrase.of(name, stemmed=False),) for name in further))))
        also |= further
    return Expansion(tuple(needs), tuple(names), tuple(also))


def other_names(text: str) -> tuple[str, ...]:
    """Return what else a term or a person of this name is called."""
    return expand(Query((Clause(text, phrase),))).also if (phrase := Phrase.of(text)) else ()


def _further(typed: Way, names: Iterable[str]) -> dict[str, Phrase]:
    """The names that find what the others do not: whoever searches for 移植 finds 造血干细胞移植 as well."""
    found = {name: phrase for name in dict.fromkeys(names) if (phrase := Phrase.of(name))}
    known = found.values()
    needed = {
        name: phrase
        for name, phrase in found.items()
        if not any(other != phrase and other.within(phrase) for other in known)
        and not all(part.within(phrase) for part in typed)
    }
    first = {phrase: name for name, phrase in reversed(needed.items())}
    return {name: phrase for phrase, name in list(reversed(first.items()))[:MOST_NAMES]}


def _text(group: Sequence[Clause]) -> str:
    return " ".join(clause.text for clause in group)


class _Names:
    """What the clauses of a query may be the names of."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self.clauses = clauses
        self.glossary = vocabulary()
        self.persons = Persons(clauses)

    def groups(self) -> Iterator[Sequence[Clause]]:
        """Yield the clauses, those together that are one name together."""
        at = 0
        while at < len(self.clauses):
            sizes = range(min(LONGEST_NAME, len(self.clauses) - at), 0, -1)
            size = next((size for size in sizes if self._is_name(self.clauses[at : at + size])), 1)
            yield self.clauses[at : at + size]
            at += size

    def _is_name(self, group: Sequence[Clause]) -> bool:
        if len(group) > 1 and any(clause.exact for clause in group):
            return False
        text = simplified(_text(group))
        return bool(self._term(text)) or self.persons.is_name(text)

    def others(self, group: Sequence[Clause]) -> Iterator[str]:
        """Yield the other names of what a group of clauses names."""
        written = _text(group)
        if (text := simplified(written)) != written:
            yield text
        yield from self.persons.others(text)
        if found := self._term(text):
            entry, here = found
            if not group[0].exact and entry.abbreviation:
                yield entry.abbreviation
            for code, names in entry.names:
                if not group[0].exact or code not in here:
                    yield from names

    def _term(self, text: str) -> tuple[Entry, set[str]] | None:
        """The term that a text is the name of, and the languages in which it is."""
        found, here = None, set()
        for code in languages():
            occurrences = self.glossary.find(text, code)
            if len(occurrences) == 1 and occurrences[0][:2] == (0, len(text)):
                found = self.glossary.entries[occurrences[0].key]
                here |= {
                    other for other, names in found.names if text.casefold() in {name.casefold() for name in names}
                }
        if not found and _is_careless(text):
            found = _carelessly().get(_letters(text))
        return (found, here) if found else None


def simplified(text: str) -> str:
    """Return a text with traditional Chinese characters simplified, as the archive's texts are written."""
    return _converter().convert(text) if IS_UNSPACED.search(text) else text


@once_a_revision
def _carelessly() -> dict[tuple[str, ...], Entry]:
    """The terms by their names as typed without capitals: mrd; none where two terms would be meant.

    A name is also written together: cart may be CAR-T as well as cART.
    """
    by_letters: dict[tuple[str, ...], list[Entry]] = {}
    for entry in vocabulary().entries.values():
        names = {entry.abbreviation, *(name for _code, written in entry.names for name in written)}
        parted = {_letters(name) for name in names}
        for letters in parted | {("".join(letters),) for letters in parted}:
            by_letters.setdefault(letters, []).append(entry)
    return {letters: entries[0] for letters, entries in by_letters.items() if len(entries) == 1}


def _is_careless(text: str) -> bool:
    """Whether a text may be an acronym that nobody took the trouble to write in capitals."""
    lower = text.lower()
    return text in {lower, text.capitalize()} and lower not in WORDS and not IS_UNSPACED.search(text)


def _letters(name: str) -> tuple[str, ...]:
    return tuple(tokens(name, stemmed=False))


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
