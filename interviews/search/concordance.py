"""A word in its contexts: what stands before and behind each place where it is said, and the orders of such lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interviews.search.excerpt import width
from interviews.search.phrases import LETTER, Span
from interviews.search.tokens import WORDS, fold, is_unspaced

WIDTH = 44  # of a context, in Latin letters; a Chinese character takes two
# What a context is cut between: words, and single characters of anything else.
UNITS = re.compile(f"{LETTER}+|.", re.DOTALL)


@dataclass(frozen=True)
class Context:
    """A stretch of a text with what stands around it, all on one line."""

    left: str
    keyword: str
    right: str

    @classmethod
    def of(cls, text: str, span: Span, widest: int = WIDTH) -> "Context":
        """Return a stretch of a text in its context; either side holds the whole words that fit into a width."""
        start, end = span
        before = _line(text[max(0, start - 4 * widest) : start])
        behind = _line(text[end : end + 4 * widest])
        left = [*_fitting(reversed(UNITS.findall(before)), widest)]
        right = _fitting(iter(UNITS.findall(behind)), widest)
        return cls("".join(reversed(left)).lstrip(), _line(text[start:end]), "".join(right).rstrip())

    @property
    def by_left(self) -> tuple[str, ...]:
        """What lines are sorted by for their left context: its words and characters, the nearest first."""
        return tuple(reversed(_words(self.left)))

    @property
    def by_right(self) -> tuple[str, ...]:
        """What lines are sorted by for their right context."""
        return tuple(_words(self.right))


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _fitting(units: Iterator[str], room: int) -> Iterator[str]:
    for unit in units:
        room -= width(unit)
        if room < 0:
            return
        yield unit


def _words(text: str) -> list[str]:
    words = WORDS.findall(fold(text))
    return [piece for word in words for piece in (word if is_unspaced(word) else [word])]
