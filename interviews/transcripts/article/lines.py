"""The pasted text as clean lines: invisible characters out, leftover entities decoded, each with its number."""

import html
import re
from dataclasses import dataclass, field

from .language import language_of

MAXIMUM_CHARACTERS = 4_000_000
# A long article has four hundred.
MAXIMUM_LINES = 2_000

_PHYSICAL = re.compile(r"\r\n|\n|\r")
_WITHIN = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_FULL_STOP = re.compile(r"[。！？!?….;；:：][”’\"')）\]】》」』]*$")


@dataclass(frozen=True)
class Line:
    """One non-blank line of the input: its number from 1, its clean text, and whether a blank line stands before it."""

    number: int
    text: str
    after_blank: bool = False
    language: str = field(default="", compare=False)

    @property
    def ends_a_sentence(self) -> bool:
        """Whether the line ends with punctuation that may end a paragraph."""
        return ends_a_sentence(self.text)


def clean(text: str) -> str:
    """Return a text without invisible characters, with leftover entities decoded (also twice escaped ones)."""
    for _ in range(2):
        if "&" in text:
            text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    return _SURROGATE.sub("\ufffd", _INVISIBLE.sub("", text))


def read_lines(text: str) -> list[Line]:
    """Return the non-blank lines of a pasted article.

    Raises ValueError for what is too large to be one article, or holds nothing.
    """
    if len(text) > MAXIMUM_CHARACTERS:
        raise ValueError(f"the text is longer than {MAXIMUM_CHARACTERS:,} characters: that is not one article")
    lines: list[Line] = []
    after_blank = False
    for number, raw in enumerate(_PHYSICAL.split(text), start=1):
        for part in _WITHIN.split(clean(raw)) if raw and not raw.isspace() else ():
            if stripped := part.strip():
                lines.append(Line(number, stripped, after_blank, language_of(stripped)))
                after_blank = False
        if not lines or lines[-1].number != number:
            after_blank = True
        if len(lines) > MAXIMUM_LINES:
            raise ValueError(f"the text has more than {MAXIMUM_LINES:,} lines: that is not one article")
    if not lines:
        raise ValueError("the text is empty")
    return lines


def ends_a_sentence(text: str) -> bool:
    """Say whether a text ends with punctuation that may end a paragraph, closing quotes and brackets aside."""
    return _FULL_STOP.search(text[-12:]) is not None
