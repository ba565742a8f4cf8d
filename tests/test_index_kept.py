"""The index is checked against the rows, said to be stale, and made anew by commands."""

from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection

from archive import gunicorn
from interviews.indexing import checking, finding, generations, rebuilding, updating
from interviews.models import Interview, language
from interviews.search.expression import Expression, Need
from interviews.search.phrases import Phrase
from tests import builders as build
from tests import processes
from tests.indexes import faults, found, three_apart

pytestmark = pytest.mark.django_db
STALE = "The search index is stale: run `manage.py search_rebuild`."


@pytest.fixture
def three(monkeypatch):
    return three_apart(monkeypatch)


def execute(statement, *values):
    live = generations.live().interviews
    with connection.cursor() as cursor:
        cursor.execute(statement.format(live=live.passages, index=live.index), values)


def test_a_language_that_the_index_lacks_is_said_by_no_passage(three):
    asked = Expression(needs=(Need.of(Phrase.of("移植")),))
    window = finding.in_interviews(asked)
    assert finding.how_many([asked], None, window) == [1]
    assert finding.how_many([asked, replace(asked, languages=("xx",))], None, window) == [1, 0]


def test_a_stale_index_goes_on_answering_and_is_made_anew(three, monkeypatch):
    monkeypatch.setattr(generations, "VERSION", "tokens of another day")
    assert checking.stale()
    assert found("移植") == [three[0].pk]
    assert faults() == ["the index was made by another tokenizer, or for other languages than the settings name"]


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE {live} SET words_en = ' other ' WHERE id = (SELECT min(id) FROM {live})", "holds other words"),
        ("DELETE FROM {live} WHERE id = (SELECT min(id) FROM {live})", "is missing"),
        ("DELETE FROM {live} WHERE id = (SELECT max(id) FROM {live})", "is missing"),
        ("INSERT INTO {live} (id, interview) VALUES (7, NULL)", "passage 7 stands for nothing"),
        ("INSERT INTO {live} (id, interview) VALUES (8, 999999)", "passage 8 stands for nothing"),
        ("INSERT INTO {live} (id) VALUES (9223372036854775800)", "passage 9223372036854775800 stands for nothing"),
    ],
)
def test_damage_is_found(three, statement, fault):
    assert faults() == []
    execute(statement)
    said = faults()  # where SQLite's index lacks the row that was put into the table, that is one more
    assert fault in said[0]
    assert all("damaged" in other for other in said[1:])


def test_what_is_left_of_a_hidden_interview_is_found(three):
    Interview.objects.filter(pk=three[0].pk).update(status="draft")
    assert len(faults()) == 3  # its title, its title as a name, its question
    rebuilding.rebuild()
    assert faults() == []


@pytest.mark.sqlite
def test_an_index_that_does_not_fit_its_table_is_found(three):
    execute("INSERT INTO {index} ({index}, rowid, tokens_en) SELECT 'delete', min(id), 'never said' FROM {live}")
    (said,) = faults()
    assert said.startswith("the index itself is damaged")


def test_the_commands_report(three, capsys):
    call_command("search_check")
    assert capsys.readouterr().out == "The index says what the rows say.\n"
    call_command("search_rebuild")
    said = capsys.readouterr().out
    assert said.startswith("The search index is new: 7 passages in ")
    assert said.endswith(" turns a second.\n")
    live = generations.live().interviews
    generations.backend().remove(live, next(generations.all_keys(live))[:1])
    with pytest.raises(CommandError, match=r"1 fault: `manage\.py search_rebuild` mends it\."):
        call_command("search_check")
    assert "is missing" in capsys.readouterr().out


def test_the_commands_fail_in_plain_words(monkeypatch, settings):
    def fail(*_arguments):
        raise DatabaseError("disk full")

    monkeypatch.setattr(updating, "add", fail)
    build_before = generations.every()
    with pytest.raises(CommandError, match=r"not made anew: disk full\."):
        call_command("search_rebuild")
    assert generations.every() == build_before
    settings.READ_ONLY = True
    with pytest.raises(CommandError, match="READ_ONLY is set"):
        call_command("search_rebuild")
    call_command("search_check", verbosity=0)


def test_an_archive_without_tables_is_told_to_make_them(empty_database, tmp_path):
    for command in ("search_check", "search_rebuild"):
        tried = processes.run("manage.py", command, DATABASE_URL=empty_database, DATA_DIR=str(tmp_path))
        assert tried.returncode == 1
        assert tried.stderr.startswith("CommandError: "), tried.stderr
        assert "manage.py prepare" in tried.stderr


def test_prepare_makes_a_stale_index_anew(three, capsys):
    execute(f"UPDATE {generations.STATE} SET version = 'never filled'")
    assert checking.stale()
    call_command("prepare")
    said = capsys.readouterr().out
    assert "The search index is stale" in said
    assert "The search index is new: 7 passages" in said
    assert not checking.stale()
    assert faults() == []
    call_command("prepare")
    assert "search index" not in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)  # for it closes its connection
def test_the_server_says_at_its_start_that_the_index_is_stale(three, capsys):
    gunicorn.when_ready(None)
    assert "stale" not in capsys.readouterr().out
    execute(f"UPDATE {generations.STATE} SET languages = '[\"{language.languages()[0]}\"]'")
    gunicorn.when_ready(None)
    assert STALE in capsys.readouterr().out


def test_an_index_has_a_column_for_each_language():
    live = generations.live()
    assert list(live.languages) == language.languages()
    assert live.is_current


def test_a_word_too_long_for_a_database_is_no_hindrance():
    made = build.interview(("移植" * 3000, "a" * 5000 + " " + "graft " * 20_000))
    assert found("graft graft") == found("植移植移") == [made.pk]
    assert faults() == []
