"""The editor's note: labelled or not, in one language or both, kept once where a lead or abstract repeats it."""

import re

from interviews.transcripts.findings import Finding

from . import parts as places
from .language import language_of
from .paragraphs import Paragraph, continues
from .parts import Item

_LETTERS = re.compile(r"[\W_]+")
_CUT_OFF = re.compile(r"(?:…+|\.{3,}|\[…\]|\[\.\.\.\])[\s\]】）)]*$")
_PIECE = 12


def read_notes(items: list[Item], width: dict[str, int]) -> list[Paragraph]:
    """Return the paragraphs that stand below the labels of notes."""
    found: list[Paragraph] = []
    for item in items:
        if found and item.kind != places.LABEL and continues(found[-1].last, item.line, width):
            found[-1].join(item.line)
        elif item.text:
            found.append(Paragraph(item.text, item.line))
    return found


def without_repetitions(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], list[Finding]]:
    """Return the paragraphs without those that repeat another one, also cut off, and what is to be said of these."""
    kept: list[Paragraph] = []
    findings: list[Finding] = []
    plain = [_plain(paragraph.text) for paragraph in paragraphs]
    for place, paragraph in enumerate(paragraphs):
        others = [
            other for i, other in enumerate(plain[:60]) if i != place and (i < place or not _same(plain[place], other))
        ]
        if len(plain[place]) >= _PIECE and any(_repeats(plain[place], other) for other in others):
            findings.append(Finding(paragraph.line.number, "dropped", paragraph.text, "repeats the editor's note"))
        else:
            kept.append(paragraph)
    return kept, findings


def _plain(text: str) -> str:
    return _LETTERS.sub("", _CUT_OFF.sub("", text)).casefold()


def _same(one: str, two: str) -> bool:
    return one == two


def _repeats(text: str, whole: str) -> bool:
    """Whether nearly every piece of a text stands in another one that is as long or longer."""
    if len(text) > len(whole) * 1.1 or not whole:
        return False
    if text in whole:
        return True
    pieces = [text[start : start + _PIECE] for start in range(0, len(text) - _PIECE + 1, _PIECE)][:60]
    return len(pieces) >= 3 and sum(piece in whole for piece in pieces) >= 0.85 * len(pieces)


def by_language(paragraphs: list[Paragraph]) -> dict[str, str]:
    """Return the texts of paragraphs joined per language, a blank line between two paragraphs."""
    found: dict[str, list[str]] = {}
    last = ""
    for paragraph in paragraphs:
        last = language_of(paragraph.text) or last or "zh-hans"
        found.setdefault(last, []).append(paragraph.text)
    return {language: "\n\n".join(texts) for language, texts in found.items()}
