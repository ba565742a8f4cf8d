"""The promise that no line is lost, kept by looking: each line's words stand in the transcript or in a finding."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from interviews.transcripts.findings import Finding
from interviews.transcripts.transcript import Transcript

from . import names
from .career_sections import is_subheading
from .credits import read_credits, read_facts
from .dates import leading_span
from .labels import read_label
from .parts import BIOGRAPHY, LABEL, Item
from .sections import TAGS

_NO_WORD = re.compile(r"[\W_]+")
# What a field leaves out of a line: an item's number, the degrees behind a name.
_WITHOUT = re.compile(rf"^(?:\d{{1,2}}[.、．)）]|[(（]\d{{1,2}}[)）])\s{{0,2}}|{names.DEGREES}\s?[:：]?$")
# Looking for every line in everything is quadratic; beyond this many characters looked at, a text is no article.
_MOST_LOOKS = 150_000_000


def uncovered(items: list[Item], transcript: Transcript, findings: list[Finding]) -> list[Finding]:
    """Return an `unsure` finding for each item of which the transcript and the findings say nothing."""
    whole = "\n".join(_plain(text) for text in _strings(transcript))
    spoken_of = {finding.line for finding in findings}
    looks = 0
    missing: list[Finding] = []
    for item in items:
        if item.line.number in spoken_of or looks > _MOST_LOOKS:
            continue
        looks += len(whole)
        if not _is_held(item, whole):
            missing.append(Finding(item.line.number, "unsure", item.line.text, "could not be placed"))
    return missing


def _is_held(item: Item, whole: str) -> bool:
    if item.zone == TAGS or (item.zone == BIOGRAPHY and is_subheading(item.text)):
        return True
    if any(_plain(text) in whole for text in _contents(item)):
        return True
    label = read_label(item.text) if len(item.text) < 300 else None
    return label is not None and _plain(label.name) in whole and _plain(label.rest) in whole


def _contents(item: Item) -> Iterator[str]:
    """What must be found of a line: its text without label, or without its date or heading."""
    yield item.text
    if item.kind == LABEL and not item.text:
        yield ""
    bare = _WITHOUT.sub("", item.text)
    yield bare
    if span := leading_span(bare):
        yield span.rest
    if read_facts(bare) or read_credits(bare):
        yield ""
    if match := re.match(r"^[^:：]{1,30}[:：](.+)$", bare, re.DOTALL):
        yield match[1]
        if span := leading_span(match[1].strip()):
            yield span.rest


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _strings(getattr(value, one.name))


def _plain(text: str) -> str:
    return _NO_WORD.sub("", text)
