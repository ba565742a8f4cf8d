"""Shows what the parser understands of one article; writes nothing anywhere."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from interviews.formats.json import as_data
from interviews.management.article_table import print_article
from interviews.transcripts import article
from interviews.transcripts.article.decoding import decode
from interviews.transcripts.findings import Finding


class Command(BaseCommand):
    help = "Print what is understood of an article: its fields, speakers, turns and findings. Nothing is stored."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="a pasted article as plain text; - reads standard input")
        parser.add_argument("--json", action="store_true", help="print the transcript and its findings as JSON")

    def handle(self, *, file, **options):
        try:
            text, encoding = decode(sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes())
            parsed = article.parse(text)
        except (OSError, ValueError) as error:
            raise CommandError(f"{file}: {error}") from None
        if encoding != "utf-8":
            parsed = replace(
                parsed, findings=(Finding(1, "unsure", "", f"the file was read as {encoding}"), *parsed.findings)
            )
        if options["json"]:
            findings = [vars(finding) for finding in parsed.findings]
            shown = {**as_data(parsed.transcript), "findings": findings}
            self.stdout.write(json.dumps(shown, ensure_ascii=False, indent=2))
        else:
            print_article(parsed, self.stdout)
