"""The index made anew from the rows, while the old one goes on answering."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress

from django.db import DatabaseError, connection

from interviews.indexing import generations, updating
from interviews.indexing.forming import Forming, forming
from interviews.indexing.forming import rows as rows_here
from interviews.indexing.generations import Generation
from interviews.indexing.passages import Interviews, published_batches
from interviews.indexing.records import RECORDS
from interviews.indexing.tables import Row
from interviews.models import Interview
from interviews.writing import bump_revision, writing


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
        with forming(Interview.objects.published().count()) as rows:
            _fill(new, rows, advance)
        with _step(new):
            for kind, record in RECORDS.items():
                updating.add(new.records, rows_here(new.records, record.passages(kind)))
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
        for tables in new.both:
            generations.backend().fill(tables)
        for unfinished in [each for each in generations.every() if not each.complete and each != new]:
            generations.drop(unfinished)
    return new


def _fill(new: Generation, rows: Forming, advance: Callable[[int], None]) -> None:
    """All interviews, some at a time; the tokens of those that come next are made while these are written."""
    before = None
    for some in [*published_batches(), []]:
        with _step(new):
            read = Interviews(some)
            following = (some, read, rows(new.interviews, read.passages()))
            if before:
                _write(new, *before)
        if before:
            advance(len(before[0]))
        before = following


def _write(new: Generation, some: Sequence[int], read: Interviews, parts: Iterable[Row]) -> None:
    """Interviews that were read a step ago.

    What editors have changed since then is in the new index already, and newer than what was read, or not public.
    """
    left = set(Interview.objects.published().filter(pk__in=some).values_list("pk", flat=True))
    left -= updating.present(new.interviews, some)
    updating.add(new.interviews, (row for row in parts if row.interview in left))
    updating.add(new.records, rows_here(new.records, (name for name in read.names() if name.interview in left)))


@contextmanager
def _step(new: Generation) -> Iterator[None]:
    """A part of the work, between the writes of editors: what is read in it is what they have left."""
    with writing():
        if new not in generations.every():
            raise OvertakenError("another rebuild has begun since, and goes on")
        yield


def _settle(new: Generation) -> None:
    """Make the new index small and fast, in steps that let editors through."""
    for tables in new.both:
        more = True
        while more:
            with _step(new):
                more = generations.backend().settle(tables)


def _take_over(new: Generation) -> int:
    with _step(new), connection.cursor() as cursor:
        generations.complete(new)
        for old in [each for each in generations.every() if each.number < new.number]:
            generations.drop(old)
        bump_revision()  # it may find what the old one did not
        # A title is among the parts of interviews as well as among the names.
        cursor.execute(
            f"SELECT (SELECT count(*) FROM {new.interviews.passages}) + "  # noqa: S608
            f"(SELECT count(*) FROM {new.records.passages} WHERE interview IS NULL)"
        )
        return cursor.fetchone()[0]


def _abandon(new: Generation) -> None:
    with writing():
        if new in generations.every():
            generations.drop(new)
