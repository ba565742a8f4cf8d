"""The list of experts by letter, and a person's page: career, company, topics and words."""

import pytest

from interviews.transcripts.transcript import BiographyEntry, Text
from interviews.views.careers import career
from interviews.views.words import beginning
from tests import builders as build
from tests.pages import read

pytestmark = pytest.mark.django_db


def entry(text, start=None, end=None, section="position"):
    return BiographyEntry(section, start, end, Text({"en": text}))


def test_a_career_has_the_latest_first_and_the_undated_last():
    entries = [
        entry("old", "2003", "2010-05"),
        entry("none"),
        entry("now", "2012-02", "present"),
        entry("mid", "2003-12"),
    ]
    found = career([entry("study", section="research"), *entries])
    assert [step.text["en"] for step in found.dated] == ["now", "mid", "old"]
    assert [step.text["en"] for step in found.undated] == ["none"]
    assert [text["en"] for text in found.research] == ["study"]


def test_a_short_sentence_is_quoted_with_the_next_but_never_with_another_paragraph():
    items = [{"en": [0, 4], "xx": [0, 2]}, {"en": [5, 9]}]
    assert beginning({"en": "One. Two.", "xx": "一。"}, items, ["en", "xx"]) == {"en": (0, 9), "xx": (0, 2)}
    parted = [{"en": [0, 4]}, {"en": [6, 10]}]
    assert beginning({"en": "One.\n\nTwo."}, parted, ["en"]) == {"en": (0, 4)}


def test_letters_that_have_people_are_offered_and_lead_to_them(client):
    build.interview(speakers=(build.speaker(("林安和", "Anhe Lin")), build.speaker(("周砚", "Yan Zhou"), "s2")))
    page = read(client.get("/en/speakers/"))
    letters = [link["href"] for link in page.one("nav", class_="letters").inside]
    assert letters == ["/en/speakers/", "/en/speakers/?letter=L", "/en/speakers/?letter=Z"]
    only = read(client.get("/en/speakers/?letter=Z"))
    assert "周砚" in only.one("main").text
    assert "林安和" not in only.one("main").text
    assert only.canonical().endswith("/en/speakers/?letter=Z")
    assert client.get("/en/speakers/?letter=Q").status_code == 404


def test_a_person_s_words_stand_under_their_topic_with_the_kind_of_text_and_their_turn(client):
    build.interview(slug="one", text_kind="condensed", tags=(Text({"en": "Leukemia"}),))
    said = read(client.get("/en/speakers/anhe-lin/")).one("figure", class_="said")
    assert "A cancer of the blood." in said.text
    assert "一种血液肿瘤。" in said.text
    assert "Condensed account" in said.text


def test_who_shares_interviews_with_a_person_is_named_and_drafts_do_not_count(client):
    pair = (build.speaker(), build.speaker(("周砚", "Yan Zhou"), "s2"))
    build.interview(slug="one", speakers=pair)
    build.interview(slug="two", speakers=pair, status="draft")
    page = read(client.get("/en/speakers/anhe-lin/"))
    assert "Yan Zhou" in page.one("main").text
    assert "1 interview together" in page.one("main").text
