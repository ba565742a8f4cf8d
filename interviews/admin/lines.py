r"""Lists as an editor types them: one item a line, and pairs as "role: name".

What would be read as something else is written with a backslash before it (`\:`, `\\`, a line break as `\n`), so
that every list comes back as it was.
"""

import re
from collections.abc import Iterable

BREAKS = {"\n": r"\n", "\r": r"\r"}
COLON = re.compile(r"(?P<role>(?:\\.|[^\\:：])*)[:：](?P<name>.*)")
TRIMMED = re.compile(r"[ \t]*((?:\\.|[^\\]|\\$)*?)[ \t]*")


def write(items: Iterable[str]) -> str:
    """Return a list of strings as lines."""
    return "\n".join(map(_escape, items))


def read(text: str) -> list[str]:
    """Return the strings of some lines; blank lines say nothing."""
    return [_unescape(line) for line in _lines(text)]


def write_pairs(pairs: Iterable[tuple[str, str]]) -> str:
    """Return pairs as lines of "role: name"."""
    return "\n".join(f"{_escape(role, colons=True)}: {_escape(name)}" for role, name in pairs)


def read_pairs(text: str) -> list[tuple[str, str]]:
    """Return the pairs of some lines, parted by the first colon of either width; raises ValueError with the line."""
    pairs = []
    for line in _lines(text):
        found = COLON.fullmatch(line)
        if not found or not found["name"].strip(" \t"):
            raise ValueError(line)
        pairs.append((_unescape(found["role"]), _unescape(found["name"])))
    return pairs


def _lines(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [line for line in lines if line.strip(" \t")]


def _escape(text: str, *, colons: bool = False) -> str:
    text = re.sub(r"[\\:：]" if colons else r"\\", r"\\\g<0>", text)
    for character, written in BREAKS.items():
        text = text.replace(character, written)
    # Blanks at the ends are taken off when read; a backslash keeps those that belong to the text.
    return re.sub(r"^[ \t]|[ \t]$", r"\\\g<0>", text)


def _unescape(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "r": "\r"}.get(found[1], found[1]), TRIMMED.fullmatch(text)[1])
