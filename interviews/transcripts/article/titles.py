"""Which lines above the interview are its titles, and which are a site's menu."""

import re
from collections.abc import Iterable

from .language import has_han
from .lines import Line

_HAN_MENU = re.compile(r"^[\u3400-\u9fffA-Za-z]{1,6}(?:[\s|｜/·]{1,4}[\u3400-\u9fffA-Za-z]{1,8}){3,40}$")
_LATIN_MENU = re.compile(
    r"^[^|·•»>\t]{1,24}(?:\s{0,3}[|·•»>\t]\s{0,3}[^|·•»>\t]{1,24}){3,40}$"
    r"|^\S{1,14}(?:\s{2,}\S{1,14}(?: \S{1,14})?){3,40}$"
)
# Three pieces may also be a title (`ASH 2023 | X教授 | CAR-T`); beside another row of a menu they are one too.
_SHORT_MENU = re.compile(r"^[\u3400-\u9fffA-Za-z]{1,8}(?:\s{0,3}[|｜/·•]\s{0,3}[\u3400-\u9fffA-Za-z]{1,8}){2}$")
_NOT_A_TITLE = re.compile(r"[。;；,，、:：…][”’\"')）]?$|(?<!\b(?:Dr|Jr|Sr|St|vs|Co))\.[”’\"')）]?$")
_LOOK_AHEAD = 12


def is_title_like(text: str) -> bool:
    """Say whether a line is short and ends like a title or heading rather than like a sentence."""
    return len(text) <= (60 if has_han(text) else 160) and _NOT_A_TITLE.search(text[-12:]) is None


def is_menu(text: str) -> bool:
    """Say whether a line is a row of a site's menu."""
    if len(text) > 300:
        return False
    return (_HAN_MENU.match(text) if has_han(text) else _LATIN_MENU.match(text)) is not None


def may_be_title(line: Line) -> bool:
    """Say whether a line can be a title by its length, its end and its words."""
    longest = 120 if has_han(line.text) else 300
    if not line.language or len(line.text) > longest or is_menu(line.text):
        return False
    return _NOT_A_TITLE.search(line.text[-12:]) is None


def _is_menu_beside_another(lines: list[Line], index: int) -> bool:
    beside = [lines[other] for other in (index - 1, index + 1) if 0 <= other < len(lines)]
    return _SHORT_MENU.match(lines[index].text) is not None and any(is_menu(line.text) for line in beside)


def choose_titles(lines: list[Line], candidates: Iterable[int]) -> dict[str, int]:
    """Return, for each language, the first of the candidate lines that says enough to be the title.

    A short line (`News`) counts only when no much longer one follows it closely.
    """
    titles: dict[str, int] = {}
    fits = [index for index in candidates if may_be_title(lines[index])]
    order = [index for index in fits if not _is_menu_beside_another(lines, index)]
    for place, index in enumerate(order):
        line = lines[index]
        if line.language in titles:
            continue
        later = [
            lines[other] for other in order[place + 1 : place + _LOOK_AHEAD] if lines[other].language == line.language
        ]
        enough = 7 if has_han(line.text) else 20
        if len(line.text) >= enough or not any(len(other.text) > 1.5 * len(line.text) for other in later):
            titles[line.language] = index
    return titles
