"""The interview as a value: texts in languages, and an interview narrowed to some of them."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.transcripts.transcript import (
    NO_TEXT,
    Biography,
    BiographyEntry,
    Text,
    Transcript,
    all_languages,
    in_languages,
    paragraphs,
)
from tests import builders as build
from tests import strategies

CHINESE = frozenset({"zh-hans"})


def test_an_empty_text_is_no_text():
    assert Text({"zh-hans": "白血病", "en": ""}) == Text({"zh-hans": "白血病"})
    assert "en" not in Text({"en": ""})
    assert not Text({"en": ""})


def test_a_text_equals_the_mapping_it_was_made_of():
    assert Text({"en": "Leukemia"}) == {"en": "Leukemia"}


@given(strategies.texts())
def test_equal_texts_have_one_hash_whatever_their_order(text):
    turned = Text(dict(reversed([*text.items()])))
    assert turned == text
    assert hash(turned) == hash(text)


def test_a_text_cannot_be_changed():
    given = {"en": "Leukemia"}
    text = Text(given)
    given["en"] = "Lymphoma"
    assert text["en"] == "Leukemia"
    with pytest.raises(TypeError):
        text["en"] = "Lymphoma"
    with pytest.raises(AttributeError):
        text.language = "en"


def test_an_interview_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        build.transcript().title = NO_TEXT


@given(strategies.transcripts())
@settings(max_examples=20)
def test_an_interview_is_a_value_that_can_stand_in_a_set(transcript):
    assert {transcript, transcript} == {transcript}


def test_paragraphs_are_parted_by_a_blank_line():
    assert paragraphs("一。\n\n二。\n仍是二。") == ["一。", "二。\n仍是二。"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\n\n \n\n"])
def test_a_text_of_blanks_has_no_paragraph(text):
    assert paragraphs(text) == []


def test_blank_paragraphs_do_not_count():
    assert paragraphs("一。\n\n \n\n二。") == ["一。", "二。"]


def test_an_interview_has_the_languages_of_its_title_and_turns():
    transcript = build.transcript(("只有中文", ""), title=Text({"en": "Title"}), notice=Text({"ja": "注意"}))
    assert transcript.languages == {"zh-hans", "en"}


def test_every_language_said_anywhere_is_found():
    career = Biography("s1", (BiographyEntry(text=Text({"ja": "血液内科"})),))
    transcript = build.transcript(("只有中文", ""), tags=(Text({"fr": "Leucémie"}),), biographies=(career,))
    assert all_languages(transcript) == {"zh-hans", "en", "ja", "fr"}


def test_nothing_said_is_no_language():
    assert all_languages(Transcript()) == frozenset()


@given(strategies.transcripts())
@settings(max_examples=30)
def test_an_interview_in_some_languages_says_nothing_in_another(transcript):
    assert all_languages(in_languages(transcript, CHINESE)) <= CHINESE


@given(strategies.transcripts())
@settings(max_examples=30)
def test_an_interview_in_all_its_languages_keeps_every_text(transcript):
    kept = in_languages(transcript, all_languages(transcript))
    assert kept.turns == tuple(turn for turn in transcript.turns if turn.text)
    assert (kept.title, kept.speakers, kept.conference, kept.credits) == (
        transcript.title,
        transcript.speakers,
        transcript.conference,
        transcript.credits,
    )


@given(strategies.transcripts(), st.sets(st.sampled_from(["zh-hans", "en", "ja"])))
@settings(max_examples=30)
def test_narrowing_twice_is_narrowing_once(transcript, languages):
    narrowed = in_languages(transcript, frozenset(languages))
    assert in_languages(narrowed, frozenset(languages)) == narrowed


def test_in_some_languages_turns_tags_and_entries_without_text_are_left_out_and_people_stay():
    transcript = build.transcript(
        ("问", ""),
        ("", "Answer"),
        tags=(Text({"en": "Leukemia"}), build.text(("淋巴瘤", "Lymphoma"))),
        biographies=(Biography("s1", (BiographyEntry(text=Text({"en": "Professor"})), BiographyEntry(start="2003"))),),
    )
    narrowed = in_languages(transcript, CHINESE)
    assert [turn.number for turn in narrowed.turns] == [1]
    assert narrowed.tags == (Text({"zh-hans": "淋巴瘤"}),)
    assert narrowed.biographies == (Biography("s1"),)
    assert [speaker.name for speaker in narrowed.speakers] == [Text({"zh-hans": "林安和"})]


def test_the_origin_of_a_text_goes_where_the_text_goes():
    turn = build.transcript(("问", "Question")).turns[0]
    transcript = build.transcript(("问", "Question"))
    marked = type(turn)(1, "question", None, turn.text, Text({"zh-hans": "original", "en": "translation"}))
    narrowed = in_languages(type(transcript)(turns=(marked,)), CHINESE)
    assert narrowed.turns[0].origin == Text({"zh-hans": "original"})
