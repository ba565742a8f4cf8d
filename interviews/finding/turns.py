"""Turns as hits show them, read without what hits do not need."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from interviews.catalog import current
from interviews.catalog.rows import records
from interviews.models import Speaker, Turn, language
from interviews.transcripts.transcript import Text


class Spoken(NamedTuple):
    """A turn: its number on the page, who speaks, the stored alignment, and the text in every language."""

    number: int
    speaker: Speaker | None
    segments: Mapping[str, Any]
    text: Text


def spoken(turns: Collection[int]) -> dict[int, Spoken]:
    """Return turns by their keys, in the order of the interview; those that are gone are left out."""
    # A row's values take half the time of the row: an instance fills and checks columns that nobody looks at.
    rows = Turn.objects.filter(pk__in=list(turns)).order_by("interview", "position")
    read = list(rows.values_list("pk", "number", "speaker", "segments", *language.columns("text"))) if turns else []
    people = _people({row[2] for row in read if row[2]})
    return {
        pk: Spoken(number, people.get(speaker), segments, Text(dict(zip(language.languages(), texts, strict=True))))
        for pk, number, speaker, segments, *texts in read
    }


def _people(wanted: set[int]) -> Mapping[int, Speaker]:
    known = records(current(), Speaker, wanted) if wanted else {}
    # Who speaks without being among an interview's people is in no catalog.
    others = wanted - known.keys()
    return {**known, **(Speaker.objects.in_bulk(others) if others else {})}
