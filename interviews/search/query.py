"""What a reader typed, read once into a value: words, "exact phrases", -not, and operators such as `speaker:`."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from interviews.search.phrases import Phrase

LONGEST = 300  # characters; more is no question but a pasted text
MOST = 24  # words; each costs the database a look
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』〝〞", '"'))
# An operator in any of the archive's words; a Chinese reader types no English.
OPERATORS = {
    "speaker": "speaker",
    "conference": "conference",
    "topic": "topic",
    "year": "year",
    "lang": "language",
    "language": "language",
    "kind": "kind",
    "讲者": "speaker",
    "专家": "speaker",
    "会议": "conference",
    "主题": "topic",
    "年份": "year",
    "语言": "language",
    "类型": "kind",
}
OPERATOR = rf"(?:{'|'.join(OPERATORS)}):"
# A value may stand apart from its operator, as one writes; what follows as a part of its own is none.
PART = re.compile(
    rf"""[,;、]*(?P<minus>-?)(?:(?P<operator>{OPERATOR})(?:\s+(?!-|{OPERATOR}))?)?"""
    r"""(?:"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]+))""",
    re.I,
)
# Between words that nobody put in quotes these say no more than a space does; 10,000 is one word all the same.
BETWEEN = re.compile(r"(?:[，。、；：！？;:!?()（）\[\]【】《》〈〉…·]|,(?!\d))+")
YEARS = re.compile(r"(?:(?P<first>\d{4})年?)?(?P<range>\.\.|-|~|至|到)?(?:(?P<last>\d{4})年?)?")


@dataclass(frozen=True)
class Clause:
    """One word or phrase of a query; `exact` where it was put in quotes, `negated` where it must not be there."""

    text: str
    phrase: Phrase
    exact: bool = False
    negated: bool = False

    def __str__(self) -> str:
        quoted = f'"{self.text}"' if self.exact or " " in self.text else self.text
        return f"-{quoted}" if self.negated else quoted


@dataclass(frozen=True)
class Limit:
    """An operator with its value, as typed: `speaker:Hosen`; `negated` where it must not be so: `-speaker:Hosen`."""

    name: str
    value: str
    negated: bool = False

    def __str__(self) -> str:
        typed = f'{self.name}:"{self.value}"' if " " in self.value else f"{self.name}:{self.value}"
        return f"-{typed}" if self.negated else typed


@dataclass(frozen=True)
class Query:
    """What a reader asks: what must and must not be said, and the limits; `cut` where more was typed than is read."""

    clauses: tuple[Clause, ...] = ()
    limits: tuple[Limit, ...] = ()
    cut: bool = False

    @classmethod
    def parse(cls, raw: str) -> "Query":
        """Return the query that a text means; every text means one, if only an empty one."""
        text = unicodedata.normalize("NFKC", raw.replace("\0", " ")).translate(QUOTES).strip()
        clauses: list[Clause] = []
        limits: list[Limit] = []
        for part in PART.finditer(text[:LONGEST]):
            value = part["plain"] if part["quoted"] is None else part["quoted"]
            if part["operator"] and value.strip():
                name = OPERATORS[part["operator"].lower().rstrip(":")]
                limits.append(Limit(name, value.strip(), negated=bool(part["minus"])))
            else:
                clauses += _clauses(value, negated=bool(part["minus"]), exact=part["quoted"] is not None)
        distinct = tuple(dict.fromkeys(clauses))
        cut = len(text) > LONGEST or len(distinct) > MOST
        return cls(distinct[:MOST], tuple(dict.fromkeys(limits)), cut)

    def __bool__(self) -> bool:
        return bool(self.clauses or self.limits)

    def __str__(self) -> str:
        """The query as it may be typed again."""
        return " ".join(map(str, (*self.clauses, *self.limits)))

    @property
    def wanted(self) -> tuple[Clause, ...]:
        """What must be said."""
        return tuple(clause for clause in self.clauses if not clause.negated)

    @property
    def unwanted(self) -> tuple[Clause, ...]:
        """What must not be said."""
        return tuple(clause for clause in self.clauses if clause.negated)

    def without(self, part: Clause | Limit) -> "Query":
        """Return the query with one of its parts taken away."""
        return replace(
            self,
            clauses=tuple(clause for clause in self.clauses if clause != part),
            limits=tuple(limit for limit in self.limits if limit != part),
        )

    def spelling(self, clause: Clause, text: str) -> "Query":
        """Return the query with one clause spelled otherwise; the text has a letter or digit."""
        other = replace(clause, text=text, phrase=Phrase.of(text))
        return replace(self, clauses=tuple(other if each == clause else each for each in self.clauses))

    def unquoted(self) -> "Query":
        """Return the query with its phrases as words in any order."""
        words = " ".join(clause.text for clause in self.wanted)
        return replace(self, clauses=(*Query.parse(words).clauses, *self.unwanted))


def years(value: str) -> tuple[int, int] | None:
    """Return the first and the last year that a value such as 2025, 2024..2026, 2024.. or ..2026 names, or None."""
    found = YEARS.fullmatch(value.strip())
    if not found or not (found["first"] or found["last"]):
        return None
    if found["first"] and found["last"] and not found["range"]:
        return None
    first = int(found["first"] or 0)
    last = int(found["last"] or (9999 if found["range"] else first))
    return (first, last) if first <= last else (last, first)


def _clauses(text: str, *, negated: bool, exact: bool) -> Iterator[Clause]:
    for part in [text] if exact else BETWEEN.split(text):
        part = part.strip()
        if phrase := Phrase.of(part):
            yield Clause(part, phrase, exact, negated)
