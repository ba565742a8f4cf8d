"""Lines to paragraphs: what was hard-wrapped is joined again, with a space in Latin text and without one in Chinese."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from .language import has_han
from .lines import Line, ends_a_sentence

_STARTS_ITEM = re.compile(
    r"^(?:[(（\[【]?\d{1,2}[)）\].、．】]|[①-⑳❶-❿]|[•●·▪■◆▲△\-*–—]\s?|[(（][一二三四五六七八九十]{1,2}[)）]"
    r"|[一二三四五六七八九十]{1,2}[、.．]"
    r"|第[一二三四五六七八九十])"
)
_SHORTEST_WRAP = 20
_LONGEST_WRAP = 160


@dataclass
class Paragraph:
    """A paragraph's text, the lines it came from, and the last of them as it was printed."""

    text: str
    line: Line
    last: Line = field(init=False)

    def __post_init__(self) -> None:
        self.last = self.line

    def join(self, line: Line) -> None:
        """Add the next hard-wrapped line."""
        self.text = join(self.text, line.text)
        self.last = line


def join(one: str, two: str) -> str:
    """Join two pieces of one paragraph as their script wants it."""
    between_han = (
        has_han(one[-1:])
        or has_han(two[:1])
        or one[-1:] in "，。；：、！？）】》”"
        or two[:1] in "，。；：、！？（【《“"
    )
    glued = between_han or (one.endswith("-") and len(one) > 1 and one[-2].isalnum() and two[:1].isupper())
    return one + two if glued else f"{one} {two}"


def wrap_width(lines: list[Line]) -> dict[str, int]:
    """Return, for each language, the width at which the input was hard-wrapped; a language that was not is absent."""
    widths: dict[str, list[int]] = {}
    for line, below in pairwise(lines):
        if below.after_blank or below.language != line.language or ends_a_sentence(line.text):
            continue
        if _SHORTEST_WRAP <= len(line.text) <= _LONGEST_WRAP and not _STARTS_ITEM.match(below.text):
            widths.setdefault(line.language, []).append(len(line.text))
    found: dict[str, int] = {}
    for language, lengths in widths.items():
        lengths.sort()
        typical = lengths[(len(lengths) * 3) // 4]
        close = [length for length in lengths if typical * 0.8 <= length <= typical * 1.2]
        if len(close) >= 2 and len(close) * 2 >= len(lengths):
            found[language] = max(close)
    return found


def continues(above: Line, below: Line, width: dict[str, int], prose: bool = True) -> bool:
    """Say whether a line is the hard-wrapped continuation of the one above it.

    In prose a line that ends within a sentence goes on; elsewhere (titles, careers) only a line that is as long as the
    article's own lines does, and one that happens to end a sentence at the margin does so too.
    """
    if below.after_blank or below.number - above.number > 1 or _STARTS_ITEM.match(below.text):
        return False
    if below.language and above.language and below.language != above.language:
        return False
    margin = width.get(above.language)
    if margin is not None and _is_full(above, below, margin):
        return True
    if not prose or ends_a_sentence(above.text) or len(above.text) < _SHORTEST_WRAP:
        return False
    return margin is None or len(above.text) > margin * 0.6


def _is_full(above: Line, below: Line, margin: int) -> bool:
    if len(above.text) > margin * 1.3:
        return False
    if has_han(above.text[-2:]) or has_han(below.text[:2]):
        return len(above.text) >= margin * 0.85
    first_word = below.text.split(" ", 1)[0]
    return len(above.text) + 1 + len(first_word) > margin
