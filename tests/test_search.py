"""A reader searches, and sees what was said in both languages."""

import re
from html import unescape

import pytest

from interviews import storage
from interviews.indexing import finding
from interviews.models import Speaker
from interviews.transcripts.transcript import Conference, Text
from interviews.views import search as view
from tests import builders as build

pytestmark = pytest.mark.django_db

MARROW = ("异基因移植后复发怎么办？", "What if the disease relapses after an allogeneic transplant?")
ANSWER = (
    "先看微小残留病。CAR-T细胞可以用于移植后复发的患者。",
    "First look at minimal residual disease. CAR‑T cells can be used in patients who relapsed after transplant.",
)


@pytest.fixture
def search(client):
    """Search and return the page; `marks` reads what is marked in it."""

    def ask(query, language="en", **chosen):
        response = client.get(f"/{language}/search/", {"q": query, **chosen})
        assert response.status_code == 200
        return response.text

    return ask


def marks(page):
    return [unescape(text) for text in re.findall(r"<mark>(.*?)</mark>", page)]


def hits(page):
    """The addresses of the hits on a page."""
    return re.findall(r'<a href="([^"]+#t\d+s\d+)">', page)


def test_a_hit_is_the_very_sentence_beside_its_counterpart_marked_in_both(search):
    made = build.interview(MARROW, ANSWER)
    page = search("复发")
    assert set(hits(page)) == {f"/en/interviews/{made.slug}/#t2s2", f"/en/interviews/{made.slug}/#t1s1"}
    assert marks(page) == ["复发", "复发"]
    assert "patients who relapsed after transplant" in page
    assert "First look at" not in page
    assert set(marks(search("relapse"))) == {"relapses", "relapsed"}


@pytest.mark.parametrize(
    "query",
    [
        "移植",
        "移",
        "CAR-T",
        "ＣＡＲ－Ｔ",
        "car‑t",
        "relapse",
        "RELAPSED",
        '"minimal residual disease"',
        "CAR-T细胞",
        "移植 relapsed",
        "異基因",
    ],
)
def test_it_is_found_however_it_is_typed(search, query):
    build.interview(MARROW, ANSWER)
    assert hits(search(query)), query


@pytest.mark.parametrize(
    "query",
    [
        "CART",
        '"disease residual"',
        "移复",
        "CAR-T -移植",
        "-relapse transplant",
        "lang:en 移植",
        "speaker:Nobody 移植",
        "year:1999 移植",
    ],
)
def test_what_is_not_said_is_not_found(search, query):
    build.interview(MARROW, ANSWER)
    page = search(query)
    assert hits(page) == []
    assert "No published interview says this." in page


def test_words_stand_in_any_order_and_phrases_in_theirs(search):
    made = build.interview(
        ("问", "Question"), ("答", "Disease control came first, the minimal and residual kind later.")
    )
    assert hits(search("residual disease minimal")) == [f"/en/interviews/{made.slug}/#t2s1"]
    assert hits(search('"residual disease"')) == []


def test_operators_limit_a_search(search):
    build.interview(MARROW, ANSWER, conference=Conference("ASH", "2024"), published_at=build.day(2024, 12, 9))
    other = build.interview(MARROW, conference=Conference("EHA", "2026"), published_at=build.day(2026, 6, 12))
    for limit in ("conference:EHA", "year:2025..2026", "会议:eha", "year:2026", "conference:eha-2026"):
        assert {address.split("#")[0] for address in hits(search(f"移植 {limit}"))} == {
            f"/en/interviews/{other.slug}/"
        }, limit
    assert len(hits(search("移植 year:2024.."))) == 3
    assert all("t2s" in address for address in hits(search("移植 speaker:林安和")))
    assert marks(search("CAR-T lang:en")) == ["CAR‑T"]


def test_a_name_that_nobody_bears_is_said(search):
    build.interview(MARROW, ANSWER)
    assert "nothing here is called “Nobody”" in search("speaker:Nobody 移植")
    assert "nothing here is called “abc”" in search("year:abc 移植")


def test_facets_count_what_they_lead_to(search, client):
    build.interview(MARROW, ANSWER, conference=Conference("ASH", "2024"), published_at=build.day(2024, 12, 9))
    build.interview(MARROW, conference=Conference("EHA", "2026"), published_at=build.day(2026, 6, 12))
    page = search("移植")
    found = re.findall(r'<li><a href="(\?[^"]+)" rel="nofollow">(.*?)</a> <span class="count">(\d+)</span>', page)
    assert {"ASH 2024", "EHA 2026"} <= {re.sub("<.*?>", "", label).strip() for _url, label, _count in found}
    for url, label, count in found:
        shown = client.get(f"/en/search/{unescape(url)}").text
        assert len(hits(shown)) == int(count), label


def test_a_person_is_found_by_any_name(search):
    made = build.interview(
        ("问", "Who did this?"),
        ("林安和教授做的。", "It was done in Beijing."),
        ("问", "By whom?"),
        ("是她。", "By Anhe Lin."),
    )
    page = search("Lin Anhe")
    assert "Also searched:" in page
    assert {address.split("#")[1] for address in hits(page)} == {"t2s1", "t4s1"}
    assert set(marks(page)) >= {"林安和", "Anhe", "Lin"}
    assert f"/en/speakers/{Speaker.objects.get().slug}/" in page
    exact = search("林安和", exactly="1")
    assert [address.split("#")[1] for address in hits(exact)] == ["t2s1"]
    assert made.slug in exact


def test_a_term_is_found_by_its_other_names(search):
    build.term(("微小残留病", "minimal residual disease"), abbreviation="MRD")
    build.interview(("问", "Is it MRD?"), ("是。", "Yes."))
    build.interview(("微小残留病吗？", "Is it?"), ("是。", "Yes."))
    page = search("minimal residual disease")
    assert len(hits(page)) == 2
    assert set(marks(page)) == {"MRD", "微小残留病"}
    assert "Search only what was typed" in page
    assert hits(search("minimal residual disease", exactly="1")) == []
    quoted = search('"minimal residual disease"')
    assert set(marks(quoted)) == {"微小残留病"}


def test_cart_is_another_thing_unless_the_glossary_says_otherwise(search):
    build.interview(("问", "On CAR-T?"), ("答", "Patients on cART did well."))
    assert marks(search("CART")) == ["cART"]
    build.term(("嵌合抗原受体T细胞", "CAR-T"), aliases=["CART"])
    page = search("CART")
    assert "Also searched:" in page
    assert set(marks(page)) == {"CAR-T", "cART"}


def test_titles_notes_topics_and_careers_are_found(search):
    made = build.interview(
        editors_note=build.text(("编者：罕见的肥大细胞增多症。", "Editor: a rare mastocytosis.")),
        tags=(build.text(("肥大细胞", "Mast cells")),),
        biographies=(build.career(),),
    )
    assert marks(search("白血病的治疗")) == ["白血病的治疗"]
    assert marks(search("mastocytosis")) == ["mastocytosis"]
    assert "/en/topics/mast-cells/" in search("mast cells")
    page = search("investigator")
    assert f"/en/speakers/{Speaker.objects.get().slug}/" in page
    assert marks(page) == ["investigator"]
    assert made.slug in search("mastocytosis")


def test_nothing_typed_is_ever_html(search):
    build.interview(("<b>问</b>", "<script>alert(1)</script> question"))
    page = search('<script>alert(1)</script> "><img src=x>')
    assert "<script>alert" not in page
    assert "<img" not in page
    assert marks(search("alert")) == ["alert"]
    assert "&lt;script&gt;" in search("alert")


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
