"""Where careers that stand above the interview end: at a lead without a label, or at the first numbered heading."""

import re
from collections.abc import Iterable

from .career_sections import subheading
from .lines import Line

_NUMBERED = re.compile(r"^[一二三四五六七八九十]{1,2}\s?[、.．:：]\s?(?P<rest>.+)$")
_AT_A_MEETING = re.compile(
    r"(?:在|于|值|借|届)[^。！？]{2,60}?(?:大会|年会|会议|论坛|峰会|研讨会|会)(?:上|期间|现场|之际|召开|间隙|中|，)"
    r"|\b(?:[Aa]t|[Dd]uring|[Ii]n|[Ff]rom|[Aa]fter)\b[^.?!]{2,100}\b(?:Congress|Meeting|meeting|Symposium|Conference|Forum"
    r"|Summit|Days|Assembly|20\d\d)\b"
)
_IS_TOLD = re.compile(
    r"谈|专访|采访|邀请|特邀|接受|分享|对话|解读|探讨|请教|畅谈|剖析"
    r"|\b(?:interview|spoke|talk|discuss|invit|asked|shar|sat down|explain|told|met|joined)"
)
_INTERVIEWED = re.compile(r"专访|采访|接受|邀请|特邀|\b(?:interview|spoke|talk|sat down|told|joined)")
_SHORTEST_LEAD = 30


def is_numbered_heading(text: str) -> bool:
    """Say whether a line bears a Chinese number and names no section of a career."""
    found = _NUMBERED.match(text)
    return found is not None and subheading(found["rest"]) is None


def is_lead(line: Line, persons: Iterable[str]) -> bool:
    """Say whether a line tells that one of the persons speaks somewhere, and is no line of a career."""
    if len(line.text) < _SHORTEST_LEAD or not line.ends_a_sentence:
        return False
    named = [name for name in persons if len(name) > 1 and name in line.text]
    if not named or not _AT_A_MEETING.search(line.text) or not _IS_TOLD.search(line.text):
        return False
    # A career in prose begins with the name, and may tell of meetings too.
    begins = any(name in line.text[:20] for name in named)
    return not begins or _INTERVIEWED.search(line.text) is not None
