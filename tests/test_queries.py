"""How often each page asks the database: a fixed number, however much there is."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interviews.transcripts.transcript import Conference, Text
from tests import builders as build

pytestmark = pytest.mark.django_db
INTERVIEW, LIST, HOME, PERSON = 11, 6, 7, 10  # home shows four lists
PAGES = {
    "": HOME,
    "interviews/": LIST,
    "interviews/?topic=leukemia": LIST,
    "interviews/?speaker=anhe-lin": LIST,
    "interviews/?conference=abc-2025": LIST,
    "interviews/?year=2025": LIST,
    "interviews/?language=en": LIST,
    "interviews/?topic=leukemia&speaker=anhe-lin&conference=abc-2025&year=2025&language=en": LIST,
    "interviews/?topic=none": LIST,
    "interviews/?sort=title": LIST,
    "speakers/": LIST,
    "speakers/?letter=L": LIST,
    "speakers/anhe-lin/": PERSON,
    "conferences/": LIST,
    "conferences/abc-2025/": LIST,
    "topics/": LIST,
    "topics/leukemia/": LIST,
    "years/": LIST,
    "years/2025/": LIST,
    "about/": 0,
    "interviews/first/": INTERVIEW,
    "interviews/first/only/": INTERVIEW,
    "interviews/first/with/zh-hans/": INTERVIEW,
}
MACHINES = ("/interviews/first.json", "/sitemap-interviews.xml", "/sitemap-speakers.xml", "/robots.txt", "/health/")


def archive(count, slug="first"):
    """Store interviews of one person at one conference, each also with people, topics and turns of its own."""
    for number in range(count):
        guests = [
            build.speaker((f"周{number}{slug}{other}", f"Guest {other}"), f"s{other}") for other in range(2, 2 + count)
        ]
        build.interview(
            *((f"问{turn}", f"Question {turn}") for turn in range(2 * count)),
            slug=slug if number == 0 else f"{slug}-{number}",
            conference=Conference("ABC", "2025"),
            tags=(
                Text({"en": "Leukemia"}),
                *(Text({"en": f"Topic {slug} {number} {other}"}) for other in range(count)),
            ),
            speakers=(build.speaker(), *guests),
            biographies=tuple(build.career(key) for key in ["s1", *(guest.key for guest in guests)]),
            published_at=datetime(2025, 5, 1, tzinfo=UTC),
        )


def counted(client):
    """Return how many queries each page makes."""
    counts = {}
    for path in (*(f"/en/{rest}" for rest in PAGES), *MACHINES):
        client.get(path)  # what is kept from one request to the next
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(path).status_code == 200, path
        counts[path] = len(queries)
    return counts


def test_no_page_asks_more_of_a_full_archive_than_of_a_small_one(client):
    archive(1)
    build.interview(slug="beside", conference=Conference("ABC", "2025"))
    few = counted(client)
    archive(3, "second")
    for number in range(8):
        build.interview(slug=f"more-{number}", conference=Conference("ABC", str(number)))
    many = counted(client)
    assert {path: (few[path], many[path]) for path in few if many[path] > few[path]} == {}
    assert {rest: many[f"/en/{rest}"] for rest, most in PAGES.items() if many[f"/en/{rest}"] > most} == {}


def test_an_address_without_anything_asks_little(client, django_assert_max_num_queries):
    for path in ("/en/nothing/", "/en/interviews/none/", "/interviews/none.json"):
        with django_assert_max_num_queries(3):
            client.get(path)
