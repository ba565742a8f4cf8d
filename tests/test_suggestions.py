"""What is suggested while a reader types, on the page and in a browser's own field."""

import json
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.finding.suggestions import suggest
from interviews.models import Speaker
from interviews.transcripts.transcript import Conference, Text
from tests import builders as build
from tests.pages import read

pytestmark = pytest.mark.django_db
SPEC = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.fixture(autouse=True)
def archive(db):
    build.interview(
        slug="one",
        title=build.text(("多发性骨髓瘤的双抗时代", "Bispecifics in multiple myeloma")),
        conference=Conference("ABC", "2025", build.text(("年会", "Annual congress"))),
        tags=(build.text(("骨髓瘤", "Myeloma")),),
        speakers=(build.speaker(), build.speaker(("周砚秋", ""), "s2"), build.speaker(("", "Ada Fong"), "s3")),
    )


@pytest.fixture
def ask(client):
    """Type something and return what is suggested: text and kind."""

    def typed(text, language="en"):
        response = client.get(f"/{language}/search/suggestions/", {"q": text})
        assert response.status_code == 200
        return [(each["text"], each["kind"]) for each in json.loads(response.text)["suggestions"]]

    return typed


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("anh", ("Anhe Lin", "speaker")),
        ("lin an", ("Anhe Lin", "speaker")),
        ("ＬＩＮ", ("Anhe Lin", "speaker")),
        ("林", ("Anhe Lin", "speaker")),
        ("安和", ("Anhe Lin", "speaker")),
        ("zhou", ("周砚秋", "speaker")),
        ("zhou yan", ("周砚秋", "speaker")),
        ("mye", ("Myeloma", "topic")),
        ("骨", ("Myeloma", "topic")),
        ("abc 20", ("ABC 2025", "conference")),
        ("annual", ("ABC 2025", "conference")),
        ("bispecifics in mult", ("Bispecifics in multiple myeloma", "interview")),
        ("雙抗", ("Bispecifics in multiple myeloma", "interview")),
    ],
)
def test_the_beginning_of_a_word_of_a_name_is_enough(ask, typed, suggested):
    assert suggested in ask(typed)


@pytest.mark.parametrize(
    "typed", ["", " ", "-", "*", '"', "nhe", "xyz", "lin xyz", "\0", "'); DROP TABLE", "%", "a:b OR"]
)
def test_nothing_is_suggested_where_nothing_begins_so(ask, typed):
    assert ask(typed) == []


def test_the_likeliest_stand_first(ask):
    assert [kind for _text, kind in ask("myeloma")] == ["topic", "interview"]
    assert ask("myeloma", "zh-hans")[0] == ("骨髓瘤", "topic")


def test_a_suggestion_says_both_names_and_where_it_leads(client):
    entry = client.get("/zh-hans/search/suggestions/?q=anhe").json()["suggestions"][0]
    assert (entry["text"], entry["language"]) == ("林安和", "zh-Hans")
    assert (entry["also"], entry["also_language"]) == ("Anhe Lin", "en")
    assert entry["url"].startswith("/zh-hans/speakers/")
    assert client.get(entry["url"]).status_code == 200


def test_there_are_never_more_than_eight(ask):
    for number in range(12):
        build.interview(slug=f"m{number}", title=Text({"en": f"Myeloma {number}"}))
    assert len(ask("mye")) == 8


def test_drafts_and_whoever_is_only_in_drafts_are_not_suggested(ask):
    hidden = (build.speaker(("", "Quentin Hidden"), "s1", affiliation=Text()),)
    build.interview(slug="draft", status="draft", title=Text({"en": "Quinine"}), speakers=hidden)
    assert Speaker.objects.filter(sort_key__startswith="hidden").exists()
    assert ask("qu") == ask("hidden") == []


def test_a_title_in_a_hidden_language_is_not_shown(ask):
    made = build.interview(slug="half", title=build.text(("隐藏", "Concealed")))
    made.language_versions.filter(language="en").update(public=False)
    assert ask("隐藏") == [("隐藏", "interview")]


def test_anybody_may_keep_the_answer(client):
    for path in ("/en/search/suggestions/?q=lin", "/en/search/suggestions/browser/?q=lin", "/en/opensearch.xml"):
        response = client.get(path)
        assert "public" in response["Cache-Control"]
        assert not response.cookies
        assert "ETag" in response
        assert response.get("Vary", "Accept-Encoding") == "Accept-Encoding"


def test_a_browser_gets_texts_kinds_and_absolute_addresses(client):
    response = client.get("/en/search/suggestions/browser/?q=anhe")
    assert response["Content-Type"] == "application/x-suggestions+json"
    typed, texts, kinds, addresses = json.loads(response.text)
    assert (typed, texts, kinds) == ("anhe", ["Anhe Lin"], ["Expert"])
    assert addresses[0].startswith("http")


@pytest.mark.parametrize(
    ("path", "code", "language"),
    [
        ("/en/opensearch.xml", "en", "en"),
        ("/zh-hans/opensearch.xml", "zh-hans", "zh-Hans"),
        ("/opensearch.xml", "zh-hans", "zh-Hans"),
    ],
)
def test_the_archive_describes_itself_as_a_search_engine(client, path, code, language):
    response = client.get(path)
    assert response["Content-Type"] == "application/opensearchdescription+xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)
    assert root.tag == f"{SPEC}OpenSearchDescription"
    assert root.find(f"{SPEC}Language").text == language
    assert 0 < len(root.find(f"{SPEC}ShortName").text) <= 16
    templates = {url.get("type"): url.get("template") for url in root.findall(f"{SPEC}Url")}
    assert templates["text/html"].endswith(f"/{code}/search/?q={{searchTerms}}")
    for media_type in ("text/html", "application/x-suggestions+json"):
        found = client.get("/" + templates[media_type].replace("{searchTerms}", "lin").split("/", 3)[3])
        assert found.status_code == 200
        assert found["Content-Type"].startswith(media_type)


def test_every_page_names_the_description_in_its_language(client):
    for code in ("en", "zh-hans"):
        link = read(client.get(f"/{code}/about/")).one("link", rel="search")
        assert link["href"] == f"/{code}/opensearch.xml"
        assert client.get(link["href"]).status_code == 200


@given(st.text(max_size=40))
@settings(max_examples=60)
def test_any_text_may_be_typed(typed):
    assert len(suggest(typed)) <= 8


def test_it_asks_little(client, django_assert_max_num_queries):
    client.get("/en/search/suggestions/?q=lin")
    with django_assert_max_num_queries(14):
        client.get("/en/search/suggestions/?q=lin")
