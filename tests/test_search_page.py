"""What a page of results promises whatever is asked, and what it offers where nothing is found."""

import re
from html import unescape

import pytest

from interviews import storage
from interviews.indexing import finding
from interviews.models import Speaker, Turn
from interviews.transcripts.transcript import Conference, Text
from interviews.views import search as view
from tests import builders as build
from tests.search_pages import ANSWER, MARROW, hits, marks, searching

pytestmark = pytest.mark.django_db


@pytest.fixture
def search(client):
    return searching(client)


def test_nothing_typed_is_ever_html(search):
    build.interview(("<b>问</b>", "<script>alert(1)</script> question"))
    page = search('<script>alert(1)</script> "><img src=x>')
    assert "<script>alert" not in page
    assert "<img" not in page
    assert marks(search("alert")) == ["alert"]
    assert "&lt;script&gt;" in search("alert")


def test_no_name_of_what_is_found_is_ever_html(search):
    hostile = "<script>alert('1')</script> \"&<b>"
    named = build.text((f"移植{hostile}", f"graft {hostile}"))
    build.interview(
        (f"移植{hostile}", f"What of a graft {hostile}?"),
        ("答", "A second graft."),
        title=named,
        speakers=(build.speaker((f"移植{hostile}", f"Anhe Graft {hostile}")),),
        conference=Conference("", "2025", named, "2025-12-05", "2025-12-08", named),
        tags=(named,),
    )
    build.interview(("移植", "Another graft."))
    for page in (search("graft"), search("移植", "zh-hans"), search(f'speaker:"{hostile}" graft'), search(hostile)):
        assert "<script>alert" not in page
        assert "<b>" not in page
    assert "graft</mark> &lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt; &quot;&amp;&lt;b&gt;" in search("graft")
    assert search("graft").count('class="facet"') > 2
    assert 'class="said-by"' in search("graft")


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "-",
        "speaker:",
        "AND OR NOT",
        "NEAR(a b)",
        "*",
        "{x} : y",
        "\\",
        "'",
        "a\0b",
        "移*",
        "(",
        "^a",
        "x" * 5000,
        "词 " * 400,
    ],
)
def test_no_query_breaks_a_search(search, query):
    build.interview()
    assert "<h1>Search</h1>" in search(query)


def test_a_near_spelling_is_offered_that_finds_something(search, client):
    build.term(("淋巴瘤", "lymphoma"))
    build.interview(("什么是淋巴瘤？", "What is lymphoma?"))
    for typed, meant in (("lymfoma", "lymphoma"), ("林巴瘤", "淋巴瘤")):
        page = search(typed)
        assert f"Did you mean “{meant}”?" in page
        url = re.search(r'<a href="(\?[^"]+)" rel="nofollow">Did you mean', page)[1]
        assert hits(client.get(f"/en/search/{unescape(url)}").text)


def test_ways_to_widen_find_something(search, client):
    build.interview(MARROW, ANSWER)
    page = search('"relapsed transplant" 移植 year:1999')
    for url in re.findall(r'<li><a href="(\?[^"]+)" rel="nofollow">', page):
        assert "No published interview" not in client.get(f"/en/search/{unescape(url)}").text
    assert "Without" in search("移植 xyzzy")


def test_hits_of_one_interview_stand_together_the_most_useful_first(search):
    build.interview(("问", "Only once a graft is named in this question about something else."), slug="less")
    title = build.text(("移植物", "The graft"))
    build.interview(("问", "Graft after graft?"), ("答", "A graft."), title=title, slug="more")
    page = search("graft")
    assert page.index("/more/") < page.index("/less/")
    assert len(re.findall('<article class="answering">', page)) == 2


def test_newest_first_is_a_link_away(search):
    old = build.interview(("问", "Graft, graft, graft?"), published_at=build.day(2020, 1, 1))
    new = build.interview(
        ("问", "A graft among many other words of a much longer question?"), published_at=build.day(2025, 1, 1)
    )
    assert search("graft").index(old.slug) < search("graft").index(new.slug)
    assert search("graft", sort="newest").index(new.slug) < search("graft", sort="newest").index(old.slug)


def test_what_readers_may_not_see_is_not_found(search):
    build.interview(MARROW, status="draft")
    gone = build.interview(MARROW)
    storage.withdraw(gone, Text({"en": "Wrong data"}))
    hidden = build.interview(MARROW)
    hidden.language_versions.filter(language="zh-hans").update(public=False)
    storage.settle(hidden)
    assert hits(search("异基因")) == []
    assert {address.split("#")[0] for address in hits(search("allogeneic"))} == {f"/en/interviews/{hidden.slug}/"}


def test_a_person_of_a_draft_is_unknown_to_every_limit(search):
    build.interview(MARROW, status="draft", slug="draft")
    for page in (search("", speaker="anhe-lin"), search("speaker:anhe-lin"), search("speaker:林安和")):
        assert "nothing here is called" in page
        assert "Anhe Lin" not in page


def test_the_kind_of_text_travels_with_every_hit(search):
    build.interview(MARROW, text_kind="fictional")
    assert "Fictional sample" in search("移植")


def test_more_hits_than_are_looked_through_are_said(search, monkeypatch):
    build.interview(MARROW, ANSWER)
    monkeypatch.setattr(finding, "WINDOW", 1)
    monkeypatch.setattr(view, "WINDOW", 1)
    assert "1+ passages" in search("移植")


def test_the_field_stands_on_every_page_and_search_pages_are_not_indexed(client):
    build.interview()
    for path in ("/en/", "/zh-hans/interviews/", "/en/about/", "/en/search/?q=a"):
        assert 'type="search"' in client.get(path).text, path
    assert 'content="noindex"' in client.get("/en/search/?q=a").text
    assert 'content="noindex"' not in client.get("/en/search/").text


def test_a_page_of_results_asks_a_fixed_number_of_queries(client, django_assert_max_num_queries):
    for _each in range(3):
        build.interview(MARROW, ANSWER)
    client.get("/en/search/", {"q": "移植"})
    with django_assert_max_num_queries(22):
        client.get("/en/search/", {"q": "移植"})


def test_who_speaks_without_being_among_the_experts_is_named(search):
    made = build.interview(MARROW, ANSWER)
    guest = Speaker.objects.create(slug="a-guest", name_zh_hans="访客", name_en="A Guest")
    Turn.objects.filter(interview=made, number=2).update(speaker=guest)
    assert "A Guest" in search("relapsed")


@pytest.mark.parametrize(("interviews", "shown", "further"), [(1, 6, 1), (4, 5, 2), (10, 2, 5)])
def test_a_page_has_room_for_more_of_few_interviews(search, interviews, shown, further):
    for number in range(interviews):
        build.interview(*[("移植", "transplant")] * 7, slug=f"interview-{number}", title=Text({"en": "Talk"}))
    page = search("移植")
    assert len(hits(page)) == interviews * shown
    assert page.count(f">{further} more passage") == interviews


@pytest.mark.parametrize(
    ("query", "chosen"), [("移植 -kind:question", ""), ("移植 -类型:提问", ""), ("移植", "question")]
)
def test_a_kind_is_named_in_the_language_of_the_page(search, query, chosen):
    build.interview(MARROW, ANSWER)
    page = search(query, "zh-hans", kind=chosen)
    filters = page[page.index('class="filters"') :].partition("</ul>")[0]
    assert "<span>提问</span>" in filters
    assert "question" not in re.sub(r'="[^"]*"', "", filters)
