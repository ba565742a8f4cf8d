"""What each head tells search engines and those who share a page, and what the sitemap tells."""

import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.conf import settings

from interviews.transcripts.transcript import Conference, Text
from tests import builders as build
from tests.pages import read

pytestmark = pytest.mark.django_db
HOME = settings.SITE_ORIGIN
ELSEWHERE = {"HTTP_HOST": "localhost", "headers": {"x-forwarded-host": "evil.example"}}
EVERY = (
    "", "interviews/", "speakers/", "conferences/", "topics/", "about/", "interviews/whole/", "speakers/anhe-lin/",
    "conferences/abc-2025/", "topics/leukemia/",
)  # fmt: skip
SITE = "Hematology Interview Archive"
NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def whole(db):
    name = build.text(("年会", "Congress"))
    return build.interview(
        slug="whole",
        conference=Conference("ABC", "2025", name),
        tags=(build.text(("白血病", "Leukemia")),),
        editors_note=build.text(("编者按的话。", "A note by the editor.")),
        published_at=datetime(2025, 10, 16, 6, 59, tzinfo=UTC),
    )


def test_every_page_has_title_description_canonical_alternates_and_open_graph(client, whole):
    for code in ("zh-hans", "en"):
        for rest in EVERY:
            path = f"/{code}/{rest}"
            page = read(client.get(path, **ELSEWHERE))
            assert page.one("title").text.strip(" —"), path
            assert page.meta("description"), path
            assert page.canonical() == HOME + path
            assert page.alternates() == {
                "zh-Hans": f"{HOME}/zh-hans/{rest}",
                "en": f"{HOME}/en/{rest}",
                "x-default": f"{HOME}/zh-hans/{rest}",
            }
            assert page.meta("og:url") == HOME + path
            assert all(page.meta(f"og:{name}") for name in ("title", "type", "site_name", "description")), path
            assert page.meta("robots") is None, path
            assert "evil" not in page.one("html").text


def test_titles_tell_pages_apart(client, whole):
    for code in ("zh-hans", "en"):
        titles = [read(client.get(f"/{code}/{rest}")).one("title").text for rest in EVERY]
        assert len(set(titles)) == len(titles)


def test_an_interview_is_described_by_its_note_in_the_pages_language(client, whole):
    page = read(client.get("/en/interviews/whole/"))
    assert page.one("title").text == f"Treating leukemia — {SITE}"
    assert page.meta("description") == page.meta("og:description") == "A note by the editor."
    assert (page.meta("og:title"), page.meta("og:type")) == ("Treating leukemia", "article")
    assert page.meta("article:published_time") == "2025-10-16T14:59:00+08:00"


def test_a_long_description_is_cut_between_words_of_either_script(client):
    note = build.text(("在 ASH 年会上，" + "白血病治疗进展" * 40, "Word " * 60 + "\n\nend"))
    build.interview(slug="long", editors_note=note)
    chinese, english = (read(client.get(f"/{code}/interviews/long/")).meta("description") for code in ("zh-hans", "en"))
    assert 150 <= len(chinese) <= 160
    assert 150 <= len(english) <= 160
    assert english.endswith("Word…")


def test_a_description_is_one_line(client):
    build.interview(slug="lines", editors_note=Text({"en": "One.\n\nTwo.\nThree."}))
    assert read(client.get("/en/interviews/lines/")).meta("description") == "One. Two. Three."


@pytest.mark.parametrize(
    "rest", ["only/", "with/zh-hans/", "?view=interleaved", "only/?view=interleaved", "?utm_source=x"]
)
def test_views_of_an_interview_are_known_under_its_normal_address(client, whole, rest):
    page = read(client.get(f"/en/interviews/whole/{rest}"))
    assert page.canonical() == f"{HOME}/en/interviews/whole/"
    assert page.alternates()["zh-Hans"] == f"{HOME}/zh-hans/interviews/whole/"


def test_an_interview_in_one_language_is_known_under_that_language_alone(client):
    build.interview(("只有中文。", ""), slug="chinese", title=Text({"zh-hans": "标题"}))
    for code in ("zh-hans", "en"):
        page = read(client.get(f"/{code}/interviews/chinese/"))
        address = f"{HOME}/zh-hans/interviews/chinese/"
        assert page.canonical() == address
        assert page.alternates() == {"zh-Hans": address, "x-default": address}
        assert (page.one("title")["lang"], page.meta("description")) == ("zh-Hans", "只有中文。")


@pytest.mark.parametrize("kind", ["condensed", "fictional"])
def test_what_is_no_text_as_published_is_not_indexed(client, kind):
    build.interview(slug="kind", text_kind=kind)
    for rest in ("", "only/", "with/zh-hans/"):
        assert read(client.get(f"/en/interviews/kind/{rest}")).meta("robots") == "noindex"
    assert client.get("/interviews/kind.json")["X-Robots-Tag"] == "noindex"


def test_a_preview_is_not_indexed(staff_client):
    draft = build.interview(status="draft")
    response = staff_client.get(f"/en/admin/interviews/interview/{draft.pk}/preview/")
    assert read(response).meta("robots") == "noindex"
    assert "no-store" in response["Cache-Control"]


def test_filters_are_not_indexed_and_later_pages_have_their_own_address(client):
    for number in range(21):
        build.interview(slug=f"i{number}", tags=(Text({"en": "Leukemia"}),))
    filtered = read(client.get("/en/interviews/?topic=leukemia"))
    assert (filtered.meta("robots"), filtered.canonical()) == ("noindex", f"{HOME}/en/interviews/")
    second = read(client.get("/en/interviews/?page=2"))
    assert (second.meta("robots"), second.canonical()) == (None, f"{HOME}/en/interviews/?page=2")
    assert set(second.alternates().values()) == {f"{HOME}/zh-hans/interviews/?page=2", f"{HOME}/en/interviews/?page=2"}
    assert read(client.get("/en/topics/leukemia/?page=2")).canonical() == f"{HOME}/en/topics/leukemia/?page=2"


def sitemap(client, section):
    """Return the addresses of a sitemap, each with its alternates."""
    root = ElementTree.fromstring(client.get(f"/sitemap-{section}.xml", **ELSEWHERE).content)
    return {
        url.find("loc", NAMES).text: {
            link.get("hreflang").lower(): link.get("href") for link in url.findall("x:link", NAMES)
        }
        for url in root.findall("url", NAMES)
    }


def test_the_sitemap_holds_what_may_be_indexed_in_the_languages_it_exists_in(client, whole):
    build.interview(("只有中文。", ""), slug="chinese", title=Text({"zh-hans": "标题"}), speakers=())
    other = {"speakers": (build.speaker(("周砚", "Yan Zhou")),), "tags": (Text({"en": "Invented"}),)}
    build.interview(slug="invented", text_kind="fictional", **other)
    build.interview(slug="told", text_kind="condensed")
    found = sitemap(client, "interviews")
    pair = {code: f"{HOME}/{code}/interviews/whole/" for code in ("zh-hans", "en")}
    alone = f"{HOME}/zh-hans/interviews/chinese/"
    assert found == {
        **{address: {**pair, "x-default": pair["zh-hans"]} for address in pair.values()},
        alone: {"zh-hans": alone, "x-default": alone},
    }
    assert set(sitemap(client, "speakers")) == {f"{HOME}/{code}/speakers/anhe-lin/" for code in ("zh-hans", "en")}
    assert set(sitemap(client, "topics")) == {f"{HOME}/{code}/topics/leukemia/" for code in ("zh-hans", "en")}
    assert f"{HOME}/en/conferences/abc-2025/" in sitemap(client, "conferences")
    assert f"{HOME}/en/about/" in sitemap(client, "pages")


def test_every_address_of_every_sitemap_is_a_page(client, whole):
    index = client.get("/sitemap.xml", **ELSEWHERE).text
    maps = re.findall("<loc>(.*?)</loc>", index)
    assert len(maps) >= 5
    for address in maps:
        assert address.startswith(HOME)
        found = re.findall("<loc>(.*?)</loc>", client.get(address.removeprefix(HOME)).text)
        assert found or "interviews" not in address
        for page in found:
            assert read(client.get(page.removeprefix(HOME))).canonical() == page


def test_robots_are_shown_the_sitemap(client):
    text = client.get("/robots.txt", **ELSEWHERE).text
    assert f"Sitemap: {HOME}/sitemap.xml" in text.splitlines()
    assert "User-agent: *" in text
