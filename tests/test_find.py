"""Find in one interview: every sentence that says it, in the order of the text."""

from urllib.parse import urlencode

import pytest

from tests import builders as build
from tests.pages import read

pytestmark = pytest.mark.django_db
ASKED = ("移植之后复发怎么办？", "What if the disease relapses after a transplant?")
SAID = (
    "再次移植不是唯一选择。疗效要看残留病。复发少见。",
    "A second transplant is not the only choice. Outcome depends on residual disease. Relapses are rare.",
)


@pytest.fixture
def found(client):
    """Ask an interview and return the fragments that the hits lead to."""

    def ask(query, slug="one", language="en", **chosen):
        page = read(client.get(f"/{language}/interviews/{slug}/find/", {"q": query, **chosen}))
        assert page.unmarked_chinese() == []
        items = [item for listed in page.all("ol", class_="finds") for item in listed.inside]
        return [item_link(item)["href"].partition(f"/{language}/interviews/{slug}/")[2] for item in items]

    return ask


def item_link(element):
    waiting = [element]
    while waiting:
        each = waiting.pop()
        if each.tag == "a":
            return each
        waiting += each.inside
    raise AssertionError("no link")


@pytest.fixture(autouse=True)
def archive(db):
    build.interview(ASKED, SAID, slug="one")
    build.interview(ASKED, slug="other")


def test_every_sentence_that_says_it_is_listed_in_order(found):
    assert found("移植") == ["#t1s1", "#t2s1"]
    assert found("relapse") == found("复发") == ["#t1s1", "#t2s3"]
    assert found("leukemia") == [""]
    assert found("nothing like it") == []


def test_words_stand_in_any_order_within_a_turn_phrases_as_they_are_and_some_not_at_all(found):
    assert found("残留病 移植") == ["#t2s1", "#t2s2"]
    assert found('"残留病 移植"') == []
    assert found("移植 -残留病") == ["#t1s1"]
    assert found("移植 kind:answer") == ["#t2s1"]
    assert found("移植 speaker:nobody") == []


def test_both_languages_stand_side_by_side_with_marks(client):
    page = read(client.get("/zh-hans/interviews/one/find/", {"q": "残留病"}))
    assert [mark.text for mark in page.all("mark")] == ["残留病"]
    assert "Outcome depends on residual disease." in page.one("main").text
    assert page.meta("robots") == "noindex"


def test_without_a_word_it_asks_for_one(client):
    page = read(client.get("/en/interviews/one/find/"))
    assert page.all("ol", class_="finds") == []
    assert [form["action"] for form in page.all("form") if "/find/" in (form["action"] or "")] == [
        "/en/interviews/one/find/"
    ]


def test_what_nobody_may_read_nobody_may_search(client):
    build.interview(ASKED, status="draft", slug="draft")
    build.interview(ASKED, status="withdrawn", slug="gone")
    assert client.get("/en/interviews/draft/find/?q=移植").status_code == 404
    assert client.get("/en/interviews/gone/find/?q=移植").status_code == 410
    assert client.get("/en/interviews/nothing/find/?q=移植").status_code == 404


def test_nothing_that_was_typed_is_markup(client):
    page = read(client.get("/en/interviews/one/find/", {"q": '"><script>alert(1)</script>\0'}))
    assert all(not script.texts for script in page.all("script"))


def test_what_a_search_was_narrowed_to_it_is_narrowed_to_here(client, found):
    build.interview(*[ASKED, SAID] * 8, slug="long")
    for chosen in ({"kind": "answer"}, {"speaker": "anhe-lin"}):
        page = read(client.get("/en/search/", {"q": "移植", **chosen}))
        address = next(a["href"] for a in page.all("a") if "/interviews/long/find/" in (a["href"] or ""))
        narrowed = read(client.get(address))
        assert len(narrowed.one("ol", class_="finds").inside) == 8
        assert [a["href"] for a in narrowed.all("a", class_="take-away")] == [f"?{urlencode({'q': '移植'})}"]
    assert len(found("移植", "long")) == 16


def test_it_says_how_many_sentences_it_lists(client):
    page = read(client.get("/en/interviews/one/find/?q=移植"))
    assert page.one("p", class_="found").text == "2 sentences"
