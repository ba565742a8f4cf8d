"""A parsed article as a table that a person can check at a glance."""

from collections.abc import Mapping
from typing import TextIO

from rich import box
from rich.cells import set_cell_size
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from interviews.transcripts.article import Parsed
from interviews.transcripts.transcript import Transcript, paragraphs

_WIDTH = 140
_OPENING = 46


def print_article(parsed: Parsed, out: TextIO) -> None:
    """Print a parsed article: head, speakers, a row for each turn, careers, findings."""
    terminal = bool(getattr(out, "isatty", bool)())
    console = Console(file=out, width=None if terminal else _WIDTH, highlight=False, no_color=not terminal)
    transcript = parsed.transcript
    languages = sorted(transcript.languages, reverse=True)
    console.print(_head(transcript))
    console.print(_speakers(transcript))
    console.print(_turns(transcript, languages))
    console.print(_findings(parsed) if parsed.findings else "No findings: every line stands in a field.")


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, show_edge=False, expand=False)
    for column in columns:
        table.add_column(
            column, justify="right" if column in ("no.", "line", "paragraphs") else "left", overflow="fold"
        )
    return table


def _head(transcript: Transcript) -> Table:
    table = _table("Article", "field", "text")
    conference = transcript.conference
    rows = {
        "title": _both(transcript.title),
        "publication": _both(transcript.publication),
        "column": _both(transcript.column),
        "published": transcript.published_at.isoformat() if transcript.published_at else "",
        "conference": _conference(conference) if conference else "",
        "editor's note": _both({code: _opening(text, 100) for code, text in transcript.editors_note.items()}),
        "credits": "; ".join(f"{credit.role}: {credit.name}" for credit in transcript.credits),
        "tags": "; ".join(" / ".join(tag.values()) for tag in transcript.tags),
        "disclaimer": _both(transcript.disclaimer),
        "funding": _both(transcript.funding),
        "source": transcript.source_url,
    }
    for name, text in rows.items():
        if text:
            table.add_row(name, escape(text))
    return table


def _conference(conference) -> str:
    days = " to ".join(filter(None, (conference.start, conference.end)))
    return "; ".join(
        filter(None, (f"{conference.acronym} {conference.edition}".strip(), *conference.name.values(), days))
    )


def _speakers(transcript: Transcript) -> Table:
    table = _table("Speakers", "key", "name", "honorific", "affiliation", "role", "biography")
    entries = {biography.speaker: biography.entries for biography in transcript.biographies}
    for speaker in transcript.speakers:
        career = entries.get(speaker.key, ())
        dated = sum(1 for entry in career if entry.start)
        count = f"{len(career)} entries, {dated} dated" if career else ""
        texts = (_both(speaker.name), _both(speaker.honorific), _both(speaker.affiliation), speaker.role, count)
        table.add_row(speaker.key, *(escape(text) for text in texts))
    return table


def _turns(transcript: Transcript, languages: list[str]) -> Table:
    table = _table("Turns", "no.", "kind", "speaker", *languages, "paragraphs")
    for turn in transcript.turns:
        openings = [escape(_opening(turn.text.get(code, "—"), _OPENING)) for code in languages]
        counts = " / ".join(str(len(paragraphs(turn.text.get(code, "")))) for code in languages)
        table.add_row(str(turn.number), turn.kind, turn.speaker or "", *openings, counts)
    return table


def _findings(parsed: Parsed) -> Table:
    table = _table("Findings", "line", "kind", "text", "why")
    for finding in parsed.findings:
        table.add_row(str(finding.line), finding.kind, escape(_opening(finding.text, 60)), escape(finding.why))
    return table


def _both(texts: Mapping[str, str]) -> str:
    return "\n".join(texts.values())


def _opening(text: str, cells: int) -> str:
    """The beginning of a text in so many cells of the terminal, where a Han character takes two."""
    line = text.replace("\n", " ")
    cut = set_cell_size(line[: cells + 1], cells).rstrip()
    return cut if cut == line else cut + "…"
