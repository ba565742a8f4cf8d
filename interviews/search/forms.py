"""A text in the forms in which the index has it. Pure: a process beside the archive's needs no more than this."""

import os
import signal
from collections.abc import Iterable, Sequence
from multiprocessing import parent_process
from threading import Thread
from typing import NamedTuple

from interviews.search.tokens import characters, spread, words

Lines = Sequence[str]


class Forms(NamedTuple):
    """The words that are kept of a text, the tokens by which it is found, and its characters; each parted by spaces."""

    words: str
    tokens: str
    characters: str

    @classmethod
    def of(cls, kept: str) -> "Forms":
        """Return the forms of a text of which the words are known."""
        return cls(kept, spread(kept), characters(kept))


def forms(lines: Lines, *, stemmed: bool = True) -> Forms:
    """Return the forms of a text of some lines; unstemmed for what is completed while somebody types."""
    found = " ".join(word for line in lines for word in words(line, stemmed=stemmed))
    # A space before the first word and after the last lets a phrase be counted by looking for it between two spaces.
    return Forms.of(f" {found} " if found else "")


def serve_the_other() -> None:
    """Prepare a process that makes forms for another: it ends with that one, and not before."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever stops the work stops both, and the other one tidies up
    Thread(target=_end_with_the_other, daemon=True).start()


def _end_with_the_other() -> None:
    parent_process().join()
    os._exit(0)


def forms_of_all(passages: Iterable[Sequence[Lines]]) -> list[list[Forms]]:
    """Return the forms of many passages, each of which has a text in every language."""
    return [[forms(lines) for lines in texts] for texts in passages]
