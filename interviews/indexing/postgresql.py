"""The search index in PostgreSQL: a column of the type tsvector for each kind of tokens, under one GIN index.

The tokens are in their final form, so no text search configuration is involved: the vectors are written as they are,
with the places of the tokens. PostgreSQL counts places up to 16,383 and a token's first 256 places, which a phrase
deep in a text of more than 16,000 words would notice.
"""

from collections.abc import Iterator, Sequence

from django.db import connection

from interviews.indexing.tables import Row, Tables
from interviews.search.expression import Columns, Expression, tsquery


def creation(tables: Tables) -> Iterator[str]:
    """Yield the statements that make a table and its index."""
    texts = ", ".join(f"{column} text NOT NULL DEFAULT ''" for column in tables.kept)
    vectors = [_vector(column) for column in tables.indexed]
    typed = ", ".join(f"{column} tsvector NOT NULL DEFAULT ''" for column in vectors)
    yield f"CREATE TABLE {tables.passages} (id bigint PRIMARY KEY, interview bigint, {texts}, {typed})"
    yield f"CREATE INDEX {tables.passages}_interview ON {tables.passages} (interview) WHERE interview IS NOT NULL"
    yield f"CREATE INDEX {tables.index} ON {tables.passages} USING gin ({', '.join(vectors)})"


def _vector(column: str) -> str:
    return f"{column}_vector"


def add(tables: Tables, rows: Sequence[Row]) -> None:
    """Add passages to a table, or overwrite them."""
    vectors = [_vector(column) for column in tables.indexed]
    columns = ["id", "interview", *tables.kept, *vectors]
    values = ["%s"] * (len(columns) - len(vectors)) + ["%s::tsvector"] * len(vectors)
    changing = ", ".join(f"{column} = excluded.{column}" for column in columns[1:])
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {tables.passages} ({', '.join(columns)}) VALUES ({', '.join(values)}) "  # noqa: S608
            f"ON CONFLICT (id) DO UPDATE SET {changing}",
            [(row.key, row.interview, *tables.keeps(row), *map(_placed, tables.indexes(row))) for row in rows],
        )


def _placed(tokens: str) -> str:
    """Tokens with their places, as PostgreSQL writes a vector; they are letters and digits, and need no escape."""
    return " ".join([f"'{token}':{place}" for place, token in enumerate(tokens.split(), start=1)])


def remove(tables: Tables, keys: Sequence[int]) -> None:
    """Remove the passages with some keys from a table."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {tables.passages} WHERE id = ANY(%s)", [list(keys)])  # noqa: S608


def removal(tables: Tables) -> Iterator[str]:
    """Yield the statements that remove a table and its index."""
    yield f"DROP TABLE IF EXISTS {tables.passages}"


def fits(tables: Tables, columns: Columns, expression: Expression) -> tuple[str, list[str]]:
    """Return the condition that a passage fits an expression in some columns, and its values."""
    tokens, characters = ([_vector(column) for column in some] for some in (columns.tokens, columns.characters))
    return tsquery(expression, Columns(tokens, characters, _vector(columns.filed)))


def newest(tables: Tables, read: Sequence[str], condition: str) -> str:
    """Return the statement that reads columns of the passages that meet a condition, the newest first.

    Before them stands what `counting` counts from. The number of rows follows the values of the condition.
    """
    chosen = ", ".join(["id", *read])
    return f"SELECT {chosen} FROM {tables.passages} WHERE {condition} ORDER BY id DESC LIMIT %s"  # noqa: S608


def counting(tables: Tables, condition: str) -> str:
    """Return the statement that counts what meets a condition from a passage on; that one's key is its last value."""
    return f"SELECT count(*) FROM {tables.passages} WHERE {condition} AND id >= %s"  # noqa: S608


def check(tables: Tables) -> None:
    """Do nothing: a GIN index is PostgreSQL's own affair, which `amcheck` looks after."""


def settle(tables: Tables) -> bool:
    """Let PostgreSQL know at once what it would notice in a minute: how large a table has become. There is no more."""
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables.passages}")
    return False


def fill(tables: Tables) -> None:
    """Do nothing: a GIN index needs no preparation."""
