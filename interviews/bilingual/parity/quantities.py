"""Numbers on their way to facts: what both languages do alike once figure, unit and comparison are read."""

import re
from dataclasses import dataclass
from itertools import pairwise

from interviews.bilingual.parity.facts import ANY, CERTAIN, EXACT, Fact

KINDS = {
    "%": "percent", "point": "percent", "grade": "grade", "period": "phase", "line": "line", "calendar-year": "date",
    "calendar-month": "date", "calendar-day": "date", "decade": "date",
}  # fmt: skip

# Units that both languages print alike, longest first.
SYMBOLS = re.compile(
    r"\s?(?P<unit>(?:mg|[μu]g|ng|g|kg|ml|mL|IU|U|L|Gy|cGy|mmol|m2|m²|cm|mm)(?:/(?:kg|m2|m²|㎡|d|day|天|日|"
    r"mL|ml|dL|dl|L|μL))*"
    r"|mg|㎎|毫克|微克|毫升|千克|公斤|℃|°C)(?![A-Za-z])"
)
_SAME_SYMBOL = {"㎎": "mg", "毫克": "mg", "微克": "μg", "ug": "μg", "毫升": "ml", "千克": "kg", "公斤": "kg", "°c": "℃"}


def symbol(printed: str) -> str:
    """Return the canonical form of a unit's symbol: mg/m² and mg/㎡ are one."""
    plain = printed.lower().replace("²", "2").replace("㎡", "m2")
    plain = re.sub(r"/(?:day|天|日)", "/d", plain)
    head, slash, rest = plain.partition("/")
    return _SAME_SYMBOL.get(head, head) + slash + rest


@dataclass(slots=True)
class Quantity:
    """One figure as it is being read; `start` and `end` enclose what is printed, its unit included.

    `measured` says that a unit or a measure word was read, `leading` that it stands before the figure (day 28, 第3),
    `scale` what the figure was multiplied by (万, million).
    """

    start: int
    end: int
    value: float
    unit: str = ""
    level: int = CERTAIN
    bounds: frozenset[str] = EXACT
    ranged: bool = False
    group: str = "count"
    measured: bool = False
    leading: bool = False
    scale: float = 1.0

    def fact(self, printed: str) -> Fact:
        """Return the finished fact under the printed form."""
        kind = KINDS.get(self.unit, "number")
        return Fact(kind, self.value, self.unit, printed, self.level, self.bounds, self.ranged, self.group, self.start)


# "CI" may be taken already, as the name that it looks like.
INTERVAL = re.compile(
    r"\s?(?:CI|\0\0|confidence intervals?|置信区间|可信区间)\s?(?:[:,，(（=\[]|为|是|of)?\s?", re.IGNORECASE
)


def mark_intervals(quantities: list[Quantity], text: str) -> None:
    """Know the bare bounds of a confidence interval: 95% CI, 55-69."""
    for chance, low, high in zip(quantities, quantities[1:], quantities[2:], strict=False):
        if chance.unit == "%" and low.ranged and INTERVAL.fullmatch(text[chance.end : low.start]):
            for bound in (low, high):
                bound.group = bound.group if bound.unit else "interval"


def share(quantities: list[Quantity], text: str, through: re.Pattern[str], listed: re.Pattern[str]) -> None:
    """Let the figures of a range or list share their unit: 7 to 10 days, 50 and 60 percent, days 1, 8 and 15."""
    for left, right in reversed(list(pairwise(quantities))):
        gap = text[left.end : right.start]
        if through.fullmatch(gap):
            left.ranged = right.ranged = True
            if left.scale == 1 < right.scale and not left.measured:
                left.value *= right.scale  # three to four million
        elif not listed.fullmatch(gap):
            continue
        if not left.measured and right.measured:
            left.unit, left.measured = right.unit, True
        elif left.leading and not left.unit:
            left.unit = right.unit
    for left, right in pairwise(quantities):
        gap = text[left.end : right.start]
        together = left.ranged and through.fullmatch(gap)
        if not right.measured and left.measured and (together or (left.leading and listed.fullmatch(gap))):
            right.unit, right.measured, right.leading = left.unit, True, left.leading
        if together and left.bounds != right.bounds:
            # "about 50 to 60" speaks of both ends, and so does "grade 3 to 4 or higher".
            left.bounds = right.bounds = ANY
