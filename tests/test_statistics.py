"""What the database knows of its own tables: gathered by the commands that change a lot, never by a reader."""

import pytest
from django.core.management import call_command
from django.db import connection

from interviews.formats import json
from interviews.management.statistics import gather_statistics
from interviews.models import Turn
from tests import builders as build

pytestmark = pytest.mark.django_db
GATHERED = {
    "sqlite": "SELECT stat FROM sqlite_stat1 WHERE tbl = 'interviews_turn' AND idx = 'turn_by_position'",
    "postgresql": "SELECT reltuples FROM pg_class WHERE relname = 'interviews_turn'",
}


def turns():
    """Return how many turns the database believes to have; 0 where it was never told to look."""
    if connection.vendor == "sqlite" and "sqlite_stat1" not in connection.introspection.table_names():
        return 0
    with connection.cursor() as cursor:
        cursor.execute(GATHERED[connection.vendor])
        found = cursor.fetchone()
    return max(0, int(str(found[0]).split()[0].split(".")[0])) if found else 0


# Each with a number of its own: PostgreSQL takes back what a test has written, but not what it has learned of it.
@pytest.mark.parametrize(("command", "interviews"), [("prepare", 3), ("search_rebuild", 4)])
def test_a_command_that_changes_a_lot_lets_the_database_look_anew(command, interviews):
    for _number in range(interviews):
        build.interview()
    before = turns()
    call_command(command, verbosity=0)
    assert before != turns() == Turn.objects.count()


def test_an_import_lets_the_database_look_anew(tmp_path):
    (tmp_path / "one.json").write_text(json.dump(build.transcript()), encoding="utf-8")
    call_command("import_articles", tmp_path, verbosity=0)
    assert turns() == Turn.objects.count() == 2


def test_a_read_only_archive_is_left_as_it_is(settings):
    for _number in range(5):
        build.interview()
    before = turns()
    settings.READ_ONLY = True
    gather_statistics()
    assert turns() == before != Turn.objects.count()
