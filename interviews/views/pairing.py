"""Paragraphs that stand under each other, parted so that a sentence and its counterpart are near each other."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from unicodedata import east_asian_width

# In columns of Latin letters: about three lines of a phone. What is shorter joins its neighbor.
SHORTEST = 100
# The style sheet orders so many groups of a row.
MOST = 24


def width(text: str) -> int:
    """Return how many columns of Latin letters a text takes; a full-width character takes two."""
    if text.isascii():
        return len(text)
    widths = [*map(east_asian_width, text)]
    return len(widths) + widths.count("W") + widths.count("F")


def groups(paragraphs: Sequence[Mapping[int, str]]) -> dict[int, int]:
    """Return the group, from 0, that each segment of the given paragraphs belongs to.

    Each paragraph maps the numbers of its segments, the same in every language, to what they say in its language.
    A paragraph that stands alone, beside an empty one or with text without a segment (number 0), is one group.
    """
    numbers = sorted({number for paragraph in paragraphs for number in paragraph})
    if len(paragraphs) < 2 or not all(paragraphs) or 0 in numbers:
        return dict.fromkeys(numbers, 0)
    widths = [max(width(paragraph.get(number, "")) for paragraph in paragraphs) for number in numbers]
    return dict(zip(numbers, _places(widths), strict=True))


def _places(widths: Sequence[int]) -> list[int]:
    """A group that has become long enough is followed by another, unless too little is left for one."""
    left = list(accumulate(reversed(widths)))[::-1]
    places, filled = [0], widths[0]
    for this, rest in zip(widths[1:], left[1:], strict=True):
        begins = filled >= SHORTEST and rest >= SHORTEST // 2 and places[-1] + 1 < MOST
        places.append(places[-1] + begins)
        filled = this if begins else filled + this
    return places
