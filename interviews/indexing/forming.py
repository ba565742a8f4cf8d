"""Passages into rows: where there are many, a process beside this one makes the tokens while this one writes."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import chain
from multiprocessing import get_context

from interviews.indexing.passages import Passage
from interviews.indexing.tables import Row, Tables
from interviews.search.forms import Forms, Lines, forms, forms_of_all, serve_the_other

TOGETHER = 100  # passages, so that neither of the two processes waits long for the other
MANY = 300  # interviews; to start a process takes as long as to make the tokens of some
Forming = Callable[[Tables, Iterable[Passage]], Iterator[Row]]


def row(tables: Tables, passage: Passage) -> Row:
    """Return the row of a passage."""
    texts = [forms(lines) for lines in _texts(tables, passage)]
    if tables.named:
        texts.append(forms(passage.names, stemmed=False))
    return Row(passage.key, passage.interview, passage.filed, texts)


def rows(tables: Tables, passages: Iterable[Passage]) -> Iterator[Row]:
    """Yield the rows of some passages."""
    return (row(tables, passage) for passage in passages)


@contextmanager
def forming(interviews: int) -> Iterator[Forming]:
    """Give the way to make the rows of so many interviews' parts: like `rows`, or faster."""
    if interviews < MANY or (os.cpu_count() or 1) < 2:
        yield rows
        return
    try:
        # A process that is started afresh has no part in this one's connection to the database.
        pool = ProcessPoolExecutor(1, get_context("spawn"), serve_the_other)
        pool.submit(forms_of_all, []).result()
    except (OSError, ImportError, BrokenExecutor):  # no shared memory, or no room for another process
        yield rows
        return
    with pool:
        yield partial(_rows_beside, pool)


def _rows_beside(pool: ProcessPoolExecutor, tables: Tables, passages: Iterable[Passage]) -> Iterator[Row]:
    """The rows of parts of interviews, which have no names; the other process begins at once."""
    every = list(passages)
    parts = [every[start : start + TOGETHER] for start in range(0, len(every), TOGETHER)]
    formed = pool.map(forms_of_all, ([_texts(tables, passage) for passage in part] for part in parts))
    return chain.from_iterable(map(_row, part, texts) for part, texts in zip(parts, formed, strict=True))


def _row(passage: Passage, texts: Sequence[Forms]) -> Row:
    return Row(passage.key, passage.interview, passage.filed, texts)


def _texts(tables: Tables, passage: Passage) -> list[Lines]:
    return [passage.texts.get(code, ()) for code in tables.languages]
