"""The search index in SQLite: FTS5 over the tokens of a table of words.

The tokens are in their final form, so FTS5 only has to part them at the spaces: its tokenizer `ascii` takes every other
character as a letter, whatever Unicode it was taught. It keeps no text of its own: what it is told of a row is written
here in one step with the row, and only its own check reads the tokens again, by a view that is made for it.

FTS5 stores with every token of a passage how far its row number is from the one before, in as many bytes as it takes.
So rows are numbered one after the other instead of by the keys, which are far apart: a rebuild numbers them by date,
and what comes later follows, the newest as a rule. It is by these numbers that "the newest" are found here, exactly so
after a rebuild; an older article that is added to an archive counts as new until then.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.db import connection

from interviews.indexing.tables import FILED, Row, Tables
from interviews.search.expression import Columns, Expression, fts5
from interviews.search.tokens import characters, spread

PLACE = "place"
PENDING = 1 << 26  # bytes of a batch that FTS5 gathers before it writes them: fewer pieces to merge
PAGES = 1 << 16  # KiB of pages in memory: what does not fit is written, and read again, in the midst of a batch
JOURNAL = 1 << 14  # pages in the journal before the disk is waited for, by whoever writes next: 64 MiB, several batches
AUTOMERGE, CRISIS = 4, 16  # FTS5 merges pieces of one size by and by, and at once where they are this many
TOGETHER = 400  # keys asked for at once
MERGED = 4000  # pages at a time: a moment in which editors wait


def creation(tables: Tables) -> Iterator[str]:
    """Yield the statements that make a table and its index."""
    texts = ", ".join(f"{column} text NOT NULL DEFAULT ''" for column in tables.kept)
    yield (
        f"CREATE TABLE {tables.passages} "
        f"({PLACE} integer PRIMARY KEY, id integer NOT NULL UNIQUE, interview integer, {texts})"
    )
    yield f"CREATE INDEX {tables.passages}_interview ON {tables.passages} (interview) WHERE interview IS NOT NULL"
    # What is completed while somebody types begins with one letter, two, three.
    options = [f"content='{tables.passages}_tokens'", f"content_rowid='{PLACE}'", "tokenize='ascii'", "columnsize=0"]
    options += ["prefix='1 2 3'"] if tables.named else []
    # FTS5 stores a column's number with each of its tokens, but for the first column, which so should be a full one.
    yield f"CREATE VIRTUAL TABLE {tables.index} USING fts5({', '.join([*tables.indexed, *options])})"


def add(tables: Tables, rows: Sequence[Row]) -> None:
    """Add passages to a table, or overwrite them."""
    known = _known(tables, [row.key for row in rows])
    placed = [(known[row.key][0], row) for row in rows if row.key in known]
    placed += enumerate((row for row in rows if row.key not in known), start=_last_place(tables) + 1)
    remove(tables, list(known))
    columns = [PLACE, "id", "interview", *tables.kept]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {tables.passages} ({', '.join(columns)}) VALUES ({_placeholders(columns)})",  # noqa: S608
            [(place, row.key, row.interview, *tables.keeps(row)) for place, row in placed],
        )
        cursor.executemany(
            f"INSERT INTO {tables.index} (rowid, {', '.join(tables.indexed)}) "  # noqa: S608
            f"VALUES (%s, {_placeholders(tables.indexed)})",
            [(place, *tables.indexes(row)) for place, row in placed],
        )


def remove(tables: Tables, keys: Sequence[int]) -> None:
    """Remove the passages with some keys from a table."""
    known = _known(tables, keys)
    _forget(tables, known.values())
    with connection.cursor() as cursor:
        places = [(place,) for place, _row in known.values()]
        cursor.executemany(f"DELETE FROM {tables.passages} WHERE {PLACE} = %s", places)  # noqa: S608


def _known(tables: Tables, keys: Sequence[int]) -> dict[int, tuple[int, Row]]:
    """The rows that are there, with their numbers, by their keys."""
    found: dict[int, tuple[int, Row]] = {}
    read = f"SELECT {PLACE}, id, interview, {', '.join(tables.kept)} FROM {tables.passages}"  # noqa: S608
    with connection.cursor() as cursor:
        for start in range(0, len(keys), TOGETHER):
            some = keys[start : start + TOGETHER]
            cursor.execute(f"{read} WHERE id IN ({_placeholders(some)})", some)
            for place, key, interview, *kept in cursor.fetchall():
                found[key] = (place, tables.row(key, interview, kept))
    return found


def _forget(tables: Tables, known: Iterable[tuple[int, Row]]) -> None:
    """Let the index forget rows as they are; FTS5 has to be told what it was told of them."""
    indexed = tables.indexed
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {tables.index} ({tables.index}, rowid, {', '.join(indexed)}) "  # noqa: S608
            f"VALUES ('delete', %s, {_placeholders(indexed)})",
            [(place, *tables.indexes(row)) for place, row in known],
        )


def _last_place(tables: Tables) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT max({PLACE}) FROM {tables.passages}")  # noqa: S608
        return cursor.fetchone()[0] or 0


def _placeholders(values: Sequence) -> str:
    return ", ".join(["%s"] * len(values))


def removal(tables: Tables) -> Iterator[str]:
    """Yield the statements that remove a table and its index."""
    yield f"DROP TABLE IF EXISTS {tables.index}"
    yield f"DROP TABLE IF EXISTS {tables.passages}"


def fits(tables: Tables, columns: Columns, expression: Expression) -> tuple[str, list[str]]:
    """Return the condition that a passage fits an expression in some columns, and its values."""
    return f"{tables.index} MATCH %s", [fts5(expression, columns)]


def newest(tables: Tables, read: Sequence[str], condition: str) -> Iterator[tuple[str, list[int]]]:
    """Yield the statement that reads columns of the passages that meet a condition, the newest first.

    Before them stands what `counting` counts from. The number of rows follows the values of the condition, and of
    these those that are given here: none.
    """
    chosen = ", ".join([f"{tables.index}.rowid", *(f"p.{column}" for column in read)])
    yield (
        f"SELECT {chosen} FROM {tables.index} JOIN {tables.passages} AS p ON p.{PLACE} = {tables.index}.rowid "  # noqa: S608
        f"WHERE {condition} ORDER BY {tables.index}.rowid DESC LIMIT %s",
        [],
    )


def counting(tables: Tables, condition: str) -> str:
    """Return the statement that counts what meets a condition from a passage on; that one's place is its last value."""
    return f"SELECT count(*) FROM {tables.index} WHERE {condition} AND {tables.index}.rowid >= %s"  # noqa: S608


def check(tables: Tables) -> None:
    """Let FTS5 compare its index with the table; raises DatabaseError where it finds a fault.

    It reads the tokens from a view, which is there in this transaction alone.
    """
    for name, work in (("spread", spread), ("characters", characters)):
        connection.connection.create_function(name, 1, work, deterministic=True)
    shown = [f"spread({words}) AS {column}" for words, column in zip(tables.words, tables.tokens, strict=True)]
    shown += [
        f"characters({words}) AS {column}" for words, column in zip(tables.words, tables.characters, strict=False)
    ]
    view = f"{tables.passages}_tokens"
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE VIEW {view} AS SELECT {PLACE}, {', '.join(shown)}, {FILED} FROM {tables.passages}"  # noqa: S608
        )
        cursor.execute(f"INSERT INTO {tables.index} ({tables.index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        cursor.execute(f"DROP VIEW {view}")


def settle(tables: Tables) -> bool:
    """Merge some pages of an index that was just filled; returns whether there is more to merge."""
    # A negative number also merges what FTS5 would leave for later; where it counts one change or none, all is done.
    statement = f"INSERT INTO {tables.index} ({tables.index}, rank) VALUES ('merge', %s)"  # noqa: S608
    before = connection.connection.total_changes
    with connection.cursor() as cursor:
        cursor.execute(statement, [-MERGED])
    if more := connection.connection.total_changes - before > 1:
        return more
    _configure(tables, automerge=AUTOMERGE, crisismerge=CRISIS)
    return False


def fill(tables: Tables) -> None:
    """Prepare an index for being filled: its pieces are merged at the end, by `settle`.

    Debian's SQLite writes zeros over every page that it gives up, which doubles what is written here, where merged
    pieces and the index before this one are given up. What is withdrawn or redacted is another connection's work.
    """
    with connection.cursor() as cursor:
        # Of this connection alone, and until it ends.
        cursor.execute(f"PRAGMA cache_size = {-PAGES}")
        cursor.execute("PRAGMA secure_delete = OFF")
        cursor.execute(f"PRAGMA wal_autocheckpoint = {JOURNAL}")
    _configure(tables, hashsize=PENDING, automerge=0, crisismerge=1000)


def _configure(tables: Tables, **settings: int) -> None:
    with connection.cursor() as cursor:
        for setting, value in settings.items():
            statement = f"INSERT INTO {tables.index} ({tables.index}, rank) VALUES ('{setting}', {value})"  # noqa: S608
            cursor.execute(statement)
