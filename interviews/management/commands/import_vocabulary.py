"""`manage.py import_vocabulary`."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from interviews.storage.vocabulary import VocabularyError, import_vocabulary, read_vocabulary

RESULTS = ("added", "replaced", "kept", "unchanged")


class Command(BaseCommand):
    help = "Import technical terms with their names and definitions, and note which turns use them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        sample = settings.BASE_DIR / "fixtures" / "vocabulary.json"
        parser.add_argument("file", nargs="?", type=Path, default=sample, metavar="FILE", help="by default the sample")
        parser.add_argument("--replace", action="store_true", help="overwrite the terms that say something else")

    def handle(self, *args: Any, **options: Any) -> None:
        path = options["file"]
        try:
            entries = read_vocabulary(json.loads(path.read_text(encoding="utf-8-sig")))
            results = import_vocabulary(entries, replace=options["replace"])
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}.") from None
        except json.JSONDecodeError as error:
            raise CommandError(f"{path}, line {error.lineno}: {error.msg}.") from None
        except (UnicodeDecodeError, VocabularyError) as error:
            raise CommandError(f"{path}: {error}.") from None
        report = ", ".join(f"{results[result]} {result}" for result in RESULTS if results[result]) or "no term"
        self.stdout.write(f"{report}." + (" Use --replace to overwrite what was kept." if results["kept"] else ""))
