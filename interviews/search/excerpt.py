"""The sentence that answers, cut to what fits, with what was asked for marked. Fragments of text, never HTML."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from interviews.search.phrases import Span
from interviews.search.tokens import is_unspaced

LONGEST = 280  # in the width of a Latin letter; a Chinese character takes two
FIRST_WIDE = "\u2e80"
WIDE = re.compile(f"[{FIRST_WIDE}-\U0010ffff]+")


class Fragment(NamedTuple):
    """A run of an excerpt; `hit` where it is what was asked for."""

    text: str
    hit: bool = False


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return stretches of a text in order, those that touch made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def excerpt(text: str, found: Sequence[Span], longest: int = LONGEST) -> list[Fragment]:
    """Return a text as fragments with its marks, cut around the first of them where it is longer than fits.

    `longest` is a width in Latin letters. What was left out is an ellipsis.
    """
    start, end = _window(text, found, longest)
    fragments, at = [], start
    if start:
        fragments.append(Fragment("…"))
    for first, last in found:
        if last <= start or first >= end:
            continue
        first, last = max(first, start), min(last, end)
        fragments += [Fragment(text[at:first]), Fragment(text[first:last], hit=True)]
        at = last
    fragments.append(Fragment(text[at:end]))
    if end < len(text):
        fragments.append(Fragment("…"))
    return [fragment for fragment in fragments if fragment.text]


def _window(text: str, found: Sequence[Span], longest: int) -> Span:
    if width(text) <= longest:
        return 0, len(text)
    first = found[0] if found else (0, 0)
    start, end = first
    room = longest - width(text[start:end])
    back = _reach(text, range(start - 1, -1, -1), room // 3)
    start -= back
    room = longest - width(text[start:end])
    end += _reach(text, range(end, len(text)), room)
    return _at_words(text, start, end, first)


def _reach(text: str, places: Iterable[int], room: int) -> int:
    """How many characters fit into a width."""
    count = 0
    for place in places:
        room -= _width(text[place])
        if room < 0:
            break
        count += 1
    return count


def _at_words(text: str, start: int, end: int, kept: Span) -> Span:
    """The stretch without the halves of Latin words at its ends; what was asked for stays."""
    while 0 < start < kept[0] and _inside_word(text, start):
        start += 1
    while kept[1] < end < len(text) and _inside_word(text, end):
        end -= 1
    return start, end


def _inside_word(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    return before.isalnum() and after.isalnum() and not is_unspaced(before) and not is_unspaced(after)


def width(text: str) -> int:
    """Return how wide a text is set, in Latin letters."""
    return len(text) if text.isascii() else 2 * len(text) - len(WIDE.sub("", text))


def _width(character: str) -> int:
    return 1 if character < FIRST_WIDE else 2
