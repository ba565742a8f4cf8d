"""The stored alignment: stretches that are there, cover the text, and are known to be of this text."""

from hypothesis import given
from hypothesis import strategies as st

from interviews.bilingual import segments
from interviews.transcripts.transcript import paragraphs

TEXTS = st.dictionaries(
    st.sampled_from(["zh-hans", "en", "ja"]),
    st.lists(st.sampled_from(["血液。", "Blood.", " ", "\n", "\n\n"]), min_size=1, max_size=9).map("".join),
)


def stretches(texts, aligned, language):
    return [texts[language][slice(*item[language])] for item in aligned["items"] if language in item]


def test_each_paragraph_stands_beside_its_counterpart():
    texts = {"zh-hans": "一。\n\n二。", "en": "One.\n\nTwo."}
    aligned = segments.align(texts)
    assert aligned["items"] == [{"zh-hans": [0, 2], "en": [0, 4]}, {"zh-hans": [4, 6], "en": [6, 10]}]


def test_a_language_that_has_nothing_there_is_left_out():
    assert segments.align({"zh-hans": "一。二。"})["items"] == [{"zh-hans": [0, 2]}, {"zh-hans": [2, 4]}]
    assert segments.by_paragraph({"zh-hans": "一。\n\n二。", "en": "One."})[1] == {"zh-hans": [4, 6]}


def test_three_languages_stand_in_one_row():
    assert segments.align({"zh-hans": "一", "en": "One", "ja": "いち"})["items"] == [
        {"zh-hans": [0, 1], "en": [0, 3], "ja": [0, 2]}
    ]


def test_a_blank_paragraph_shifts_nothing():
    texts = {"zh-hans": "一。\n\n \n\n二。", "en": "One.\n\nTwo."}
    aligned = segments.align(texts)
    assert stretches(texts, aligned, "zh-hans") == ["一。", "二。"]


def test_no_text_has_no_segment():
    assert segments.align({})["items"] == []


@given(TEXTS)
def test_the_stretches_hold_all_that_is_said_in_its_order(texts):
    aligned = segments.align(texts)
    for language, text in texts.items():
        assert "".join("".join(stretches(texts, aligned, language)).split()) == "".join(text.split())


@given(TEXTS)
def test_by_paragraph_each_stretch_is_a_paragraph_that_the_page_shows(texts):
    items = segments.by_paragraph(texts)
    for language, text in texts.items():
        assert stretches(texts, {"items": items}, language) == paragraphs(text)


@given(TEXTS)
def test_every_segment_has_text(texts):
    assert all(item for item in segments.align(texts)["items"])


@given(TEXTS, TEXTS)
def test_an_alignment_is_current_for_the_texts_it_was_made_from_and_no_others(texts, others):
    aligned = segments.align(texts)
    assert segments.is_current(aligned, dict(reversed([*texts.items()])))
    assert segments.is_current(aligned, others) == (texts == others)


def test_an_alignment_of_another_aligner_stays_for_its_segments_are_addresses():
    aligned = {**segments.align({"en": "One."}), "version": "older"}
    assert segments.is_current(aligned, {"en": "One."})
    assert not segments.is_current(aligned, {"en": "One more."})


def test_nothing_stored_is_not_current():
    assert not segments.is_current({}, {})
