"""Dates as articles print them: the moment of publication, the partial dates and spans of careers."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8))
PRESENT = "present"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DASH = r"\s{0,3}(?:—|——|–|−|-|~|～|〜|至|到|\bto\b|\buntil\b|\bthrough\b)\s{0,3}"
_CLOCK = (
    r"(?:[T\s,]{1,3}(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?:[:：](?P<second>\d{2})(?:\.\d{1,6})?)?"
    r"\s?(?P<half>[AaPp]\.?[Mm]\.?)?\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_DATES = (
    r"(?P<y>(?:19|20)\d\d)\s?[/\-.年]\s?(?P<m>\d{1,2})\s?[/\-.月]\s?(?P<d>\d{1,2})\s?(?:日|号)?",
    rf"(?P<m>{MONTH})\s{{0,2}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{0,2}}(?P<y>(?:19|20)\d\d)",
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,2}}(?P<m>{MONTH}),?\s{{0,2}}(?P<y>(?:19|20)\d\d)",
)
MOMENTS = tuple(re.compile(rf"(?<![\dA-Za-z]){date}{_CLOCK}(?!\d)", re.IGNORECASE) for date in _DATES)


def find_moment(text: str) -> tuple[datetime, int, int] | None:
    """Return the first full date of a text as an aware moment, with the place where it starts and ends.

    A date without a time is that day at midnight; a time without a zone is Shanghai's.
    """
    for pattern in MOMENTS:
        for found in pattern.finditer(text[:2000]):
            if moment := _moment(found):
                return moment, found.start(), found.end()
    return None


def _moment(found: re.Match[str]) -> datetime | None:
    parts = found.groupdict()
    hour = int(parts["hour"] or 0)
    if parts["half"]:
        hour = hour % 12 + (12 if parts["half"].lower().startswith("p") else 0)
    try:
        return datetime(
            int(parts["y"]), _month(parts["m"]), int(parts["d"]), hour, int(parts["minute"] or 0),
            int(parts["second"] or 0), tzinfo=_zone(parts["zone"]),
        )  # fmt: skip
    except ValueError:
        return None


def _zone(printed: str | None) -> timezone:
    if not printed:
        return SHANGHAI
    if printed[0] not in "+-":
        return timezone.utc  # noqa: UP017 (the module names `timezone` throughout)
    hours, minutes = int(printed[1:3]), int(printed[-2:])
    return timezone((-1 if printed[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))


def _month(printed: str) -> int:
    return int(printed) if printed.isdigit() else _MONTHS.index(printed[:3].lower()) + 1


_YEAR = r"(?:19|20)\d\d"
_POINT = (
    rf"(?:(?P<y{{n}}>{_YEAR})\s?(?:年度?|[./\-](?=\d{{{{1,2}}}}(?!\d)))\s?(?:(?P<m{{n}}>1[0-2]|0?[1-9])(?!\d)\s?月?"
    rf"(?:\s?[./\-]?\s?(?P<d{{n}}>3[01]|[12]\d|0?[1-9])(?!\d)\s?(?:日|(?=[:：\s])))?)?"
    rf"|(?P<em{{n}}>{MONTH}),?\s{{{{0,2}}}}(?:(?P<ed{{n}}>\d{{{{1,2}}}}),\s{{{{0,2}}}})?(?P<ey{{n}}>{_YEAR})"
    rf"|(?P<yy{{n}}>{_YEAR})(?!\d))"
)
_OPEN = r"(?P<open>至今|迄今|今|现在|目前|present|now|today|current|date)"
SPAN = re.compile(
    rf"^(?P<since>since\s|from\s|自|从)?\s?{_POINT.format(n=1)}"
    rf"(?:(?P<now>\s?(?:至今|起至今|迄今|起))|{DASH}(?:{_OPEN}|{_POINT.format(n=2)}))?\s{{0,3}}(?:年|月)?\s{{0,3}}"
    r"(?P<after>[:：,，;；.、|]|(?=\S)|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Span:
    """A stretch of a career: partial dates, the end None (a point in time) or `present`; and the text after it."""

    start: str
    end: str | None
    rest: str


def leading_span(text: str) -> Span | None:
    """Return the span of time that a line begins with and the text that remains, or None."""
    found = SPAN.match(text[:120])
    if not found:
        return None
    rest = text[found.end() :].strip()
    opened = found["now"] or found["open"] or (found["since"] or "").lower().startswith("since")
    end = PRESENT if opened else _partial(found, 2)
    separated = found["after"] or text[found.end() - 1 : found.end()].isspace() or end or "年" in found.group()
    return Span(_partial(found, 1) or "", end, rest) if rest and separated else None


def _partial(found: re.Match[str], place: int) -> str | None:
    parts = found.groupdict()
    year = parts[f"y{place}"] or parts[f"ey{place}"] or parts[f"yy{place}"]
    month, day = parts[f"m{place}"] or parts[f"em{place}"], parts[f"d{place}"] or parts[f"ed{place}"]
    if not year:
        return None
    return year + (f"-{_month(month):02}" if month else "") + (f"-{int(day):02}" if month and day else "")
