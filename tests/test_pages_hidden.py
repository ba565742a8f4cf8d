"""What readers must not see is on no public address: drafts, what was taken back, languages that are not public."""

from itertools import product

import pytest

from interviews import storage
from interviews.models import Edition, LanguageVersion
from interviews.transcripts.transcript import Conference, Text
from tests import builders as build
from tests.pages import read

pytestmark = pytest.mark.django_db
SECRET = "Unveröffentlicht"
MACHINES = ("/sitemap.xml", "/sitemap-interviews.xml", "/sitemap-speakers.xml", "/sitemap-topics.xml", "/robots.txt")
LISTS = ("", "interviews/", "speakers/", "conferences/", "topics/", "years/", "about/")
FILTERS = ("topic=secret-topic", "speaker=secret-guest", "conference=sec-2025", "year=2031", "language=en")


def made(status, **fields):
    secret = {"title": build.text((f"{SECRET}题", SECRET)), "tags": (Text({"en": "Secret topic"}),)}
    guest = build.speaker((f"{SECRET}名", "Secret Guest"))
    congress = Conference("SEC", "2025", Text({"en": SECRET}))
    given = {**secret, "speakers": (guest,), "conference": congress, **fields}
    return build.interview((f"{SECRET}问", SECRET), status=status, slug="secret", **given)


def in_review():
    interview = made("draft")
    interview.status = "review"
    interview.save()
    return interview


def taken_back():
    interview = made("published")
    storage.unpublish(interview)
    return interview


@pytest.fixture(params=[lambda: made("draft"), in_review, taken_back, lambda: made("withdrawn")])
def hidden(request, db):
    """An interview that readers do not see, in an archive that has another one."""
    interview = request.param()
    build.interview(slug="open", title=build.text(("公开", "Open")), speakers=(build.speaker(("周砚", "Yan Zhou")),))
    return interview


def test_it_stands_on_no_list_count_sitemap_or_filter(client, hidden):
    paths = [f"/{code}/{rest}" for code in ("zh-hans", "en") for rest in LISTS]
    paths += [f"/{code}/interviews/?{query}" for code in ("zh-hans", "en") for query in FILTERS]
    for path in [*paths, *MACHINES, "/zh-hans/interviews/open/", "/interviews/open.json"]:
        response = client.get(path)
        assert response.status_code == 200, path
        assert SECRET not in response.text, path
        named = response.text.split("<h1", 1)[-1].replace('lang="en">secret-guest</span>', "")  # the filter, repeated
        assert "secret-guest" not in named, path


def test_its_addresses_show_nothing_of_it(client, hidden):
    for code, rest in product(("zh-hans", "en"), ("", "only/", "with/en/", "with/zh-hans/", "?view=interleaved")):
        path = f"/{code}/interviews/secret/{rest}"
        response = client.get(path)
        assert response.status_code == (410 if hidden.status == "withdrawn" else 404), path
        assert SECRET not in response.text, path


def test_its_people_topics_conference_and_export_are_not_there(client, hidden):
    person = hidden.participations.get().speaker
    paths = (
        f"speakers/{person.slug}/",
        f"topics/{hidden.topics.get().slug}/",
        f"conferences/{hidden.conference.slug}/",
    )
    assert [client.get(f"/en/{path}").status_code for path in paths] == [404, 404, 404]
    assert client.get("/interviews/secret.json").status_code in {404, 410}
    assert SECRET not in client.get("/interviews/secret.json").text


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_it_does_not_count_among_the_interviews_of_a_person_a_topic_or_a_conference(client, status):
    shared = {"tags": (Text({"en": "Leukemia"}),), "conference": Conference("ABC", "2025")}
    for number in range(3):
        build.interview(slug=f"open-{number}", **shared)
    build.interview(status=status, **shared)
    for path in ("speakers/", "topics/", "conferences/"):
        page = read(client.get(f"/en/{path}"))
        assert [e.text for e in page.all("span", class_="count")] == ["3 interviews"], path
    assert "2 more interviews" in client.get("/en/interviews/open-1/").text
    assert "3 interviews" in read(client.get("/en/interviews/")).one("p", class_="found").text
    assert len(read(client.get("/en/speakers/anhe-lin/")).all("article")) == 3


@pytest.fixture
def half_hidden(db):
    """An interview whose English may not be seen."""
    interview = build.interview(
        ("问", SECRET),
        status="draft",
        slug="half",
        conference=Conference("ABC", "2025"),
        tags=(Text({"en": "Leukemia"}),),
        **{field: build.text(("中文", SECRET)) for field in ("title", "editors_note", "notice", "funding", "column")},
    )
    LanguageVersion.objects.filter(interview=interview, language="en").update(public=False)
    storage.publish(interview)
    return interview


def test_a_language_that_is_not_public_is_in_no_page_edition_export_or_sitemap(client, half_hidden):
    rests = ("", "interviews/", "interviews/half/", "speakers/anhe-lin/", "topics/leukemia/", "conferences/abc-2025/")
    paths = [f"/{code}/{rest}" for code in ("zh-hans", "en") for rest in rests]
    for path in [*paths, "/interviews/half.json", "/sitemap-interviews.xml", "/en/interviews/?language=en"]:
        response = client.get(path)
        assert response.status_code == 200, path
        assert SECRET not in response.text, path
    assert SECRET not in Edition.objects.get().content
    assert "/en/interviews/half/" not in client.get("/sitemap-interviews.xml").text
    assert "interviews/half/" not in client.get("/en/interviews/?language=en").text
    assert client.get("/zh-hans/interviews/half/with/en/").status_code == 404


def test_an_interview_in_a_hidden_language_alone_is_called_by_its_address(client):
    interview = build.interview(("问", ""), status="draft", slug="named", title=Text({"en": SECRET}))
    LanguageVersion.objects.filter(interview=interview, language="en").update(public=False)
    storage.publish(interview)
    page = read(client.get("/en/interviews/"))
    assert page.one("h2", class_="item-title").text == "named"
    assert read(client.get("/en/interviews/named/")).one("h1").text == "named"


def test_a_person_who_has_no_name_in_a_public_language_still_has_a_link_that_says_something(client):
    interview = build.interview(
        ("问", "Question"), status="draft", slug="named", speakers=(build.speaker(("", "Ada Fong")),)
    )
    LanguageVersion.objects.filter(interview=interview, language="en").update(public=False)
    storage.publish(interview)
    page = read(client.get("/zh-hans/interviews/named/"))
    assert all(link.text.strip() for link in page.all("a"))


def hide_every_language(interview):
    LanguageVersion.objects.filter(interview=interview).update(public=False)


def delete_every_turn(interview):
    interview.turns.all().delete()


@pytest.mark.parametrize("empty", [hide_every_language, delete_every_turn])
def test_an_interview_that_shows_nothing_any_more_is_a_draft_and_nowhere(client, empty):
    congress, topic = Conference("ABC", "2025"), (Text({"en": "Leukemia"}),)
    interview = build.interview(slug="emptied", conference=congress, tags=topic)
    empty(interview)
    storage.settle(interview)
    interview.refresh_from_db()
    assert interview.status == "draft"
    records = ("interviews/emptied/", "speakers/anhe-lin/", "topics/leukemia/", "conferences/abc-2025/")
    assert [client.get(f"/en/{path}").status_code for path in records] == [404] * 4
    for path in ("/en/", "/en/interviews/", "/sitemap-interviews.xml"):
        assert "emptied" not in client.get(path).text, path


def test_an_interview_that_lost_one_of_its_languages_stays_public(client):
    interview = build.interview(slug="kept")
    LanguageVersion.objects.filter(interview=interview, language="en").update(public=False)
    storage.settle(interview)
    assert client.get("/zh-hans/interviews/kept/").status_code == 200
