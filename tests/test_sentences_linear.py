"""A text of any length is read once, whatever stands in it: nobody makes a page slow by what they write."""

import pytest

from interviews.bilingual import han_sentences, latin_sentences

HOSTILE = [
    "a? ",
    "a. ",
    "a.",
    "1. ",
    'a."',
    '"a." ',
    "(a. ",
    "a.) ",
    "((a.) ",
    "（a。",
    "（a。）",
    "a。”",
    "No. ",
    "《a？",
    "x@y.",
]
ONCE = 2000


class Counted(str):
    """A text that counts the characters that are taken or counted from it."""

    read = 0

    def __getitem__(self, place):
        taken = super().__getitem__(place)
        self.read += len(taken)
        return taken

    def count(self, sought, *places):
        self.read += len(range(len(self))[slice(*places)])
        return super().count(sought, *places)


def read(ends, text):
    counted = Counted(text)
    list(ends(counted))
    return counted.read


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("ends", [latin_sentences.ends, han_sentences.ends])
def test_twice_the_text_is_twice_the_work(ends, unit):
    assert read(ends, unit * ONCE * 2) < 2.1 * read(ends, unit * ONCE) + 100


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("ends", [latin_sentences.ends, han_sentences.ends])
def test_what_is_around_a_mark_is_looked_at_and_no_more(ends, unit):
    assert read(ends, unit * ONCE) < ONCE * (latin_sentences.LONGEST_ADDRESS + 4 * latin_sentences.REACH)
