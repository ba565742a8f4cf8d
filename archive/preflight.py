"""What `make run` asks of the machine before it starts anything; read by any Python 3, so nothing here is new."""

import socket
import sys

OLDEST = (3, 11)


def complaint(host, port):
    """Return in plain words what keeps the archive from starting at `host` and `port`, or None."""
    if sys.version_info < OLDEST:
        return "The archive needs Python 3.11 or newer, and this is {}.{}. Name another one: make run PYTHON=…".format(
            *sys.version_info
        )
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        return (
            "This Python cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv; "
            "elsewhere install Python's venv and ensurepip modules."
        )
    if not port.isdigit() or not 0 < int(port) < 65536:
        return f"PORT must be a number from 1 to 65535, not {port!r}."
    return _why_not_bound(host, int(port))


def _why_not_bound(host, port):
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return (
                f"Nothing can be served at {host} port {port}: {error.strerror or error}. "
                "Choose another one: make run PORT=8001"
            )
    return None


if __name__ == "__main__":
    sys.exit(complaint(*sys.argv[1:]))
