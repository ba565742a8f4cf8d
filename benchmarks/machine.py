"""What the figures were taken on: a figure without its machine says nothing."""

import os
import platform
import resource
import sys
import time
from pathlib import Path

import django
from django.db import connection

KIB, GIB = 2**10, 2**30
ADDITIONS = 10_000_000


def machine() -> dict[str, str]:
    """Return what to know of the machine, the language and the database, and how busy the machine is now."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIB
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": f"{memory:.0f} GiB",
        "python": f"{platform.python_version()}, Django {django.__version__}",
        "database": _database(),
        "load": f"{os.getloadavg()[0]:.1f}",
        "pace": pace(),
    }


def pace() -> str:
    """Return how fast the processor is now, in words: by the time that ten million additions take in a loop.

    Where others use the same processor this changes within minutes, and every figure with it.
    """
    began, total = time.process_time(), 0
    for each in range(ADDITIONS):
        total += each
    return f"ten million additions in {time.process_time() - began:.2f} s"


def peak_memory(*, children: bool = False) -> float:
    """Return the most MiB that this process, or the largest of those it has waited for, ever took."""
    peak = resource.getrusage(resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF).ru_maxrss
    return peak / KIB if sys.platform != "darwin" else peak / KIB**2


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    lines = information.read_text().splitlines() if information.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        return f"{connection.display_name} {cursor.fetchone()[0]}"
