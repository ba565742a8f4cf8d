"""What the search index finds and what is wrong with it, for the tests of how it is kept."""

from interviews.indexing import checking, finding, passages
from interviews.search.expression import Expression, Need
from interviews.search.phrases import Phrase
from tests import builders as build


def found(text):
    """Return the interviews that say a text."""
    window = finding.in_interviews(Expression(needs=(Need.of(Phrase.of(text)),)))
    return [passage.interview for passage in window.passages]


def faults():
    """Return what a check of the index finds."""
    return list(checking.faults())


def three_apart(monkeypatch):
    """Return three interviews, of which a rebuild takes one at a time."""
    monkeypatch.setattr(passages, "BATCH", 1)
    return [build.interview((said, "")) for said in ("移植", "复发", "治愈")]
