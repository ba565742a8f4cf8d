"""Whether the index says what the rows say."""

from collections.abc import Callable, Iterator

from django.db import DatabaseError, connection

from interviews.indexing import generations, updating
from interviews.indexing.generations import Generation
from interviews.indexing.passages import Interviews, Passage, published_batches
from interviews.indexing.records import RECORDS


def stale() -> bool:
    """Return whether the index was made by another tokenizer or for other languages than the archive has now."""
    return not generations.live().is_current


def faults(advance: Callable[[int], None] = lambda _count: None) -> Iterator[str]:
    """Yield a sentence for every passage whose tokens are not those of its rows, and for what the database finds.

    `advance` is told of every batch how many interviews are done.
    """
    live = generations.live()
    if stale():
        yield "the index was made by another tokenizer, or for other languages than the settings name"
    seen: set[int] = set()
    for some in published_batches():
        yield from _differences(live, list(Interviews(some).passages()), seen)
        advance(len(some))
    for kind, record in RECORDS.items():
        yield from _differences(live, list(record.passages(kind)), seen)
    for (key,) in generations.rows(f"SELECT id FROM {live.passages} ORDER BY id"):  # noqa: S608
        if key not in seen:
            yield f"passage {key} stands for nothing that readers may see"
    yield from _database(live)


def _differences(live: Generation, wanted: list[Passage], seen: set[int]) -> Iterator[str]:
    stored = updating.stored(live, [passage.key for passage in wanted])
    for passage in wanted:
        seen.add(passage.key)
        if passage.key not in stored:
            yield f"passage {passage.key} is missing"
        elif stored[passage.key] != updating.texts(live, passage):
            yield f"passage {passage.key} holds other tokens than its rows"


def _database(live: Generation) -> Iterator[str]:
    for statement, values in generations.backend().problems(live.passages, live.index):
        try:
            with connection.cursor() as cursor:
                cursor.execute(statement, values)
        except DatabaseError as error:
            yield f"the index itself is damaged: {error}"
