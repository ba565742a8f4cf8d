"""A phrase: how it is asked of the index, and where a text says it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from interviews.search.tokens import UNSPACED, WORDS, beginning, fold, folded_places, is_unspaced, pairs, stem

Span = tuple[int, int]
LETTER = rf"[^\W_{UNSPACED}]"
APART = r"[\W_]"
A_LETTER = re.compile(LETTER)


class Folded:
    """A text in the form in which it is compared, and where each place of that form, its end included, comes from."""

    def __init__(self, text: str) -> None:
        self.folded, self.places = folded_places(text)

    def stretch(self, start: int, end: int) -> Span:
        """Return the stretch of the text that a stretch of its form comes from; the 1 in ½ comes from all of it."""
        last = self.places[end - 1]
        while self.places[end] == last:
            end += 1
        return self.places[start], self.places[end]


@dataclass(frozen=True)
class Phrase:
    """Words that stand one after the other: stems, and runs of characters that are written without spaces.

    `begun` where more of the last word may follow than was typed.
    """

    words: tuple[str, ...]
    begun: bool = False

    @classmethod
    def of(cls, text: str, *, stemmed: bool = True, begun: bool = False) -> "Phrase | None":
        """Return the phrase that a text is, or None for one without a letter or digit.

        Unstemmed phrases are for names, which are completed while somebody types.
        """
        words = WORDS.findall(fold(text))
        return cls(tuple(stem(word) if stemmed else word for word in words), begun) if words else None

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The tokens that follow each other where the phrase is said.

        The last character of a last run is left out: it is part of the pair before it, and the text may go on behind.
        """
        found = [token for word in self.words for token in (pairs(word) if is_unspaced(word) else [word])]
        return tuple(found[:-1] if is_unspaced(self.words[-1]) and len(self.words[-1]) > 1 else found)

    @property
    def prefix(self) -> bool:
        """Whether the last token is but the beginning of one: a single character begins the pairs that it begins."""
        return len(self.words[-1]) == 1 if is_unspaced(self.words[-1]) else self.begun

    @property
    def is_character(self) -> bool:
        """Whether it is one character of those written without spaces, for which the index has columns of their own."""
        return len(self.words) == 1 and len(self.words[0]) == 1 and is_unspaced(self.words[0])

    @cached_property
    def needle(self) -> str:
        """What is looked for in a text's words, which a space parts, begins and ends; a run goes on at either end."""
        before = "" if is_unspaced(self.words[0]) else " "
        behind = "" if self.begun or is_unspaced(self.words[-1]) else " "
        return f"{before}{' '.join(self.words)}{behind}"

    @cached_property
    def _certain(self) -> str:
        """The longest of what stands in every folded text that says the phrase: to look for that alone is quick."""
        return max((word if is_unspaced(word) else beginning(word) for word in self.words), key=len)

    def within(self, other: "Phrase") -> bool:
        """Return whether whatever says another phrase says this one."""
        return self.needle in f" {' '.join(other.words)} "

    def places(self, text: "Folded") -> Iterator[Span]:
        """Yield the stretches in which a text says the phrase, in their order; a phrase that is whole, not begun."""
        if self._certain not in text.folded:
            return
        at, pattern = 0, _pattern(self)
        while found := pattern.search(text.folded, at):
            start, at = found.start(), found.end()
            if self._is_said_by(found.groups()) and not self._goes_on_before(text.folded, start):
                yield text.stretch(start, at)
            else:
                at = start + 1

    def _is_said_by(self, words: Sequence[str]) -> bool:
        wanted = (word for word in self.words if not is_unspaced(word))
        return all(word == asked or stem(word) == asked for word, asked in zip(words, wanted, strict=True))

    def _goes_on_before(self, folded: str, start: int) -> bool:
        """Whether its first word is but the end of a word."""
        return start > 0 and not is_unspaced(self.words[0]) and A_LETTER.match(folded[start - 1]) is not None


@lru_cache(maxsize=2048)
def _pattern(phrase: Phrase) -> re.Pattern[str]:
    """What a folded text looks like where it says a phrase; whether its words have the stems remains to be seen.

    It begins with letters, which are looked for faster than what stands before them is looked at.
    """
    parts = []
    for word, following in zip(phrase.words, [*phrase.words[1:], ""], strict=True):
        if is_unspaced(word):
            between = f"{APART}+" if following and is_unspaced(following) else f"{APART}*"
            parts.append(re.escape(word) + (between if following else ""))
        else:
            begun = re.escape(beginning(word))
            parts.append(f"({begun}{LETTER}*)(?!{LETTER})" + (f"{APART}*" if following else ""))
    return re.compile("".join(parts))
