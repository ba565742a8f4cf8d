"""What every public answer carries, and that the public side takes nothing but GET and HEAD."""

import pytest

from interviews.transcripts.transcript import Conference, Text
from tests import builders as build

pytestmark = pytest.mark.django_db
PAGES = (
    "", "interviews/", "interviews/whole/", "interviews/whole/only/", "speakers/",
    "speakers/anhe-lin/", "conferences/", "conferences/abc-2025/", "topics/", "topics/leukemia/", "terms/", "about/",
)  # fmt: skip
PAIRS = ("/en/interviews/whole/with/zh-hans/", "/zh-hans/interviews/whole/with/en/")
MACHINES = ("/interviews/whole.json", "/sitemap.xml", "/sitemap-interviews.xml", "/robots.txt")
PUBLIC = (*(f"/{code}/{rest}" for code in ("zh-hans", "en") for rest in PAGES), *PAIRS, *MACHINES)
WITHOUT = ("/en/nothing/", "/nothing", "/en/interviews/none/", "/en/interviews/gone/", "/interviews/none.json")
OTHERS = (
    "/",
    "/health/",
    "/media/portraits/none.png",
    "/static/none.css",
    "/en/about",
    "/speakers/admin/",
    "/static/admin/x",
)
METHODS = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")


@pytest.fixture(autouse=True, params=[0, 2**20], ids=["made each time", "given again"])
def archive(db, settings, request):
    settings.PAGE_MEMORY = request.param
    build.interview(slug="whole", conference=Conference("ABC", "2025"), tags=(Text({"en": "Leukemia"}),))
    build.interview(slug="gone", status="withdrawn")


def test_only_get_and_head_are_taken_at_any_address(client):
    for path in (*PUBLIC, *WITHOUT, *OTHERS):
        for method in METHODS:
            response = client.generic(method, path, b"a=1", "application/x-www-form-urlencoded")
            assert response.status_code == 405, (method, path)
            assert {"GET", "HEAD"} == {name.strip() for name in response["Allow"].split(",")}, (method, path)
            assert not response.cookies


def test_no_public_answer_sets_a_cookie_or_varies_on_anything_but_encoding(client):
    client.cookies["sessionid"] = "x" * 32
    for path in (*PUBLIC, *WITHOUT, *OTHERS):
        response = client.get(path, headers={"accept-encoding": "gzip", "accept-language": "en"})
        assert not response.cookies, path
        assert response.get("Vary", "Accept-Encoding") == "Accept-Encoding", path


def test_public_answers_may_be_kept_and_are_known_again(client):
    for path in PUBLIC:
        response = client.get(path)
        assert "public" in response["Cache-Control"], path
        assert "max-age" in response["Cache-Control"], path
        assert "ETag" in response, path
        again = client.get(path, headers={"if-none-match": response["ETag"]})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", response["ETag"]), path
        head = client.head(path)
        assert (head.status_code, head.content, head["ETag"]) == (200, b"", response["ETag"]), path
        assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200, path


def test_an_answer_is_known_again_also_when_it_comes_compressed(client):
    first = client.get("/en/interviews/whole/", headers={"accept-encoding": "gzip"})
    assert first["Content-Encoding"] == "gzip"
    again = client.get("/en/interviews/whole/", headers={"accept-encoding": "gzip", "if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_a_change_makes_another_answer(client):
    before = client.get("/en/interviews/")["ETag"]
    build.interview(slug="new")
    assert client.get("/en/interviews/", headers={"if-none-match": before}).status_code == 200


def test_every_answer_says_its_language(client):
    for path in (*PUBLIC, *WITHOUT):
        expected = "en" if path.startswith("/en/") else "zh-Hans"
        assert client.get(path)["Content-Language"] == expected, path


def test_every_answer_allows_this_site_alone(client):
    for path in (*PUBLIC, *WITHOUT):
        response = client.get(path)
        directives = {part.split()[0]: part.split()[1:] for part in response["Content-Security-Policy"].split(";")}
        assert directives["default-src"] == ["'self'"], path
        assert directives["object-src"] == directives["frame-ancestors"] == ["'none'"], path
        assert "unsafe" not in response["Content-Security-Policy"], path
        assert (response["X-Content-Type-Options"], response["X-Frame-Options"]) == ("nosniff", "DENY"), path
        assert response["Referrer-Policy"] == "same-origin", path


def test_health_is_asked_anew_each_time(client):
    response = client.get("/health/")
    assert (response.text, response["Cache-Control"]) == ("ok\n", "no-store")


def test_a_host_that_is_not_ours_is_refused(client):
    assert client.get("/en/", HTTP_HOST="evil.example").status_code == 400


def test_an_export_is_a_download_of_what_readers_see(client):
    response = client.get("/interviews/whole.json")
    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert 'filename="whole.json"' in response["Content-Disposition"]
    assert "什么是白血病？" in response.text
    assert "X-Robots-Tag" not in response
