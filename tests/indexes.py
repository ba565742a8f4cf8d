"""What the search index finds and what is wrong with it, for the tests of how it is kept."""

from interviews.indexing import checking, finding
from interviews.search.expression import Expression, Need
from interviews.search.phrases import Phrase


def found(text):
    """Return the interviews that say a text."""
    window = finding.in_interviews(Expression(needs=(Need.of(Phrase.of(text)),)))
    return [passage.interview for passage in window.passages]


def faults():
    """Return what a check of the index finds."""
    return list(checking.faults())
