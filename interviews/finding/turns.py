"""Turns as hits show them, read without what hits do not need."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from django.db import connection

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
    read = sorted(_rows(list(turns))) if turns else []
    people = _people({row[4] for row in read if row[4]})
    stored = Turn._meta.get_field("segments")
    return {
        pk: Spoken(
            number,
            people.get(speaker),
            stored.from_db_value(segments, None, connection),
            Text(dict(zip(language.languages(), texts, strict=True))),
        )
        for _interview, _position, pk, number, speaker, segments, *texts in read
    }


def _rows(turns: list[int]) -> list[tuple]:
    """The rows: a statement that is put together for each question takes ten times as long as to ask it."""
    plain = ("interview_id", "position", "id", "number", "speaker_id", "segments")
    columns, places = ", ".join([*plain, *language.columns("text")]), ", ".join(["%s"] * len(turns))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {Turn._meta.db_table} WHERE id IN ({places})", turns)  # noqa: S608
        return cursor.fetchall()


def _people(wanted: set[int]) -> Mapping[int, Speaker]:
    known = records(current(), Speaker, wanted) if wanted else {}
    # Who speaks without being among an interview's people is in no catalog.
    others = wanted - known.keys()
    return {**known, **(Speaker.objects.in_bulk(others) if others else {})}
