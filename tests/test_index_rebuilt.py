"""The index is rebuilt beside its readers and writers."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from interviews import catalog, storage
from interviews.indexing import generations, rebuilding
from interviews.models import Interview, SiteRevision
from tests import builders as build
from tests.indexes import faults, found, three_apart

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(monkeypatch):
    return three_apart(monkeypatch)


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
