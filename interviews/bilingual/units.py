"""What a sentence is compared by: its words, numbers and names, and how it ends."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from interviews.bilingual import words
from interviews.bilingual.lexicon import Lexicon

HAN = "々〇\u3400-\u9fff\uf900-\ufaff"
KANA = "\u3040-\u30ff"
RUN = re.compile(
    rf"(?P<han>[{HAN}]+)|(?P<kana>[{KANA}]+)|(?P<mark>[?？!！]|…+|\.{{3,}})|(?P<other>[^{HAN}{KANA}?？!！…]+)"
)
MARKS = {"？": "?", "！": "!", "?": "?", "!": "!"}
NUMERAL = re.compile(r"[〇零一二三四五六七八九十百千万亿两]+")
DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
POWERS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
LONGEST_WORD = 8
SYLLABLES = 3
LONGEST_SYLLABLE = 6
PROPER = re.compile(r"\b[A-Z][a-z]+(?:[-'’][A-Za-z]?[a-z]+)*")
SMALL = re.compile(r"\b[a-z]+\b")

Names = Mapping[tuple[str, ...], str]


def units(sentence: str, lexicon: Lexicon, names: Names | None = None) -> list[str]:
    """Cut a sentence into what it is compared by.

    Takes the lexicon, whose words Han text is cut into, and the names that Han characters may spell (see `names`).
    Gives stems, Han words, `#` and a number's value, and marks such as `?`.
    """
    found: list[str] = []
    for run in RUN.finditer(sentence):
        if run.lastgroup == "han":
            found += map(_numbered, segment(run[0], lexicon))
            found += _spelled(run[0], lexicon, names or {})
        elif run.lastgroup == "other":
            found += words.stems(run[0])
        else:
            found.append(run[0] if run.lastgroup == "kana" else MARKS.get(run[0], "…"))
    return found


def segment(run: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the words of a run of Han characters, each time the longest that the lexicon knows; numerals stay whole."""
    start = 0
    while start < len(run):
        numeral = NUMERAL.match(run, start)
        known = lexicon.words(run[start]) if numeral is None or len(numeral[0]) == 1 else {numeral[0]}
        ends = range(min(len(run), start + LONGEST_WORD), start, -1)
        end = next((end for end in ends if run[start:end] in known), start + 1)
        yield run[start:end]
        start = end


def names(sentences: Iterable[str], lexicon: Lexicon) -> dict[tuple[str, ...], str]:
    """Find the names in Latin letters that could be Chinese ones: Jianxiang, of the syllables jian and xiang.

    Gives the syllables with the name's unit. A word that is also seen in small letters, or that the dictionary has, is
    no name.
    """
    texts = list(sentences)
    small = {word for text in texts for word in SMALL.findall(text)}
    parts = {part for text in texts for name in PROPER.findall(text) for part in re.split(r"[-'’]", name)}
    found = {}
    for part in sorted(parts):
        unit = words.stem(words.fold(part)) if part else ""
        if unit and part.lower() not in small and unit not in lexicon.known:
            for syllables in _syllables(part.lower(), lexicon.syllables, SYLLABLES):
                found[tuple(syllables)] = unit
    return found


def number(numeral: str) -> int:
    """Return the value of a Chinese numeral: 二〇二五 is 2025, 三万五千 is 35000."""
    if all(character in DIGITS for character in numeral):
        return int("".join(str(DIGITS[character]) for character in numeral))
    total = section = digit = 0
    for character in numeral:
        if character in MYRIADS:
            total, section, digit = (total + section + digit) * MYRIADS[character], 0, 0
        elif character in POWERS:
            section, digit = section + (digit or 1) * POWERS[character], 0
        else:
            digit = DIGITS[character]
    return total + section + digit


def _numbered(word: str) -> str:
    return f"#{number(word)}" if NUMERAL.fullmatch(word) else word


def _spelled(run: str, lexicon: Lexicon, known: Names) -> Iterator[str]:
    for start in range(len(run) if known else 0):
        readings = [lexicon.readings.get(character, ()) for character in run[start : start + SYLLABLES]]
        spelled = (known.get(way) for length in range(len(readings), 0, -1) for way in product(*readings[:length]))
        if unit := next(filter(None, spelled), None):
            yield unit


def _syllables(text: str, known: frozenset[str], limit: int) -> Iterator[list[str]]:
    if not text:
        yield []
    elif limit:
        for length in range(1, min(LONGEST_SYLLABLE, len(text)) + 1):
            if text[:length] in known:
                for rest in _syllables(text[length:], known, limit - 1):
                    yield [text[:length], *rest]
