"""Whether the index says what the rows say."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import nullcontext

from django.conf import settings
from django.db import DatabaseError, connection

from interviews.indexing import generations, keys, updating
from interviews.indexing.generations import Generation
from interviews.indexing.passages import Interviews, Passage, published_batches
from interviews.indexing.records import RECORDS
from interviews.models import Interview
from interviews.writing import writing


def stale() -> bool:
    """Return whether the index was made by another tokenizer or for other languages than the archive has now."""
    if not generations.exist():
        return True
    try:
        return not generations.live().is_current
    except LookupError:
        return True


def warning() -> str:
    """Return what to say at the start of a server whose index is stale, in one line; "" where all is well."""
    try:
        if not stale():
            return ""
    except DatabaseError as error:
        return f"The search index cannot be read: {error}"
    if settings.READ_ONLY:
        return "The search index is stale: make it anew in the archive that this one is a copy of."
    return "The search index is stale: run `manage.py search_rebuild`."


def faults(advance: Callable[[int], None] = lambda _count: None) -> Iterator[str]:
    """Yield a sentence for every passage whose tokens are not those of its rows, and for what the database finds.

    `advance` is told of every batch how many interviews are done. Raises LookupError where there is no index. A
    read-only archive cannot let SQLite look into its own index, which it does by a statement that writes.
    """
    live = generations.live()
    if stale():
        yield "the index was made by another tokenizer, or for other languages than the settings name"
    for some in published_batches():
        with _still():
            wanted = {passage.key: passage for passage in Interviews(some).passages()}
            stored = updating.of_interviews(live, some)
        yield from _differences(live, stored, wanted)
        advance(len(some))
    yield from _hidden(live)
    for kind in RECORDS:
        with _still():
            found = list(_record_faults(live, kind))
        yield from found
    if not settings.READ_ONLY:
        yield from _database(live)


def _still() -> object:
    """A look at rows and index in which no editor comes between."""
    return nullcontext() if settings.READ_ONLY else writing()


def _differences(
    live: Generation, stored: Mapping[int, tuple], wanted: Mapping[int, Passage], known: Collection[int] = ()
) -> Iterator[str]:
    for key, passage in wanted.items():
        if key not in stored:
            yield f"passage {key} is missing"
        elif stored[key] != updating.texts(live, passage):
            yield f"passage {key} holds other tokens than its rows"
    yield from (_stray(key) for key in sorted({*stored, *known} - wanted.keys()))


def _stray(key: int) -> str:
    return f"passage {key} stands for nothing that readers may see"


def _hidden(live: Generation) -> Iterator[str]:
    """What is left of interviews that readers may not see, and what belongs to none."""
    published, values = Interview.objects.published().order_by().values("pk").query.sql_with_params()
    statement = (
        f"SELECT id FROM {live.passages} WHERE id < %s AND "  # noqa: S608
        f"(interview IS NULL OR interview NOT IN ({published})) ORDER BY id"
    )
    yield from (_stray(key) for (key,) in generations.rows(statement, [keys.FIRST_RECORD, *values]))


def _record_faults(live: Generation, kind: str) -> Iterator[str]:
    """What is wrong with the records of a kind; archives have thousands, not millions."""
    wanted = {passage.key: passage for passage in RECORDS[kind].passages(kind)}
    stored = updating.stored(live, list(wanted))
    known = [key for some in generations.keys_between(live, *keys.span_of_records(kind)) for key in some]
    yield from _differences(live, stored, wanted, known)


def _database(live: Generation) -> Iterator[str]:
    for statement in generations.backend().problems(live.index):
        try:
            with writing(), connection.cursor() as cursor:
                cursor.execute(statement)
        except DatabaseError as error:
            yield f"the index itself is damaged: {error}"
