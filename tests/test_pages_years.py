"""What was said in a year, conferences by year, and what goes with a conference or a topic."""

from datetime import UTC, datetime

import pytest

from interviews.transcripts.transcript import Conference, Text
from tests import builders as build
from tests.pages import read
from tests.test_pages_lists import titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def years(db):
    city = build.text(("苏州", "Suzhou"))
    congress = Conference("ABC", "2025", build.text(("年会", "Congress")), "2025-05-16", "2025-05-19", city)
    leukemia, trials = Text({"en": "Leukemia"}), Text({"en": "Trials"})
    for slug, month, fields in (
        ("may", datetime(2025, 5, 20, tzinfo=UTC), {"conference": congress, "tags": (leukemia, trials)}),
        ("june", datetime(2025, 6, 2, tzinfo=UTC), {"tags": (leukemia,)}),
        ("eve", datetime(2024, 12, 31, 17, tzinfo=UTC), {"conference": congress}),
        ("old", datetime(2019, 1, 5, tzinfo=UTC), {"conference": Conference("OLD", "2018")}),
        ("undated", None, {}),
    ):
        build.interview(slug=slug, title=Text({"en": slug}), published_at=month, **fields)


def headings(page):
    return [e.text for e in page.all("h2", class_="section-title")]


def test_the_years_are_listed_with_their_numbers(client, years):
    page = read(client.get("/en/years/"))
    entries = [[e.text for e in li.inside] for li in page.all("li", class_="entry")]
    assert entries == [["2025", "ABC 2025", "3 interviews"], ["2019", "OLD 2018", "1 interview"]]


def test_a_year_shows_its_interviews_month_by_month_where_the_publication_is_at_home(client, years):
    page = read(client.get("/en/years/2025/"))
    assert headings(page) == ["June 2025", "May 2025", "January 2025"]
    assert titles(page) == ["june", "may", "eve"]
    assert "ABC 2025" in page.one("main").text
    assert [link["href"] for link in page.one("nav", class_="neighbors").inside] == ["/en/years/2019/"]
    assert headings(read(client.get("/zh-hans/years/2025/")))[0] == "2025年6月"


def test_a_year_without_interviews_is_not_found(client, years):
    for year in ("2024", "1999", "0", "02025", "20250", "9999", "abc", "٢٠٢٥"):
        assert client.get(f"/en/years/{year}/").status_code == 404, year


def test_years_of_published_texts_are_in_the_sitemap(client, years):
    build.interview(slug="sample", text_kind="fictional", published_at=datetime(2001, 1, 5, tzinfo=UTC))
    listed = client.get("/sitemap-years.xml").text
    assert "/en/years/2025/" in listed
    assert "2001" not in listed
    assert "/zh-hans/years/<" in client.get("/sitemap-pages.xml").text


def test_conferences_stand_under_their_years_with_days_and_city(client, years):
    page = read(client.get("/en/conferences/"))
    assert headings(page) == ["2025", "2018"]
    entry = page.all("li", class_="entry")[0].text
    for said in ("ABC 2025", "Congress", "Suzhou", "2025.05.16", "2 interviews"):
        assert said in entry, said
    assert "/en/years/2025/" in page.links()
    assert "/en/years/2018/" not in page.links()


def test_a_conference_and_a_topic_show_what_goes_with_them(client, years):
    congress = read(client.get("/en/conferences/abc-2025/")).links()
    assert {"/en/topics/leukemia/", "/en/topics/trials/", "/en/speakers/anhe-lin/"} <= congress
    topic = read(client.get("/en/topics/leukemia/"))
    assert {"/en/topics/trials/", "/en/conferences/abc-2025/", "/en/speakers/anhe-lin/"} <= topic.links()
    run = [link["href"] for ul in topic.all("ul", class_="run") for li in ul.inside for link in li.inside[:1]]
    assert "/en/topics/leukemia/" not in run
    assert "/en/interviews/?topic=leukemia" in topic.links()


CRUMBS = {
    "years/2025/": ["Home", "Years"],
    "conferences/abc-2025/": ["Home", "Conferences"],
    "topics/leukemia/": ["Home", "Topics"],
    "topics/": ["Home"],
}


def test_a_page_below_others_says_where_it_stands(client, years):
    for path, crumbs in CRUMBS.items():
        nav = read(client.get(f"/en/{path}")).one("nav", class_="breadcrumbs")
        assert [link.text for li in nav.inside[0].inside for link in li.inside] == crumbs, path
        assert nav["aria-label"] == "You are here"


def test_the_home_page_searches_first_and_leads_everywhere(client, years):
    page = read(client.get("/en/"))
    assert len([form for form in page.all("form") if form["role"] == "search"]) == 1
    links = page.links()
    for path in (
        "topics/leukemia/",
        "speakers/anhe-lin/",
        "conferences/abc-2025/",
        "years/2025/",
        "years/",
        "interviews/",
    ):
        assert f"/en/{path}" in links, path
