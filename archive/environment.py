"""What the settings read from outside: the environment's switches and the one secret."""

import contextlib
import ipaddress
import os
import secrets
from pathlib import Path
from tempfile import NamedTemporaryFile
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


def number(name: str, *, default: int) -> int:
    """Return a whole number from the environment, 0 or more; raises ImproperlyConfigured on anything else."""
    value = os.environ.get(name, "").strip() or str(default)
    if value.isascii() and value.isdigit():
        return int(value)
    raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")


def origin(value: str) -> tuple[str, str]:
    """Split `https://host[:port]` into scheme and host name; raises ImproperlyConfigured on anything else."""
    parts = urlsplit(value)
    more = parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme not in {"http", "https"} or not parts.hostname or more:
        raise ImproperlyConfigured(f"SITE_ORIGIN must look like https://archive.example.org, not {value!r}.")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return parts.scheme, host


def is_local(host: str) -> bool:
    """Return whether a host name from SITE_ORIGIN can be reached from this machine or its own network only."""
    if host in LOOPBACK:
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_private
    except ValueError:
        return False


def secret_key(folder: Path, *, local: bool, read_only: bool) -> str:
    """Return SECRET_KEY from the environment or, on a local machine only, from a file made once for its owner.

    `local` is true where the site's origin is an address of this machine or its network. A read-only site signs
    nothing, so that any fresh key does. Raises ImproperlyConfigured where a public site has no key.
    """
    if given := os.environ.get("SECRET_KEY"):
        return given
    if read_only:
        return secrets.token_urlsafe(50)
    if not local:
        raise ImproperlyConfigured("SECRET_KEY must be set in the environment of a public site.")
    path = folder / "secret-key"
    try:
        if not path.exists():
            _make_secret(path)
        key = path.read_text().strip()
    except OSError as error:
        raise ImproperlyConfigured(f"No SECRET_KEY is set and none can be kept in {path}: {error.strerror}.") from None
    if not key:
        raise ImproperlyConfigured(f"{path} is empty: delete it and start again.")
    return key


def _make_secret(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # A link appears with its content and never replaces one: of two processes that start together both read one key.
    with NamedTemporaryFile("w", dir=path.parent, prefix=path.name) as file:  # readable by its owner only
        file.write(secrets.token_urlsafe(50))
        file.flush()
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(file.name)
