"""The search index in SQLite: FTS5 over a table of tokens, kept in step with it by triggers on that table.

The tokens are in their final form, so FTS5 only has to part them at the spaces: its tokenizer `ascii` takes every other
character as a letter, whatever Unicode it was taught.

FTS5 stores with every token of a passage how far its row number is from the one before, in as many bytes as that takes.
So rows are numbered densely, one after the other within each day, instead of by the keys, which are far apart.
"""

from collections.abc import Iterator, Sequence

from django.db import connection

from interviews.indexing import keys
from interviews.search.expression import Expression, fts5

FURTHER = ("names", "filed")
PLACE_BITS = 20  # a million passages a day
MERGED = 4000  # pages at a time: a moment in which editors wait


def creation(passages: str, index: str, columns: Sequence[str]) -> Iterator[str]:
    """Yield the statements that make the tables of a generation."""
    indexed = [*columns, *FURTHER]
    texts = ", ".join(f"{column} text NOT NULL DEFAULT ''" for column in indexed)
    yield (
        f"CREATE TABLE {passages} (place integer PRIMARY KEY, id integer NOT NULL UNIQUE, interview integer, {texts})"
    )
    yield f"CREATE INDEX {passages}_interview ON {passages} (interview) WHERE interview IS NOT NULL"
    names = ", ".join(indexed)
    source = f"content='{passages}', content_rowid='place'"
    yield f"CREATE VIRTUAL TABLE {index} USING fts5({names}, {source}, tokenize='ascii')"
    old, new = (", ".join(f"{side}.{column}" for column in indexed) for side in ("old", "new"))
    delete = f"INSERT INTO {index} ({index}, rowid, {names}) VALUES ('delete', old.place, {old});"  # noqa: S608
    insert = f"INSERT INTO {index} (rowid, {names}) VALUES (new.place, {new});"  # noqa: S608
    yield f"CREATE TRIGGER {passages}_added AFTER INSERT ON {passages} BEGIN {insert} END"
    yield f"CREATE TRIGGER {passages}_removed AFTER DELETE ON {passages} BEGIN {delete} END"
    yield f"CREATE TRIGGER {passages}_changed AFTER UPDATE ON {passages} BEGIN {delete} {insert} END"


def addition(passages: str, columns: Sequence[str]) -> str:
    """Return the statement that adds a passage, or overwrites it; the values are those of `row`."""
    changing = ", ".join(f"{column} = excluded.{column}" for column in columns[1:])
    place = f"(SELECT coalesce(max(place) + 1, %s) FROM {passages} WHERE place >= %s AND place < %s)"  # noqa: S608
    return (
        f"INSERT INTO {passages} (place, {', '.join(columns)}) "  # noqa: S608
        f"VALUES ({', '.join([place, *['%s'] * len(columns)])}) ON CONFLICT (id) DO UPDATE SET {changing}"
    )


def row(key: int, values: Sequence) -> list:
    """Return what `addition` takes: where a passage of this key belongs, then its key and the other columns."""
    first, beyond = span(key, (keys.day_of(key) + 1) << keys.DAY_SHIFT)
    return [first, first, beyond, key, *values]


def span(lowest: int, highest: int) -> tuple[int, int]:
    """Return the places that the keys from one day up to another have; days are whole."""
    return _first_place(keys.day_of(lowest)), _first_place(keys.day_of(highest))


def _first_place(day: int) -> int:
    """The first place of a day; there is no end to those before all days and after them, of undated and of records."""
    if day <= 0:
        return -(1 << 60)
    return 1 << 60 if day > keys.RECORD_DAY else day << PLACE_BITS


def removal(passages: str, index: str) -> Iterator[str]:
    """Yield the statements that remove the tables of a generation."""
    yield f"DROP TABLE IF EXISTS {index}"
    yield f"DROP TABLE IF EXISTS {passages}"


def fits(index: str, columns: Sequence[str], expression: Expression) -> tuple[str, list[str]]:
    """Return the condition that a passage fits an expression in some of its columns, and its values."""
    return f"{index} MATCH %s", [fts5(expression, list(columns), "filed")]


def newest(passages: str, index: str, read: Sequence[str], condition: str) -> str:
    """Return the statement that reads columns of the passages that meet a condition, the newest first.

    Three values follow those of the condition: the two of `span`, and the number of rows.
    """
    chosen = ", ".join(f"p.{column}" for column in read)
    return (
        f"SELECT {chosen} FROM {index} JOIN {passages} AS p ON p.place = {index}.rowid "  # noqa: S608
        f"WHERE {condition} AND {index}.rowid >= %s AND {index}.rowid < %s ORDER BY {index}.rowid DESC LIMIT %s"
    )


def problems(index: str) -> Iterator[str]:
    """Yield the statements by which FTS5 checks its index against the table; each raises where it finds a fault."""
    yield f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"  # noqa: S608


def settle(passages: str, index: str) -> bool:
    """Merge some pages of an index that was just filled; returns whether there is more to merge."""
    # A negative number also merges what FTS5 would leave for later; where it counts one change or none, all is done.
    statement = f"INSERT INTO {index} ({index}, rank) VALUES ('merge', %s)"  # noqa: S608
    before = connection.connection.total_changes
    with connection.cursor() as cursor:
        cursor.execute(statement, [-MERGED])
    return connection.connection.total_changes - before > 1
