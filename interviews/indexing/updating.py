"""Changed rows into the index, in the transaction of the change; every generation takes part."""

from collections.abc import Collection, Iterable, Sequence

from django.db import connection, models

from interviews.indexing import generations, keys
from interviews.indexing.generations import Generation
from interviews.indexing.passages import Interviews, Passage
from interviews.indexing.records import KINDS_OF, MARKS, RECORDS

BATCH = 400


def reindex_interviews(interviews: Collection[int]) -> None:
    """Bring the index up to date with some interviews, whatever happened to them.

    `interviews` are their keys; a deleted or hidden one leaves the index. So do the records that no other interview
    shows, and those that it is the first to show come in.
    """
    concerned: set[str] = set()
    for some in _batched(sorted(set(interviews))):
        wanted = {passage.key: passage for passage in Interviews(some).passages()}
        for generation in generations.every():
            known = of_interviews(generation, some)
            # What is named before and after is in use before and after; what it says did not change here.
            concerned |= _marks(texts[-1] for texts in known.values()) ^ _marks(each.filed for each in wanted.values())
            _write(generation, known, wanted)
    for model, rows in _records(concerned).items():
        reindex_records(model, rows)


def reindex_records(model: type[models.Model], rows: Collection[int]) -> None:
    """Bring the index up to date with some speakers, topics, terms or conferences, by their keys."""
    for kind in KINDS_OF[model]:
        for some in _batched(sorted(set(rows))):
            wanted = {passage.key: passage for passage in RECORDS[kind].passages(kind, some)}
            known = [keys.of_record(kind, row) for row in some]
            for generation in generations.every():
                _write(generation, stored(generation, known), wanted)


def add(generation: Generation, passages: Iterable[Passage]) -> None:
    """Add passages to a generation; one that is there already is overwritten."""
    rows = [(passage.key, passage.interview, *texts(generation, passage)) for passage in passages]
    columns = [*generation.columns, "names", "filed"]
    generations.backend().add(generation.passages, generation.index, columns, rows)


def _write(generation: Generation, known: dict[int, tuple], wanted: dict[int, Passage]) -> None:
    """Turn what is stored into what is wanted; what is the same already is left alone."""
    gone = [key for key in known if key not in wanted]
    for some in _batched(gone):
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {generation.passages} WHERE id IN ({_places(some)})", some)  # noqa: S608
    add(generation, [each for each in wanted.values() if known.get(each.key) != texts(generation, each)])


def stored(generation: Generation, passages: Sequence[int]) -> dict[int, tuple]:
    """Return the texts of passages in a generation by their keys; those that it lacks are left out."""
    return {key: texts for some in _batched(passages) for key, texts in _stored(generation, "id", some).items()}


def of_interviews(generation: Generation, interviews: Sequence[int]) -> dict[int, tuple]:
    """Return the texts of all passages of some interviews in a generation, by their keys."""
    return _stored(generation, "interview", interviews)


def _stored(generation: Generation, column: str, values: Sequence[int]) -> dict[int, tuple]:
    columns = ", ".join(["id", *generation.columns, "names", "filed"])
    where = f"{column} IN ({_places(values)})"
    found = generations.rows(f"SELECT {columns} FROM {generation.passages} WHERE {where}", values)  # noqa: S608
    return {row[0]: row[1:] for row in found}


def texts(generation: Generation, passage: Passage) -> tuple[str, ...]:
    """Return what a generation stores of a passage."""
    return (*(passage.tokens.get(code, "") for code in generation.languages), passage.names, passage.filed)


def _marks(filed: Iterable[str]) -> set[str]:
    return {mark for marks in filed for mark in marks.split()}


def _records(marks: Iterable[str]) -> dict[type[models.Model], set[int]]:
    """The keys of the records that some marks name, by their tables."""
    found: dict[type[models.Model], set[int]] = {}
    for mark in marks:
        if mark[0] in MARKS:
            found.setdefault(MARKS[mark[0]], set()).add(int(mark[1:]))
    return found


def _batched(values: Sequence[int]) -> Iterable[list[int]]:
    return (list(values[start : start + BATCH]) for start in range(0, len(values), BATCH))


def _places(values: Sequence) -> str:
    return ", ".join(["%s"] * len(values))
