"""What a search has found is found once: its other pages, and those in another language, begin with it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interviews import storage
from interviews.indexing import generations
from interviews.models import Interview
from interviews.views import search as view
from tests import builders as build
from tests.search_pages import hits, marks, searching

pytestmark = pytest.mark.django_db


@pytest.fixture
def search(client):
    return searching(client)


@pytest.fixture
def two(monkeypatch):
    """Two interviews that say the same, on a page each."""
    monkeypatch.setattr(view, "PER_PAGE", 1)
    return [build.interview((f"移植{number}", f"A graft, {number}.")) for number in ("甲", "乙")]


def asked_of_the_index(ask):
    """Return how often a page asked for parts of interviews."""
    live = generations.live().interviews
    with CaptureQueriesContext(connection) as captured:
        assert ask().status_code == 200
    return sum(live.passages in query["sql"] for query in captured)


def test_the_other_language_and_the_other_page_are_not_looked_for_again(client, two):
    first, again, english, second, newest = (
        asked_of_the_index(lambda address=address: client.get(address))
        for address in (
            "/zh-hans/search/?q=移植",
            "/zh-hans/search/?q=移植&from=elsewhere",
            "/en/search/?q=移植",
            "/en/search/?q=移植&page=2",
            "/en/search/?q=移植&sort=newest",
        )
    )
    assert first > 1
    assert again == english == second == 0
    assert newest > 1


def test_each_language_marks_and_orders_for_itself(search, two):
    shown = {code: search("graft", code) for code in ("zh-hans", "en")}
    first = {code: re.search(r'hit-sides"><p lang="([^"]+)"', page)[1] for code, page in shown.items()}
    assert first == {"zh-hans": "zh-Hans", "en": "en"}
    assert len({hit.rpartition("/")[2] for page in shown.values() for hit in hits(page)}) == 1


def test_a_change_is_found_at_once(search, two):
    assert len(marks(search("graft"))) > 0
    two[0].turns.update(text_en="A kidney.", text_zh_hans="肾")
    two[1].turns.update(text_en="Nothing.", text_zh_hans="无")
    for made in two:
        storage.settle(Interview.objects.get(pk=made.pk))
    assert marks(search("graft")) == []
    assert marks(search("kidney")) == ["kidney"]


def test_a_limit_that_was_typed_and_one_that_was_chosen_leave_other_facets(client):
    people = (build.speaker(), build.speaker(("周砚", "Yan Zhou"), "s2"))
    said = (("移植？", "A graft?"), ("移植。", "A graft."))
    build.interview(*said, title=build.text(("移植", "A graft")), speakers=people)
    typed = client.get("/en/search/?q=graft speaker:anhe-lin").text
    chosen = client.get("/en/search/?q=graft&speaker=anhe-lin").text
    assert 'id="facet-speaker"' in typed
    assert 'id="facet-speaker"' not in chosen
