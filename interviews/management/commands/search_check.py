"""`manage.py search_check`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from interviews.indexing import checking, generations
from interviews.management.progress import over_interviews


class Command(BaseCommand):
    help = "Compare the search index with the rows, and let the database look into its own part of it."

    def handle(self, *args: Any, **options: Any) -> None:
        count = 0
        try:
            if not generations.exist():
                raise LookupError("there is none yet, `manage.py prepare` makes it")
            with over_interviews("Checking") as advance:
                for fault in checking.faults(advance):
                    count += 1
                    self.stdout.write(fault)
        except (DatabaseError, LookupError) as error:
            raise CommandError(f"The search index cannot be read: {error}.") from None
        if count:
            raise CommandError(f"{count:,} {'faults' if count > 1 else 'fault'}: `manage.py search_rebuild` mends it.")
        self.stdout.write("The index says what the rows say.")
