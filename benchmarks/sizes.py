"""How much room the texts take, and how much what was made of them."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import F, Func, IntegerField, Sum

from interviews.models import Turn, language

# Of the tables of the search index by their names: `search_passages_1` holds the tokens, `search_index_1…` the index.
TOKENS, INDEX = "search_passages", "search_index"
OF_SQLITE = "SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE"
OF_POSTGRESQL = """
    SELECT relname, pg_total_relation_size(oid) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
"""


@dataclass(frozen=True)
class Sizes:
    """Bytes: of the turns' texts in each language, of the tokens, of the index over them, of all the database."""

    texts: dict[str, int]
    tokens: int
    index: int
    whole: int

    @property
    def text(self) -> int:
        """The texts in all languages."""
        return sum(self.texts.values())

    @property
    def ratio(self) -> float:
        """How many times the size of the text tokens and index take."""
        return (self.tokens + self.index) / self.text


def sizes() -> Sizes:
    """Return the sizes of the database as it is."""
    with connection.cursor() as cursor:
        cursor.execute(OF_SQLITE if connection.vendor == "sqlite" else OF_POSTGRESQL)
        tables = dict(cursor.fetchall())
    return Sizes(
        {code: _length(language.column("text", code)) for code in language.languages()},
        sum(size for name, size in tables.items() if name.startswith(TOKENS)),
        sum(size for name, size in tables.items() if name.startswith(INDEX)),
        sum(tables.values()),
    )


def _length(column: str) -> int:
    octets = (
        "length(CAST(%(expressions)s AS BLOB))" if connection.vendor == "sqlite" else "octet_length(%(expressions)s)"
    )
    return Turn.objects.aggregate(all=Sum(Func(F(column), template=octets, output_field=IntegerField())))["all"] or 0
