"""Lines above the interview that only say who takes part: `主持人：X教授  嘉宾：Y教授、Z教授`."""

import re
from collections.abc import Sequence

from . import names
from .labels import COLON, read_label
from .lines import Line

_ROLE = (
    r"(?:(?:受访|采访|访谈|讨论|点评|特邀|参会|与会|对话|圆桌|本期|主持)?(?:专家|嘉宾|学者|人物|讲者)|(?:大会|会议|讨论)?主持人?|主席|受访者?"
    r"|(?:Moderator|Panell?ist|Expert|Guest|Interviewee|Discussant|Chair|Speaker|Participant|Faculty)s?)"
)
_OPENS = re.compile(rf"^[\s•●■◆]{{0,3}}{_ROLE}{COLON}", re.IGNORECASE)
_PLACE = rf"(?:{names.HAN}{{2,20}}?(?:大学|医院|研究所|研究院|中心|学院)(?:{names.HAN}{{1,8}}[科系部])?\s?)"
_BRACKETED = r"(?:\s?[(（][^()（）]{1,80}[)）])"
_NAMED = re.compile(
    rf"{_PLACE}?(?:{names.HAN}{{2,4}}?|{names.LATIN_NAME})\s?{names.HAN_HONORIFIC}{_BRACKETED}?"
    rf"|{names.LATIN_HONORIFIC}\s?{names.LATIN_NAME}(?:{names.DEGREES})?{_BRACKETED}?"
    rf"|(?<=[:：、，,;；\s]){names.HAN}{{2,4}}(?=[、，,;；\s]|$)"
    rf"|{names.LATIN_NAME}(?:{names.DEGREES})?{_BRACKETED}?"
)
_BETWEEN = re.compile(rf"{_ROLE}{COLON}|[\s、，,;；|｜/·&]|和|与|及|\band\b", re.IGNORECASE)
_LOOK = 60
_LONGEST = 300


def cast_lines(lines: Sequence[Line]) -> set[int]:
    """Return the places of the lines above the first question that name those who take part and say nothing."""
    found: set[int] = set()
    for index, line in enumerate(lines[:_LOOK]):
        if _is_cast(line.text):
            found.add(index)
        elif (label := read_label(line.text[:_LONGEST])) and label.asks and label.colon:
            break
    return {index for index in found if _count(lines[index].text) > 1 or _stands_in_a_list(lines, index, found)}


def _is_cast(text: str) -> bool:
    if len(text) > _LONGEST or not _OPENS.match(text):
        return False
    return not _BETWEEN.sub("", _NAMED.sub(" ", _BETWEEN.sub(" ", _OPENS.sub(" ", text)))).strip(" 。.")


def _count(text: str) -> int:
    return len(_NAMED.findall(_BETWEEN.sub(" ", _OPENS.sub(" ", text))))


def _stands_in_a_list(lines: Sequence[Line], index: int, found: set[int]) -> bool:
    """One name after a role is a label with its text below, unless the next line is no text of that speaker."""
    if index + 1 >= len(lines) or {index - 1, index + 1} & found:
        return True
    below = lines[index + 1].text
    return not lines[index + 1].ends_a_sentence or read_label(below[:_LONGEST]) is not None
