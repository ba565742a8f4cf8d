"""The people whom a query names, by whatever part of a name in whatever script."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.indexing import finding, keys
from interviews.models import Speaker, language
from interviews.search.expression import Expression, Need
from interviews.search.phrases import Phrase
from interviews.search.query import Clause
from interviews.search.tokens import IS_UNSPACED, tokens

MOST = 40  # records looked at
FEW = 3  # people whom a part of a name may mean; of more, nobody is meant
LONG_NAME = 4  # characters of a name whose first two are a surname: 保仙直毅, 欧阳文涛


@dataclass(frozen=True)
class Person:
    """Everything that a person is called; `surname` is the one in Latin letters, where the reading tells it."""

    names: tuple[str, ...]
    surname: str = ""

    @classmethod
    def of(cls, row: Speaker) -> "Person":
        """Return what a row says, names in Latin letters in either order."""
        printed = [*language.read(row, "name").values(), *row.aliases]
        turned = [name for name in map(_turned, printed) if name]
        surname = row.reading.split()[0] if " " in row.reading else ""
        latin = any(surname.casefold() in tokens(name, stemmed=False) for name in printed)
        return cls(tuple(dict.fromkeys([*printed, *turned])), surname if latin else "")


class Persons:
    """The people whose names share a word with what was asked for; two queries."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        phrases = [phrase for clause in clauses if (phrase := Phrase.of(clause.text, stemmed=False))]
        expression = Expression((Need(tuple((phrase,) for phrase in phrases)),), filed=(("kspeaker",),))
        found = finding.named(expression, MOST).passages if phrases else ()
        rows = Speaker.objects.filter(pk__in=[keys.row_of(passage.key) for passage in found])
        self.known = [Person.of(row) for row in (rows if found else ())]

    def is_name(self, text: str) -> bool:
        """Return whether a text is the whole name of somebody."""
        return any(_same(name, text) for person in self.known for name in person.names)

    def others(self, text: str) -> Iterator[str]:
        """Yield the other names of those whose name a text is.

        A part of a name stands for its bearer's names in the other script, unless it means too many people.
        """
        whole = [person for person in self.known if any(_same(name, text) for name in person.names)]
        for person in whole:
            yield from person.names
        if whole:
            return
        partly = [person for person in self.known if any(_part(name, text) for name in person.names)]
        for person in partly if len(partly) <= FEW else ():
            yield from (name for name in person.names if _is_han(name) != _is_han(text))
            if person.surname and _is_surname(text, person):
                yield person.surname


def _turned(name: str) -> str:
    """A name in Latin letters with the surname at its other end."""
    words = name.replace(",", " ").split()
    return "" if _is_han(name) or len(words) < 2 else f"{words[-1]} {' '.join(words[:-1])}"


def _same(name: str, text: str) -> bool:
    return tokens(name, stemmed=False) == tokens(text, stemmed=False)


def _part(name: str, text: str) -> bool:
    parts, whole = tokens(text, stemmed=False), tokens(name, stemmed=False)
    if _is_han(text) or _is_han(name):
        return len(text) > 1 and name.startswith(text)
    return bool(parts) and set(parts) <= set(whole)


def _is_surname(text: str, person: Person) -> bool:
    """Whether the first characters of a name are its surname, as far as its length tells."""
    return any(len(name) >= LONG_NAME and len(text) == 2 and name.startswith(text) for name in person.names)


def _is_han(text: str) -> bool:
    return IS_UNSPACED.search(text) is not None
