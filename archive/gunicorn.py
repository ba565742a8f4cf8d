"""How gunicorn serves the archive, for `make run` and for the container: `gunicorn --config archive/gunicorn.py`."""

import os
from pathlib import Path

host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
wsgi_app = "archive.wsgi"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = 4
preload_app = True  # a mistake in the settings is told before anything listens, and the workers share memory
loglevel = "warning"
control_socket_disable = True  # it would be a file in a home that a container does not have
# The workers' heartbeat is a file, and belongs into memory: on a disk it can block a worker.
memory = Path("/dev/shm")  # noqa: S108
worker_tmp_dir = str(memory) if memory.is_dir() and os.access(memory, os.W_OK) else None


def when_ready(server):
    """Say where the archive is, as soon as it answers, and what it lacks."""
    print(
        f"The archive is at {os.environ.get('SITE_ORIGIN') or f'http://127.0.0.1:{port}'}/ (Ctrl-C stops it).",
        flush=True,
    )
    # The application is loaded by now, and was not when this file was read.
    from django.db import connections

    from interviews.indexing import checking

    if warning := checking.warning():
        print(warning, flush=True)
    connections.close_all()  # the workers are made from this process, and no two may share a connection
