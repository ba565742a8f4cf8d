"""The index made anew from the rows, while the old one goes on answering."""

from collections.abc import Callable

from django.db import connection, transaction

from interviews.indexing import generations, updating
from interviews.indexing.passages import Interviews, published_batches
from interviews.indexing.records import RECORDS


def rebuild(advance: Callable[[int], None] = lambda _count: None) -> int:
    """Build a new generation, then let it be the one that is read and remove the others; returns its passages' number.

    `advance` is told of every batch how many interviews are done. Readers find the old index until the end; what
    editors change meanwhile goes into both. A build that was broken off is removed first.
    """
    with transaction.atomic():
        for unfinished in [each for each in generations.every() if not each.complete]:
            generations.drop(unfinished)
        new = generations.create()
    for some in published_batches():
        with transaction.atomic():
            updating.add(new, Interviews(some).passages())
        advance(len(some))
    with transaction.atomic():
        for kind, record in RECORDS.items():
            updating.add(new, record.passages(kind))
    return _take_over(new)


def _take_over(new: generations.Generation) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in generations.backend().settling(new.index):
            cursor.execute(statement)
        generations.complete(new)
        for old in [each for each in generations.every() if each.number < new.number]:
            generations.drop(old)
        cursor.execute(f"SELECT count(*) FROM {new.passages}")  # noqa: S608
        return cursor.fetchone()[0]
