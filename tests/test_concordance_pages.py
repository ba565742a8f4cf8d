"""The concordance as a page and as a file."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.finding import occurrences
from interviews.indexing import finding
from interviews.transcripts.transcript import Conference
from interviews.views import concordance, concordance_file
from tests import builders as build
from tests.pages import read

pytestmark = pytest.mark.django_db
ASKED = ("移植之后复发怎么办？", "What if the disease relapses after a transplant?")
SAID = (
    "再次移植不是唯一选择。先看残留病，再谈移植。",
    "A second transplant is not the only choice. First look at residual disease, then talk about transplantation.",
)


@pytest.fixture
def lines(client):
    """Ask for a concordance and return its lines: what precedes, what is said, what follows, the counterpart."""

    def ask(query, language="en", **chosen):
        page = read(client.get(f"/{language}/search/concordance/", {"q": query, **chosen}))
        assert page.unmarked_chinese() == []
        rows = [element for element in page.all("tr") if any(cell.tag == "td" for cell in element.inside)]
        return [tuple(cell.text.strip() for cell in row.inside[:4]) for row in rows]

    return ask


def table(client, query, language="en", **chosen):
    response = client.get(f"/{language}/search/concordance.csv", {"q": query, **chosen})
    return list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"), newline="")))


def test_a_line_for_every_place_beside_its_counterpart(lines):
    build.interview(ASKED, SAID)
    assert lines("移植") == [
        ("", "移植", "之后复发怎么办？", "What if the disease relapses after a transplant?"),
        ("再次", "移植", "不是唯一选择。先看残留病，再谈移植。", "A second transplant is not the only choice."),
        (
            "再次移植不是唯一选择。先看残留病，再谈",
            "移植",
            "。",
            "First look at residual disease, then talk about transplantation.",
        ),
    ]


def test_the_newest_interview_comes_first_whenever_it_was_stored(client):
    for slug, year in (("new", 2026), ("old", 2024), ("newer", 2027)):
        build.interview(ASKED, slug=slug, published_at=build.day(year, 5, 4))
    assert [row["date"] for row in table(client, "移植")] == ["2027-05-04", "2026-05-04", "2024-05-04"]


def test_lines_are_sorted_by_what_precedes_and_by_what_follows(lines):
    build.interview(ASKED, SAID)
    assert [left for left, *_rest in lines("移植", sort="left")] == [
        "",
        "再次",
        "再次移植不是唯一选择。先看残留病，再谈",
    ]
    assert [right for _left, _said, right, _other in lines("移植", sort="right")] == [
        "。",
        "不是唯一选择。先看残留病，再谈移植。",
        "之后复发怎么办？",
    ]


def test_a_line_says_who_where_when_and_what_kind_of_text_and_leads_there(client):
    congress = Conference("ABC", "2025")
    made = build.interview(ASKED, SAID, text_kind="condensed", conference=congress)
    page = read(client.get("/en/search/concordance/", {"q": "残留病"}))
    where = next(cell for cell in page.all("td") if "where" in (cell["class"] or ""))
    assert all(said in where.text for said in ("Anhe Lin", "ABC 2025", "Condensed account"))
    assert f"/en/interviews/{made.slug}/#t2s2" in {link["href"] for link in page.all("a")}
    assert page.meta("robots") == "noindex"
    assert [cell["scope"] for cell in page.all("th")] == ["col"] * 5 + ["row"]
    assert page.one("caption").text


def test_the_file_has_the_same_lines_with_permanent_addresses(client):
    made = build.interview(ASKED, SAID, text_kind="fictional")
    rows = table(client, "移植", sort="left")
    assert [row["left"] for row in rows] == ["", "再次", "再次移植不是唯一选择。先看残留病，再谈"]
    assert tuple(rows[0]) == concordance_file.COLUMNS
    assert {row["kind_of_text"] for row in rows} == {"fictional"}
    assert [row["speaker"] for row in rows] == ["", "Anhe Lin", "Anhe Lin"]
    assert rows[1]["address"].endswith(f"/en/interviews/{made.slug}/#t2s1")
    assert rows[1]["address"].startswith("http")
    assert table(client, "移植", "zh-hans")[1]["speaker"] == "林安和"


def test_the_file_is_known_to_spreadsheets_and_to_nobody_s_index(client):
    build.interview(ASKED, SAID)
    response = client.get("/zh-hans/search/concordance.csv", {"q": "移植"})
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="concordance-zh-hans.csv"'
    assert response["X-Robots-Tag"] == "noindex"
    content = b"".join(response.streaming_content)
    assert content.startswith(b"\xef\xbb\xbflanguage,left,keyword")
    assert content.count(b"\r\n") == 4


def test_nothing_in_the_file_is_a_formula(client):
    build.interview(('=HYPERLINK("https://x.example")移植 "引文",\n第二行', ""), ("-2移植", "+移植"))
    rows = table(client, "移植")
    assert [row["left"] for row in rows] == ['\'=HYPERLINK("https://x.example")', "'+", "'-2"]
    assert rows[0]["right"] == ' "引文", 第二行'


@given(st.text(max_size=8))
def test_a_cell_is_harmless_and_otherwise_as_it_was(cell):
    written = concordance_file.harmless(cell)
    assert written[:1] not in concordance_file.FORMULA
    assert written in {cell, f"'{cell}"}


def test_pages_are_numbered_and_the_file_is_whole(client, lines, monkeypatch):
    monkeypatch.setattr(concordance, "PER_PAGE", 2)
    monkeypatch.setattr(concordance, "AT_A_TIME", 2)
    build.interview(ASKED, SAID)
    assert (len(lines("移植")), len(lines("移植", page=2))) == (2, 1)
    assert client.get("/en/search/concordance/?q=移植&page=3").status_code == 404
    assert len(table(client, "移植")) == 3


def test_more_than_were_looked_through_is_said(client, monkeypatch):
    monkeypatch.setattr(finding.in_interviews, "__defaults__", (None, 1))
    monkeypatch.setattr(concordance, "WINDOW", 1)
    build.interview(ASKED, SAID)
    page = read(client.get("/en/search/concordance/?q=移植"))
    assert "2 places in the newest 1 passages; there are 1+" in page.one("main").text
    assert len(table(client, "移植")) == 2
    monkeypatch.setattr(concordance, "WINDOW", 2000)
    for path in ("concordance/", ""):
        assert "2,000+" in client.get(f"/en/search/{path}?q=移植").text


def test_limits_hold_here_too(lines):
    build.interview(ASKED, SAID)
    build.interview(ASKED, slug="other", speakers=(build.speaker(("周砚秋", "Yanqiu Zhou")),))
    assert len(lines("移植")) == 4
    assert len(lines("移植", speaker="anhe-lin")) == 2
    assert len(lines("移植 kind:question")) == 2
    assert len(lines("移植 lang:en")) == 0
    assert len(lines("transplant", kind="title")) == 0


def test_without_a_word_there_is_nothing_to_list(client):
    build.interview(ASKED, SAID)
    assert "in its context" in read(client.get("/en/search/concordance/")).one("main").text
    for query in ("kind:answer", "speaker:nobody"):
        page = read(client.get("/en/search/concordance/", {"q": query}))
        assert page.all("table") == []


def test_drafts_and_hidden_languages_are_in_no_line(lines):
    build.interview(ASKED, SAID, status="draft", slug="draft")
    made = build.interview(ASKED, slug="half")
    made.language_versions.filter(language="en").update(public=False)
    assert lines("移植") == [("", "移植", "之后复发怎么办？", "")]
    assert lines("transplant") == []


def test_what_was_withdrawn_in_between_is_left_out():
    made = build.interview(ASKED, SAID)
    question = concordance.questioned({"q": "移植"})
    lines = occurrences.Concordance(question, "en")
    made.turns.filter(number=2).delete()
    assert len(lines[:10]) == 1
    made.status = "withdrawn"
    made.save()
    assert lines[:10] == []


def test_a_page_of_lines_asks_a_fixed_number_of_times(client, django_assert_max_num_queries):
    for number in range(6):
        build.interview(ASKED, SAID, slug=f"i{number}", conference=Conference("ABC", str(number)))
    client.get("/en/search/concordance/?q=移植")
    with django_assert_max_num_queries(16):
        client.get("/en/search/concordance/?q=移植")
