"""How PostgreSQL is opened: as DATABASE_URL says, or for reading alone."""

from typing import Any

READING = "-c default_transaction_read_only=on"


def options(given: dict[str, Any], *, read_only: bool) -> dict[str, Any]:
    """Return what the settings of a PostgreSQL database need besides what its URL says (`given` are its options).

    A read-only site opens every transaction as one that may not write, whatever its role may do. That it can do no
    more is the role's part, which may only SELECT.
    """
    if not read_only:
        return {"OPTIONS": given}
    return {"OPTIONS": given | {"options": f"{given.get('options', '')} {READING}".strip()}}
