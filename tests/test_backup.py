"""A copy of a running archive, and the copy served where nothing may be written."""

import ctypes
import os
import sqlite3
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from tests import builders as build
from tests import processes

# A copy cannot be made inside a transaction.
pytestmark = [pytest.mark.sqlite, pytest.mark.django_db(transaction=True)]

DROP_CAPABILITY, MAY_WRITE_ANYWHERE = 24, 1  # prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE)


def as_nobody_special():
    """Take from root, should the tests run as root, the right to write where the modes of the files say no."""
    if os.geteuid() == 0:
        ctypes.CDLL(None, use_errno=True).prctl(DROP_CAPABILITY, MAY_WRITE_ANYWHERE, 0, 0, 0)


@pytest.fixture
def copy(tmp_path):
    """A backup of an archive with one published interview, in a folder that nobody may write."""
    build.interview(("什么是白血病？", "What is leukemia?"), slug="leukemia")
    folder = tmp_path / "copy"
    folder.mkdir()
    call_command("backup", folder / "archive.sqlite3", verbosity=0)
    folder.chmod(0o555)
    yield folder / "archive.sqlite3"
    folder.chmod(0o755)


def test_a_copy_is_served_where_nothing_may_be_written(copy):
    pages = ["/en/", "/zh-hans/interviews/", "/en/interviews/leukemia/", "/sitemap.xml", "/health/"]
    asked = processes.visit(*pages, DATA_DIR=str(copy.parent), preexec_fn=as_nobody_special)
    assert asked == processes.answers(*pages)
    assert [path.name for path in copy.parent.iterdir()] == ["archive.sqlite3"]


def test_the_process_of_these_tests_may_really_not_write(copy):
    attempt = [sys.executable, "-c", f"open({str(copy.parent / 'new')!r}, 'w')"]
    tried = subprocess.run(attempt, capture_output=True, text=True, check=False, preexec_fn=as_nobody_special)
    assert "PermissionError" in tried.stderr


def test_a_backup_holds_what_the_archive_holds(copy):
    with sqlite3.connect(f"file:{copy}?immutable=1", uri=True) as opened:
        assert opened.execute("select slug from interviews_interview").fetchall() == [("leukemia",)]
    opened.close()


def test_a_backup_overwrites_nothing(tmp_path):
    file = tmp_path / "archive.sqlite3"
    file.write_text("something else")
    with pytest.raises(CommandError, match="exists already"):
        call_command("backup", file)
    assert file.read_text() == "something else"


def test_a_backup_that_fails_leaves_nothing(tmp_path):
    with pytest.raises(CommandError, match="No backup was made"):
        call_command("backup", tmp_path / "missing" / "archive.sqlite3")
    assert list(tmp_path.iterdir()) == []
