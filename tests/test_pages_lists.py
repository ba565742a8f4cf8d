"""The home page, the lists and their filters, the pages of people, conferences and topics."""

from datetime import UTC, datetime
from itertools import product
from urllib.parse import quote

import pytest

from interviews.models import Speaker
from interviews.transcripts.transcript import Conference, Text
from tests import builders as build
from tests.pages import read

pytestmark = pytest.mark.django_db
LISTS = ("interviews/", "speakers/", "conferences/", "topics/")


def titles(page):
    return [heading.text for level in ("h2", "h3") for heading in page.all(level, class_="item-title")]


def dated(number, **fields):
    """Return an interview whose title is a number and whose year is 2000 and that number."""
    given = {"title": Text({"en": str(number)}), "published_at": datetime(2000 + number, 5, 1, tzinfo=UTC), **fields}
    return build.interview(slug=f"i{number}", **given)


@pytest.fixture
def three(db):
    dated(1, conference=Conference("ABC", "2025"), tags=(Text({"en": "Leukemia"}),))
    dated(2, conference=Conference("ABC", "2025"), speakers=(build.speaker(("周砚", "Yan Zhou")),))
    dated(3, tags=(Text({"en": "Leukemia"}),), title=Text({"en": "3"}))
    build.interview(("只有中文。", ""), title=Text({"zh-hans": "中文"}), slug="chinese", speakers=())


def test_the_newest_come_first_and_the_undated_last(client, three):
    assert titles(read(client.get("/en/interviews/"))) == ["3", "2", "1", "中文"]
    assert titles(read(client.get("/en/"))) == ["3", "2", "1", "中文"]


FILTERED = (
    ("topic=leukemia", ["3", "1"]),
    ("speaker=anhe-lin", ["3", "1"]),
    ("conference=abc-2025", ["2", "1"]),
    ("year=2002", ["2"]),
    ("language=zh-hans", ["3", "2", "1", "中文"]),
    ("language=en", ["3", "2", "1"]),
    ("topic=leukemia&conference=abc-2025", ["1"]),
    ("topic=leukemia&speaker=yan-zhou", []),
    ("topic=", ["3", "2", "1", "中文"]),
    ("colour=red", ["3", "2", "1", "中文"]),
    ("topic=none", []),
    ("year=20", []),
    ("language=fr", []),
)


def test_a_filter_narrows_the_list(client, three):
    for query, found in FILTERED:
        page = read(client.get(f"/en/interviews/?{query}"))
        assert titles(page) == found, query
        assert f"{len(found)} interview" in page.one("p", class_="found").text, query


def test_a_filter_says_what_it_narrows_to(client, three):
    page = read(client.get("/en/interviews/?speaker=yan-zhou&year=2002"))
    said = page.one("ul", class_="filters").text
    assert "Yan Zhou" in said
    assert "2002" in said


NONSENSE = (
    "%00",
    "%00%00",
    "🩸",
    "x" * 3000,
    "9" * 3000,
    "9" * 5000,
    "%ff%fe",
    "%ed%a0%80",
    "'",
    "<script>",
    "٣",
    "-1",
    "1e9",
    "²",
    "2002.0",
)


def test_nonsense_in_a_filter_fits_nothing_or_is_no_filter(client, three):
    for name, value in product(("topic", "speaker", "conference", "year", "language"), NONSENSE):
        response = client.get(f"/en/interviews/?{name}={value if '%' in value else quote(value)}")
        assert titles(read(response)) in ([], ["3", "2", "1", "中文"]), (name, value)
        assert "<script>" not in response.text


@pytest.fixture
def many(db):
    for number in range(1, 22):
        dated(number, conference=Conference("ABC", "2025"), tags=(Text({"en": "Leukemia"}),))


def test_a_long_list_comes_in_pages_that_lead_to_each_other(client, many):
    first, second = (read(client.get(f"/en/interviews/?topic=leukemia&page={number}")) for number in (1, 2))
    assert (len(titles(first)), len(titles(second))) == (20, 1)
    assert "page=2" in first.one("a", rel="next")["href"]
    assert "topic=leukemia" in first.one("a", rel="next")["href"]
    assert "page=1" in second.one("a", rel="prev")["href"]
    assert first.all("a", rel="prev") == second.all("a", rel="next") == []


def test_a_page_that_is_not_there_is_not_found(client, many):
    numbers = ("0", "-1", "abc", "3", "999", "٣", "²", "1.0", "9" * 500, "%00", "%20", "", "１")
    paths = ("interviews/", "conferences/abc-2025/", "topics/leukemia/", "speakers/")
    answers = {
        (path, number): client.get(f"/en/{path}?page={number}").status_code for path in paths for number in numbers
    }
    assert {asked: status for asked, status in answers.items() if status != 404} == {}


def test_the_home_page_shows_the_newest_and_not_all(client, many):
    page = read(client.get("/en/"))
    assert titles(page) == ["21", "20", "19", "18", "17", "16"]


@pytest.mark.parametrize("code", ["zh-hans", "en"])
def test_an_empty_archive_has_all_its_pages(client, code):
    for path in ("", *LISTS, "about/"):
        read(client.get(f"/{code}/{path}"))


def test_a_person_has_a_page_with_career_and_interviews(client):
    build.interview(slug="one", biographies=(build.career(),))
    Speaker.objects.update(orcid="0000-0002-1825-0097")
    page = read(client.get("/en/speakers/anhe-lin/"))
    assert page.one("h1").text == "Prof. Anhe Lin"
    assert "林安和" in page.one("main").text
    for said in (
        "Plateau Institute of Hematology",
        "Chief of lymphoma",
        "Chronic lymphocytic leukemia",
        "0000-0002-1825-0097",
    ):
        assert said in page.one("main").text, said
    assert titles(page) == ["Treating leukemia"]
    assert read(client.get("/zh-hans/speakers/anhe-lin/")).one("h1").text == "林安和教授"


def test_a_person_of_fictional_interviews_alone_is_called_fictional(client):
    build.interview(slug="one", text_kind="fictional")
    assert "fictional" in read(client.get("/en/speakers/anhe-lin/")).one("p", class_="notice").text
    build.interview(slug="two")
    assert read(client.get("/en/speakers/anhe-lin/")).all("p", class_="notice") == []


def test_a_conference_has_a_page_with_its_names_days_and_interviews(client):
    name, city = build.text(("年会", "Congress")), build.text(("苏州", "Suzhou"))
    build.interview(conference=Conference("ABC", "2025", name, "2025-10-16", "2025-10-19", city, "CN"))
    page = read(client.get("/en/conferences/abc-2025/"))
    assert page.one("h1").text == "ABC 2025"
    for said in ("Congress", "年会", "Suzhou", "2025.10.16"):
        assert said in page.one("main").text, said
    assert titles(page) == ["Treating leukemia"]


def test_a_topic_has_a_page_under_both_names(client):
    build.interview(tags=(build.text(("白血病", "Leukemia")),))
    page = read(client.get("/zh-hans/topics/leukemia/"))
    assert page.one("h1").text == "白血病"
    assert "Leukemia" in page.one("main").text
    assert titles(page) == ["白血病的治疗"]


def test_a_list_tells_in_which_languages_an_interview_exists(client, three):
    page = read(client.get("/en/interviews/"))
    spoken = [[span.text for span in p.inside] for p in page.all("p", class_="item-languages")]
    assert spoken == [["简体中文", "English"]] * 3 + [["简体中文"]]
