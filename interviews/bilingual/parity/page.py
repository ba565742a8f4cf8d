"""A text that is read fact by fact: what one reader has taken, the next does not see."""

import re
from collections.abc import Iterator

TAKEN = "\0"

# One character for one, so that a place in the read text is a place in the printed one.
_PLAIN = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，：；！？（）"}
    | dict.fromkeys("–—－‐‑−", "-")
    | dict.fromkeys("～〜∼", "~")
    | dict.fromkeys("\u3000\u00a0\u2009\u202f", " ")
    | dict.fromkeys("’‘", "'")
    | {"µ": "μ", "⩾": "≥", "≧": "≥", "⩽": "≤", "≦": "≤", "∶": ":", "：": ":"}
)


class Page:
    """A text with its characters made plain (full-width digits, dashes), on which readers mark what they took."""

    def __init__(self, text: str) -> None:
        self.printed = text
        self.text = text.translate(_PLAIN)

    def take(self, start: int, end: int) -> str:
        """Mark a stretch as taken and return it as printed, without white space around it."""
        self.text = self.text[:start] + TAKEN * (end - start) + self.text[end:]
        return self.printed[start:end].strip()

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Go over the matches in what is still free; a match may be taken on the way."""
        yield from pattern.finditer(self.text)

    def drop(self, pattern: re.Pattern[str]) -> None:
        """Take away what looks like a fact and is none."""
        self.text = pattern.sub(lambda match: TAKEN * len(match[0]), self.text)
