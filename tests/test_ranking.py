"""Which hits are the most useful."""

import pytest

from interviews.search.expression import Expression, Need
from interviews.search.forms import forms
from interviews.search.phrases import Phrase
from interviews.search.ranking import Candidate, gathered, ranked, scores

OTHER = "Nothing of the kind was told here on that day"


def candidate(chinese="", english="", *, kind="answer", key=1):
    """Return a hit with its words as the index holds them."""
    said = forms([chinese]).words, forms([english]).words
    return Candidate(key, kind, said)


def asking(*texts):
    """Return an expression that each of some texts be said."""
    return Expression(tuple(Need.of(Phrase.of(text)) for text in texts))


def best(candidates, *texts):
    """Return the candidates, the best first."""
    score_of = dict(zip(map(id, candidates), scores(candidates, asking(*texts)), strict=True))
    return sorted(candidates, key=lambda each: -score_of[id(each)])


@pytest.mark.parametrize(
    ("text", "asked", "times"),
    [
        ("移植后移植", "移植", 2),
        ("移植后移植", "移", 2),
        ("移植", "移植术", 0),
        ("relapse, then relapsed and relapsing", "relapse", 3),
        ("CAR-T, carts", "CAR-T", 1),
        ("starter", "start", 0),
    ],
)
def test_phrases_are_counted(text, asked, times):
    assert candidate(english=text).words[1].count(Phrase.of(asked).needle) == times


def test_what_is_said_more_often_comes_first():
    once, thrice = candidate(english=f"graft {OTHER} {OTHER}"), candidate(english=f"graft graft graft {OTHER} told")
    assert best([once, thrice], "graft") == [thrice, once]


def test_a_short_text_says_it_more_plainly_than_a_long_one():
    long, short = candidate(english=f"graft {OTHER * 20}"), candidate(english="a graft")
    assert best([long, short], "graft") == [short, long]


def test_words_side_by_side_come_before_words_far_apart():
    apart = candidate(english=f"graft {OTHER} {OTHER} {OTHER} host")
    beside = candidate(english=f"{OTHER} {OTHER} {OTHER} graft host")
    assert best([apart, beside], "graft", "host") == [beside, apart]


def test_a_title_comes_before_an_answer():
    answer, title = candidate(english="the graft"), candidate(english="the graft", kind="title")
    assert best([answer, title], "graft") == [title, answer]


def test_hits_are_shown_by_interview_the_best_first():
    candidates = [
        candidate(english=f"graft {OTHER}", key=1),
        candidate(english="graft graft", key=2),
        candidate(english=f"graft {OTHER}", key=3),
    ]
    words = {each.key: each.words for each in candidates}
    found = gathered([1, 2, 3], ["answer"] * 3, [1, 2, 2])
    groups = ranked(found, lambda _key: "answer", words, asking("graft"))
    assert [group.interview for group in groups] == [2, 1]
    assert [hit.key for hit in groups[0].hits] == [2, 3]
    assert groups[0].score > scores(candidates, asking("graft"))[1]


def test_interviews_that_speak_of_it_most_often_are_looked_at_first():
    kinds = ["answer", "answer", "title", "answer", "answer"]
    found = gathered(range(5), kinds, [1, 2, 3, 2, 2])
    assert [group.interview for group in found] == [2, 3, 1]
    assert found[0].hits == [1, 3, 4]


def test_without_words_the_kind_alone_counts():
    assert scores([candidate("移植"), candidate("移植", kind="title")], Expression()) == [1.0, 2.0]
