"""Which words of two languages translate each other: a prepared dictionary and the archive's own terms."""

import json
import logging
import os
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any

from interviews.bilingual import dictionary, words

HAN = ("\u3400", "\u9fff")
PART = 0.3  # what the characters of a word say of it, beside the word itself

logger = logging.getLogger(__name__)


class Lexicon:
    """Translations of words: from a prepared dictionary (none: it knows nothing) and from pairs of terms."""

    def __init__(self, rows: Mapping[str, str] | None = None, terms: Iterable[tuple[str, str]] = ()) -> None:
        self._dictionary = rows is not None
        self._rows = {} if rows is None else rows
        self._pairs = tuple(terms)
        self._terms = _terms(self._pairs)
        self._term_words: dict[str, list[str]] = defaultdict(list)
        for term in self._terms:
            self._term_words[term[0]].append(term)
        self._words: dict[str, frozenset[str]] = {}
        self._translations: dict[str, Mapping[str, float]] = {}
        self._related: dict[str, Mapping[str, float]] = {}

    @classmethod
    def open(cls, folder: Path | None = None, terms: Iterable[tuple[str, str]] = ()) -> "Lexicon":
        """Open CC-CEDICT, prepared once in a folder.

        Takes the folder to keep the prepared file in (None: nowhere) and the archive's own terms, as pairs of a term
        and its translation. Where the folder cannot be written to, the dictionary is prepared in memory: it takes
        some seconds at each start, and the result is the same.
        """
        return cls(_prepared(folder), terms)

    def terms_only(self) -> "Lexicon":
        """Return the same terms without a dictionary."""
        return Lexicon(None, self._pairs) if self._dictionary else self

    def words(self, first: str) -> frozenset[str]:
        """Return every known word that begins with a character."""
        if first not in self._words:
            self._words[first] = frozenset([*self._load(f"first:{first}", []), *self._term_words.get(first, ())])
        return self._words[first]

    def translations(self, word: str) -> Mapping[str, float]:
        """Return the stems that a word may stand for, each with its weight; an unknown word has none."""
        if word not in self._translations:
            self._translations[word] = self._terms.get(word) or self._glosses(word)
        return self._translations[word]

    def related(self, stem: str) -> Mapping[str, float]:
        """Return the stems that mean nearly the same, each with how near."""
        if stem not in self._related:
            self._related[stem] = {} if _is_han(stem) else self._load(f"like:{stem}", {})
        return self._related[stem]

    def knows(self, unit: str) -> bool:
        """Return whether anything is known of a word, so that its translation is to be expected."""
        return unit in self.known or bool(self.translations(unit))

    @cached_property
    def readings(self) -> Mapping[str, list[str]]:
        """How single characters are read, without tones."""
        return self._load("readings", {})

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Every way to read a character."""
        return frozenset(way for ways in self.readings.values() for way in ways)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every stem that the dictionary uses for something else than a name."""
        return frozenset(self._load("known", []))

    def _load(self, key: str, default: Any) -> Any:
        text = self._rows.get(key)
        return default if text is None else json.loads(text)

    def _glosses(self, word: str) -> Mapping[str, float]:
        if not _is_han(word):
            return {}
        found = dict(self._load(f"word:{word}", {}))
        for character in word if len(word) > 1 else "":
            for stem, weight in self.translations(character).items():
                found[stem] = found.get(stem, 0.0) + weight * PART / len(word)
        return found


class Rows(Mapping[str, str]):
    """A prepared dictionary as a read-only mapping; nothing is read before it is asked for."""

    def __init__(self, path: Path) -> None:
        # Immutable: a folder that may not be written to is no hindrance, and threads may share it.
        self._connection = sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True, check_same_thread=False)

    def __getitem__(self, key: str) -> str:
        row = self._connection.execute("SELECT value FROM rows WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        return row[0]

    def __iter__(self) -> Iterator[str]:
        return (key for (key,) in self._connection.execute("SELECT key FROM rows"))

    def __len__(self) -> int:
        return self._connection.execute("SELECT count(*) FROM rows").fetchone()[0]


def _prepared(folder: Path | None) -> Mapping[str, str]:
    path = None if folder is None else folder.resolve() / f"lexicon-{dictionary.version()}.sqlite3"
    if path is None or not path.exists():
        rows = dictionary.rows()
        if path is None or not _write(path, rows):
            return rows
    return Rows(path)


def _write(path: Path, rows: Mapping[str, str]) -> bool:
    """Write the file under another name first, so that whoever looks meanwhile sees a whole one or none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
        os.close(handle)
        with closing(sqlite3.connect(name)) as connection, connection:
            connection.execute("CREATE TABLE rows (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
            connection.executemany("INSERT INTO rows VALUES (?, ?)", sorted(rows.items()))
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except (OSError, sqlite3.Error) as error:
        logger.warning("The dictionary could not be kept in %s and is prepared at each start: %s", path.parent, error)
        return False
    return True


def _is_han(text: str) -> bool:
    return HAN[0] <= text[:1] <= HAN[1]


def _terms(pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Return the stems of each term's translation: Han terms whole, others stem by stem."""
    found: dict[str, dict[str, float]] = {}
    for pair in pairs:
        term, translation = pair if _is_han(pair[0]) or not _is_han(pair[1]) else pair[::-1]
        stems = [stem for stem in words.stems(translation) if stem not in words.STOP]
        for key in [term] if _is_han(term) else words.stems(term):
            found.setdefault(key, {}).update(dict.fromkeys(stems, 1.0))
    return found
