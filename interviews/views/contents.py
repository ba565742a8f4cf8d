"""What stands around the text of an interview: its contents, its summary, who asks."""

import re
from dataclasses import dataclass

from django.utils import formats, translation
from django.utils.translation import gettext_lazy as _

from interviews.bilingual.asking import asked
from interviews.transcripts.transcript import Text, Transcript

LATIN_END = re.compile(r"[!-~]+$")
KINDS = {"published": _("As published"), "condensed": _("Condensed account"), "fictional": _("Fictional sample")}


@dataclass(frozen=True)
class Entry:
    """One line of the page's contents: the turn it leads to and what is asked there."""

    number: int
    text: Text


def contents(transcript: Transcript) -> list[Entry]:
    """Return the questions and headings of an interview, each cut to what it asks."""
    return [
        Entry(turn.number, Text({code: asked(text, code) for code, text in turn.text.items()}))
        for turn in transcript.turns
        if turn.kind in {"question", "heading"}
    ]


def summary(transcript: Transcript, code: str, longest: int = 160) -> str:
    """Return the first words of the editor's note, or of the first turn, in one language, cut at `longest`."""
    notes = [transcript.editors_note, *(turn.text for turn in transcript.turns)]
    text = " ".join(next((note[code] for note in notes if code in note), "").split())
    if len(text) <= longest:
        return text
    cut, rest = text[: longest - 1], text[longest - 1 :]
    # Latin words are not cut in two; Chinese ones have no spaces between them and may be.
    whole = LATIN_END.sub("", cut).rstrip() if rest[0].isascii() and not rest[0].isspace() else cut.rstrip()
    return (whole or cut) + "…"


def asking(transcript: Transcript, code: str) -> str:
    """Return who asks where no person does: the publication, or the word for a question, in that language."""
    if code in transcript.publication:
        return transcript.publication[code]
    with translation.override(code):
        return translation.pgettext("who speaks", "Question")


@dataclass(frozen=True)
class Citation:
    """What stands behind a copied passage in one language, and how that language quotes and joins."""

    code: str
    text: str
    quotes: str
    joint: str


def citation(transcript: Transcript, code: str) -> Citation:
    """Return the title, publication, date and kind of text of an interview as one language writes a citation."""
    with translation.override(code):
        title = transcript.title.get(code) or next(iter(transcript.title.values()), "")
        publication = transcript.publication.get(code, "")
        date = (
            formats.date_format(transcript.published_at.astimezone(), "DATE_FORMAT") if transcript.published_at else ""
        )
        kind = str(KINDS.get(transcript.text_kind, ""))
        stop = translation.pgettext("between the parts of a citation", ". ")
        text = stop.join(filter(None, (title, publication, date, kind)))
        return Citation(
            code,
            text,
            translation.pgettext("quotation marks around a passage", "“…”"),
            translation.pgettext("between a speaker and what is cited", ", in: "),
        )
