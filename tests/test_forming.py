"""A second process that makes the tokens of a large archive: what it makes, when it ends, and doing without it."""

import os
import subprocess
import sys
import time

import pytest

from interviews.indexing import checking, forming, generations, passages, rebuilding, updating
from interviews.search.forms import Forms
from tests import builders as build
from tests.conftest import PROJECT

pytestmark = pytest.mark.django_db
# It starts a second process, and is killed before it can end that one.
KILLED = """
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from interviews.search.forms import serve_the_other
pool = ProcessPoolExecutor(1, get_context("spawn"), serve_the_other)
print(pool.submit(os.getpid).result(), flush=True)
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def three():
    """Three interviews."""
    return [build.interview((said, "")) for said in ("移植", "复发", "治愈")]


def test_of_many_interviews_a_second_process_makes_the_tokens(three, monkeypatch):
    monkeypatch.setattr(forming, "MANY", 3)
    monkeypatch.setattr(forming, "forms", None)  # here it makes none but those of names
    monkeypatch.setattr(forming.os, "cpu_count", lambda: 2)
    with forming.forming(3) as rows:
        live = generations.live().interviews
        made = list(rows(live, passages.Interviews([each.pk for each in three]).passages()))
    monkeypatch.undo()
    kept = updating.of_interviews(live, [each.pk for each in three])
    assert {row.key: live.keeps(row) for row in made} == kept
    assert [row.texts for row in made] == [[Forms.of(text) for text in kept[row.key][1:]] for row in made]


def test_the_second_process_ends_with_the_first():
    done = subprocess.run([sys.executable, "-c", KILLED], cwd=PROJECT, stdout=subprocess.PIPE, timeout=60)
    second = int(done.stdout)
    for _try in range(100):
        try:
            os.kill(second, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError("it goes on")


def test_where_no_second_process_can_be_had_the_first_does_all(three, monkeypatch):
    def fail(*_arguments):
        raise OSError("Function not implemented")

    monkeypatch.setattr(forming, "MANY", 3)
    monkeypatch.setattr(forming, "ProcessPoolExecutor", fail)
    rebuilding.rebuild()
    assert list(checking.faults()) == []
