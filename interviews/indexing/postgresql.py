"""The search index in PostgreSQL: a column of the type tsvector for each language, under one GIN index.

The tokens are in their final form, so no text search configuration is involved: the vectors are written as they are,
with the places of the tokens. PostgreSQL counts places up to 16,383 and a token's first 256 places, which a phrase
deep in a text of more than 16,000 words would notice.
"""

from collections.abc import Iterator, Sequence

from django.db import connection

from interviews.indexing import keys
from interviews.search.expression import Expression, tsquery

FURTHER = ("names", "filed")
VECTOR = (
    "SELECT coalesce(string_agg('''' || token || ''':' || least(place, 16383), ' '), '')::tsvector "
    "FROM unnest(string_to_array(tokens, ' ')) WITH ORDINALITY AS t(token, place) WHERE token <> ''"
)


def creation(passages: str, index: str, columns: Sequence[str]) -> Iterator[str]:
    """Yield the statements that make the tables of a generation."""
    indexed = [*columns, *FURTHER]
    texts = ", ".join(f"{column} text NOT NULL DEFAULT ''" for column in indexed)
    vectors = ", ".join(f"{vector(column)} tsvector" for column in indexed)
    yield f"CREATE TABLE {passages} (id bigint PRIMARY KEY, interview bigint, {texts}, {vectors})"
    yield f"CREATE INDEX {passages}_interview ON {passages} (interview) WHERE interview IS NOT NULL"
    yield f"CREATE INDEX {index} ON {passages} USING gin ({', '.join(map(vector, indexed))})"
    filling = " ".join(f"NEW.{vector(column)} := {index}_vector(NEW.{column});" for column in indexed)
    yield f"CREATE FUNCTION {index}_vector(tokens text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$ {VECTOR} $$"
    yield (f"CREATE FUNCTION {index}_fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {filling} RETURN NEW; END $$")
    yield (
        f"CREATE TRIGGER {passages}_fill BEFORE INSERT OR UPDATE ON {passages} "
        f"FOR EACH ROW EXECUTE FUNCTION {index}_fill()"
    )


def add(passages: str, index: str, columns: Sequence[str], rows: Sequence[Sequence]) -> None:
    """Add passages to a table, or overwrite them; a row is a key, an interview or None, and the texts of `columns`."""
    named = ["id", "interview", *columns]
    changing = ", ".join(f"{column} = excluded.{column}" for column in named[1:])
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {passages} ({', '.join(named)}) VALUES ({', '.join(['%s'] * len(named))}) "  # noqa: S608
            f"ON CONFLICT (id) DO UPDATE SET {changing}",
            rows,
        )


def span(*, records: bool) -> tuple[int, int]:
    """Return the first key of all records, or of all parts of interviews, and the one after the last."""
    return (keys.FIRST_RECORD, keys.BEYOND) if records else (0, keys.FIRST_RECORD)


def vector(column: str) -> str:
    """Return the name of the vector made of a column."""
    return f"{column}_vector"


def removal(passages: str, index: str) -> Iterator[str]:
    """Yield the statements that remove the tables of a generation."""
    yield f"DROP TABLE IF EXISTS {passages}"
    yield f"DROP FUNCTION IF EXISTS {index}_fill()"
    yield f"DROP FUNCTION IF EXISTS {index}_vector(text)"


def fits(index: str, columns: Sequence[str], expression: Expression) -> tuple[str, list[str]]:
    """Return the condition that a passage fits an expression in some of its columns, and its values."""
    return tsquery(expression, [vector(column) for column in columns], vector("filed"))


def newest(passages: str, index: str, read: Sequence[str], condition: str) -> str:
    """Return the statement that reads columns of the passages that meet a condition, the newest first.

    Before them stands what `span` and `counting` measure. Three values follow those of the condition: the two of
    `span`, and the number of rows.
    """
    return (
        f"SELECT {', '.join(['id', *read])} FROM {passages} WHERE {condition} "  # noqa: S608
        "AND id >= %s AND id < %s ORDER BY id DESC LIMIT %s"
    )


def counting(passages: str, index: str, condition: str) -> str:
    """Return the statement that counts what meets a condition; the two values of a span follow those of it."""
    return f"SELECT count(*) FROM {passages} WHERE {condition} AND id >= %s AND id < %s"  # noqa: S608


def problems(index: str) -> Iterator[str]:
    """Yield no statements: a GIN index is PostgreSQL's own affair, which `amcheck` looks after."""
    yield from ()


def settle(passages: str, index: str) -> bool:
    """Let PostgreSQL know at once what it would notice in a minute: how large a table has become. There is no more."""
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {passages}")
    return False


def fill(index: str) -> None:
    """Do nothing: a GIN index needs no preparation."""
