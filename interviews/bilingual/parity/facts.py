"""The facts that two languages must tell alike, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# How loudly a fact speaks: a certain one is missed where the other side lacks it, a weak one only contradicts
# (first against second), a silent one answers for its counterpart and is never reported ("both" for 两种).
CERTAIN, WEAK, SILENT = 2, 1, 0

ANY: frozenset[str] = frozenset()
EXACT = frozenset({"="})


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of one text: `kind` (number, percent, date, …), the value, and how it is printed there.

    `unit` is canonical (`month`, `mg`, `%`; empty where any unit would do), `bounds` the comparisons that the words
    allow (`<`, `<=`, `>`, `>=`, `~`, `=`; empty where they do not say), `group` keeps weak facts of one sort together.
    """

    kind: str
    value: float | str
    unit: str
    printed: str
    level: int = CERTAIN
    bounds: frozenset[str] = EXACT
    ranged: bool = False
    group: str = ""
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Difference:
    """What two texts tell differently: its kind, and the printed form in each language ("" where nothing stands)."""

    kind: str
    printed: Mapping[str, str]
    facts: Mapping[str, Fact] = field(default_factory=dict, compare=False, repr=False)


# Months and days have no plain ratio: a year agrees with twelve months, a month with no number of weeks.
_SAME = {"year": ("month", 12), "week": ("day", 7), "hour": ("day", 1 / 24)}


def same_value(one: Fact, other: Fact) -> bool:
    """Return whether two facts tell one value in units that agree: 1 year and 12 months, 65 and 65 years."""
    if one.unit == other.unit or not (one.unit and other.unit):
        # The bounds of a confidence interval are printed with their unit or without.
        strict = "%" in (one.unit, other.unit) and "interval" not in (one.group, other.group)
        return (one.unit == other.unit or not strict) and same_figure(one, other)
    one_unit, one_times = _SAME.get(one.unit, (one.unit, 1))
    other_unit, other_times = _SAME.get(other.unit, (other.unit, 1))
    return one_unit == other_unit and _close(one, other, one.value * one_times, other.value * other_times)


def same_figure(one: Fact, other: Fact) -> bool:
    """Return whether two facts print one figure, whatever their units."""
    return _close(one, other, one.value, other.value)


def _close(one: Fact, other: Fact, first: float | str, second: float | str) -> bool:
    if isinstance(first, str) or isinstance(second, str):
        return first == second
    # A third is told as 33%, as 33.3%, or in words.
    tolerance = (0.02 if "fraction" in (one.group, other.group) else 1e-9) * max(abs(first), abs(second))
    return abs(first - second) <= tolerance
