"""`manage.py backup`."""

import sqlite3
from argparse import ArgumentParser
from contextlib import closing
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection


class Command(BaseCommand):
    help = "Copy the SQLite database into one file, also while the archive runs; the copy can be served read-only."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        if connection.vendor != "sqlite":
            raise CommandError("This archive is not kept in SQLite: on PostgreSQL use pg_dump.")
        if file.exists():
            raise CommandError(f"{file} exists already; a backup never overwrites one.")
        # Under its own name it is either whole or not there.
        unfinished = file.with_name(file.name + ".unfinished")
        try:
            unfinished.unlink(missing_ok=True)
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(unfinished)])
            check(unfinished)
            unfinished.rename(file)
        except (OSError, DatabaseError, sqlite3.Error) as error:
            unfinished.unlink(missing_ok=True)
            raise CommandError(f"No backup was made: {error}.") from None
        self.stdout.write(f"{file} holds the archive ({file.stat().st_size:,} bytes).")


def check(copy: Path) -> None:
    """Read a copied database from end to end; raises sqlite3.DatabaseError where it is not whole."""
    with closing(sqlite3.connect(copy)) as opened:
        (verdict,) = opened.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)
