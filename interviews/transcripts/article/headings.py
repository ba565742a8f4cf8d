"""Which short lines between the turns are headings of their own."""

import re
from collections.abc import Mapping, Set

from .asking import asks
from .labels import NUMBER, Label
from .language import has_han
from .lines import Line
from .titles import is_title_like

LIST_ITEM = re.compile(
    r"^(?:[(（]?\d{1,2}[)）.、．]|[①-⑳❶-❿]|[•●·▪■◆\-*–]\s|[(（][一二三四五六七八九十]{1,2}[)）]|[a-zA-Z][.)]\s)"
)
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}[\s\u3000]+(?=\S)|[0-9]{1,2}\s?[.、．:：|丨]?\s?(?=\D)|[一二三四五六七八九十]{1,2}\s?[、.．:：]"
    r"|[(（][一二三四五六七八九十0-9]{1,2}[)）]"
    r"|第[一二三四五六七八九十0-9]{1,2}[章节部]|(?:Part|PART|Section|Topic)\s?(?:\d{1,2}|[IVX]{1,4}|One|Two|Three"
    r"|Four|Five)\b"
    r"|[IVX]{1,4}\.\s|[①-⑳❶-❿])"
)
_CONGRESS = re.compile(r"^[A-Z][A-Za-z]{1,9}\s?(?:®|’|')?\s?(?:20)?\d\d$")
_LOOK_AHEAD = 4
_SHORTEST_PARAGRAPH = 30
_SHORTEST_HAN_PARAGRAPH = 15


class Headings:
    """Knows the lines, their labels and which of them are something else, and tells the headings among the rest."""

    def __init__(self, lines: list[Line], labels: Mapping[int, Label], others: Set[int], asked: bool) -> None:
        self.lines, self.labels, self.others, self.asked = lines, labels, others, asked

    def is_heading(self, index: int) -> bool:
        """Say whether the line at a place is a heading."""
        line = self.lines[index]
        if index in self.labels or index in self.others or not line.language:
            return False
        if not is_title_like(line.text) or asks(line.text[-2:]) or _CONGRESS.match(line.text):
            return False
        following = self._next_text(index)
        if following is None:
            return False
        label = self.labels.get(following)
        numbered = _NUMBERED.match(line.text) is not None
        if numbered and index and not line.after_blank and _NUMBERED.match(self.lines[index - 1].text):
            return False  # the last item of a list
        if label is None:
            return not self.asked and self._heads_a_paragraph(index, following, numbered)
        if label.kind == NUMBER:
            return self._stands_apart(index)
        short = len(line.text) <= (40 if has_han(line.text) else 110) and not LIST_ITEM.match(line.text)
        return numbered or (label.asks and self._stands_apart(index)) or (short and self._stands_apart(index))

    def _heads_a_paragraph(self, index: int, following: int, numbered: bool) -> bool:
        """In an article that nobody asks, a short line above running text is a heading."""
        line, below = self.lines[index], self.lines[following]
        shortest = _SHORTEST_HAN_PARAGRAPH if has_han(below.text) else _SHORTEST_PARAGRAPH
        if len(below.text) < shortest or is_title_like(below.text):
            return False
        if numbered:
            return True
        if LIST_ITEM.match(line.text) or not self._stands_apart(index):
            return False
        return below.after_blank or len(line.text) * 2 < len(below.text)

    def _stands_apart(self, index: int) -> bool:
        above = self.lines[index - 1] if index else None
        return above is None or self.lines[index].after_blank or above.ends_a_sentence or self._is_short(index - 1)

    def _is_short(self, index: int) -> bool:
        return is_title_like(self.lines[index].text) or index in self.others

    def _next_text(self, index: int) -> int | None:
        """The next line that is not itself like a heading in the other language."""
        for later in range(index + 1, min(index + _LOOK_AHEAD, len(self.lines))):
            line = self.lines[later]
            if later in self.others:
                return None
            if later in self.labels or line.language == self.lines[index].language or not is_title_like(line.text):
                return later
        return None
