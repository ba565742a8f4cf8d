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
from django.test.utils import CaptureQueriesContext, override_settings

from interviews.catalog import current
from interviews.catalog.catalog import ANSWERS
from interviews.catalog.keeping import Kept

WARM_UP = 2  # rounds over the addresses: templates, plans and pages of the database that are met at once
NO_ROOM, ENOUGH = 1, 2**26  # bytes, for none or for all answers of a case to be kept


@dataclass(frozen=True)
class Case:
    """What is measured: a name and the addresses that stand for it, asked in turn."""

    name: str
    addresses: Sequence[str]


@dataclass(frozen=True)
class Measurement:
    """What a case took: milliseconds, the most queries that one of its answers made, and its longest answer.

    `busy` is the median of this process's own time, which others on the machine hardly change; `found` is the same
    where another page of a search, or the same in another language, has found its hits, `again` where the process has
    answered before and kept what it answered. All else is told of answers that are made anew.
    """

    name: str
    p50: float
    p95: float
    busy: float
    found: float
    again: float
    queries: int
    size: int


class Browser:
    """Asks the archive as gunicorn would, without a socket; nothing is compressed."""

    def __init__(self) -> None:
        self._making, self._keeping = _process(memory=NO_ROOM), _process(memory=ENOUGH)
        self._requests = RequestFactory(HTTP_HOST="127.0.0.1")

    def get(self, address: str, *, again: bool = False) -> HttpResponse:
        """Return the answer of an address, made now or, if asked for `again`, as it was given before.

        Raises ValueError for any but 200, quick for nothing.
        """
        process = self._keeping if again else self._making
        response = process.get_response(self._requests.get(address))
        if response.status_code != HTTPStatus.OK:
            raise ValueError(f"{address} answers {response.status_code}")
        return response

    def measure(self, case: Case, runs: int) -> Measurement:
        """Return what a case takes over a number of runs, after a warm-up."""
        queries, size = 0, 0
        current().answers = Kept(0)
        for address in [*case.addresses] * WARM_UP:
            with CaptureQueriesContext(connection) as captured:
                size = max(size, len(self.get(address).content))
            queries = max(queries, len(captured))
        taken, busy = self._timed(case, runs)
        current().answers = Kept(ANSWERS)
        for address in case.addresses:
            self.get(address)
        _taken, found = self._timed(case, runs)
        for address in case.addresses:
            self.get(address, again=True)
        _taken, again = self._timed(case, runs, again=True)
        percentiles = quantiles(taken, n=100, method="inclusive")
        own = map(median, (busy, found, again))
        return Measurement(case.name, percentiles[49], percentiles[94], *own, queries, size)

    def _timed(self, case: Case, runs: int, *, again: bool = False) -> tuple[list[float], list[float]]:
        """The milliseconds of each run, by the clock and of this process."""
        taken, busy = [], []
        for address in islice(cycle(case.addresses), runs):
            began, own = time.perf_counter(), time.process_time()
            self.get(address, again=again)
            taken.append((time.perf_counter() - began) * 1000)
            busy.append((time.process_time() - own) * 1000)
        return taken, busy


def _process(memory: int) -> WSGIHandler:
    """The archive as one process serves it, with so much memory for pages."""
    with override_settings(PAGE_MEMORY=memory):
        return WSGIHandler()


def table(measured: Sequence[Measurement]) -> str:
    """Return measurements as a table in Markdown."""
    lines = ["| what | p50 ms | p95 ms | own ms | found ms | again ms | queries | kB |"]
    lines += ["|---|--:|--:|--:|--:|--:|--:|--:|"]
    lines += [
        f"| {row.name} | {row.p50:.1f} | {row.p95:.1f} | {row.busy:.1f} | {row.found:.1f} | {row.again:.1f} "
        f"| {row.queries} | {row.size / 1000:.0f} |"
        for row in measured
    ]
    return "\n".join(lines)
