"""The search index in PostgreSQL: one column of the type tsvector under a GIN index.

The tokens are in their final form, so no text search configuration is involved. Each lexeme is a letter for its column
and the token, so that a question to several columns is one question to the index. Places are not kept: where a phrase
is asked for, its tokens find the passages, and the words of these tell whether they follow each other. So no search
reads a vector, which is long and stands apart from its row.
"""

from collections.abc import Iterable, Iterator, Sequence
from string import ascii_lowercase

from django.db import connection

from interviews.catalog import current
from interviews.indexing.tables import Row, Tables
from interviews.search.expression import Columns, Expression, standing, tsquery

VECTOR = "tokens"
REACHES = (600, 5000, 40_000)  # interviews


def creation(tables: Tables) -> Iterator[str]:
    """Yield the statements that make a table and its index."""
    # Words stay in their row, since they are read with it: of a long row first the vector is moved out.
    filed, *words = tables.kept
    texts = ", ".join(f"{column} text NOT NULL DEFAULT ''" for column in (filed, *words))
    kept = f"id bigint PRIMARY KEY, interview bigint, {texts}, {VECTOR} tsvector NOT NULL DEFAULT ''"
    yield f"CREATE TABLE {tables.passages} ({kept})"
    stored = [f"ALTER {column} SET STORAGE MAIN" for column in words]
    # It hardly gets shorter by being compressed; and what ANALYZE would learn by reading it, no plan asks (`fits`).
    stored += [f"ALTER {VECTOR} SET STORAGE EXTERNAL", f"ALTER {VECTOR} SET STATISTICS 0"]
    yield f"ALTER TABLE {tables.passages} {', '.join(stored)}"
    yield f"CREATE INDEX {tables.passages}_interview ON {tables.passages} (interview) WHERE interview IS NOT NULL"
    yield _indexing(tables)


def _indexing(tables: Tables) -> str:
    return f"CREATE INDEX IF NOT EXISTS {tables.index} ON {tables.passages} USING gin ({VECTOR})"


def _letters(tables: Tables) -> dict[str, str]:
    """What the lexemes of each column begin with."""
    return dict(zip(tables.indexed, ascii_lowercase, strict=False))


def add(tables: Tables, rows: Sequence[Row]) -> None:
    """Add passages to a table, or overwrite them."""
    remove(tables, [row.key for row in rows])
    columns = ", ".join(["id", "interview", *tables.kept, VECTOR])
    letters = _letters(tables).values()
    taken = f"COPY {tables.passages} ({columns}) FROM STDIN"
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(taken) as copy:
        for row in rows:
            copy.write_row((row.key, row.interview, *tables.keeps(row), _vector(letters, tables.indexes(row))))


def _vector(letters: Iterable[str], columns: Iterable[str]) -> str:
    """Tokens as PostgreSQL writes a vector; they are letters and digits, and need no quotes."""
    return " ".join(
        f"{letter}{f' {letter}'.join(set(tokens.split()))}"
        for letter, tokens in zip(letters, columns, strict=True)
        if tokens
    )


def remove(tables: Tables, keys: Sequence[int]) -> None:
    """Remove the passages with some keys from a table."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {tables.passages} WHERE id = ANY(%s)", [list(keys)])  # noqa: S608


def removal(tables: Tables) -> Iterator[str]:
    """Yield the statements that remove a table and its index."""
    yield f"DROP TABLE IF EXISTS {tables.passages}"


def fits(tables: Tables, columns: Columns, expression: Expression) -> tuple[str, list[str]]:
    """Return the condition that a passage fits an expression in some columns, and its values."""
    letters, words = _letters(tables), dict(zip(tables.tokens, tables.words, strict=True))
    tokens, characters = ([letters[column] for column in some] for some in (columns.tokens, columns.characters))
    asked = tsquery(expression, Columns(tokens, characters, letters[columns.filed]))
    stands, values = standing(expression, [words[column] for column in columns.tokens])
    # A question that is not known when the plan is made counts as one that few passages fit, so that the index is
    # asked. Of one that is known to fit many, the planner would rather read the vectors, and counts these as short.
    return f"{VECTOR} @@ (SELECT %s::tsquery){stands}", [asked, *values]


def newest(tables: Tables, read: Sequence[str], condition: str) -> Iterator[tuple[str, list[int]]]:
    """Yield statements that read columns of the passages that meet a condition, the newest first.

    Before them stands what `counting` counts from. The number of rows follows the values of the condition and those
    that are given here. A GIN index knows no order, so that all that fits would be read, and sorted, for the newest of
    it: what is frequent is looked for among the newest interviews first. The next statement is for where one finds too
    little.
    """
    chosen = ", ".join(["id", *read])
    statement = f"SELECT {chosen} FROM {tables.passages} WHERE {condition} AND id >= %s ORDER BY id DESC LIMIT %s"  # noqa: S608
    for since in [*([] if tables.named else _reaches(tables)), 0]:
        yield statement, [since]


def _reaches(tables: Tables) -> list[int]:
    """The keys from which on the passages of so many of the newest interviews are; read once in a revision."""
    catalog = current()
    newest = catalog.find().newest_first

    def read() -> list[int]:
        last = [newest[count] for count in REACHES if count < len(newest)]
        statement = f"SELECT min(id) FROM {tables.passages} WHERE interview = ANY(%s) GROUP BY interview"  # noqa: S608
        with connection.cursor() as cursor:
            return sorted((key for (key,) in cursor.execute(statement, [last])), reverse=True)

    return catalog.kept.get(("reaches", tables.passages), read)


def counting(tables: Tables, condition: str) -> str:
    """Return the statement that counts what meets a condition from a passage on; that one's key is its last value."""
    return f"SELECT count(*) FROM {tables.passages} WHERE {condition} AND id >= %s"  # noqa: S608


def check(tables: Tables) -> None:
    """Do nothing: a GIN index is PostgreSQL's own affair, which `amcheck` looks after."""


def settle(tables: Tables) -> bool:
    """Index a table that was just filled, in one step: returns that there is no more."""
    with connection.cursor() as cursor:
        cursor.execute(_indexing(tables))
        # PostgreSQL would notice in a minute how large a table has become.
        cursor.execute(f"ANALYZE {tables.passages}")
    return False


def fill(tables: Tables) -> None:
    """Prepare a table for being filled: an index over rows that are there is made several times as fast (`settle`)."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX {tables.index}")
