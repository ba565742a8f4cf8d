"""In how many published interviews a term is used: the stored count follows whatever happens."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection, models

from interviews import storage
from interviews.models import Interview, LanguageVersion, Term, TermInterview, TermUse, Turn, language
from interviews.storage.terms import count_terms, note_all
from tests import builders as build

pytestmark = pytest.mark.django_db
SAYING = ("什么是白血病？", "What is leukemia?")


@pytest.fixture
def leukemia():
    return build.term(("白血病", "leukemia"))


def counts():
    """Return the counts by the terms' addresses; they are those of the published interviews."""
    published = models.Q(uses__turn__interview__status="published")
    number = models.Count("uses__turn__interview", filter=published, distinct=True)
    counted = dict(Term.objects.annotate(number=number).values_list("slug", "number"))
    stored = dict(Term.objects.values_list("slug", "interview_count"))
    rows = dict(Term.objects.annotate(number=models.Count("using")).values_list("slug", "number"))
    assert stored == counted == rows
    return stored


def test_the_count_follows_what_readers_may_see(leukemia):
    made = build.interview(SAYING, SAYING, status="draft")
    assert counts() == {"leukemia": 0}
    storage.publish(made)
    assert counts() == {"leukemia": 1}
    storage.unpublish(made)
    assert counts() == {"leukemia": 0}
    storage.publish(made)
    storage.withdraw(made, build.text(("数据有误", "The data were wrong")))
    assert counts() == {"leukemia": 0}


def test_a_language_that_is_hidden_and_shown_again_takes_its_terms_along(leukemia):
    made = build.interview(("什么是白血病？", "What is it?"), ("是一种病。", "A disease."))
    versions = LanguageVersion.objects.filter(interview=made, language="zh-hans")
    for public, number in ((False, 0), (True, 1)):
        versions.update(public=public)
        storage.settle(Interview.objects.get(pk=made.pk))
        assert counts() == {"leukemia": number}


def test_an_interview_of_which_nothing_is_left_to_see_is_counted_no_more(leukemia):
    made = build.interview(SAYING)
    LanguageVersion.objects.filter(interview=made).update(public=False)
    storage.settle(Interview.objects.get(pk=made.pk))
    assert counts() == {"leukemia": 0}


def test_the_count_follows_the_words(leukemia):
    made = build.interview(SAYING, ("白血病。", "Leukemia."))
    for turn, number in zip(made.turns.all(), (1, 0), strict=True):
        language.assign(turn, "text", build.text(("什么？", "What?")))
        turn.save()
        storage.settle(made)
        assert counts() == {"leukemia": number}


def test_a_term_that_comes_later_or_is_called_otherwise_is_counted_anew(monkeypatch):
    monkeypatch.setattr("interviews.storage.terms.BATCH", 2)
    monkeypatch.setattr("interviews.storage.terms.INTERVIEWS", 2)
    for status in ("published", "published", "draft", "published"):
        build.interview(SAYING, SAYING, SAYING, status=status)
    later = build.term(("白血病", "leukemia"))
    assert counts() == {"leukemia": 3}
    language.assign(later, "name", build.text(("贫血", "anemia")))
    later.save()
    note_all()
    assert counts() == {"leukemia": 0}


def test_saving_what_was_read_earlier_leaves_the_count(leukemia):
    build.interview(SAYING)
    assert leukemia.interview_count == 0
    leukemia.abbreviation = "LEU"
    leukemia.save()
    assert (leukemia.abbreviation, counts()) == ("LEU", {"leukemia": 1})


def test_a_term_that_is_deleted_leaves_nothing_behind(leukemia):
    build.interview(SAYING)
    leukemia.delete()
    assert not TermInterview.objects.exists()


def test_counting_again_writes_nothing(leukemia, django_assert_num_queries):
    made = build.interview(SAYING)
    with django_assert_num_queries(2):
        count_terms([made.pk])
    assert counts() == {"leukemia": 1}


def test_the_terms_of_an_interview_cost_one_query(leukemia, django_assert_num_queries):
    made = build.interview(SAYING)
    with django_assert_num_queries(1):
        assert [(term.slug, term.interview_count) for term in Term.objects.used_in(made)] == [("leukemia", 1)]


def test_the_migration_counts_what_is_there(leukemia, monkeypatch):
    migration = import_module("interviews.migrations.0008_counted_terms")
    monkeypatch.setattr(migration, "BATCH", 2)
    build.term(("贫血", "anemia"))
    for status in ("published", "draft", "published", "published"):
        build.interview(SAYING, SAYING, status=status)
    assert Turn.objects.count() == TermUse.objects.count() == 8
    TermInterview.objects.all().delete()
    Term.objects.update(interview_count=0)
    migration.count(apps, SimpleNamespace(connection=connection))
    assert counts() == {"leukemia": 3, "anemia": 0}
