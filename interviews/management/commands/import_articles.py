"""`manage.py import_articles`."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import track

from interviews import importing
from interviews.management.statistics import gather_statistics


class Command(BaseCommand):
    help = "Import articles (text or Transcript JSON) from files or folders; a sidecar NAME.toml may stand beside each."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--publish", action="store_true", help="publish what is new instead of leaving drafts")
        parser.add_argument("--replace", action="store_true", help="apply a changed source to its draft")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            files = importing.article_files(options["paths"])
        except FileNotFoundError as error:
            raise CommandError(f"There is no file or folder {error}.") from None
        if not files:
            raise CommandError("There is no article (.txt or .json) in the given folders.")
        outcomes = importing.import_files(files, publish=options["publish"], replace=options["replace"])
        console = Console(stderr=True)
        self.over_a_bar = console if len(files) > 1 and console.is_terminal else None
        results: Counter[str] = Counter()
        for outcome in track(
            outcomes, "Importing", total=len(files), console=console, disable=not self.over_a_bar, transient=True
        ):
            results[outcome.result] += 1
            self.report(outcome, verbose=options["verbosity"] > 1)
        gather_statistics()
        self.stdout.write(", ".join(f"{count} {result}" for result, count in sorted(results.items())) + ".")
        if results["failed"]:
            raise CommandError(f"{results['failed']} of {len(files)} files could not be imported.")

    def report(self, outcome: importing.Outcome, *, verbose: bool) -> None:
        """Write one line about a file, and one for each finding that a person should look at."""
        detail = f": {outcome.detail}" if outcome.detail else ""
        stream = self.stderr if outcome.result in {"failed", "differs"} else self.stdout
        self.write(stream, f"{outcome.result:<9}  {outcome.path}{detail}")
        for finding in outcome.findings:
            if verbose or finding.kind != "dropped":
                place = f"line {finding.line}: " if finding.line else ""
                self.write(self.stdout, f"           {finding.kind}: {place}{finding.why}")

    def write(self, stream: Any, line: str) -> None:
        """Write a line, above the progress bar where there is one."""
        if self.over_a_bar:
            self.over_a_bar.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            stream.write(line)
