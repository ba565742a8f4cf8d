"""Which database the archive is kept in: DATABASE_URL as Django's settings, for writing or for reading alone."""

from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from archive import postgresql, sqlite


def opened(url: str, *, read_only: bool) -> dict[str, Any]:
    """Return the settings of the database at a URL; raises ImproperlyConfigured for any but SQLite and PostgreSQL."""
    try:
        given = dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from None
    match given["ENGINE"]:
        case "django.db.backends.sqlite3":
            return given | sqlite.options(given["NAME"], read_only=read_only)
        case "django.db.backends.postgresql":
            return given | postgresql.options(given.get("OPTIONS", {}), read_only=read_only)
        case engine:
            name = engine.rpartition(".")[2]
            raise ImproperlyConfigured(f"The archive is kept in SQLite or PostgreSQL; DATABASE_URL names {name}.")
