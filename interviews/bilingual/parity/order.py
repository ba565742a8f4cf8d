"""Which figure belongs to whom: two figures that have changed places between two subjects that both texts name."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from interviews.bilingual.parity.facts import CERTAIN, Fact, same_value

# What a text compares, in either language; arms and cohorts go by their letters.
SUBJECTS = tuple(
    tuple(re.compile(pattern, re.IGNORECASE) for pattern in line.strip().split(" = "))
    for line in r"""
    男[性孩]?|\bmen\b|\bmales?\b|\bboys\b = 女[性孩]?|\bwomen\b|\bfemales?\b|\bgirls\b
    儿童|患儿|小儿|\bchildren\b|\bp(?:a)?ediatric\b = 成人|成年|\badults?\b
    老年|\bolder\b|\belderly\b = 年轻|\byounger\b|\byoung\b
    对照组|对照臂|\bcontrols?\b = 试验组|治疗组|研究组|(?:treatment|experimental|study) (?:arm|group)
    初治|新诊断|\bnewly[- ]diagnosed\b = 复发|\brelapsed\b
    """.strip().splitlines()
)  # fmt: skip
LETTER = re.compile(r"(?<![A-Za-z0-9])([A-F])\s?(?=组|队列|臂)|\b(?i:arm|group|cohort)s? ([A-F])(?: and ([A-F]))?\b")

Told = tuple[str, Sequence[Fact]]  # a text and its facts
Placed = tuple[int, int]


def swapped(one: Told, other: Told) -> Iterator[tuple[Fact, Fact]]:
    """Yield two figures of the first text where the second gives each to the other's subject.

    Only where both texts name two subjects once and two figures of one unit once, subject by subject: whoever says
    "from 40% to 60%" or "60%, up from 40%" changes no subject.
    """
    figures = [
        (fact, partners[0])
        for fact in _figures(one)
        if len(partners := [there for there in _figures(other) if same_value(fact, there)]) == 1
    ]
    for first, second in combinations(figures, 2):
        alike = [pair for pair in figures if pair[0].unit == first[0].unit]
        if len(alike) != 2 or first[0].unit != second[0].unit or same_value(first[0], second[0]):
            continue
        for subjects in _subjects(one, other):
            orders = [
                _order(places, (first[side].start, second[side].start))
                for side, places in enumerate(zip(*subjects, strict=True))
            ]
            if None not in orders and True in (by_turns for by_turns, _same in orders) and orders[0][1] != orders[1][1]:
                yield first[0], second[0]
                return


def _figures(told: Told) -> list[Fact]:
    return [
        fact
        for fact in told[1]
        if fact.kind not in ("identifier", "date")
        and fact.level == CERTAIN
        and not fact.ranged
        and not isinstance(fact.value, str)
    ]


def _order(subjects: Placed, figures: Placed) -> tuple[bool, bool] | None:
    """Return whether subjects and figures stand by turns, and whether the first figure is the first subject's.

    None where neither by turns nor first the two subjects, then the two figures, or the other way round.
    """
    kinds = "".join(
        kind for _place, kind in sorted([(place, "s") for place in subjects] + [(place, "f") for place in figures])
    )
    same = (subjects[0] < subjects[1]) == (figures[0] < figures[1])
    return (kinds in ("sfsf", "fsfs"), same) if kinds in ("sfsf", "fsfs", "ssff", "ffss") else None


def _subjects(one: Told, other: Told) -> Iterator[tuple[Placed, Placed]]:
    """Yield pairs of subjects that each text names once, as their places in the two texts."""
    for pair in SUBJECTS:
        places = [
            [[match.start() for match in subject.finditer(text)] for text, _facts in (one, other)] for subject in pair
        ]
        if all(len(found) == 1 for subject in places for found in subject):
            yield tuple((here[0], there[0]) for here, there in places)
    for named in (_letters, _names):
        here, there = named(one), named(other)
        if len(here) == len(there) == 2 and here.keys() == there.keys():
            yield tuple((here[name], there[name]) for name in here)


def _letters(told: Told) -> dict[str, int]:
    found = [
        (match[group], match.start(group)) for match in LETTER.finditer(told[0]) for group in (1, 2, 3) if match[group]
    ]
    return dict(found) if len(dict(found)) == len(found) else {}


def _names(told: Told) -> dict[str, int]:
    found = [(str(fact.value), fact.start) for fact in told[1] if fact.kind == "identifier"]
    return dict(found) if len(dict(found)) == len(found) else {}
