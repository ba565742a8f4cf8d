"""How much room the texts take, and how much what was made of them."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import F, Func, IntegerField, Sum

from interviews.indexing import generations
from interviews.models import Turn, language

# Of the tables of the search index by their names: `search_passages_1` holds the words, `search_index_1…` the index.
WORDS, INDEX = ("search_passages", "search_records"), ("search_index", "search_names")
# Of a large table SQLite's own sum of bytes is negative: it has 32 bits.
OF_SQLITE = "SELECT name, pageno * (SELECT page_size FROM pragma_page_size) FROM dbstat WHERE aggregate = TRUE"
OF_POSTGRESQL = """
    SELECT relname, pg_total_relation_size(oid) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
"""


@dataclass(frozen=True)
class Sizes:
    """Bytes: of the turns' texts in each language, of the words kept of them, of the index, of all the database."""

    texts: dict[str, int]
    words: int
    index: int
    whole: int

    @property
    def text(self) -> int:
        """The texts in all languages."""
        return sum(self.texts.values())

    @property
    def ratio(self) -> float:
        """How many times the size of the text words and index take."""
        return (self.words + self.index) / self.text


def sizes() -> Sizes:
    """Return the sizes of the database as it is."""
    with connection.cursor() as cursor:
        cursor.execute(OF_SQLITE if connection.vendor == "sqlite" else OF_POSTGRESQL)
        tables = dict(cursor.fetchall())
    return Sizes(
        {code: _length(language.column("text", code)) for code in language.languages()},
        sum(size for name, size in tables.items() if name.startswith(WORDS)),
        sum(size for name, size in tables.items() if name.startswith(INDEX)),
        sum(tables.values()),
    )


def is_empty() -> bool:
    """Return whether the index that is read has no passage."""
    return not next(generations.all_keys(generations.live().interviews), [])


def _length(column: str) -> int:
    octets = (
        "length(CAST(%(expressions)s AS BLOB))" if connection.vendor == "sqlite" else "octet_length(%(expressions)s)"
    )
    return Turn.objects.aggregate(all=Sum(Func(F(column), template=octets, output_field=IntegerField())))["all"] or 0
