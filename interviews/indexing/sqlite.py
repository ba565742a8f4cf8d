"""The search index in SQLite: FTS5 over a table of tokens, kept in step with it by triggers on that table.

The tokens are in their final form, so FTS5 only has to part them at the spaces: its tokenizer `ascii` takes every other
character as a letter, whatever Unicode it was taught.

FTS5 stores with every token of a passage how far its row number is from the one before, in as many bytes as it takes.
So rows are numbered one after the other instead of by the keys, which are far apart: a rebuild numbers them by date,
and what comes later follows, the newest as a rule. It is by these numbers that "the newest" are found here, exactly so
after a rebuild; an older article that is added to an archive counts as new until then.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.db import connection

from interviews.indexing import keys
from interviews.search.expression import Expression, fts5

FURTHER = ("filed", "names")
FIRST_RECORD = 1 << 40  # records are numbered apart from the parts of interviews
BEYOND = 1 << 60
PENDING = 1 << 26  # bytes of a batch that FTS5 gathers before it writes them: fewer pieces to merge
AUTOMERGE = 4  # FTS5 merges pieces of one size by and by; while an index is filled that is left for its end
TOGETHER = 400  # keys asked for at once
MERGED = 4000  # pages at a time: a moment in which editors wait


def creation(passages: str, index: str, columns: Sequence[str]) -> Iterator[str]:
    """Yield the statements that make the tables of a generation."""
    # The marks come first: what is read of every hit then stands on the row's first page, before its long texts.
    indexed = [*FURTHER, *columns]
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
    yield f"CREATE TRIGGER {passages}_removed AFTER DELETE ON {passages} BEGIN {delete} END"
    yield f"CREATE TRIGGER {passages}_changed AFTER UPDATE ON {passages} BEGIN {delete} {insert} END"


def add(passages: str, index: str, columns: Sequence[str], rows: Sequence[Sequence]) -> None:
    """Add passages to a table, or overwrite them; a row is a key, an interview or None, and the texts of `columns`."""
    known = _known(passages, [key for key, *_rest in rows])
    new = [row for row in rows if row[0] not in known]
    placed = [*_placed(passages, new, records=False), *_placed(passages, new, records=True)]
    names = ", ".join(columns)
    texts = ", ".join(["%s"] * len(columns))
    changing = ", ".join(f"{column} = %s" for column in ["interview", *columns])
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {passages} (place, id, interview, {names}) VALUES (%s, %s, %s, {texts})",  # noqa: S608
            placed,
        )
        # By itself instead of by a trigger, this takes half the time.
        cursor.executemany(
            f"INSERT INTO {index} (rowid, {names}) VALUES (%s, {texts})",  # noqa: S608
            [(place, *said) for place, _key, _interview, *said in placed],
        )
        cursor.executemany(
            f"UPDATE {passages} SET {changing} WHERE id = %s",  # noqa: S608
            [(*rest, key) for key, *rest in rows if key in known],
        )


def _known(passages: str, wanted: Sequence[int]) -> set[int]:
    found: set[int] = set()
    with connection.cursor() as cursor:
        for start in range(0, len(wanted), TOGETHER):
            some = wanted[start : start + TOGETHER]
            places = ", ".join(["%s"] * len(some))
            cursor.execute(f"SELECT id FROM {passages} WHERE id IN ({places})", some)  # noqa: S608
            found.update(key for (key,) in cursor.fetchall())
    return found


def _placed(passages: str, rows: Iterable[Sequence], *, records: bool) -> list[tuple]:
    """The rows of one kind with their numbers, which go on from the highest one."""
    first, beyond = span(records=records)
    with connection.cursor() as cursor:
        highest = f"SELECT max(place) FROM {passages} WHERE place >= %s AND place < %s"  # noqa: S608
        cursor.execute(highest, [first, beyond])
        next_one = (cursor.fetchone()[0] or first - 1) + 1
    chosen = (row for row in rows if (row[0] >= keys.FIRST_RECORD) == records)
    return [(place, *row) for place, row in enumerate(chosen, start=next_one)]


def span(*, records: bool) -> tuple[int, int]:
    """Return the first number of all records, or of all parts of interviews, and the one after the last."""
    return (FIRST_RECORD, BEYOND) if records else (1, FIRST_RECORD)


def removal(passages: str, index: str) -> Iterator[str]:
    """Yield the statements that remove the tables of a generation."""
    yield f"DROP TABLE IF EXISTS {index}"
    yield f"DROP TABLE IF EXISTS {passages}"


def fits(index: str, columns: Sequence[str], expression: Expression) -> tuple[str, list[str]]:
    """Return the condition that a passage fits an expression in some of its columns, and its values."""
    return f"{index} MATCH %s", [fts5(expression, list(columns), "filed")]


def newest(passages: str, index: str, read: Sequence[str], condition: str) -> str:
    """Return the statement that reads columns of the passages that meet a condition, the newest first.

    Before them stands what `span` and `counting` measure. Three values follow those of the condition: the two of
    `span`, and the number of rows.
    """
    chosen = ", ".join([f"{index}.rowid", *(f"p.{column}" for column in read)])
    return (
        f"SELECT {chosen} FROM {index} JOIN {passages} AS p ON p.place = {index}.rowid "  # noqa: S608
        f"WHERE {condition} AND {index}.rowid >= %s AND {index}.rowid < %s ORDER BY {index}.rowid DESC LIMIT %s"
    )


def counting(passages: str, index: str, condition: str) -> str:
    """Return the statement that counts what meets a condition; the two values of a span follow those of it."""
    return f"SELECT count(*) FROM {index} WHERE {condition} AND {index}.rowid >= %s AND {index}.rowid < %s"  # noqa: S608


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
    if more := connection.connection.total_changes - before > 1:
        return more
    _configure(index, automerge=AUTOMERGE)
    return False


def fill(index: str) -> None:
    """Prepare an index for being filled: its pieces are merged at the end, by `settle`."""
    _configure(index, hashsize=PENDING, automerge=0)


def _configure(index: str, **settings: int) -> None:
    with connection.cursor() as cursor:
        for setting, value in settings.items():
            cursor.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('{setting}', {value})")  # noqa: S608
