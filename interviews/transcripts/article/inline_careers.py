"""Careers without a heading: a paragraph that begins with a name and tells posts, and the dated lines below it."""

import re
from collections.abc import Mapping, Sequence, Set

from . import names
from .career_sections import subheading
from .dates import leading_span
from .labels import PERSON, Label
from .language import has_han
from .lines import Line

BIOGRAPHICAL = re.compile(
    r"主任|教授|医院|大学|委员|院长|会长|理事|学会|导师|研究员|院士|博士|所长"
    r"|Director|Professor|member|Hospital|University|Institute|Chair|Chief|Physician|MD\b|Ph\.?D|Fellow"
    r"|\b(?:director|professor|chair|chief|consultant|head) "
)
FIRST_PERSON = re.compile(r"我|[“”\"]|\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")
_TELLS = re.compile(
    r"表示|指出|认为|介绍了|谈|专访|采访|邀请|分享|报告|发表了|强调|对话|主持|\b(?:said|told|spoke|interview|talk|discuss|invit|present|explain|shar)"
)
_OPENS = re.compile(
    rf"^(?:{names.LATIN_HONORIFIC}\s?)?(?P<name>{names.HAN}{{2,4}}?|{names.LATIN_NAME})\s?(?P<honorific>{names.HAN_HONORIFIC})?"
    rf"(?P<degrees>{names.DEGREES})?\s?(?:[,，:：]|现任|现为|(?:is|serves as)\s)"
)
_ENOUGH = 2


def career_lines(lines: Sequence[Line], labels: Mapping[int, Label], others: Set[int]) -> set[int]:
    """Return the places of careers without a heading; `others` are lines that are something else."""
    known = {label.name for label in labels.values() if label.kind == PERSON and len(label.name) > 1}
    found: set[int] = set()
    speaking = sorted(labels)
    last = speaking[-1] if speaking else -1
    for index, line in enumerate(lines):
        if index in labels or index in others:
            continue
        below = index - 1 in found and (subheading(line.text) or leading_span(line.text))
        ends = index > last and last >= 0 and len(line.text) <= 60 and _is_headed(line.text)
        if below or ends or (_tells(line.text, known) and _stands_alone(lines, labels, index, last)):
            found.add(index)
    return found


def _is_headed(text: str) -> bool:
    """Whether a line below the interview names a section of a career and says what belongs there."""
    section = subheading(text)
    return section is not None and section[0] == "research" and bool(section[1]) and not FIRST_PERSON.search(text)


def _tells(text: str, known: Set[str]) -> bool:
    if not 12 <= len(text) <= 600 or not (found := _OPENS.match(text)):
        return False
    if not found["honorific"] and not found["degrees"] and not any(_same(one, found["name"]) for one in known):
        return False
    rest = text[found.start("name") + len(found["name"]) :]
    if FIRST_PERSON.search(rest) or _TELLS.search(rest):
        return False
    return len(BIOGRAPHICAL.findall(rest)) >= _ENOUGH


def _same(one: str, two: str) -> bool:
    if has_han(one) != has_han(two):
        return False
    return (names.same_han_name if has_han(one) else names.same_latin_name)(one, two)


def _stands_alone(lines: Sequence[Line], labels: Mapping[int, Label], index: int, last: int) -> bool:
    """Above or below all speech, or between two speakers; within an answer a paragraph on somebody is the answer's."""
    first = min(labels, default=0)
    return index < first or index > last or index + 1 in labels
