"""Align the sentences of an article, turn by turn."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from interviews.bilingual.alignment import paragraphs
from interviews.bilingual.lexicon import Lexicon
from interviews.transcripts import article
from interviews.transcripts.article.decoding import decode
from interviews.transcripts.transcript import Transcript


class Command(BaseCommand):
    help = "Align the sentences of an article's turns in its languages."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the article as plain text")
        parser.add_argument("--json", action="store_true", help="print JSON instead of lines to read")

    def handle(self, *, file: Path, json: bool, **options: object) -> None:
        transcript = _transcript(file)
        rows = list(_rows(transcript, Lexicon.open(settings.DATA_DIR)))
        self.stdout.write(_dump(rows) if json else "\n".join(_lines(rows)))


def _transcript(path: Path) -> Transcript:
    try:
        text, _encoding = decode(path.read_bytes())
        return article.parse(text).transcript
    except (OSError, ValueError) as error:
        raise CommandError(f"{path}: {error}") from error


def _rows(transcript: Transcript, lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    languages = sorted(transcript.languages, key=[code for code, _name in settings.LANGUAGES].index)
    for turn in transcript.turns:
        texts = {language: turn.text[language] for language in languages if language in turn.text}
        for number, groups in enumerate(paragraphs(texts, lexicon), start=1):
            pairs = [
                {
                    language: [texts[language][start:end] for start, end in group.get(language, [])]
                    for language in languages
                }
                for group in groups
            ]
            yield {"turn": turn.number, "paragraph": number, "pairs": pairs}


def _dump(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _lines(rows: list[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        yield f"Turn {row['turn']}, paragraph {row['paragraph']}"
        for pair in row["pairs"]:
            yield from (f"  {language}: {' '.join(sentences) or '-'}" for language, sentences in pair.items())
            yield ""
