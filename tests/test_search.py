"""A reader searches, and sees what was said in both languages."""

import re
from html import unescape

import pytest

from interviews.finding import limits
from interviews.indexing import keys
from interviews.models import Speaker
from interviews.transcripts.transcript import Conference
from tests import builders as build
from tests.search_pages import ANSWER, MARROW, hits, marks, searching

pytestmark = pytest.mark.django_db


@pytest.fixture
def search(client):
    return searching(client)


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
    said = re.sub("<[^>]+>", "", page[page.index("Searched for:") :].partition("</p>")[0])
    assert query.split()[-1].strip('"') in unescape(said)


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


def test_what_a_minus_stands_before_is_left_out(search):
    build.interview(MARROW, ANSWER, conference=Conference("ASH", "2024"), published_at=build.day(2024, 12, 9))
    other = build.interview(MARROW, conference=Conference("EHA", "2026"), published_at=build.day(2026, 6, 12))
    for limit in ("-conference:ASH", "-year:2024", "-year:..2025", "-会议：ash -kind:answer"):
        page = search(f"移植 {limit}")
        assert {address.split("#")[0] for address in hits(page)} == {f"/en/interviews/{other.slug}/"}, limit
        assert '<ul class="filters"' in page
        assert re.search(r"<li>\s*Not ", page), limit
    assert all("t1s" in address for address in hits(search("移植 -speaker:林安和")))
    assert len(hits(search("移植 -conference:ASH -speaker:Nobody"))) == 0
    assert marks(search("CAR-T -lang:zh")) == ["CAR‑T"]
    assert len(hits(search("-conference:ASH"))) == 1


def test_limits_are_known_by_every_name(search):
    build.term(("可测量残留病", "measurable residual disease"), abbreviation="MRD")
    build.interview(MARROW, ANSWER, tags=(build.text(("微小残留病", "Measurable residual disease")),))
    leukemias = (("白血病", "Leukemia"), ("髓系白血病", "Myeloid leukemia"))
    for pair in leukemias:
        build.interview(MARROW, ANSWER, tags=(build.text(pair),))
    for limit, count in {
        "topic:MRD": 1,
        "topic:leukemia": 2,
        "topic:白血病": 2,
        "topic:myeloid-leukemia": 1,
        "kind:回答": 3,
        "类型：提问": 3,
        "lang:中文": 3,
        "lang:Chinese": 3,
    }.items():
        assert len({address.split("#")[0] for address in hits(search(f"移植 {limit}"))}) == count, limit
    assert "nothing here is called “文”" not in search("移植 lang:英文")
    assert "nothing here is called “nese”" in search("移植 lang:nese")


def test_every_kind_of_passage_has_a_name_to_limit_by():
    assert tuple(limits.KINDS) == keys.KINDS


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


def test_an_acronym_is_known_without_its_capitals(search):
    build.term(("可测量残留病", "measurable residual disease"), abbreviation="MRD")
    build.term(("嵌合抗原受体T细胞", "chimeric antigen receptor T cell"), abbreviation="CAR-T")
    build.term(("急性淋巴细胞白血病", "acute lymphoblastic leukemia"), abbreviation="ALL")
    build.interview(
        ("可测量残留病？", "On measurable residual disease?"), ("全部。", "All of them had acute leukemia.")
    )
    for typed in ("mrd", "Mrd", "ｍｒｄ"):
        assert set(marks(search(typed))) == {"可测量残留病", "measurable residual disease"}, typed
    assert "嵌合抗原受体T细胞" in search("car t")
    assert "Also searched:" not in search("mRd")
    assert "Also searched:" not in search("all")


def test_an_acronym_of_two_terms_is_neither_without_its_capitals(search):
    build.term(("抗逆转录病毒治疗", "combination antiretroviral therapy"), abbreviation="cART")
    build.term(("嵌合抗原受体T细胞", "chimeric antigen receptor T cell"), abbreviation="CAR-T")
    build.interview(("问", "On CAR-T?"))
    assert set(marks(search("CART"))) == {"CAR-T"}
    assert "嵌合抗原受体T细胞" in search("car-t")
    for typed in ("cart", "Cart", "cART"):
        assert hits(search(typed)) == [], typed
    assert "Also searched:" not in search("cart")


def test_titles_notes_topics_and_careers_are_found(search):
    made = build.interview(
        editors_note=build.text(("编者：罕见的肥大细胞增多症。", "Editor: a rare mastocytosis.")),
        tags=(build.text(("肥大细胞", "Mast cells")),),
        biographies=(build.career(),),
    )
    assert marks(search("白血病的治疗")) == ["白血病的治疗"]
    page = search("mastocytosis")
    assert marks(page) == ["mastocytosis"]
    assert f"/en/interviews/{made.slug}/#note" in page
    assert "/en/topics/mast-cells/" in search("mast cells")
    page = search("investigator")
    assert f"/en/speakers/{Speaker.objects.get().slug}/" in page
    assert marks(page) == ["investigator"]
    assert made.slug in search("mastocytosis")
