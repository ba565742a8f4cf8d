"""The index is rebuilt beside its readers and writers, checked against the rows, and said to be stale."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection

from archive import gunicorn
from interviews import catalog, storage
from interviews.indexing import checking, finding, generations, passages, rebuilding, updating
from interviews.models import Interview, SiteRevision, language
from interviews.search.expression import Expression, Need
from interviews.search.phrases import Phrase
from tests import builders as build
from tests import processes

pytestmark = pytest.mark.django_db
STALE = "The search index is stale: run `manage.py search_rebuild`."


def found(text):
    """Return the interviews that say a text."""
    window = finding.in_interviews(Expression(needs=(Need.of(Phrase.of(text)),)))
    return [passage.interview for passage in window.passages]


def execute(statement, *values):
    live = generations.live().interviews
    with connection.cursor() as cursor:
        cursor.execute(statement.format(live=live.passages, index=live.index), values)


def faults():
    return list(checking.faults())


@pytest.fixture
def three(monkeypatch):
    """Three interviews, of which a rebuild takes one at a time."""
    monkeypatch.setattr(passages, "BATCH", 1)
    return [build.interview((said, "")) for said in ("移植", "复发", "治愈")]


def test_a_rebuild_makes_what_the_writes_have_made(three):
    before, revision = generations.live(), SiteRevision.objects.get()
    done = []
    assert rebuilding.rebuild(done.append) == 7  # a title and a question each, and a person
    after = generations.live()
    assert done == [1, 1, 1]
    assert [after] == generations.every()
    assert after.number > before.number
    assert SiteRevision.objects.get().mark != revision.mark  # what was found by the old one is not given again
    assert faults() == []
    assert found("复发") == [three[1].pk]


def test_a_language_that_the_index_lacks_is_said_by_no_passage(three):
    asked = Expression(needs=(Need.of(Phrase.of("移植")),))
    window = finding.in_interviews(asked)
    assert finding.how_many([asked], None, window) == [1]
    assert finding.how_many([asked, replace(asked, languages=("xx",))], None, window) == [1, 0]


def test_what_an_editor_saves_during_a_rebuild_is_in_the_new_index(three):
    first, second, third = three
    seen = []

    def work(_count):
        seen.append(found("复发"))
        if len(seen) == 1:
            for made, text in ((first, "改后一"), (third, "改后三")):
                made.turns.update(text_zh_hans=text)
                storage.settle(made)
            storage.unpublish(second)
            build.interview(("新来", ""))

    rebuilding.rebuild(work)
    assert seen == [[second.pk], [], []]
    assert faults() == []
    assert found("改后一") == [first.pk]
    assert found("改后三") == [third.pk]
    assert found("复发") == found("移植") == found("治愈") == []
    assert len(found("新来")) == 1


@pytest.mark.parametrize("number", [0, 1, 2])
def test_what_is_changed_after_it_was_read_stays_changed(three, number):
    changed = three[number]

    def work(_count):
        if not done:
            Interview.objects.filter(pk=changed.pk).update(published_at=datetime(2001, 2, 3, tzinfo=UTC))
            changed.turns.update(text_zh_hans="改后")
            storage.settle(Interview.objects.get(pk=changed.pk))
        done.append(1)

    done = []
    rebuilding.rebuild(work)  # which has written one by now, and read two
    assert len(done) == 3
    assert found("改后") == [changed.pk]
    assert faults() == []


@pytest.mark.django_db(transaction=True)  # of a page no fault ends a transaction
def test_a_page_looks_for_the_index_once_and_again_where_another_has_taken_over(three, django_assert_num_queries):
    with catalog.at(catalog.revision()):
        assert found("复发") == [three[1].pk]
        with django_assert_num_queries(1):
            assert found("移植") == [three[0].pk]
        rebuilding.rebuild()  # the tables that were read are gone
        assert found("复发") == [three[1].pk]


def test_a_rebuild_that_is_broken_off_leaves_nothing_but_the_old_index(three):
    before = generations.every()

    def stop(_count):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuilding.rebuild(stop)
    assert generations.every() == before
    assert found("移植") == [three[0].pk]


def test_what_a_rebuild_left_behind_that_was_killed_is_removed_by_the_next(three):
    left = generations.create()
    storage.settle(three[0])
    rebuilding.rebuild()
    assert [each.number for each in generations.every()] == [left.number + 1]
    assert left.interviews.passages not in connection.introspection.table_names()


def test_of_two_rebuilds_the_later_one_goes_on(three):
    inner = []

    def begin_another(_count):
        if not inner:
            inner.append("begun")
            inner.append(rebuilding.rebuild())

    with pytest.raises(rebuilding.OvertakenError):
        rebuilding.rebuild(begin_another)
    assert inner == ["begun", 7]
    assert len(generations.every()) == 1
    assert faults() == []


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
