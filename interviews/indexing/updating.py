"""Changed rows into the index, in the transaction of the change; every generation takes part."""

from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from django.db import models

from interviews.indexing import forming, generations, keys
from interviews.indexing.passages import Interviews, Passage
from interviews.indexing.records import KINDS_OF, MARKS, RECORDS
from interviews.indexing.tables import Row, Tables

BATCH = 400


def reindex_interviews(interviews: Collection[int]) -> None:
    """Bring the index up to date with some interviews, whatever happened to them.

    `interviews` are their keys; a deleted or hidden one leaves the index. So do the records that no other interview
    shows, and those that it is the first to show come in.
    """
    concerned: set[str] = set()
    for some in _batched(sorted(set(interviews))):
        read = Interviews(some)
        parts, names = list(read.passages()), list(read.names())
        for generation in generations.every():
            known = of_interviews(generation.interviews, some)
            # What is named before and after is in use before and after; what it says did not change here.
            concerned |= _marks(kept[0] for kept in known.values()) ^ _marks(each.filed for each in parts)
            _write(generation.interviews, known, parts)
            _write(generation.records, of_interviews(generation.records, some), names)
    for model, rows in _records(concerned).items():
        reindex_records(model, rows)


def reindex_records(model: type[models.Model], rows: Collection[int]) -> None:
    """Bring the index up to date with some speakers, topics, terms or conferences, by their keys."""
    for kind in KINDS_OF[model]:
        for some in _batched(sorted(set(rows))):
            wanted = list(RECORDS[kind].passages(kind, some))
            known = [keys.of_record(kind, row) for row in some]
            for generation in generations.every():
                _write(generation.records, stored(generation.records, known), wanted)


def add(tables: Tables, rows: Iterable[Row]) -> None:
    """Add rows to a table, some at a time; one that is there already is overwritten."""
    rows = iter(rows)
    while some := list(islice(rows, BATCH)):
        generations.backend().add(tables, some)


def _write(tables: Tables, known: dict[int, tuple], passages: Iterable[Passage]) -> None:
    """Turn what is kept into what is wanted; what is the same already is left alone."""
    wanted = {row.key: row for row in forming.rows(tables, passages)}
    for some in _batched([key for key in known if key not in wanted]):
        generations.backend().remove(tables, some)
    add(tables, [row for row in wanted.values() if known.get(row.key) != tables.keeps(row)])


def stored(tables: Tables, keys: Sequence[int]) -> dict[int, tuple]:
    """Return what is kept of passages by their keys; those that a table lacks are left out."""
    return {key: kept for some in _batched(keys) for key, kept in _stored(tables, "id", some).items()}


def of_interviews(tables: Tables, interviews: Sequence[int]) -> dict[int, tuple]:
    """Return what is kept of all passages of some interviews, by their keys."""
    return _stored(tables, "interview", interviews)


def present(tables: Tables, interviews: Sequence[int]) -> set[int]:
    """Return which of some interviews have passages in a table."""
    places = ", ".join(["%s"] * len(interviews))
    statement = f"SELECT DISTINCT interview FROM {tables.passages} WHERE interview IN ({places})"  # noqa: S608
    return {interview for (interview,) in generations.rows(statement, interviews)}


def _stored(tables: Tables, column: str, values: Sequence[int]) -> dict[int, tuple]:
    columns, places = ", ".join(["id", *tables.kept]), ", ".join(["%s"] * len(values))
    where = f"{column} IN ({places})"
    found = generations.rows(f"SELECT {columns} FROM {tables.passages} WHERE {where}", values)  # noqa: S608
    return {row[0]: row[1:] for row in found}


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
