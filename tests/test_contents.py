"""What stands beside an interview's text: the questions, each cut to what it asks."""

import time

import pytest

from interviews.transcripts.transcript import Text, Turn
from interviews.views import contents
from tests import builders as build


def asked(text):
    (entry,) = contents.contents(build.transcript(turns=(Turn(3, "question", None, Text({"en": text})),)))
    assert entry.number == 3
    return entry.text["en"]


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("白血病很常见。请问您如何选择一线治疗？", "请问您如何选择一线治疗？"),
        ("Leukemia is common. How do you choose the first line?", "How do you choose the first line?"),
        ("Survival was 45.5% in 2024. What of the 54.5 percent?", "What of the 54.5 percent?"),
        ("First paragraph.\n\nIt is common! So what do you do now?", "So what do you do now?"),
        ("He asked: “How do you follow up?”", "He asked: “How do you follow up?”"),
        ("Please tell us about follow-up. Thank you.", "Please tell us about follow-up. Thank you."),
        ("What is it, Professor? Why?", "What is it, Professor? Why?"),
        ("什么？", "什么？"),
    ],
)
def test_a_question_is_cut_to_what_it_asks_where_that_says_enough(question, entry):
    assert asked(question) == entry


@pytest.mark.parametrize("text", ["血液" * 50_000, "a? " * 50_000, "." * 100_000, " " * 99_999 + "x", "?" * 100_000])
def test_a_question_without_end_is_read_at_once(text):
    start = time.perf_counter()
    asked(text)
    assert time.perf_counter() - start < 1


def test_questions_and_headings_are_listed_and_answers_are_not():
    turns = tuple(
        Turn(number, kind, None, Text({"en": kind}))
        for number, kind in enumerate(("heading", "answer", "note", "question"), 1)
    )
    assert [entry.number for entry in contents.contents(build.transcript(turns=turns))] == [1, 4]
