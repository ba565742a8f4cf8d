"""The stored alignment of a turn: which stretch of one language stands beside which stretch of the others."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from interviews.bilingual import alignment
from interviews.bilingual.lexicon import Lexicon
from interviews.bilingual.sentences import PARAGRAPH

VERSION = "sentences-2"


def fingerprint(texts: Mapping[str, str]) -> str:
    """Return the hash that says from which texts something was made."""
    return hashlib.sha256(json.dumps(dict(sorted(texts.items())), ensure_ascii=False).encode()).hexdigest()


def align(texts: Mapping[str, str], lexicon: Lexicon | None = None) -> dict[str, Any]:
    """Return the alignment of a turn's texts, sentence by sentence.

    Gives `{"version", "hash", "items"}`; each item maps a language to `[start, end]`, the offsets of its stretch in
    the text; a language that has nothing there is left out.
    """
    items = alignment.segments(texts, lexicon)
    return {"version": VERSION, "hash": fingerprint(texts), "items": items}


def by_paragraph(texts: Mapping[str, str]) -> list[dict[str, list[int]]]:
    """Return items as `align` does, a paragraph each in its place: what a page falls back to, at no cost."""
    spans = [[(language, span) for span in paragraphs(text)] for language, text in texts.items()]
    return [{language: list(span) for language, span in filter(None, row)} for row in zip_longest(*spans)]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of a text's paragraphs, which a blank line parts, without the blanks around them."""
    for found in PARAGRAPH.finditer(text):
        yield found.start(), found.start() + len(found.group().rstrip())


def is_current(stored: Mapping[str, Any], texts: Mapping[str, str]) -> bool:
    """Return whether a stored alignment was made from these texts.

    A better aligner is no reason to make it anew: its segments are addresses that readers have.
    """
    return stored.get("hash") == fingerprint(texts)
