"""Markers told as positive or negative: Ph+, MRD阴性, Philadelphia chromosome-positive."""

import re

from interviews.bilingual.parity.page import Page

_MARKER = (
    r"(?P<marker>Ph|MRD|CD\d{1,3}|[A-Z][A-Za-z0-9]{1,6}|费城染色体|微小残留病|可测量残留病|"
    r"[Pp]hiladelphia(?: chromosome)?|[Mm]inimal residual disease|[Mm]easurable residual disease)?"
)
SIGN = re.compile(
    r"(?<![A-Za-z0-9])(?!(?i:single|double|triple)\b)"
    rf"{_MARKER}[ )）(（]{{0,2}}(?:MRD[)）])?(?:(?P<plus>阳性|[- ]?(?i:positiv(?:e|ity))\b|"
    r"\+(?![\d+]))|"
    r"(?P<minus>阴性|[- ]?(?i:negativ(?:e|ity))\b|-(?![A-Za-z0-9\s>])|(?<=Ph)-(?=[\s,.;)])|转阴|清零|不可测))"
)
TESTED = re.compile(r"\b(?:tested|turned(?: (?:the )?(?:test|result)s?)?|became|become|remained?|was|were|are|is)\s*$")
# MRD turned negative, and CD19 remained positive.
CARRIER = re.compile(
    r"(?<![A-Za-z0-9])(?P<marker>MRD|CD\d{1,3}|[A-Z]{2,}[A-Z0-9]*)(?: status)? (?:(?:has|have|had) )?"
    r"(?:turned|became|become|remain(?:s|ed)|stay(?:s|ed)|tested|was|were|is|are|been)(?: (?:still|again|now|all))?\s*$"
)
ALSO_NEGATIVE = re.compile(
    r"转阴|检测不到|不可测|\bundetectable\b|\bfree of\b|\bcleared?\b|\beradicat\w+|清除", re.IGNORECASE
)
SAME = {
    "费城染色体": "PH", "philadelphia": "PH",
        "philadelphia chromosome": "PH", "微小残留病": "MRD", "可测量残留病": "MRD",
    "minimal residual disease": "MRD", "measurable residual disease": "MRD",
}  # fmt: skip


def read(page: Page) -> dict[str, dict[str, str]]:
    """Return for each marker its signs with their printed forms; signs without a marker stand under "".

    Only the signs are taken from the page, the markers stay for the reader of identifiers (Ph excepted).
    """
    signs: dict[str, dict[str, str]] = {}
    for match in page.find(SIGN):
        marker = match["marker"] or _carrier(match)
        sign = "+" if match["plus"] else "-"
        if not marker and not _bare(match):
            continue
        canonical = SAME.get(marker.lower(), marker.upper())
        signs.setdefault(canonical, {}).setdefault(sign, match[0].strip())
        start = match.start() if canonical == "PH" else match.start("plus" if sign == "+" else "minus")
        page.take(start, match.end())
    return signs


def _carrier(match: re.Match[str]) -> str:
    """Return the marker that a verb parts from its sign; none where the sign has none."""
    carrier = CARRIER.search(match.string, max(0, match.start() - 40), match.start())
    return carrier["marker"] if carrier else ""


def _bare(match: re.Match[str]) -> bool:
    """Return whether a sign without a marker tells a test's result: "a positive trend" does not."""
    text = match[0].strip()
    if text in ("+", "-"):
        return False
    before, after = match.string[: match.start()], match.string[match.end() :]
    if "性" in text or "阴" in text:
        return not before.endswith("三")
    tested = TESTED.search(before)
    return bool(tested) or after.startswith((" for", " result", " test", " disease"))
