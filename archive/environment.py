"""What the settings read from outside: the environment's switches and the one secret."""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def switch(name: str) -> bool:
    """Return whether an environment variable is switched on (1, true, yes, on); raises on any other word."""
    value = os.environ.get(name, "").strip().lower()
    if value in {"", "0", "false", "no", "off"}:
        return False
    if value in {"1", "true", "yes", "on"}:
        return True
    raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")


def origin(value: str) -> tuple[str, str]:
    """Split `https://host[:port]` into scheme and host name; raises ImproperlyConfigured on anything else."""
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ImproperlyConfigured(f"SITE_ORIGIN must look like https://archive.example.org, not {value!r}.")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return parts.scheme, host


def secret_key(folder: Path, *, local: bool, read_only: bool) -> str:
    """Return SECRET_KEY from the environment or, on a local machine only, from a file made once for its owner.

    `local` is true where the site's origin is a loopback address. A read-only site signs nothing, so that any
    fresh key does. Raises ImproperlyConfigured where a public site has no key.
    """
    if given := os.environ.get("SECRET_KEY"):
        return given
    if read_only:
        return secrets.token_urlsafe(50)
    if not local:
        raise ImproperlyConfigured("SECRET_KEY must be set in the environment of a public site.")
    path = folder / "secret-key"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # O_EXCL: of two processes that start together one makes the key and the other reads it.
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    except OSError as error:
        raise ImproperlyConfigured(f"No SECRET_KEY is set and none can be kept in {path}: {error.strerror}.") from None
    key = path.read_text().strip()
    if not key:
        raise ImproperlyConfigured(f"{path} is empty: delete it and start again.")
    return key
