"""Permanent addresses: where an old one leads, and what an address without anything answers."""

import pytest

from interviews import storage
from interviews.models import Interview, language
from interviews.storage import slugs
from interviews.transcripts.transcript import Conference, Text
from tests import builders as build
from tests.pages import read

pytestmark = pytest.mark.django_db


def move(row, slug):
    former, row.slug = row.slug, slug
    row.save()
    slugs.keep_former(row, former)


@pytest.fixture
def moved(db):
    interview = build.interview(slug="old", conference=Conference("ABC", "2025"), tags=(Text({"en": "Leukemia"}),))
    move(interview, "new")
    return interview


@pytest.mark.parametrize(
    "rest", ["", "only/", "with/zh-hans/", "?view=interleaved", "with/zh-hans/?view=interleaved&a=1"]
)
def test_an_old_address_leads_to_the_new_one_in_every_view_and_keeps_the_query(client, moved, rest):
    response = client.get(f"/en/interviews/old/{rest}")
    assert response.status_code == 301
    assert response["Location"] == f"/en/interviews/new/{rest}"
    assert client.get(response["Location"]).status_code == 200


def test_an_old_address_of_an_export_leads_to_the_new_one(client, moved):
    response = client.get("/interviews/old.json")
    assert (response.status_code, response["Location"]) == (301, "/interviews/new.json")


def test_old_addresses_of_people_conferences_and_topics_lead_on(client, moved):
    rows = {
        "speakers": moved.participations.get().speaker,
        "conferences": moved.conference,
        "topics": moved.topics.get(),
    }
    for section, row in rows.items():
        former = row.slug
        move(row, "renamed")
        response = client.get(f"/zh-hans/{section}/{former}/?a=1")
        assert (response.status_code, response["Location"]) == (301, f"/zh-hans/{section}/renamed/?a=1")


def test_an_address_that_moved_twice_leads_to_the_last(client, moved):
    move(moved, "newest")
    for slug in ("old", "new"):
        assert client.get(f"/en/interviews/{slug}/")["Location"] == "/en/interviews/newest/"


def test_an_old_address_of_a_draft_leads_nowhere(client, moved):
    storage.unpublish(moved)
    assert client.get("/en/interviews/old/").status_code == 404


def test_an_old_address_of_a_withdrawn_interview_says_so(client, moved):
    storage.withdraw(moved, Text({"en": "The data were wrong"}))
    for slug in ("old", "new"):
        page = read(client.get(f"/en/interviews/{slug}/"), 410)
        assert "The data were wrong" in page.one("main").text


@pytest.mark.parametrize("rest", ["", "only/", "with/en/"])
def test_a_withdrawn_interview_tells_why_in_the_readers_language(client, rest):
    build.interview(slug="gone", status="withdrawn")
    for code, reason in (("zh-hans", "数据有误"), ("en", "The data were wrong")):
        page = read(client.get(f"/{code}/interviews/gone/{rest}"), 410)
        assert reason in page.one("main").text
        assert "Treating leukemia" not in page.one("html").text
    assert client.get("/interviews/gone.json").status_code == 410


def test_a_reason_in_another_language_says_its_language(client):
    interview = build.interview(slug="gone")
    storage.withdraw(interview, Text({"zh-hans": "数据有误"}))
    page = read(client.get("/en/interviews/gone/"), 410)
    assert page.one("p", class_="notice")["lang"] == "zh-Hans"


def test_an_interview_that_is_published_again_is_there_again(client):
    interview = build.interview(slug="back", status="withdrawn")
    storage.publish(interview)
    assert client.get("/en/interviews/back/").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/nothing", "/nothing/", "/en/nothing/", "/fr/", "/EN/", "/en/interviews/none/", "/en/speakers/none/",
        "/en/conferences/none/", "/en/topics/none/", "/interviews/none.json", "/interviews/whole.pdf",
        "/en/interviews/a%00b/",
        "/en/interviews/%E8%A1%80/", "/sitemap-none.xml", "/media/portraits/none.png",
        "/static/none.css", "/en//evil.example/", "/en/interviews/" + "a" * 3000 + "/", "/interviews/whole/",
        "/en/interviews/whole/with/",
    ],
)  # fmt: skip
def test_an_address_without_anything_is_not_found(client, path):
    build.interview(slug="whole")
    response = client.get(path)
    assert response.status_code == 404, response.headers
    if not path.startswith("/static/"):
        assert {"zh-Hans", "en"} == set(read(response, 404).toggle())


def test_an_address_without_its_last_stroke_gets_it(client):
    build.interview(slug="whole")
    for path in ("/en/interviews/whole", "/zh-hans/about", "/en"):
        response = client.get(f"{path}?a=1")
        assert (response.status_code, response["Location"]) == (301, f"{path}/?a=1")


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("", "zh-hans"), ("en", "en"), ("en-GB,en;q=0.9", "en"), ("zh-CN,zh;q=0.9,en;q=0.8", "zh-hans"),
        ("zh-TW", "zh-hans"), ("fr, en;q=0.5", "en"), ("fr", "zh-hans"), ("*", "zh-hans"), ("x" * 900, "zh-hans"),
        ("en;q=0,zh-hans", "zh-hans"),
    ],
)  # fmt: skip
def test_the_front_door_leads_to_the_browsers_language_and_nobody_keeps_that(client, header, code):
    response = client.get("/", headers={"accept-language": header})
    assert (response.status_code, response["Location"]) == (302, f"/{code}/")
    assert {"private", "no-store"} <= {part.strip() for part in response["Cache-Control"].split(",")}
    assert "ETag" not in response


def test_the_browsers_language_decides_nothing_else(client):
    response = client.get("/zh-hans/", headers={"accept-language": "en"}, HTTP_COOKIE="django_language=en")
    assert read(response).one("html")["lang"] == "zh-Hans"
    assert response["Content-Language"] == "zh-Hans"


def test_a_chinese_name_has_an_address_of_digits(client):
    interview = build.interview(speakers=(build.speaker(("单雪", "")),))
    person = Interview.objects.get().participations.get().speaker
    assert person.slug == str(person.pk)
    assert language.read(person, "name") == Text({"zh-hans": "单雪"})
    read(client.get(f"/en/speakers/{person.slug}/"))
    read(client.get(f"/en/interviews/{interview.slug}/"))
