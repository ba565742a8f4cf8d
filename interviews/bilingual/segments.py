"""The stored alignment of a turn: which stretch of one language stands beside which stretch of the others."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

VERSION = "paragraphs-2"
PARTED_BY = "\n\n"


def fingerprint(texts: Mapping[str, str]) -> str:
    """Return the hash that says from which texts an alignment was made."""
    return hashlib.sha256(json.dumps(dict(sorted(texts.items())), ensure_ascii=False).encode()).hexdigest()


def align(texts: Mapping[str, str]) -> dict[str, Any]:
    """Return the alignment of a turn's texts, one segment for each paragraph in its place.

    Gives `{"version", "hash", "items"}`; each item maps a language to `[start, end]`, the offsets of its stretch in
    the text; a language that has nothing there is left out.
    """
    spans = [[(language, span) for span in paragraphs(text)] for language, text in texts.items()]
    items = [{language: list(span) for language, span in filter(None, row)} for row in zip_longest(*spans)]
    return {"version": VERSION, "hash": fingerprint(texts), "items": items}


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of a text's paragraphs, which a blank line parts; a paragraph of blanks is none."""
    start = 0
    for paragraph in text.split(PARTED_BY):
        if paragraph.strip():
            yield start, start + len(paragraph)
        start += len(paragraph) + len(PARTED_BY)


def is_current(stored: Mapping[str, Any], texts: Mapping[str, str]) -> bool:
    """Return whether a stored alignment was made from these texts by this aligner."""
    return stored.get("version") == VERSION and stored.get("hash") == fingerprint(texts)
