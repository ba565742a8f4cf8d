"""How long an address takes to answer, in this process and through all of the archive's own code."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from itertools import cycle, islice
from statistics import median, quantiles

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

WARM_UP = 2  # rounds over the addresses: templates, plans and pages of the database that are met at once


@dataclass(frozen=True)
class Case:
    """What is measured: a name and the addresses that stand for it, asked in turn."""

    name: str
    addresses: Sequence[str]


@dataclass(frozen=True)
class Measurement:
    """What a case took: milliseconds, the most queries that one of its answers made, and its longest answer.

    `busy` is the median of this process's own time, which others on the machine hardly change.
    """

    name: str
    p50: float
    p95: float
    busy: float
    queries: int
    size: int


class Browser:
    """Asks the archive as gunicorn would, without a socket; nothing is compressed."""

    def __init__(self) -> None:
        self._handler, self._requests = WSGIHandler(), RequestFactory(HTTP_HOST="127.0.0.1")

    def get(self, address: str) -> HttpResponse:
        """Return the answer of an address; raises ValueError for any but 200, quick for nothing."""
        response = self._handler.get_response(self._requests.get(address))
        if response.status_code != HTTPStatus.OK:
            raise ValueError(f"{address} answers {response.status_code}")
        return response

    def measure(self, case: Case, runs: int) -> Measurement:
        """Return what a case takes over a number of runs, after a warm-up."""
        queries, size = 0, 0
        for address in [*case.addresses] * WARM_UP:
            with CaptureQueriesContext(connection) as captured:
                size = max(size, len(self.get(address).content))
            queries = max(queries, len(captured))
        timed = [self._timed(address) for address in islice(cycle(case.addresses), runs)]
        taken, busy = zip(*timed, strict=True)
        percentiles = quantiles(taken, n=100, method="inclusive")
        return Measurement(case.name, percentiles[49], percentiles[94], median(busy), queries, size)

    def _timed(self, address: str) -> tuple[float, float]:
        began, busy = time.perf_counter(), time.process_time()
        self.get(address)
        return (time.perf_counter() - began) * 1000, (time.process_time() - busy) * 1000


def table(measured: Sequence[Measurement]) -> str:
    """Return measurements as a table in Markdown."""
    lines = ["| what | p50 ms | p95 ms | own ms | queries | kB |", "|---|--:|--:|--:|--:|--:|"]
    lines += [
        f"| {row.name} | {row.p50:.1f} | {row.p95:.1f} | {row.busy:.1f} | {row.queries} | {row.size / 1000:.0f} |"
        for row in measured
    ]
    return "\n".join(lines)
