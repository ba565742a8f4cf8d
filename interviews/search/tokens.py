"""Text into the words that are kept of it, and these into the tokens by which it is found.

Words are stemmed as English (Porter's second algorithm, 2001), in lower case, without accents and in their
compatibility form; whatever is no letter and no digit parts them, so that every hyphen is as good as another. Chinese
and Japanese are written without spaces: each run of their characters is one word, and becomes as many tokens as it has
characters, its overlapping pairs and, last, its last character: 移植术 is 移植 植术 术. What has two characters is then
one token, what has more a phrase of tokens. A single character is looked for by itself (`characters`). The databases
get these tokens as they are and add nothing of their own.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from operator import add
from threading import Lock

import Stemmer

VERSION = "tokens-3"

UNSPACED = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
# Longer than any word: what goes on and on is a pasted key or address, and PostgreSQL takes no token of 2,048 bytes.
WORDS = re.compile(rf"[{UNSPACED}]+|[^\W_{UNSPACED}]{{1,200}}")
FIRST_UNSPACED = UNSPACED[0]
ASCII_WORDS = re.compile("[a-z0-9]{1,200}")  # the same of a folded text in ASCII, and several times as fast
IS_UNSPACED = re.compile(rf"[{UNSPACED}]")
RUNS = re.compile(rf"[{UNSPACED}]+")
ACCENTED = re.compile("[\u00aa-\u024f\u0300-\u036f\u0370-\u052f\u1dc0-\u1fff]+")
# What becomes a single character however it is folded: most of what is written in Chinese and English.
PLAIN = re.compile("[\0-\x7f\u00b7\u2013\u2014\u2018-\u201d\u3000-\u3011\u4e00-\u9fff\uff01-\uff5e]*")
FULL_WIDTH = re.compile("[\uff01-\uff5e\u3000]")
HALF_WIDTH = {"\u3000": " "} | {chr(place): chr(place - 0xFEE0) for place in range(0xFF01, 0xFF5F)}
# A character with the marks that belong to it; か and its voicing mark are one letter, as e and its accent are.
CLUSTERS = re.compile("(?s:.)[\u0300-\u036f\u1161-\u1175\u11a8-\u11c2\u3099\u309a\uff9e\uff9f]*")

_stemmer = Stemmer.Stemmer("english", 0)
_stemming = Lock()  # a stemmer works for one thread at a time


def words(text: str, *, stemmed: bool = True) -> list[str]:
    """Return the words of a text in their order; unstemmed they are what somebody is about to type."""
    folded = fold(text)
    if folded.isascii():
        found = ASCII_WORDS.findall(folded)
        return list(map(stem, found)) if stemmed else found
    found = WORDS.findall(folded)
    return [word if word >= FIRST_UNSPACED else stem(word) for word in found] if stemmed else found


def tokens(text: str, *, stemmed: bool = True) -> list[str]:
    """Return the tokens of a text in their order."""
    return spread(" ".join(words(text, stemmed=stemmed))).split()


def spread(kept: str) -> str:
    """Return the tokens of words; either are parted by spaces.

    An index forgets a passage by the tokens of the words that were kept of it, so that a change here, or to the
    `characters`, is one of its tables (`indexing.generations.VERSION`) and not of the tokens alone.
    """
    return kept if kept.isascii() else RUNS.sub(_spread, kept)


def _spread(run: re.Match[str]) -> str:
    return " ".join(pairs(run[0]))


def characters(kept: str) -> str:
    """Return the characters that are written without spaces among some words, each once, parted by spaces."""
    return "" if kept.isascii() else " ".join(dict.fromkeys("".join(RUNS.findall(kept))))


def is_unspaced(word: str) -> bool:
    """Return whether a word is a run of characters that are written without spaces."""
    return word >= FIRST_UNSPACED and IS_UNSPACED.match(word) is not None


def pairs(run: str) -> list[str]:
    """Return the overlapping pairs of a run's characters and, last, its last character."""
    return [*map(add, run, run[1:]), run[-1]]


def folded_places(text: str) -> tuple[str, Sequence[int]]:
    """Return a folded text, and for each place in it, its end included, the place in the text that it comes from."""
    if PLAIN.fullmatch(text):
        return fold(text), range(len(text) + 1)
    clusters = [(found.start(), _folded_cluster(found.group())) for found in CLUSTERS.finditer(text)]
    places = [start for start, letters in clusters for _letter in letters]
    return "".join(letters for _start, letters in clusters), [*places, len(text)]


def fold(text: str) -> str:
    """Return a text in the form in which it is compared: compatibility forms, lower case, no accents."""
    if text.isascii():
        return text.lower()
    for wide in set(FULL_WIDTH.findall(text)):
        text = text.replace(wide, HALF_WIDTH[wide])
    if PLAIN.fullmatch(text):
        return text.lower()
    return ACCENTED.sub(_without_accents, unicodedata.normalize("NFKC", text).casefold())


_folded_cluster = lru_cache(maxsize=1 << 14)(fold)


def _without_accents(found: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFKD", found.group())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """Return the stem of a folded English word; any other word is its own."""
    if not (word.isascii() and word.isalpha()):
        return word
    with _stemming:
        return _stemmer.stemWord(word)


def beginning(stem: str) -> str:
    """Return what all words with a stem begin with; some end otherwise than it (therapy: therapi, dying: die)."""
    changed = 2 if stem.endswith("ie") else stem.endswith(("e", "i", "y", "bl"))
    return stem[: max(1, len(stem) - changed)]
