"""A near spelling of what was not found: from the names that the archive knows, so that it is one that can be found.

Latin words are compared by their letters. Chinese is mistyped by ear, as it is typed by its sound: 林巴瘤 for 淋巴瘤.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pypinyin import lazy_pinyin
from rapidfuzz import fuzz, process

from interviews.catalog import once_a_revision
from interviews.indexing.records import RECORDS
from interviews.search.phrases import Phrase
from interviews.search.query import Clause, Query
from interviews.search.tokens import WORDS, fold, is_unspaced

NEAR = 80  # of 100; one wrong letter of five
SHORTEST = 4  # of three letters almost any other three are near
NAMED = ("speaker", "topic", "term", "conference")
Sounds = tuple[str, ...]


@dataclass(frozen=True)
class Spellings:
    """The words of all names, and the runs of characters with what they sound like."""

    words: tuple[str, ...]
    runs: tuple[tuple[str, Sounds], ...]

    def near(self, text: str) -> str:
        """Return the nearest other spelling of a word or a name, or "" where none is near."""
        found = [self._near(word) for word in WORDS.findall(fold(text))]
        changed = " ".join(found)
        return changed if all(found) and Phrase.of(changed) != Phrase.of(text) else ""

    def _near(self, word: str) -> str:
        if is_unspaced(word):
            return self._sounding_like(word)
        if word in self.words or len(word) < SHORTEST:
            return word
        best = process.extractOne(word, self.words, scorer=fuzz.ratio, score_cutoff=NEAR)
        return best[0] if best else ""

    def _sounding_like(self, run: str) -> str:
        wanted, size = sounds(run), len(run)
        same = (
            known[at : at + size]
            for known, heard in self.runs
            for at in range(len(known) - size + 1)
            if heard[at : at + size] == wanted
        )
        return next((found for found in same if found != run), run if size == 1 else "")


def near(query: Query, missing: Iterable[Clause]) -> Query | None:
    """Return the query with the clauses that nothing says spelled otherwise, or None where no spelling is near."""
    known = _spellings()
    spelled, changed = query, False
    for clause in missing:
        if other := known.near(clause.text):
            spelled, changed = spelled.spelling(clause, other), True
    return spelled if changed else None


def sounds(run: str) -> Sounds:
    """Return the sounds of a run of characters, one each, without tones."""
    return tuple(sound for character in run for sound in lazy_pinyin(character)[:1])


@once_a_revision
def _spellings() -> Spellings:
    """The spellings of what has a name; a change to a name is a new revision."""
    names = (
        name
        for kind in NAMED
        for row in RECORDS[kind].rows().distinct()
        for lines in RECORDS[kind].names(row).values()
        for name in lines
    )
    words = dict.fromkeys(word for name in names for word in WORDS.findall(fold(name)))
    runs = tuple((word, sounds(word)) for word in words if is_unspaced(word))
    return Spellings(tuple(word for word in words if not is_unspaced(word) and len(word) >= SHORTEST), runs)
