"""Numbers, units, comparisons and dates of a Chinese text."""

import re

from interviews.bilingual.parity import chinese_patterns as p
from interviews.bilingual.parity.chinese_numerals import MYRIADS, TENS, values
from interviews.bilingual.parity.facts import ANY, CERTAIN, EXACT, SILENT, WEAK, Fact
from interviews.bilingual.parity.page import Page
from interviews.bilingual.parity.quantities import SYMBOLS, Quantity, mark_intervals, share, symbol

SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
SCALES = TENS | MYRIADS
STRONG_ONE = frozenset(
    {"%", "point", "year", "month", "week", "day", "hour", "line", "period", "grade", "cycle", "dose", "fold"}
)
LATE_MORE = frozenset({"%", "year", "month", "week", "day", "hour", "fold"})


def read(page: Page) -> list[Fact]:
    """Take the dates and figures of a Chinese text from its page and return them as facts."""
    page.drop(p.IDIOMS)
    facts = [*_dates(page), *_powers(page), *_shares(page), *_halves(page)]
    quantities = _figures(page)
    share(quantities, page.text, p.THROUGH, p.LISTED)
    mark_intervals(quantities, page.text)
    for quantity in quantities:
        if _counts(quantity, page.text):
            facts.append(quantity.fact(page.take(quantity.start, quantity.end)))
    return facts


def _dates(page: Page) -> list[Fact]:
    facts = []
    for match in page.find(p.DATE):
        parts = {name.rstrip("2345"): text for name, text in match.groupdict().items() if text}
        printed = page.take(*match.span())
        units = {"year": "calendar-year", "month": "calendar-month", "day": "calendar-day", "until": "calendar-day"}
        for name, text in parts.items():
            facts.append(Fact("date", values(text)[0], units[name], printed, start=match.start()))
    for match in page.find(p.DECADE):
        decade = values(match["decade"] or match["decade2"])[0]
        facts.append(Fact("date", decade, "decade", page.take(*match.span()), WEAK, start=match.start()))
    return facts


def _powers(page: Page) -> list[Fact]:
    facts = []
    for match in page.find(p.POWER):
        exponent = int(match["power"].translate(SUPERSCRIPTS))
        value = float(f"{match['factor'] or 1}e{exponent}")
        bounds, start = bounds_before(page.text, match.start())
        tail = p.POWER_TAIL.match(page.text, match.end())
        bounds = p.TAILS[tail.lastgroup] if tail else bounds
        facts.append(Fact("number", value, "", page.take(start, match.end()), bounds=bounds, start=start))
    return facts


def _shares(page: Page) -> list[Fact]:
    facts = []
    for match in page.find(p.ONE_OF_FIVE):
        whole, part = (values(match[name])[0] for name in ("whole", "part"))
        if not whole:
            continue
        share = round(100 * part / whole, 4)
        facts.append(Fact("percent", share, "%", page.take(*match.span()), group="fraction", start=match.start()))
    return facts


def _halves(page: Page) -> list[Fact]:
    facts = []
    for match in page.find(p.HALF):
        level, start = (WEAK if match["most"] else CERTAIN), match.start()
        bounds = frozenset({">", ">=", "="}) if match["most"] else EXACT
        if not match["most"]:
            bounds, start = bounds_before(page.text, match.start())
        facts.append(Fact("percent", 50.0, "%", page.take(start, match.end()), level, bounds, start=start))
    for match in page.find(p.DOUBLED):
        times = 4.0 if match["twice"] else 2.0
        facts.append(Fact("number", times, "fold", page.take(*match.span()), WEAK, start=match.start()))
    return facts


def _figures(page: Page) -> list[Quantity]:
    found = [_roman(match, place) for match in page.find(p.ROMAN) for place in ("first", "second") if match[place]]
    for quantity in found:
        page.take(quantity.start, quantity.end)
    end = 0
    for match in page.find(p.FIGURE):
        if match.start() < end:
            continue
        read = _fraction(match) if match["whole"] else _figure(match, page.text)
        found.extend(read)
        end = read[-1].end if read else end
    for quantity in found:
        quantity.bounds, quantity.start = _bounds(quantity, page.text)
    return sorted(found, key=lambda quantity: quantity.start)


ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5}
ROMAN_UNITS = {"期": "period", "级": "grade", "度": "grade", "线": "line"}


def _roman(match: re.Match[str], place: str) -> Quantity:
    start = match.start() if place == "first" else match.start("second")
    end = match.end("first") if place == "first" and match["second"] else match.end()
    unit = ROMAN_UNITS[match["unit"]]
    return Quantity(start, end, float(ROMANS[match[place]]), unit, measured=True, ranged=bool(match["second"]))


def _fraction(match: re.Match[str]) -> list[Quantity]:
    whole, part = (values(match[name])[0] for name in ("whole", "part"))
    if not whole:
        return []
    value = round(100 * part / whole, 4)
    exact = 100 % whole == 0 or whole % 10 == 0
    return [Quantity(match.start(), match.end(), value, "%", measured=True, group="count" if exact else "fraction")]


def _figure(match: re.Match[str], text: str) -> list[Quantity]:
    if match["half"]:
        return [_unit(Quantity(match.start(), match.end(), 0.5), text)]
    try:
        numbers = values(match["figure"])
    except KeyError:
        return []
    quantities = []
    for number in numbers:
        scale = float(SCALES.get(match["figure"][-1], 1)) if len(match["figure"]) > 1 else 1.0
        quantity = _unit(Quantity(match.start(), match.end(), number, scale=scale), text)
        quantity.ranged = len(numbers) > 1
        _weigh(quantity, match, len(numbers))
        quantities.append(quantity)
    return quantities


def _weigh(quantity: Quantity, match: re.Match[str], numbers: int) -> None:
    figure, text = match["figure"], match.string
    after = text[match.end() :]
    if match["first"]:
        quantity.group, quantity.measured = ("ordinal" if not quantity.unit else "count"), True
        quantity.leading = True
        quantity.level = WEAK if quantity.value <= 3 and quantity.unit in ("", "generation", "line") else CERTAIN
        if quantity.value == 2 and quantity.unit == "day" and not figure.isdigit():
            quantity.level = SILENT
    elif match["vague"]:
        quantity.level, quantity.group, quantity.bounds = WEAK, "vague", ANY
    elif figure == "一":
        known = quantity.unit in STRONG_ONE or p.PERSON.match(after)
        quantity.level, quantity.measured = (WEAK, quantity.measured) if known else (SILENT, False)
    elif numbers > 1 or _is_small(quantity, figure, after):
        quantity.level = WEAK
    elif figure == "两" and quantity.unit == "year" and match.string[: match.start()].endswith(tuple("近这前头")):
        quantity.level = SILENT
    addressed = p.GUESTS.match(after) and p.ADDRESSED.search(text[: match.start()])
    if addressed or (p.SILENT_MEASURE.match(after) and len(figure) == 1 and numbers == 1):
        quantity.level = SILENT
    if quantity.unit == "generation" and not match["first"]:
        quantity.level = WEAK


def _is_small(quantity: Quantity, figure: str, after: str) -> bool:
    """Return whether a figure may be told by an article or not at all: 0例, 1例, 两种."""
    two = figure == "两" and quantity.unit in ("", "dose") and bool(p.SOFT_MEASURE.match(after))
    return two or not quantity.value or (quantity.value == 1 and not quantity.unit)


def _unit(quantity: Quantity, text: str) -> Quantity:
    """Read the unit after a figure, and what between or behind them says "and more"."""
    more = p.MORE.match(text, quantity.end)
    after = more.end() if more else quantity.end
    if text.startswith("个半", after):
        quantity.value, after = quantity.value + 0.5, after + 2
    if match := SYMBOLS.match(text, after):
        quantity.unit, quantity.end = symbol(match["unit"]), match.end()
    elif match := p.UNIT.match(text, after):
        quantity.unit, quantity.end = p.UNITS[int(match.lastgroup[1:])][0], match.end()
    elif match := p.TENTHS.match(text, after):
        quantity.unit, quantity.value, quantity.end, quantity.scale = "%", quantity.value * 10, match.end(), 10.0
    elif match := p.MEASURE.match(text, after):
        quantity.end = match.end()
    else:
        quantity.end = after
    if quantity.unit == "decade":
        quantity.unit, quantity.value, quantity.scale = "year", quantity.value * 10, 10.0
    if match and match[0] == "分" and text[quantity.start] in p.HAN_DIGITS:
        match = None  # 三分治，七分养 counts nothing
    quantity.measured = bool(match) or bool(more and quantity.value >= 10)
    if quantity.unit in LATE_MORE and text[quantity.end : quantity.end + 1] == "半":
        quantity.end, quantity.value = quantity.end + 1, quantity.value + 0.5
    if more or (quantity.unit in LATE_MORE and p.LATE_MORE.match(text, quantity.end)):
        quantity.bounds = frozenset({">", "~"}) if text[quantity.end - 1] == "几" else frozenset({">"})
    return quantity


def _bounds(quantity: Quantity, text: str) -> tuple[frozenset[str], int]:
    bounds, start = bounds_before(text, quantity.start)
    tail = p.TAIL.match(text, quantity.end)
    if tail:
        quantity.end = tail.end()
        after = p.TAILS[tail.lastgroup]
        bounds = after if bounds == EXACT else bounds & after or bounds
    elif bounds == EXACT:
        bounds = quantity.bounds
    return bounds, start


def bounds_before(text: str, start: int) -> tuple[frozenset[str], int]:
    """Return the comparison that stands before a figure and where it begins; an exact figure has none."""
    match = p.HEAD.search(text, max(0, start - 20), start)
    if not match:
        return EXACT, start
    return p.BEFORE[int(match.lastgroup[1:])][0], match.start()


def _counts(quantity: Quantity, text: str) -> bool:
    """Return whether a figure is a fact: 七 alone is none, 七 of 七至十天 is one."""
    printed = text[quantity.start : quantity.end]
    numeral = p.HAN_ONLY.search(printed)
    return quantity.measured or any(mark.isdigit() for mark in printed) or bool(numeral and len(numeral[0]) > 1)
