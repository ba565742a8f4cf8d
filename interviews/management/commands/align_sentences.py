"""Align two files of sentences, one sentence a line."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from interviews.bilingual.alignment import align
from interviews.bilingual.lexicon import Lexicon


class Command(BaseCommand):
    help = "Align two files of sentences; prints a line a pair, such as [0,1]:[0], counted from 0."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs=2, type=Path, help="one sentence a line")
        parser.add_argument(
            "--languages",
            nargs=2,
            metavar=("LANGUAGE", "OTHER"),
            default=[code for code, _name in settings.LANGUAGES[:2]],
            help="what the files are written in (default: the first two languages of the settings)",
        )

    def handle(self, *, file: list[Path], languages: list[str], **options: object) -> None:
        left, right = map(_sentences, file)
        for pair in align(left, right, tuple(languages), Lexicon.open(settings.DATA_DIR)):
            self.stdout.write(":".join(f"[{','.join(map(str, indexes))}]" for indexes in pair))


def _sentences(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} cannot be read as UTF-8 text: {error}") from error
    if not text.strip():
        raise CommandError(f"{path} holds no sentence")
    # Only line feeds part sentences: U+2028 and the like may stand inside one.
    return [line.strip() for line in text.removesuffix("\n").split("\n")]
