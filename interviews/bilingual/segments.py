"""The stored alignment of a turn: which stretch of one language stands beside which stretch of the others."""

import hashlib
import json
import re
from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

VERSION = "paragraphs-1"
PARAGRAPH = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)


def fingerprint(texts: Mapping[str, str]) -> str:
    """Return the hash that says from which texts an alignment was made."""
    return hashlib.sha256(json.dumps(dict(sorted(texts.items())), ensure_ascii=False).encode()).hexdigest()


def align(texts: Mapping[str, str]) -> dict[str, Any]:
    """Return the alignment of a turn's texts, one segment for each paragraph in its place.

    Gives `{"version", "hash", "items"}`; each item maps a language to `[start, end]`, the offsets of its stretch in
    the text; a language that has nothing there is left out.
    """
    spans = [[(language, found.span()) for found in PARAGRAPH.finditer(text)] for language, text in texts.items()]
    items = [{language: list(span) for language, span in filter(None, row)} for row in zip_longest(*spans)]
    return {"version": VERSION, "hash": fingerprint(texts), "items": items}


def is_current(stored: Mapping[str, Any], texts: Mapping[str, str]) -> bool:
    """Return whether a stored alignment was made from these texts by this aligner."""
    return stored.get("version") == VERSION and stored.get("hash") == fingerprint(texts)
