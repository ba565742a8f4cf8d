"""Which turns are noted to use which terms, and what of it is counted."""

import pytest

from interviews import storage
from interviews.models import Interview, LanguageVersion, Term, TermUse, Turn, language
from interviews.storage.terms import glossary, note_all, note_terms
from tests import builders as build

pytestmark = pytest.mark.django_db


def term(slug="leukemia", name=("白血病", "leukemia"), **fields):
    """Store a term."""
    made = Term(slug=slug, **fields)
    language.assign(made, "name", build.text(name))
    made.save()
    return made


def uses():
    return set(TermUse.objects.values_list("term__slug", "turn__number"))


def count(slug="leukemia"):
    return Term.objects.get(slug=slug).interview_count


def test_a_turn_that_names_a_term_in_either_language_is_noted():
    term()
    build.interview(("什么是白血病？", ""), ("一种肿瘤。", "A cancer."), ("", "And leukemia in children?"))
    assert uses() == {("leukemia", 1), ("leukemia", 3)}


def test_a_term_is_noted_once_in_a_turn():
    term(abbreviation="LEU")
    build.interview(("白血病，还是白血病？", "Leukemia, or LEU?"))
    assert uses() == {("leukemia", 1)}


def test_a_use_goes_with_the_words():
    term()
    made = build.interview(("什么是白血病？", "What is leukemia?"))
    turn = made.turns.get()
    language.assign(turn, "text", build.text(("什么是贫血？", "What is anemia?")))
    turn.save()
    note_terms(made)
    assert uses() == set()


def test_noting_again_writes_nothing(django_assert_num_queries):
    term()
    made = build.interview(("什么是白血病？", "What is leukemia?"))
    known = set(TermUse.objects.values_list("pk", flat=True))
    with django_assert_num_queries(4):
        note_terms(made)
    assert set(TermUse.objects.values_list("pk", flat=True)) == known


def test_a_new_term_is_noted_in_all_interviews_at_once(monkeypatch):
    monkeypatch.setattr("interviews.storage.terms.BATCH", 2)
    for _number in range(3):
        build.interview(("什么是白血病？", "What is leukemia?"), ("白血病。", "Leukemia."))
    term()
    assert note_all() == 6
    assert TermUse.objects.count() == 6
    assert note_all() == 0


def test_a_term_that_lost_its_name_loses_its_uses():
    known = term()
    build.interview(("什么是白血病？", "What is leukemia?"))
    language.assign(known, "name", build.text(("贫血", "anemia")))
    known.save()
    assert note_all() == 1
    assert uses() == set()


def test_drafts_and_withdrawn_interviews_are_in_no_count():
    term()
    for status in ("draft", "withdrawn", "published"):
        build.interview(("什么是白血病？", "What is leukemia?"), status=status)
    assert TermUse.objects.count() == 3
    assert count() == 1
    assert [found.interview_count for found in Term.objects.in_use()] == [1]


def test_a_term_of_drafts_only_is_not_in_use():
    term()
    build.interview(("什么是白血病？", "What is leukemia?"), status="draft")
    assert not Term.objects.in_use().exists()


def test_an_interview_counts_once_however_often_it_uses_a_term():
    term()
    build.interview(("什么是白血病？", "What is leukemia?"), ("白血病是肿瘤。", "Leukemia is a cancer."))
    assert count() == 1


def test_a_language_that_readers_may_not_see_is_in_no_count():
    term()
    made = build.interview(("什么是白血病？", "What is it?"))
    LanguageVersion.objects.filter(interview=made, language="zh-hans").update(public=False)
    storage.settle(Interview.objects.get(pk=made.pk))
    assert count() == 0


def test_only_texts_as_published_are_for_search_engines():
    term()
    build.interview(("什么是白血病？", "What is leukemia?"), text_kind="fictional")
    assert not Term.objects.for_indexing().exists()
    build.interview(("白血病？", "Leukemia?"))
    build.interview(("白血病！", "Leukemia!"))
    assert Term.objects.for_indexing().count() == 1


def test_the_terms_of_an_interview_come_with_their_counts():
    term()
    term("anemia", ("贫血", "anemia"))
    made = build.interview(("什么是白血病？", "What is leukemia?"))
    build.interview(("白血病和贫血？", "Leukemia and anemia?"))
    assert [(found.slug, found.interview_count) for found in Term.objects.used_in(made)] == [("leukemia", 2)]


def test_the_glossary_costs_one_query_and_is_made_again_only_after_a_change(django_assert_num_queries):
    known = term()
    before = glossary()
    with django_assert_num_queries(1):
        assert glossary() is before
    known.aliases_en = ["blood cancer"]
    known.save()
    assert [found.key for found in glossary().find("A blood cancer.", "en")] == [known.pk]


def test_deleting_a_turn_deletes_its_uses():
    term()
    build.interview(("什么是白血病？", "What is leukemia?"))
    Turn.objects.all().delete()
    assert uses() == set()
