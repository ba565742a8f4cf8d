"""`manage.py search_rebuild`."""

import time
from concurrent.futures import BrokenExecutor
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from interviews.indexing import generations, rebuilding
from interviews.management.progress import over_interviews
from interviews.management.statistics import gather_statistics
from interviews.models import Turn


class Command(BaseCommand):
    help = "Make the search index anew from the rows; readers and editors go on with the old one meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.READ_ONLY:
            raise CommandError("READ_ONLY is set: make the index anew in the archive that this one is a copy of.")
        began = time.perf_counter()
        try:
            if not generations.exist():
                raise LookupError("there is none yet, `manage.py prepare` makes it")
            with over_interviews("Indexing") as advance:
                passages = rebuilding.rebuild(advance)
            gather_statistics()
            turns = Turn.objects.filter(interview__status="published").count()
        except (DatabaseError, LookupError, BrokenExecutor, rebuilding.OvertakenError) as error:
            raise CommandError(f"The search index was not made anew: {error}.") from None
        seconds = time.perf_counter() - began
        self.stdout.write(
            f"The search index is new: {passages:,} passages in {seconds:.1f} s, {turns / seconds:,.0f} turns a second."
        )
