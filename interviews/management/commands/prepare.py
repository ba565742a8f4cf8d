"""`manage.py prepare`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from interviews.bilingual.lexicon import Lexicon
from interviews.indexing import checking
from interviews.management.statistics import gather_statistics
from interviews.models import Interview


class Command(BaseCommand):
    help = "Bring the tables up to date before serving; a read-only archive is left as it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--samples", type=Path, metavar="FOLDER", help="publish these articles in an empty archive")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.READ_ONLY:
            self.look()
            return
        self.reach()
        self.stdout.write("Bringing the tables up to date.")
        call_command("migrate", interactive=False, verbosity=0)
        self.stdout.write("Looking after the dictionary that aligns sentences; the first time takes some seconds.")
        Lexicon.open(settings.DATA_DIR)
        self.index()
        if (samples := options["samples"]) and not Interview.objects.exists():
            self.stdout.write(f"The archive is empty: importing the articles in {samples}.")
            call_command("import_articles", samples, publish=True)
            call_command("import_vocabulary")
        gather_statistics()

    def index(self) -> None:
        """Make a stale search index anew; where that fails, the archive is served all the same, with the old one."""
        if not checking.stale():
            return
        self.stdout.write("The search index is stale: making it anew. A million turns take some minutes.")
        try:
            call_command("search_rebuild", stdout=self.stdout)
        except CommandError as error:
            self.stderr.write(str(error))

    def reach(self) -> None:
        """Fail in plain words where there is no database, or one that cannot hold every script."""
        try:
            with connection.cursor() as cursor:
                if connection.vendor == "postgresql":
                    cursor.execute("SHOW server_encoding")
                    (encoding,) = cursor.fetchone()
                    if encoding != "UTF8":
                        raise CommandError(f"The database is encoded as {encoding}; it has to be made with UTF8.")
        except DatabaseError as error:
            raise CommandError(f"The database cannot be opened: {error}") from None

    def look(self) -> None:
        """Read one row, so that a read-only archive without a database fails at its start and in plain words."""
        try:
            published = Interview.objects.published().count()
        except DatabaseError as error:
            place = settings.DATA_DIR if connection.vendor == "sqlite" else "the database of DATABASE_URL"
            raise CommandError(f"There is no archive to read in {place}: {error}.") from None
        self.stdout.write(f"READ_ONLY is set: {published} interviews are served as they are.")
