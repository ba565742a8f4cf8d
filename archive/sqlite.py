"""How SQLite is opened: for one writer and many readers, or for reading alone."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.core.exceptions import ImproperlyConfigured

# IMMEDIATE takes the write lock at the start of a transaction: a deferred one that turns into a writer midway gets
# "database is locked" at once, whatever the timeout. WAL lets readers go on during a write; what a large write made of
# it is given back. Each connection keeps 16 MiB of pages: of a search in a large archive most are met again.
WRITABLE = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
    "PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-16384;",
}


def options(name: str, *, read_only: bool) -> dict[str, Any]:
    """Return what the settings of an SQLite database at path `name` need besides the engine.

    A read-only site whose database lies in a folder that it may not write opens it `immutable=1`, since even a
    SELECT on a WAL database makes a file beside it; elsewhere it reads the live database with `mode=ro`. Raises
    ImproperlyConfigured where the folder is not writable and a WAL stands beside the database: its newest pages
    would be missed.
    """
    if not read_only:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        return {"OPTIONS": WRITABLE}
    path = Path(name).resolve()
    if os.access(path.parent, os.W_OK):
        return _read_only(path, "mode=ro")
    wal = path.with_name(path.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        raise ImproperlyConfigured(
            f"{path} is in use by a writing archive and its folder is not writable here. "
            "Serve a copy made by `manage.py backup FILE`, or make the folder writable."
        )
    return _read_only(path, "immutable=1")


def _read_only(path: Path, parameter: str) -> dict[str, Any]:
    return {
        "NAME": f"file:{quote(str(path))}?{parameter}",
        "OPTIONS": {"timeout": 20, "init_command": "PRAGMA query_only=1;"},
    }
