"""The hematology terms of `fixtures/vocabulary.json`, and some invented drugs that are named a handful of times."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

from interviews.bilingual.terms import Entry, Glossary

VOCABULARY = Path(__file__).resolve().parent.parent / "fixtures" / "vocabulary.json"
# What nearly every interview comes to speak of, most of all.
FIRST = ("car-t-cell-therapy", "hematopoietic-stem-cell-transplantation", "leukemia", "relapse", "complete-remission")
RARE, TIMES = 40, 6
SYLLABLES = {"zo": "佐", "ri": "瑞", "fa": "法", "lu": "卢", "ke": "克", "be": "贝", "nu": "努", "mo": "莫", "ga": "加"}
ENDINGS = {"tinib": "替尼", "mab": "单抗", "leucel": "仑赛"}


@dataclass(frozen=True)
class Named:
    """A term with the names by which texts may call it, in each language."""

    slug: str
    row: Mapping
    names: Mapping[str, Sequence[str]]


class Terminology:
    """All terms; which one a text speaks of is a matter of chance, the first ones much more often."""

    def __init__(self, random: Random) -> None:
        known = json.loads(VOCABULARY.read_text())
        known.sort(key=lambda row: (FIRST.index(row["slug"]) if row["slug"] in FIRST else len(FIRST), row["slug"]))
        invented = list(_drugs(random))
        self._glossary = Glossary(map(_entry, [*known, *invented]))
        others = known[len(FIRST) :]
        random.shuffle(others)
        self.known = [self._named(row) for row in [*known[: len(FIRST)], *others]]
        self.rare = [self._named(row) for row in invented]
        self._bounds = list(accumulate(1 / (rank + 1) for rank in range(1, len(self.known) + 1)))

    def some(self, random: Random, count: int) -> list[Named]:
        """Return so many terms, drawn by how often they are spoken of."""
        return random.choices(self.known, cum_weights=self._bounds, k=count)

    def characters(self, language: str) -> set[str]:
        """Return the characters that the names in a language are written with."""
        return {character for term in [*self.known, *self.rare] for character in "".join(term.names[language])}

    def _named(self, row: Mapping) -> Named:
        forms = {
            code: [form for form in (name, *row.get("aliases", {}).get(code, ())) if self._means(form, code, row)]
            for code, name in row["name"].items()
        }
        if short := row.get("abbreviation"):
            forms = {code: [*names, *[short] * self._means(short, code, row)] for code, names in forms.items()}
        return Named(row["slug"], row, {code: tuple(names) for code, names in forms.items()})

    def _means(self, form: str, code: str, row: Mapping) -> bool:
        """Two terms may share a name; the archive then takes it for neither."""
        return [tuple(found) for found in self._glossary.find(form, code)] == [(0, len(form), row["slug"])]


def _drugs(random: Random) -> Iterator[dict]:
    made: dict[str, str] = {}
    while len(made) < RARE:
        syllables = random.choices(list(SYLLABLES), k=3)
        ending = random.choice(list(ENDINGS))
        made["".join(syllables) + ending] = "".join(SYLLABLES[part] for part in syllables) + ENDINGS[ending]
    for latin, chinese in made.items():
        yield {"slug": latin, "name": {"zh-hans": chinese, "en": latin}}


def _entry(row: Mapping) -> Entry:
    names = {code: (name, *row.get("aliases", {}).get(code, ())) for code, name in row["name"].items()}
    return Entry(row["slug"], tuple(names.items()), row.get("abbreviation", ""))


def trial(random: Random) -> str:
    """Return what looks like the number of a registered trial."""
    return f"NCT{random.randrange(10**7):08}"


# Figures as interviews are full of them, the same in every language.
FIGURES = (
    *(f"{number}%" for number in range(1, 100)),
    *(f"{number / 10}%" for number in range(11, 1000, 3)),
    *map(str, range(2, 400)),
)
