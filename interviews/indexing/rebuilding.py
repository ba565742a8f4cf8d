"""The index made anew from the rows, while the old one goes on answering."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from django.db import DatabaseError, connection

from interviews.indexing import generations, updating
from interviews.indexing.generations import Generation
from interviews.indexing.passages import Interviews, published_batches
from interviews.indexing.records import RECORDS
from interviews.writing import writing


class OvertakenError(RuntimeError):
    """Another rebuild began after this one and took its place."""


def rebuild(advance: Callable[[int], None] = lambda _count: None) -> int:
    """Build a new generation, then let it be the one that is read and remove the others; returns its passages' number.

    `advance` is told of every batch how many interviews are done. Readers find the old index until the end; what
    editors change meanwhile goes into both. What a build that was broken off has left behind is removed. Raises
    OvertakenError where another rebuild has begun since.
    """
    new = _begin()
    try:
        for some in published_batches():
            with _step(new):
                updating.add(new, Interviews(some).passages())
            advance(len(some))
        with _step(new):
            for kind, record in RECORDS.items():
                updating.add(new, record.passages(kind))
        _settle(new)
        return _take_over(new)
    except BaseException:
        with suppress(DatabaseError):
            _abandon(new)
        raise


def _begin() -> Generation:
    with writing():
        # Made before the unfinished ones are removed, so that it has a number that no other build takes for its own.
        new = generations.create()
        generations.backend().fill(new.index)
        for unfinished in [each for each in generations.every() if not each.complete and each != new]:
            generations.drop(unfinished)
    return new


@contextmanager
def _step(new: Generation) -> Iterator[None]:
    """A part of the work, between the writes of editors: what is read in it is what they have left."""
    with writing():
        if new not in generations.every():
            raise OvertakenError("another rebuild has begun since, and goes on")
        yield


def _settle(new: Generation) -> None:
    """Make the new index small and fast, in steps that let editors through."""
    more = True
    while more:
        with _step(new):
            more = generations.backend().settle(new.passages, new.index)


def _take_over(new: Generation) -> int:
    with _step(new), connection.cursor() as cursor:
        generations.complete(new)
        for old in [each for each in generations.every() if each.number < new.number]:
            generations.drop(old)
        cursor.execute(f"SELECT count(*) FROM {new.passages}")  # noqa: S608
        return cursor.fetchone()[0]


def _abandon(new: Generation) -> None:
    with writing():
        if new in generations.every():
            generations.drop(new)
