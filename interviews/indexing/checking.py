"""Whether the index says what the rows say."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import nullcontext

from django.conf import settings
from django.db import DatabaseError

from interviews.indexing import forming, generations, updating
from interviews.indexing.generations import Generation
from interviews.indexing.passages import Interviews, Passage, published_batches
from interviews.indexing.records import RECORDS
from interviews.indexing.tables import Tables
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
    """Yield a sentence for every passage whose words are not those of its rows, and for what the database finds.

    `advance` is told of every batch how many interviews are done. Raises LookupError where there is no index. A
    read-only archive cannot let SQLite look into its own index, which it does by a statement that writes.
    """
    live = generations.live()
    if stale():
        yield "the index was made by another tokenizer, or for other languages than the settings name"
    titles: set[int] = set()
    for some in published_batches():
        with _still():
            read = Interviews(some)
            wanted = [(live.interviews, list(read.passages())), (live.records, list(read.names()))]
            stored = [updating.of_interviews(tables, some) for tables, _passages in wanted]
        for (tables, passages), kept in zip(wanted, stored, strict=True):
            yield from _differences(tables, kept, passages)
        titles |= stored[1].keys()
        advance(len(some))
    yield from _hidden(live)
    with _still():
        found = list(_record_faults(live, titles))
    yield from found
    if not settings.READ_ONLY:
        yield from _database(live)


def _still() -> object:
    """A look at rows and index in which no editor comes between."""
    return nullcontext() if settings.READ_ONLY else writing()


def _differences(tables: Tables, stored: Mapping[int, tuple], passages: Iterable[Passage]) -> Iterator[str]:
    wanted = {row.key: tables.keeps(row) for row in forming.rows(tables, passages)}
    for key, kept in wanted.items():
        if key not in stored:
            yield f"passage {key} is missing"
        elif stored[key] != kept:
            yield f"passage {key} holds other words than its rows"
    yield from (_stray(key) for key in sorted(stored.keys() - wanted.keys()))


def _stray(key: int) -> str:
    return f"passage {key} stands for nothing that readers may see"


def _hidden(live: Generation) -> Iterator[str]:
    """What is left of interviews that readers may not see, and what belongs to none."""
    published, values = Interview.objects.published().order_by().values("pk").query.sql_with_params()
    statement = (
        f"SELECT id FROM {live.interviews.passages} "  # noqa: S608
        f"WHERE interview IS NULL OR interview NOT IN ({published}) ORDER BY id"
    )
    yield from (_stray(key) for (key,) in generations.rows(statement, values))


def _record_faults(live: Generation, titles: Set[int]) -> Iterator[str]:
    """What is wrong with the records, and what stands among them for nothing; `titles` are known to be there."""
    known: set[int] = set()
    for kind, record in RECORDS.items():
        wanted = list(record.passages(kind))
        known.update(passage.key for passage in wanted)
        yield from _differences(live.records, updating.stored(live.records, [each.key for each in wanted]), wanted)
    for some in generations.all_keys(live.records):
        yield from (_stray(key) for key in some if key not in known and key not in titles)


def _database(live: Generation) -> Iterator[str]:
    for tables in live.both:
        try:
            with writing():
                generations.backend().check(tables)
        except DatabaseError as error:
            yield f"the index itself is damaged: {error}"
