"""Shows what the languages of an interview tell differently; changes nothing."""

import json
from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from rich.console import Console
from rich.table import Table
from rich.text import Text

from interviews.bilingual import alignment, parity
from interviews.formats import json as json_format
from interviews.models import Interview
from interviews.storage import load
from interviews.transcripts import article
from interviews.transcripts.article.decoding import decode
from interviews.transcripts.transcript import Transcript


class Command(BaseCommand):
    help = "Print the facts (numbers, units, dates, names, negations) that two languages tell differently."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser):
        source = parser.add_mutually_exclusive_group(required=True)
        source.add_argument("file", nargs="?", metavar="FILE", help="an article as plain text, or a transcript as JSON")
        source.add_argument("--all", action="store_true", help="every interview of the archive")
        source.add_argument("--pairs", metavar="FILE", help='lines such as {"zh-hans": "…", "en": "…"}')
        parser.add_argument("--json", action="store_true", help="print the differences as JSON")

    def handle(self, *, file, pairs, **options):
        if pairs:
            for findings in checked_pairs(pairs):
                self.stdout.write(json.dumps({"findings": findings}, ensure_ascii=False))
            return
        try:
            found = list(archive_findings() if options["all"] else transcript_findings(read_transcript(file)))
        except DatabaseError as error:
            raise CommandError(f"The archive cannot be read: {error}") from None
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
        else:
            self.print_table(found)

    def print_table(self, found):
        if not found:
            self.stdout.write("No differences.")
            return
        table = Table(show_lines=True)
        for heading in found[0]:
            table.add_column(heading, overflow="fold")
        for finding in found:
            table.add_row(*(Text(str(value)) for value in finding.values()))
        Console(file=self.stdout, width=None if self.stdout.isatty() else 120).print(table)


def read_transcript(file: str) -> Transcript:
    """Return what a file holds, a transcript as JSON or an article; raises CommandError where it is neither."""
    try:
        text, _encoding = decode(Path(file).read_bytes())
        return json_format.load(text) if text.lstrip().startswith("{") else article.parse(text).transcript
    except (OSError, ValueError) as error:
        raise CommandError(f"{file}: {error}") from None


def archive_findings() -> Iterator[dict]:
    """Yield the differences in every interview of the archive, each with the interview's address."""
    for interview in Interview.objects.whole().order_by("pk").iterator(chunk_size=50):
        yield from ({"interview": interview.slug, **finding} for finding in transcript_findings(load(interview)))


def transcript_findings(transcript: Transcript) -> Iterator[dict]:
    """Yield the differences in a transcript by turn and segment, both counted as in the page's addresses."""
    for turn in transcript.turns:
        segments = [
            {language: turn.text[language][start:end] for language, (start, end) in segment.items()}
            for segment in alignment.segments(turn.text)
        ]
        for place, difference in parity.compare_turn(segments):
            yield {"turn": turn.number, "segment": place + 1, **as_finding(difference)}


def checked_pairs(file: str) -> Iterator[list[dict]]:
    """Yield the differences of each pair in a file of JSON lines; raises CommandError naming a line that is no pair."""
    try:
        lines = Path(file).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{file}: {error}") from None
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield [as_finding(difference) for difference in parity.compare(read_pair(line, f"{file}, line {number}"))]


def read_pair(line: str, place: str) -> dict[str, str]:
    """Return the texts of one JSON line by language; raises CommandError, naming the place, for anything else."""
    try:
        pair = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise CommandError(f"{place}: not JSON: {error}") from None
    if not isinstance(pair, dict):
        raise CommandError(f"{place}: expected an object with a text for each language")
    for language in parity.LANGUAGES:
        if not isinstance(pair.get(language), str):
            raise CommandError(f'{place}: expected a text under "{language}"')
    texts = {language: pair[language] for language in parity.LANGUAGES}
    try:
        "".join(texts.values()).encode()
    except UnicodeEncodeError:
        raise CommandError(f"{place}: holds a lone surrogate, which is no text") from None
    return texts


def as_finding(difference: parity.Difference) -> dict[str, str]:
    """Return a difference as plain data: its kind, and what stands in each language."""
    return {"kind": difference.kind} | {language: difference.printed.get(language, "") for language in parity.LANGUAGES}
