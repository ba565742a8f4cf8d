"""Related interviews: what two interviews share, the rarer the more telling, with the reason said."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interviews.models import Interview, Term, language
from interviews.models.sharing import NEWEST, sharing
from interviews.storage.terms import note_all
from interviews.transcripts.transcript import Conference, Text
from interviews.views.related import MOST, ranked, related
from tests import builders as build
from tests.pages import read

pytestmark = pytest.mark.django_db
COMMON = list(range(100, 100 + NEWEST))


def keys(found):
    return [key for key, _things in found]


def test_a_person_counts_more_than_a_topic_than_a_conference_than_terms():
    shared = {("conference", 1): [3], ("speaker", 1): [1], ("term", 1): [4], ("term", 2): [4], ("topic", 1): [2]}
    assert keys(ranked(shared)) == [1, 2, 3, 4]


def test_the_rarer_thing_counts_more():
    shared = {("topic", 1): [1, *COMMON], ("topic", 2): [2, 90]}
    assert keys(ranked(shared))[:2] == [90, 2]
    assert keys(ranked({("speaker", 1): [1, *COMMON], ("topic", 1): [2, 3]}))[:2] == [3, 2]


def test_what_adds_up_counts():
    assert keys(ranked({("topic", 1): [1, 2], ("conference", 1): [1, 3]})) == [1, 2, 3]


def test_many_common_terms_do_not_outweigh_a_person():
    words = {("term", number): [1] for number in range(50)}
    assert keys(ranked({**words, ("speaker", 1): [2]})) == [2, 1]


def test_a_single_term_relates_nothing():
    assert keys(ranked({("term", 1): [1, 2], ("term", 2): [2]})) == [2]


def test_the_most_telling_reason_comes_first():
    shared = {("term", 1): [1], ("conference", 1): [1, *COMMON], ("topic", 1): [1], ("speaker", 1): [1]}
    assert ranked(shared)[0] == (1, [("speaker", 1), ("topic", 1), ("term", 1), ("conference", 1)])


def test_no_interview_is_related_to_itself_and_few_are_offered():
    found = ranked({("topic", 1): [*range(1, 20)]}, without=19)
    assert keys(found) == [18, 17, 16, 15, 14]
    assert len(found) == MOST


def whole(slug):
    interview = Interview.objects.whole().get(slug=slug)
    return interview, list(Term.objects.used_in(interview))


@pytest.fixture
def archive(db):
    """An interview, others that share something with it, and one that shares nothing."""
    for slug, names in (("mrd", ("可测量残留病", "measurable residual disease")), ("ctx", ("化疗", "chemotherapy"))):
        term = Term(slug=slug)
        language.assign(term, "name", build.text(names))
        term.save()
    other = build.speaker(("周砚", "Yan Zhou"))
    leukemia, lymphoma = (Text({"en": name}) for name in ("Leukemia", "Lymphoma"))
    said = ("化疗与可测量残留病", "chemotherapy and measurable residual disease")
    build.interview(said, slug="first", conference=Conference("ABC", "2025"), tags=(leukemia,))
    build.interview(slug="person", title=Text({"en": "Same person"}))
    build.interview(slug="topic", speakers=(other,), tags=(leukemia,), title=Text({"en": "Same topic"}))
    build.interview(slug="congress", speakers=(other,), conference=Conference("ABC", "2025"), tags=(lymphoma,))
    build.interview(said, slug="terms", speakers=(other,), title=Text({"en": "Same terms"}))
    build.interview(slug="stranger", speakers=(other,), tags=(lymphoma,))
    build.interview(said, slug="draft", status="draft", title=Text({"en": "A secret"}), tags=(leukemia,))
    build.interview(said, slug="gone", status="withdrawn", title=Text({"en": "Withdrawn"}), tags=(leukemia,))
    note_all()


def test_related_are_the_published_ones_that_share_something(archive):
    found = related(*whole("first"))
    assert [each.interview.slug for each in found] == ["person", "topic", "congress", "terms"]
    assert [speaker.slug for speaker in found[0].speakers] == ["anhe-lin"]
    assert [topic.slug for topic in found[1].topics] == ["leukemia"]
    assert found[2].conference.slug == "abc-2025"
    assert {term.slug for term in found[3].terms} == {"mrd", "ctx"}


@pytest.mark.parametrize("code", ["zh-hans", "en"])
def test_the_page_says_why(client, archive, code):
    page = read(client.get(f"/{code}/interviews/first/"))
    section = page.one("section", class_="related")
    links = [link["href"] for link in page.all("a") if link in _inside(section)]
    assert links == [f"/{code}/interviews/{slug}/" for slug in ("person", "topic", "congress", "terms")]
    for reason in ("Leukemia", "ABC 2025", {"en": "Prof. Anhe Lin", "zh-hans": "林安和教授"}[code]):
        assert reason in section.text, reason
    for hidden in ("A secret", "Withdrawn"):
        assert hidden not in page.one("main").text


def _inside(element):
    found = [*element.inside]
    for each in found:
        found += each.inside
    return found


def test_an_interview_that_shares_nothing_shows_nothing(client):
    build.interview(slug="alone")
    assert read(client.get("/en/interviews/alone/")).all("section", class_="related") == []


def test_what_is_saved_for_offline_leads_to_no_other_interview(client, archive):
    assert "related" not in client.get("/en/interviews/first/offline/").text.split("<main")[1]


def test_three_queries_are_asked(archive):
    interview, terms = whole("first")
    with CaptureQueriesContext(connection) as queries:
        related(interview, terms)
    assert len(queries) == 3


def test_of_a_thing_that_is_everywhere_only_the_newest_uses_are_looked_at(monkeypatch):
    monkeypatch.setattr("interviews.models.sharing.NEWEST", 6)  # as many as are to be stored cost seconds
    for number in range(11):
        build.interview(("问", "Question"), slug=f"i{number}", tags=(Text({"en": "Leukemia"}),))
    topic = Interview.objects.first().topics.get().pk
    newest = Interview.objects.order_by("-pk").values_list("pk", flat=True)[:6]
    assert sorted(sharing({"topic": [topic]})[("topic", topic)]) == sorted(newest)


@pytest.mark.sqlite
def test_no_table_is_read_from_end_to_end(archive):
    interview, terms = whole("first")
    with CaptureQueriesContext(connection) as queries:
        related(interview, terms)
    with connection.cursor() as cursor:
        for query in queries.captured_queries:
            cursor.execute("EXPLAIN QUERY PLAN " + query["sql"])
            steps = [row[3] for row in cursor.fetchall()]
            assert steps
            # `found` and `use` are the few rows that were found; whatever else were read whole would be a table.
            assert [step for step in steps if step.startswith("SCAN") and step not in {"SCAN found", "SCAN use"}] == []
