"""What PostgreSQL does in a way of its own; that all else is the same, the whole suite tells."""

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
from tests import read_only

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
PAGES = ("/en/", "/zh-hans/interviews/", "/en/interviews/leukemia/", "/sitemap.xml", "/health/")
CHANGE = "from interviews.models import Interview; Interview.objects.update(status='draft')"


def address(role=None):
    """Return the DATABASE_URL of the tests' own database, for a role with fewer rights if asked."""
    server = urlsplit(os.environ["DATABASE_URL"])
    host = server.netloc.rpartition("@")[2]
    return server._replace(
        netloc=f"{role}@{host}" if role else server.netloc, path=f"/{connection.settings_dict['NAME']}"
    ).geturl()


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
    asked = read_only.visit(*PAGES, DATABASE_URL=reader, DATA_DIR=str(tmp_path))
    assert asked == read_only.answers(*PAGES)


def test_a_read_only_archive_is_looked_at_before_it_is_served(reader, tmp_path):
    looked = read_only.run("manage.py", "prepare", DATABASE_URL=reader, DATA_DIR=str(tmp_path))
    assert looked.stdout == "READ_ONLY is set: 1 interviews are served as they are.\n", looked.stderr


def test_a_read_only_archive_writes_nothing_whatever_its_role_may(published, tmp_path):
    command = ["manage.py", "shell", "--no-imports", "--command", CHANGE]
    tried = read_only.run(*command, DATABASE_URL=address(), DATA_DIR=str(tmp_path))
    assert "cannot execute UPDATE in a read-only transaction" in tried.stderr
    assert Interview.objects.published().get() == published


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
