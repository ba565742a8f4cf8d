"""Technical terms in running text: the names of a glossary, in any script, found in one pass."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, NamedTuple

from interviews.bilingual import term_names as names

Key = Hashable

ORGANS = ("organ", "kidney", "renal", "liver", "hepatic", "heart", "lung", "corneal", "islet", "fecal microbiota")
# Words in which a name stands by accident, or in another sense: they are read as a whole and mean no term.
NO_TERMS = {
    "zh-hans": [
        *(f"{organ}移植" for organ in ("器官", "肝", "肾", "心脏", "肺", "角膜", "皮肤", "胰岛", "粪菌", "肿瘤")),
        *("移植物", "移植瘤", "反复发", "代表位", "数据预处理", "样本预处理"),
    ],
    "en": [
        *(f"{organ} {kind}" for organ in ORGANS for kind in ("transplant", "transplantation")),
        "air conditioning",
    ],
}


@dataclass(frozen=True)
class Entry:
    """A term as the glossary knows it: its key, and for each language its name and other names."""

    key: Key
    names: tuple[tuple[str, tuple[str, ...]], ...]
    abbreviation: str = ""


class Occurrence(NamedTuple):
    """Where a text names a term: `text[start:end]`."""

    start: int
    end: int
    key: Key


class Glossary:
    """The names of many terms, ready to be found; `entries` are the terms by their keys."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {entry.key: entry for entry in entries}
        self._names = [name for entry in self.entries.values() for name in _names(entry)]
        self._tries: dict[str, _Trie] = {}

    def find(self, text: str, language: str) -> list[Occurrence]:
        """Return where a text in a language names a term: the leftmost name, there the longest, none overlapping.

        A text may use the names of its own language and those in Latin letters of any. Latin names are found as
        whole words in any case and in the plural, with hyphen, space or dash between their parts; words that are
        acronyms only as they are written (ALL is not "all").
        """
        trie = self._trie(language)
        written = names.plain(text)
        lower = names.lower(written)
        found, reached = [], 0
        for word in names.START.finditer(lower):
            if word.start() >= reached and (match := trie.longest(lower, written, word.start())):
                reached, key = match
                if key is not None:
                    found.append(Occurrence(word.start(), reached, key))
        return found

    def ambiguous(self, language: str) -> list[str]:
        """Return the names that two terms share in texts of a language; they are found as neither."""
        return sorted(self._trie(language).ambiguous)

    def _trie(self, language: str) -> "_Trie":
        if language not in self._tries:
            self._tries[language] = _Trie(self._names, language)
        return self._tries[language]


@dataclass(frozen=True)
class _Name:
    """A name with the forms it is found in; `language` is the only one whose texts may hold it, or empty."""

    text: str
    language: str
    forms: list[tuple[str, str]]
    key: Key


def _names(entry: Entry) -> Iterator[_Name]:
    yield _Name(entry.abbreviation, "", names.forms(entry.abbreviation, abbreviation=True), entry.key)
    for code, written in entry.names:
        for text in written:
            yield _Name(text, code if names.is_unspaced(text) else "", names.forms(text), entry.key)


class _Trie:
    """All forms of all names, letter by letter in lower case; what ends at a node stands under ""."""

    def __init__(self, known: Iterable[_Name], language: str) -> None:
        self.root: dict[str, Any] = {}
        self.ambiguous: set[str] = set()
        for name in known:
            if name.language in {"", language}:
                self._add(name)
        for text in NO_TERMS.get(language, ()):
            for form in names.forms(text):
                self._node(form[0]).setdefault("", {form: None})

    def _add(self, name: _Name) -> None:
        for form in name.forms:
            ends = self._node(form[0]).setdefault("", {})
            if ends.setdefault(form, name.key) != name.key:
                ends[form] = None
                self.ambiguous.add(name.text)

    def _node(self, form: str) -> dict[str, Any]:
        node = self.root
        for letter in names.lower(form):
            node = node.setdefault(letter, {})
        return node

    def longest(self, lower: str, written: str, start: int) -> tuple[int, Key | None] | None:
        """Return the end and the key of the longest name that begins at a place, None where none does."""
        node, place, longest = self.root, start, None
        while place < len(lower) and (node := node.get(lower[place])) is not None:
            place = names.after_separators(lower, place)
            if "" in node and names.may_end(lower, place):
                stretch = written[start:place]
                fitting = [(exact, key) for (form, exact), key in node[""].items() if names.fits(stretch, form, exact)]
                # Where case matters the name is the surer one: ITP before a term that someone called "itp".
                longest = (place, max(fitting, key=itemgetter(0))[1]) if fitting else longest
        return longest


def first_occurrences(paragraphs: Iterable[str], glossary: Glossary, language: str) -> list[list[Occurrence]]:
    """Return for each paragraph of a turn the occurrences that are the first of their term in this turn."""
    met: set[Key] = set()
    firsts = []
    for paragraph in paragraphs:
        firsts.append([])
        for occurrence in glossary.find(paragraph, language):
            if occurrence.key not in met:
                met.add(occurrence.key)
                firsts[-1].append(occurrence)
    return firsts


def cut(text: str, occurrences: Iterable[Occurrence]) -> Iterator[tuple[str, Key | None]]:
    """Split a text at its occurrences into pieces, each with the key of the term it names; joined they are the text."""
    reached = 0
    for occurrence in occurrences:
        if occurrence.start > reached:
            yield text[reached : occurrence.start], None
        yield text[occurrence.start : occurrence.end], occurrence.key
        reached = occurrence.end
    if reached < len(text):
        yield text[reached:], None
