"""What the database knows of its own tables, by which it chooses how to answer."""

from django.conf import settings
from django.db import connection

from interviews.indexing import generations

ROWS = 1000  # of an index that SQLite looks at: milliseconds, however large the archive


def gather_statistics() -> None:
    """Let the database look at its tables anew, after they have changed a lot; a read-only archive is left as it is.

    SQLite does so only when it is told to. PostgreSQL does by itself, but some minutes later.
    """
    if settings.READ_ONLY:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit = {ROWS}")
            cursor.execute("ANALYZE")
            return
        tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
        tables += [tables.passages for generation in generations.every() for tables in generation.both]
        cursor.execute(f"ANALYZE {', '.join(map(connection.ops.quote_name, tables))}")
