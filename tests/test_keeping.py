"""Public answers are given again while nothing has changed, and never later, elsewhere or to the wrong reader."""

import gzip

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive import keeping
from interviews import catalog, storage
from interviews.indexing import generations, rebuilding
from interviews.models import LanguageVersion, SiteRevision, Speaker
from interviews.transcripts.transcript import Conference, Text
from interviews.views import interviews as interview_views
from tests import builders as build

pytestmark = pytest.mark.django_db
MOST = 2**20
PAGE = "/en/interviews/first/"
PAGES = (
    *("/en/", "/zh-hans/", "/en/about/", "/en/interviews/", "/en/interviews/?sort=title", PAGE),
    *(f"{PAGE}?view=interleaved", f"{PAGE}only/", f"{PAGE}with/zh-hans/", f"{PAGE}find/?q=leukemia"),
    *("/en/speakers/", "/en/speakers/anhe-lin/", "/en/topics/leukemia/", "/en/years/", "/en/search/?q=leukemia"),
    *("/en/search/suggestions/?q=leu", "/en/search/concordance/?q=leukemia", "/sitemap.xml", "/robots.txt"),
    *("/sitemap-interviews.xml", "/opensearch.xml", "/zh-hans/search/?q=血"),
)
MADE_EACH_TIME = {
    "/": 302,
    "/en/about": 301,
    "/en/nothing/": 404,
    "/nothing": 404,
    "/en/interviews/none/": 404,
    "/en/interviews/gone/": 410,
    "/interviews/none.json": 404,
    "/interviews/first.json": 200,
    "/en/interviews/first/offline/": 200,
    "/en/search/concordance.csv?q=leukemia": 200,
    "/health/": 200,
    "/static/none.css": 404,
    "/media/portraits/none.png": 404,
    "/media/portraits/lin.png": 200,
    "/en/admin/login/": 302,
    "/en/admin/": 200,
    "/en/admin/interviews/interview/": 200,
}


@pytest.fixture(autouse=True)
def archive(settings):
    """An interview, one that is gone, and memory for pages."""
    settings.PAGE_MEMORY = MOST
    build.interview(slug="gone", status="withdrawn")
    return build.interview(slug="first", conference=Conference("ABC", "2025"), tags=(Text({"en": "Leukemia"}),))


@pytest.fixture
def answers(monkeypatch):
    """What the test's browser finds kept."""
    made = keeping.Answers(MOST)
    monkeypatch.setattr(keeping, "Answers", lambda _most: made)
    return made


def test_a_page_is_given_again_after_one_look_at_the_revision(client, django_assert_num_queries):
    for path in PAGES:
        first = client.get(path)
        assert first.status_code == 200, path
        with django_assert_num_queries(1):
            again = client.get(path)
        assert (again.content, [*again.items()]) == (first.content, [*first.items()]), path


def test_head_gives_what_get_gives_without_the_page(client, django_assert_num_queries):
    for first, second in (("get", "head"), ("head", "get")):
        storage.bump_revision()
        made = getattr(client, first)(PAGE)
        with django_assert_num_queries(1):
            again = getattr(client, second)(PAGE)
        assert [*again.items()] == [*made.items()]
        assert {len(made.content), len(again.content)} == {0, int(made["Content-Length"])}


def test_what_is_given_again_is_compressed_or_known_again_as_each_reader_asks(client, django_assert_num_queries):
    plain = client.get(PAGE)
    first = client.get(PAGE, headers={"accept-encoding": "gzip"})
    with django_assert_num_queries(3):
        compressed = client.get(PAGE, headers={"accept-encoding": "br, gzip;q=0.8"})
        known = client.get(PAGE, headers={"accept-encoding": "gzip", "if-none-match": compressed["ETag"]})
        once_more = client.get(PAGE)
    assert compressed.content == first.content
    assert (compressed["Content-Encoding"], gzip.decompress(compressed.content)) == ("gzip", plain.content)
    assert (known.status_code, known.content) == (304, b"")
    assert (once_more.content, [*once_more.items()]) == (plain.content, [*plain.items()])


def test_an_answer_that_was_asked_for_conditionally_is_kept_whole(client):
    etag = client.get(PAGE)["ETag"]
    storage.bump_revision()
    assert client.get(PAGE, headers={"if-none-match": etag}).status_code == 304
    assert client.get(PAGE).text.endswith("</html>\n")


def test_what_is_no_public_page_is_made_each_time(staff_client, answers, settings):
    portrait = settings.MEDIA_ROOT / "portraits" / "lin.png"
    portrait.parent.mkdir(parents=True, exist_ok=True)
    portrait.write_bytes(b"a picture")
    for path, status in MADE_EACH_TIME.items():
        response = staff_client.get(path)
        assert (response.status_code, len(answers)) == (status, 0), path
        list(response)  # to its end, where a file is closed


def test_a_preview_is_never_kept(staff_client, answers, archive):
    draft = build.interview(slug="draft", status="draft", speakers=())
    preview = f"/en/admin/interviews/interview/{draft.pk}/preview/"
    assert staff_client.get(preview).status_code == 200
    assert len(answers) == 0
    assert Client().get(preview).status_code == 302


def test_staff_and_readers_get_the_same_page(staff_client, client):
    as_reader = Client().get(PAGE)
    assert staff_client.get(PAGE).content == as_reader.content
    client.cookies.clear()
    assert client.get(PAGE).content == as_reader.content


def hide_english(made):
    LanguageVersion.objects.filter(interview=made, language="en").update(public=False)
    storage.settle(made)


def name_anew(made):
    speaker = Speaker.objects.get()
    speaker.name_en = "Anhe Lin-Zhou"
    with storage.writing():
        speaker.save()
        storage.settle_all(type(made).objects.filter(pk=made.pk), [speaker])


CHANGES = {
    "unpublished": (storage.unpublish, PAGE, 404),
    "withdrawn": (lambda made: storage.withdraw(made, build.text(("有误", "Wrong"))), PAGE, 410),
    "a language hidden": (hide_english, f"{PAGE}only/", 302),
    "a person called otherwise": (name_anew, PAGE, 200),
    "another interview": (lambda _made: build.interview(slug="second"), "/en/", 200),
    "another in a search": (lambda _made: build.interview(slug="second"), "/en/search/?q=leukemia", 200),
    "a term": (lambda _made: build.term(("白血病", "leukemia")), PAGE, 200),
    "a rebuilt index": (lambda _made: rebuilding.rebuild(), "/en/search/?q=leukemia", 200),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen_at_once(client, archive, change):
    make, path, status = CHANGES[change]
    if change == "a rebuilt index":  # of which something was lost
        for tables in generations.live().both:
            for keys in list(generations.all_keys(tables)):
                generations.backend().remove(tables, keys)
    before = client.get(path)
    assert client.get(path).content == before.content
    make(archive)
    after = client.get(path)
    assert after.status_code == status
    assert after.content != before.content
    assert after.content == Client().get(path).content


def test_a_change_on_the_desk_is_seen_at_once(staff_client, archive):
    assert staff_client.get(PAGE).status_code == 200
    address = f"/en/admin/interviews/interview/{archive.pk}/unpublish/"
    assert staff_client.post(address, {"confirmed": "1"}).status_code == 302
    assert staff_client.get(PAGE).status_code == 404


def test_a_page_that_a_change_overtakes_is_not_given_again(client, archive, monkeypatch):
    render = interview_views.page

    def overtaken(*given, **more):
        made = render(*given, **more)
        storage.unpublish(archive)
        return made

    monkeypatch.setattr(interview_views, "page", overtaken)
    assert client.get(PAGE).status_code == 200
    assert client.get(PAGE).status_code == 404


def test_each_host_and_scheme_has_its_own(client, answers):
    assert client.get("/en/", HTTP_HOST="127.0.0.1").status_code == 200
    assert client.get("/en/", HTTP_HOST="localhost").status_code == 200
    assert client.get("/en/", HTTP_HOST="evil.example").status_code == 400
    assert len(answers) == 2
    assert client.get("/en/", HTTP_HOST="localhost", secure=True).status_code == 200
    assert len(answers) == 3


def test_an_archive_without_a_revision_keeps_nothing(client, answers):
    SiteRevision.objects.all().delete()
    assert client.get("/en/").status_code == 200
    assert len(answers) == 0


def test_what_needs_no_database_answers_without_one(client, monkeypatch):
    def broken():
        raise DatabaseError

    monkeypatch.setattr(catalog, "revision", broken)
    assert client.get("/en/about/").status_code == 200


def test_without_memory_every_page_is_made(client, settings, answers):
    settings.PAGE_MEMORY = 0
    assert [client.get(PAGE).status_code for _ in range(2)] == [200, 200]
    assert len(answers) == 0


def test_a_page_that_is_made_looks_the_revision_up_once(client):
    for path in PAGES:
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        assert sum(query["sql"].startswith("SELECT number, mark") for query in asked) == 1, path
