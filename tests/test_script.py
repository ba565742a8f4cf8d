"""Chinese characters are found inside any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.transcripts import script

MIXED = st.text(st.sampled_from("血液白〇々𠮷㐀，。·“” \nabcé12かなカ한"), max_size=30) | st.text(max_size=30)


@given(MIXED)
def test_the_runs_joined_are_the_text(text):
    assert "".join(run for run, _is_han in script.runs(text)) == text


@given(MIXED)
def test_every_chinese_character_stands_in_a_chinese_run_and_each_run_begins_and_ends_with_one(text):
    for run, is_han in script.runs(text):
        assert is_han == script.has_han(run)
        if is_han:
            assert script.has_han(run[0])
            assert script.has_han(run[-1])


@given(MIXED)
def test_runs_take_turns_and_none_is_empty(text):
    found = list(script.runs(text))
    assert all(run for run, _is_han in found)
    assert all(one[1] != other[1] for one, other in pairwise(found))


@pytest.mark.parametrize("character", "血〇々㐀𠮷豈⺀⼀")
def test_a_chinese_character_is_one_whatever_its_block(character):
    assert script.has_han(character)


@pytest.mark.parametrize("text", ["", "Leukemia", "é 12 %", "，。：？", "かな", "한국"])
def test_other_scripts_and_mere_punctuation_are_not_chinese(text):
    assert not script.has_han(text)


def test_punctuation_between_chinese_characters_belongs_to_their_run():
    assert list(script.runs("Prof. 王建国，李红 said")) == [("Prof. ", False), ("王建国，李红", True), (" said", False)]


def test_an_empty_text_has_no_run():
    assert list(script.runs("")) == []
