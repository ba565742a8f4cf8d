"""What stands beside an interview's text: the questions, each cut to what it asks."""

import time

import pytest

from interviews.transcripts.transcript import Text, Turn
from interviews.views import contents
from tests import builders as build


def asked(text):
    code = "en" if text.isascii() else "zh-hans"
    (entry,) = contents.contents(build.transcript(turns=(Turn(3, "question", None, Text({code: text})),)))
    assert entry.number == 3
    return entry.text[code]


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("白血病很常见。请问您如何选择一线治疗？", "请问您如何选择一线治疗？"),
        ("Leukemia is common. How do you choose the first line?", "How do you choose the first line?"),
        ("Survival was 45.5% in 2024. What of the 54.5 percent?", "What of the 54.5 percent?"),
        ("First paragraph.\n\nIt is common! So what do you do now?", "So what do you do now?"),
        ("He asked: “How do you follow up?”", "He asked: “How do you follow up?”"),
        ("Please tell us about follow-up. Thank you.", "Please tell us about follow-up."),
        ("How do you follow up in your center? Thank you.", "How do you follow up in your center?"),
        ("您的中心怎样随访？谢谢。", "您的中心怎样随访？"),
        ("The trial was large. Could you share its main results with us.", "Could you share its main results with us."),
        ("这项研究规模很大。请您介绍一下主要结果。", "请您介绍一下主要结果。"),
        (
            "He led the trial. Dr. Lin was asked what it had found. It ended in 2024.",
            "Dr. Lin was asked what it had found.",
        ),
        (
            "It began in 2019. " + "It went on and on for years. " * 9 + "Then came the end of it.",
            "Then came the end of it.",
        ),
        ("A short statement. Nothing more.", "A short statement. Nothing more."),
        ("What is it, Professor? Why?", "What is it, Professor? Why?"),
        ("什么？", "什么？"),
        ("他不同意。您怎么看？", "他不同意。您怎么看？"),
    ],
)
def test_a_question_is_cut_to_what_it_asks_where_that_says_enough(question, entry):
    assert asked(question) == entry


@pytest.mark.parametrize("text", ["血液" * 50_000, "a? " * 50_000, "." * 100_000, " " * 99_999 + "x", "?" * 100_000])
def test_a_question_without_end_is_read_at_once(text):
    start = time.process_time()
    asked(text)
    assert time.process_time() - start < 1


def test_questions_and_headings_are_listed_and_answers_are_not():
    turns = tuple(
        Turn(number, kind, None, Text({"en": kind}))
        for number, kind in enumerate(("heading", "answer", "note", "question"), 1)
    )
    assert [entry.number for entry in contents.contents(build.transcript(turns=turns))] == [1, 4]
