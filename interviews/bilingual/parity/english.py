"""Numbers, units, comparisons and dates of an English text."""

import re
from itertools import pairwise

from interviews.bilingual.parity import english_patterns as p
from interviews.bilingual.parity.chinese import SUPERSCRIPTS
from interviews.bilingual.parity.english_numerals import FRACTIONS, LARGE, ONES, ORDINALS, TENS, value
from interviews.bilingual.parity.facts import ANY, CERTAIN, EXACT, SILENT, WEAK, Fact
from interviews.bilingual.parity.page import Page
from interviews.bilingual.parity.quantities import SYMBOLS, Quantity, mark_intervals, share, symbol

TIME = frozenset({"year", "month", "week", "day", "hour", "decade"})
# "over five years" is a stretch of time as well as more than it.
OVER_TIME = frozenset({">", "="})
MOST = frozenset({">", ">=", "="})


def read(page: Page) -> list[Fact]:
    """Take the dates and figures of an English text from its page and return them as facts."""
    page.drop(p.IDIOMS)
    facts = [*_dates(page), *_powers(page), *_fractions(page), *_halves(page)]
    quantities = _figures(page)
    share(quantities, page.text, p.THROUGH, p.LISTED)
    mark_intervals(quantities, page.text)
    _mark_between(quantities, page.text)
    for quantity in quantities:
        if quantity.unit == "decade":
            quantity.unit, quantity.value = "year", quantity.value * 10
        if quantity.level != SILENT or quantity.measured or quantity.value != 1:
            facts.append(quantity.fact(page.take(quantity.start, quantity.end)))
    return facts + _multiples(page)


def _dates(page: Page) -> list[Fact]:
    facts = []
    if not p.DATE_HINT.search(page.text):
        return facts
    for match in page.find(p.DATE):
        parts = {name.rstrip("2345678"): text for name, text in match.groupdict().items() if text}
        printed = page.take(*match.span())
        units = {"year": "calendar-year", "month": "calendar-month", "day": "calendar-day", "until": "calendar-day"}
        for name, text in parts.items():
            number = float(text) if text.isdigit() else _month(text)
            facts.append(Fact("date", number, units[name], printed, start=match.start()))
    for match in page.find(p.DECADE):
        printed = page.take(*match.span())
        facts.append(Fact("date", float(match["decade"]), "decade", printed, WEAK, start=match.start()))
    return facts


def _month(name: str) -> float:
    return next(place for place, month in enumerate(p.MONTHS, start=1) if month[:3].lower() == name[:3].lower())


def _powers(page: Page) -> list[Fact]:
    facts = []
    for match in page.find(p.POWER):
        exponent = int(match["power"].translate(SUPERSCRIPTS))
        bounds, start = _bounds_before(page.text, match.start())
        number = float(f"{match['factor'] or 1}e{exponent}")
        facts.append(Fact("number", number, "", page.take(start, match.end()), bounds=bounds, start=start))
    return facts


def _fractions(page: Page) -> list[Fact]:
    facts = []
    if not p.FRACTION_HINT.search(page.text):
        return facts
    for match in page.find(p.FRACTION):
        part, whole = _parts(match)
        if not whole or (part != 1 and whole > 100):
            continue  # three in 100,000 are two figures
        bounds, start = _bounds_before(page.text, match.start())
        group = "count" if 100 % whole == 0 else "fraction"
        share = round(100 * part / whole, 4)
        facts.append(Fact("percent", share, "%", page.take(start, match.end()), CERTAIN, bounds, False, group, start))
    return facts


def _parts(match: re.Match[str]) -> tuple[float, float]:
    if match["whole2"]:
        return 1.0, float(FRACTIONS[match["whole2"].lower()])
    if match["whole"]:
        return value(match["part"]), float(FRACTIONS[match["whole"].lower()])
    part = match["part3"] or match["part4"] or match["part5"]
    return value(part), value(match["whole3"] or match["whole4"] or match["whole5"])


def _halves(page: Page) -> list[Fact]:
    facts = []
    for match in page.find(p.AND_A_HALF):
        number, unit = (1.5, match["unit"]) if match["unit"] else (2.0, "week")
        factor = 10 if unit == "decade" else 1
        unit = "year" if unit == "decade" else unit
        facts.append(Fact("number", number * factor, unit, page.take(*match.span()), WEAK, start=match.start()))
    for match in page.find(p.HALF):
        bounds, start = (MOST, match.start()) if match["most"] else _bounds_before(page.text, match.start())
        level = CERTAIN if not match["most"] else WEAK if "half" in match[0].lower() else SILENT
        facts.append(Fact("percent", 50.0, "%", page.take(start, match.end()), level, bounds, start=start))
    return facts


def _figures(page: Page) -> list[Quantity]:
    found = [_roman(match, place) for match in page.find(p.ROMAN) for place in ("first", "second") if match[place]]
    for quantity in found:
        page.take(quantity.start, quantity.end)
    for match in page.find(p.HALF_UNIT):
        found.append(_unit(Quantity(match.start(), match.end(), 0.5), page.text, match.end()))
    for match in page.find(p.FIGURE):
        found.append(_figure(match, page.text))
    for quantity in found:
        _bound(quantity, page.text)
    return sorted(found, key=lambda quantity: quantity.start)


ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "ⅰ": 1, "ⅱ": 2, "ⅲ": 3, "ⅳ": 4, "ⅴ": 5}


def _roman(match: re.Match[str], place: str) -> Quantity:
    unit = "grade" if match["unit"].lower().startswith("grade") else "period"
    start = match.start() if place == "first" else match.start("second")
    end = match.end("first") if place == "first" else match.end()
    return Quantity(start, end, float(ROMANS[match[place].lower()]), unit, measured=True, ranged=bool(match["second"]))


def _figure(match: re.Match[str], text: str) -> Quantity:
    if match["ordinal"]:
        return _ordinal(match, text)
    quantity = Quantity(match.start(), match.end(), value(match["figure"]) + (0.5 if match["half"] else 0))
    quantity.scale = float(LARGE.get(match["figure"].split()[-1].lower(), 1))
    _unit(quantity, text, match.end())
    if match["nth"]:
        quantity.group = "ordinal" if not quantity.unit else "count"
        quantity.level = WEAK if quantity.value <= 3 and not quantity.unit else CERTAIN
    elif not quantity.value or (match["figure"] == "1" and not quantity.unit) or "dozen" in match["figure"]:
        quantity.level = WEAK
    elif match["figure"].lower() == "one":
        quantity.level = WEAK if quantity.measured or p.COUNTED.match(text, quantity.end) else SILENT
    elif match["figure"].lower() == "two" and quantity.unit in ("", "dose", "generation"):
        quantity.level = WEAK
    return quantity


def _ordinal(match: re.Match[str], text: str) -> Quantity:
    word = match["ordinal"].lower()
    if word.startswith(("upfront", "front", "initial")):
        return Quantity(match.start(), match.end(), 1.0, "line", WEAK, measured=True)
    tens, _, ones = word.partition("y-")
    number = float(ORDINALS.get(word) or LARGE.get(word[:-2]) or _tens(tens) + ORDINALS.get(ones, 0))
    quantity = _unit(Quantity(match.start(), match.end(), number), text, match.end())
    quantity.level = WEAK if number <= 3 and quantity.unit in ("", "generation", "dose", "cycle") else CERTAIN
    if quantity.unit == "line" and number == 1:
        quantity.level = WEAK
    if quantity.unit in TIME and number <= 2:
        quantity.level = SILENT
    quantity.group = "count" if quantity.unit else "ordinal"
    quantity.measured = True
    return quantity


def _tens(word: str) -> int:
    return next((number for name, number in TENS.items() if name.startswith(word[:4])), ONES.get(word, 0))


def _unit(quantity: Quantity, text: str, end: int) -> Quantity:
    """Read the unit around a figure: a grade before it, or years, percent and milligrams behind it."""
    tail = p.TAIL.match(text, end)
    if match := SYMBOLS.match(text, end):
        quantity.unit, quantity.end = symbol(match["unit"]), match.end()
    elif match := p.UNIT.match(text, end) or (tail and p.UNIT.match(text, tail.end())):
        quantity.unit = p.UNITS[int(match.lastgroup[1:])][0]
        quantity.end = match.end()
        if match.start() > end:
            quantity.bounds = p.TAILS[tail.lastgroup]
    elif match := p.PREFIX.search(text, max(0, quantity.start - 14), quantity.start):
        name = next(name for name, found in match.groupdict().items() if found and name != "bound")
        quantity.unit = p.PREFIXES[int(name[1:])][0]
        quantity.start, quantity.leading = match.start(), True
        quantity.bounds = _SIGNS.get((match["bound"] or "").strip(), EXACT)
    quantity.measured = bool(match)
    return quantity


_SIGNS = {"≥": frozenset({">="}), ">=": frozenset({">="}), "≤": frozenset({"<="}), "<=": frozenset({"<="}),
          ">": frozenset({">"}), "<": frozenset({"<"})}  # fmt: skip


def _bound(quantity: Quantity, text: str) -> None:
    bounds, quantity.start = _bounds_before(text, quantity.start)
    tail = p.TAIL.match(text, quantity.end)
    if tail:
        quantity.end, bounds = tail.end(), p.TAILS[tail.lastgroup]
    if bounds != EXACT:
        quantity.bounds = bounds
    if "over" in quantity.bounds:
        quantity.bounds = OVER_TIME if quantity.unit in TIME else frozenset({">"})


def _bounds_before(text: str, start: int) -> tuple[frozenset[str], int]:
    match = p.HEAD.search(text, max(0, start - 40), start)
    if not match:
        return EXACT, start
    return p.BEFORE[int(match.lastgroup[1:])][0], match.start()


def _mark_between(quantities: list[Quantity], text: str) -> None:
    for left, right in pairwise(quantities):
        between = p.BETWEEN.search(text, max(0, left.start - 20), left.start)
        if between and text[left.end : right.start].strip() == "and":
            left.ranged = right.ranged = True


def _multiples(page: Page) -> list[Fact]:
    facts = []
    numbers = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
    for match in page.find(p.TIMES):
        level = WEAK if match["two"] else CERTAIN
        bounds, start = (
            _bounds_before(page.text, match.start()) if match[0].lower() == "twice" else (EXACT, match.start())
        )
        printed = page.take(start, match.end())
        facts.append(Fact("number", float(numbers[match.lastgroup]), "fold", printed, level, bounds, start=start))
    for match in page.find(p.DECADES):
        bounds, start = _bounds_before(page.text, match.start())
        bounds = OVER_TIME if "over" in bounds else bounds
        facts.append(Fact("number", 10.0, "year", page.take(start, match.end()), WEAK, bounds, start=start))
    for match in page.find(p.ONE_UNIT):
        unit = (match["unit"] or "year").lower()
        facts.append(Fact("number", 1.0, unit, match[0], SILENT, ANY, start=match.start()))
    for match in page.find(p.QUIET):
        facts.append(Fact("number", float(match.lastgroup[1:]), "", match[0], SILENT, start=match.start()))
    for match in page.find(p.VAGUE):
        number = float(p.VAGUE_VALUES[match["word"].lower()])
        facts.append(Fact("number", number, "", match[0], WEAK, group="vague", start=match.start()))
    return facts
