"""What PostgreSQL does in a way of its own; that all else is the same, the whole suite tells."""

import json
import os
import threading
from urllib.parse import urlsplit

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from interviews import storage
from interviews.models import Interview
from tests import builders as build
from tests import processes

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
PAGES = ("/en/", "/zh-hans/interviews/", "/en/interviews/leukemia/", "/sitemap.xml", "/health/")
CHANGE = "from interviews.models import Interview; Interview.objects.update(status='draft')"


def address(role=None, name=None):
    """Return the DATABASE_URL of the tests' own database, or of another role or database."""
    server = urlsplit(os.environ["DATABASE_URL"])
    host = server.netloc.rpartition("@")[2]
    name = name or connection.settings_dict["NAME"]
    return server._replace(netloc=f"{role}@{host}" if role else server.netloc, path=f"/{name}").geturl()


@pytest.fixture
def published():
    return build.interview(("什么是白血病？", "What is leukemia?"), slug="leukemia")


@pytest.fixture
def reader(published):
    """The DATABASE_URL of a role that may read the tests' database and nothing more."""
    role = f"reader_of_{connection.settings_dict['NAME']}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {role} LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}")
    yield address(role)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP OWNED BY {role}; DROP ROLE {role}")


def test_a_role_that_may_only_select_is_enough_to_serve_readers(reader, tmp_path):
    asked = processes.visit(*PAGES, DATABASE_URL=reader, DATA_DIR=str(tmp_path))
    assert asked == processes.answers(*PAGES)


def test_a_read_only_archive_is_looked_at_before_it_is_served(reader, tmp_path):
    looked = processes.run("manage.py", "prepare", READ_ONLY="1", DATABASE_URL=reader, DATA_DIR=str(tmp_path))
    assert looked.stdout == "READ_ONLY is set: 1 interviews are served as they are.\n", looked.stderr


def test_a_read_only_archive_writes_nothing_whatever_its_role_may(published, tmp_path):
    command = ["manage.py", "shell", "--no-imports", "--command", CHANGE]
    tried = processes.run(*command, READ_ONLY="1", DATABASE_URL=address(), DATA_DIR=str(tmp_path))
    assert "cannot execute UPDATE in a read-only transaction" in tried.stderr
    assert Interview.objects.published().get() == published


@pytest.fixture
def latin():
    """The DATABASE_URL of a database that has no Chinese characters."""
    name = f"latin_of_{connection.settings_dict['NAME']}"
    provider = "LOCALE_PROVIDER libc" if connection.pg_version >= 15_00_00 else ""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING LATIN1 LOCALE 'C' {provider}")
    yield address(name=name)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name}")


def test_a_database_without_chinese_is_refused_at_the_start(latin, tmp_path):
    prepared = processes.run("manage.py", "prepare", DATABASE_URL=latin, DATA_DIR=str(tmp_path))
    assert prepared.stderr == "CommandError: The database is encoded as LATIN1; it has to be made with UTF8.\n"


@pytest.mark.parametrize(("switch", "said"), [("0", "cannot be opened"), ("1", "no archive to read")])
def test_a_database_that_is_not_there_is_said_in_plain_words(tmp_path, switch, said):
    url = address(name="nowhere")
    prepared = processes.run("manage.py", "prepare", DATABASE_URL=url, DATA_DIR=str(tmp_path), READ_ONLY=switch)
    assert prepared.returncode == 1
    assert said in prepared.stderr
    assert 'database "nowhere" does not exist' in prepared.stderr
    assert "Traceback" not in prepared.stderr


def test_of_two_writers_the_second_sees_what_the_first_left(published):
    before = published.editions.count()

    def correct(title):
        with storage.writing():
            mine = Interview.objects.get(pk=published.pk)
            mine.title_en = title
            mine.save()
            storage.settle(mine)
        connection.close()

    second = threading.Thread(target=correct, args=["The second title"])
    with storage.writing():
        second.start()
        second.join(timeout=0.3)
        assert second.is_alive(), "the second writer has to wait"
        correct_now = Interview.objects.get(pk=published.pk)
        correct_now.title_en = "The first title"
        correct_now.save()
        storage.settle(correct_now)
    second.join(timeout=10)
    assert not second.is_alive()
    titles = [edition.content for edition in published.editions.order_by("number")[before:]]
    assert ["The first title" in titles[0], "The second title" in titles[1]] == [True, True]


def test_a_reader_waits_for_no_writer(published):
    with storage.writing():
        Interview.objects.update(text_kind="condensed")
        with psycopg.connect(address()) as other:
            other.execute("SET statement_timeout = '2s'")
            assert other.execute("SELECT text_kind FROM interviews_interview").fetchall() == [("published",)]


def test_the_backup_is_left_to_the_tool_of_postgresql(tmp_path):
    with pytest.raises(CommandError, match="pg_dump"):
        call_command("backup", tmp_path / "archive.sqlite3")


DUMP = (
    "dumpdata --natural-foreign --natural-primary --exclude contenttypes --exclude auth.permission "
    "--exclude sessions --format jsonl --verbosity 0 --output"
)
RUN = """
import sys
import django
django.setup()
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from interviews import storage
from interviews.models import Interview
def used():
    editor = User.objects.create_user("editor", password="a long password")
    editors = Group.objects.create(name="Editors")
    editors.permissions.set(Permission.objects.filter(content_type__app_label="interviews"))
    editor.groups.add(editors)
    interview = Interview.objects.published().get()
    interview.title_en = "A corrected title"
    interview.save()
    storage.settle(interview, by=editor)
for line in sys.argv[1:]:
    used() if line == "used" else call_command(*line.split(" "))
"""


def test_an_archive_moves_from_sqlite_as_the_manual_says(tmp_path, empty_database):
    """With the un-suffixed columns of modeltranslation, keys, alignments, editions and accounts."""
    before, after = tmp_path / "before.jsonl", tmp_path / "after.jsonl"
    filled = ["migrate --verbosity 0", "import_articles fixtures/articles/adult-itp-second-line.txt --publish", "used"]
    moved = ["migrate --verbosity 0", f"loaddata {before} --verbosity 0", f"{DUMP} {after}"]
    old = {"DATABASE_URL": f"sqlite:///{tmp_path / 'archive.sqlite3'}", "DATA_DIR": os.environ["DATA_DIR"]}
    for lines, environment in (([*filled, f"{DUMP} {before}"], old), (moved, {"DATABASE_URL": empty_database})):
        done = processes.run("-c", RUN, *lines, **environment)
        assert done.returncode == 0, done.stderr
    # A dump tells times to the millisecond: one of ".000" was a little more, and comes back without a fraction.
    dumps = [dump.read_text().replace(".000Z", "Z") for dump in (before, after)]
    rows = [[json.loads(line) for line in dump.splitlines()] for dump in dumps]
    assert rows[0] == rows[1]
    assert {"auth.user", "interviews.edition", "interviews.turn"} < {row["model"] for row in rows[0]}
