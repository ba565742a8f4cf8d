"""The tables of the search index, in SQLite and in PostgreSQL.

A generation has two tables of passages, each with the index over it: the parts of interviews, and the records with all
that is called by a name (titles too). A passage is kept as words, in a column for each language that the settings named
when the generation was made. The complete generation with the highest number is read; changes are written to all. The
tables are no models: they follow the settings and the tokenizer rather than the migrations, and can be made again from
the rows at any time.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import connection

from interviews.indexing import postgresql, sqlite
from interviews.indexing.tables import Tables
from interviews.models import language
from interviews.search import tokens

STATE = "search_generations"
VERSION = f"{tokens.VERSION} tables-3"  # what fills the tables, and how they are made
KEYS = 10_000  # at a time
CREATE_STATE = (
    f"CREATE TABLE IF NOT EXISTS {STATE} (number integer PRIMARY KEY, version varchar(100) NOT NULL, "
    "languages text NOT NULL, complete boolean NOT NULL)"
)


@dataclass(frozen=True)
class Generation:
    """One set of tables: its number, the tokenizer that filled it, and its languages."""

    number: int
    version: str
    languages: tuple[str, ...]
    complete: bool

    @property
    def interviews(self) -> Tables:
        """The tables of the parts of interviews."""
        return Tables(f"search_passages_{self.number}", f"search_index_{self.number}", self.languages)

    @property
    def records(self) -> Tables:
        """The tables of what is called by a name."""
        return Tables(f"search_records_{self.number}", f"search_names_{self.number}", self.languages, named=True)

    @property
    def both(self) -> tuple[Tables, Tables]:
        """All its tables."""
        return self.interviews, self.records

    @property
    def is_current(self) -> bool:
        """Whether it was made by this tokenizer for the languages of the settings."""
        return self.version == VERSION and list(self.languages) == language.languages()


def backend() -> object:
    """Return the module that speaks the database's own language."""
    return {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor]


def every() -> list[Generation]:
    """Return all generations, the oldest first."""
    found = rows(f"SELECT number, version, languages, complete FROM {STATE} ORDER BY number")  # noqa: S608
    return [Generation(row[0], row[1], tuple(json.loads(row[2])), bool(row[3])) for row in found]


def exist() -> bool:
    """Return whether the tables of the index are there: an archive that was never migrated has none."""
    return STATE in connection.introspection.table_names()


def live() -> Generation:
    """Return the generation to read; raises LookupError where there is none."""
    if not (complete := [generation for generation in every() if generation.complete]):
        raise LookupError("the search index has no complete generation")
    return complete[-1]


def create(*, complete: bool = False, version: str = VERSION) -> Generation:
    """Make the tables of a new generation for the languages of the settings, empty.

    `complete` makes it the one that is read, `version` names the tokenizer that is to fill it.
    """
    with connection.cursor() as cursor:
        cursor.execute(CREATE_STATE)
    number = max((generation.number for generation in every()), default=0) + 1
    made = Generation(number, version, tuple(language.languages()), complete)
    with connection.cursor() as cursor:
        for tables in made.both:
            for statement in backend().creation(tables):
                cursor.execute(statement)
        cursor.execute(
            f"INSERT INTO {STATE} (number, version, languages, complete) VALUES (%s, %s, %s, %s)",  # noqa: S608
            [number, made.version, json.dumps(made.languages), complete],
        )
    return made


def complete(generation: Generation) -> None:
    """Let a generation be the one that is read."""
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {STATE} SET complete = %s WHERE number = %s", [True, generation.number])  # noqa: S608


def drop(generation: Generation) -> None:
    """Remove a generation with its tables."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {STATE} WHERE number = %s", [generation.number])  # noqa: S608
        for tables in generation.both:
            for statement in backend().removal(tables):
                cursor.execute(statement)


def rows(statement: str, values: Sequence = ()) -> list[tuple]:
    """Return the rows that a statement gives."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def all_keys(tables: Tables) -> Iterator[list[int]]:
    """Yield the keys of all passages of a table, in order, some at a time: there may be millions."""
    statement = f"SELECT id FROM {tables.passages} WHERE id > %s ORDER BY id LIMIT %s"  # noqa: S608
    last = -1
    while some := [key for (key,) in rows(statement, [last, KEYS])]:
        yield some
        last = some[-1]
