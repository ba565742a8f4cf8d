"""A copy of a running archive, and the copy served where nothing may be written."""

import ctypes
import json
import os
import sqlite3
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from tests import builders as build

pytestmark = pytest.mark.django_db(transaction=True)  # a copy cannot be made inside a transaction

VISIT = """
import json, sys
import django
django.setup()
from django.test import Client
client = Client(headers={"host": "127.0.0.1"})
asked = {f"GET {path}": client.get(path).status_code for path in sys.argv[1:]}
asked["POST /en/"] = client.post("/en/").status_code
asked["cookies"] = len(client.cookies)
print(json.dumps(asked))
"""
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


def visit(copy, settings, *paths):
    """Ask a read-only archive on the copy for these pages, in a process that may not write beside it."""
    environment = os.environ | {"READ_ONLY": "1", "DATA_DIR": str(copy.parent)}
    command = [sys.executable, "-c", VISIT, *paths]
    asked = subprocess.run(
        command,
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=as_nobody_special,
    )
    assert asked.returncode == 0, asked.stderr
    return json.loads(asked.stdout)


def test_a_copy_is_served_where_nothing_may_be_written(copy, settings):
    pages = ["/en/", "/zh-hans/interviews/", "/en/interviews/leukemia/", "/sitemap.xml", "/health/"]
    hidden = ["/en/admin/", "/admin/", "/en/admin/login/"]
    asked = visit(copy, settings, *pages, *hidden)
    assert asked == {
        **{f"GET {page}": 200 for page in pages},
        **{f"GET {page}": 404 for page in hidden},
        "POST /en/": 405,
        "cookies": 0,
    }
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


def test_postgresql_has_a_tool_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr("django.db.connection.vendor", "postgresql", raising=False)
    with pytest.raises(CommandError, match="pg_dump"):
        call_command("backup", tmp_path / "archive.sqlite3")
