"""The congress an article speaks of: acronym and year, its name and days as the title and the note print them."""

import re

from interviews.transcripts.transcript import NO_TEXT, Conference, Text

from . import names
from .dates import MONTH, _month
from .language import CHINESE, ENGLISH, has_han

_ACRONYM = r"[A-Z][A-Za-z]{0,3}[A-Z][A-Za-z]{0,6}|[A-Z]{2,8}"
_EDITION = (
    re.compile(rf"(?<![A-Za-z\d])(?P<acronym>{_ACRONYM})(?:®|’|')?[ \u00a0\-]{{0,2}}(?P<year>20\d\d)(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<year>20\d\d)\s?年?(?:第?\d{{1,3}}届)?[ \u00a0]{{0,2}}(?P<acronym>{_ACRONYM})(?![A-Za-z\-])"
    ),
)
_NOT_A_CONGRESS = re.compile(
    r"(?:COVID|CAR|NK|CD|MRD|ALL|AML|CML|CLL|DNA|RNA|NCT|NCCN|FDA|NMPA|EMA|WHO|MD|PHD|QA|OF|HF|US|USA|UK|EU|CRS|GVHD"
    r"|MDS|DLBCL|II|III|IV|BY|IN|AT|ON)",
    re.IGNORECASE,
)
_HAN_NAME = re.compile(
    rf"(?P<name>(?:(?:19|20)\d\d年?)?(?:第[\d一二三四五六七八九十百]{{1,5}}[届次])?(?:{names.HAN}"
    rf"|[A-Za-z\d·&\- “”\"]){{2,60}}?"
    r"(?:年会|大会|会议|论坛|峰会|研讨会|学术会|研究进展会|学术周))\s?(?:[(（]\s?(?P<inner>[^()（）]{2,40})\s?[)）])?"
)
_LATIN_NAME = re.compile(
    r"\b(?P<name>(?:(?:19|20)\d\d\s)?(?:\d{1,3}(?:st|nd|rd|th)\s)?(?:[A-Z][\w’'\-]*|of|the|and|for|on|in|&|–|-|\s)*?"
    r"(?:Meeting|Congress|Conference|Symposium|Summit|Forum|Sessions?|Annual Scientific Meeting)(?:\s(?:of|on"
    r"|for)\s(?:the\s)?(?:[A-Z][\w’'\-]*|of|and|for|the|on|in|&|\s)*[A-Za-z])?)"
    r"\s?(?:\(\s?(?P<inner>[^()]{2,40})\s?\))?"
)
_HAN_DAYS = re.compile(
    r"(?:(?P<year>20\d\d)\s?年\s?)?(?P<m1>\d{1,2})\s?月\s?(?P<d1>\d{1,2})\s?日?\s?(?:(?:—|——|–|-|~|～|至"
    r"|到)\s?(?:(?P<m2>\d{1,2})\s?月\s?)?(?P<d2>\d{1,2})\s?日)?"
)
_LATIN_DAYS = re.compile(
    rf"(?P<m1>{MONTH})\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?(?:—|–|-|to|through"
    rf"|and)\s?(?:(?P<m2>{MONTH})\s)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)?(?!\d)(?:,?\s(?P<year>20\d\d))?"
)
_LATIN_DAYS_FIRST = re.compile(
    rf"(?<!\d)(?P<d1>\d{{1,2}})(?:\s?(?:—|–|-"
    rf"|to)\s?(?P<d2>\d{{1,2}}))\s(?P<m1>{MONTH})(?P<m2>)(?:,?\s(?P<year>20\d\d))?"
)
_LEADING = re.compile(
    r"^(?:日前|近日|近期|在|于|今年的?|本届|本次|正在|由|值此|恰逢|随着|the |this |The |This |At |During )+"
)


def find_conference(titles: list[str], notes: list[str]) -> Conference | None:
    """Return the congress that title and note name, or None.

    The days are given only where the text says them beside the name, with a year that it prints.
    """
    texts = [text[:6000] for text in (*titles, *notes) if text]
    acronym, year = _edition(texts)
    found = {
        ENGLISH if not has_han(name) else CHINESE: (name, inner, text, end)
        for text in texts
        for name, inner, end in _names(text, acronym)[:1]
    }
    if not acronym:
        acronym, year = _from_brackets([inner for _, inner, _, _ in found.values()], year)
    if not acronym:
        return None
    start = end = None
    for _, _, text, place in found.values():
        begun, ended, printed_year = _days(text, place, year)
        start, end, year = start or begun, end or ended, year or printed_year
    return Conference(
        acronym, year, Text({language: name for language, (name, *_) in found.items()}) or NO_TEXT, start, end
    )


def _edition(texts: list[str]) -> tuple[str, str]:
    for text in texts:
        hits = [
            (found.start(), found["acronym"], found["year"]) for pattern in _EDITION for found in pattern.finditer(text)
        ]
        for _, acronym, year in sorted(hits):
            if not _NOT_A_CONGRESS.fullmatch(acronym):
                return acronym, year
    return "", ""


def _from_brackets(inners: list[str], year: str) -> tuple[str, str]:
    for inner in inners:
        found = re.fullmatch(rf"(?:(20\d\d)\s?)?({_ACRONYM})(?:\s?(20\d\d))?", inner.strip())
        if found and not _NOT_A_CONGRESS.fullmatch(found[2]):
            return found[2], found[1] or found[3] or year
    return "", ""


def _names(text: str, acronym: str) -> list[tuple[str, str, int]]:
    """The names of congresses in a text, the one in whose brackets the acronym stands first."""
    pattern = _HAN_NAME if has_han(text) else _LATIN_NAME
    found: list[tuple[str, str, int]] = []
    for match in pattern.finditer(text[:3000]):
        name = _LEADING.sub("", match["name"].strip())
        if len(name) < 5 or (not has_han(name) and len(name.split()) < 3):
            continue
        found.append((name, match["inner"] or "", match.end()))
    with_acronym = [one for one in found if acronym and (acronym in one[1] or acronym in one[0])]
    return with_acronym or [one for one in found if not acronym and one[1]]


def _days(text: str, place: int, year: str) -> tuple[str | None, str | None, str]:
    begin = max(text.rfind("。", 0, place), text.rfind(". ", 0, place)) + 1
    ends = [stop for mark in ("。", ". ") if (stop := text.find(mark, place)) >= 0]
    sentence = text[begin : min(ends, default=len(text)) + 1]
    for pattern in (_HAN_DAYS, _LATIN_DAYS, _LATIN_DAYS_FIRST):
        if found := pattern.search(sentence):
            printed = found["year"] or year
            if not printed:
                return None, None, ""
            first = int(found["m1"]) if found["m1"].isdigit() else _month(found["m1"])
            second = first if not found["m2"] else int(found["m2"]) if found["m2"].isdigit() else _month(found["m2"])
            if not (1 <= first <= 12 and 1 <= second <= 12):
                return None, None, ""
            start = f"{printed}-{first:02}-{int(found['d1']):02}"
            return start, f"{printed}-{second:02}-{int(found['d2']):02}" if found["d2"] else start, printed
    return None, None, ""
