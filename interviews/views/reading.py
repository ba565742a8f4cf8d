"""A transcript laid out for reading: which languages stand beside each other, row by row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from django.utils import translation

from interviews.transcripts.transcript import Speaker, Text, Transcript, Turn, paragraphs

# The last sentence of a question is what is asked; what stands before it leads up to it.
ASKED = re.compile(r"[^。！？!?.]*(?:\.(?!\s)[^。！？!?.]*)*[？?][”’\"』」]?\s*$")
SHORTEST_QUESTION = 8


@dataclass(frozen=True)
class Cell:
    """What stands in one row in one language; `missing` where the whole turn has no text in it."""

    code: str
    text: str = ""
    missing: bool = False


@dataclass(frozen=True)
class Laid:
    """One turn as rows of paragraphs; `who` is a speaker, or None where the publication speaks."""

    number: int
    kind: str
    who: Speaker | None
    rows: tuple[tuple[Cell, ...], ...]
    elsewhere: tuple[str, ...]


def lay_out(transcript: Transcript, columns: Sequence[str]) -> list[Laid]:
    """Return the turns with their paragraphs paired in the order of `columns`, language codes from the start side.

    A turn that has no text in any of the columns is shown in the language that it has.
    """
    speakers = {speaker.key: speaker for speaker in transcript.speakers}
    return [
        Laid(turn.number, turn.kind, speakers.get(turn.speaker), _rows(turn, columns), tuple(sorted(turn.text)))
        for turn in transcript.turns
    ]


def _rows(turn: Turn, columns: Sequence[str]) -> tuple[tuple[Cell, ...], ...]:
    shown = [code for code in columns if code in turn.text]
    if not shown:
        columns = [next(iter(turn.text), columns[0])]
    sides = [paragraphs(turn.text.get(code, "")) for code in columns]
    return tuple(
        tuple(
            Cell(code, paragraph or "", missing=not side and number == 0)
            for code, side, paragraph in zip(columns, sides, row, strict=True)
        )
        for number, row in enumerate(zip_longest(*sides))
    )


@dataclass(frozen=True)
class Entry:
    """One line of the page's contents: the turn it leads to and what is asked there."""

    number: int
    text: Text


def contents(transcript: Transcript) -> list[Entry]:
    """Return the questions and headings of an interview, each cut to what it asks."""
    return [
        Entry(turn.number, Text({code: _asked(text) for code, text in turn.text.items()}))
        for turn in transcript.turns
        if turn.kind in {"question", "heading"}
    ]


def _asked(text: str) -> str:
    found = ASKED.search(paragraphs(text)[-1]) if paragraphs(text) else None
    asked = found.group().strip() if found else ""
    return asked if len(asked) >= SHORTEST_QUESTION else text


def summary(transcript: Transcript, code: str, longest: int = 160) -> str:
    """Return the first words of the editor's note, or of the first turn, in one language, cut at `longest`."""
    notes = [transcript.editors_note, *(turn.text for turn in transcript.turns)]
    text = next((note[code] for note in notes if code in note), "")
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + "…"


def asking(transcript: Transcript, code: str) -> str:
    """Return who asks where no person does: the publication, or the word for a question, in that language."""
    if code in transcript.publication:
        return transcript.publication[code]
    with translation.override(code):
        return translation.pgettext("who speaks", "Question")
