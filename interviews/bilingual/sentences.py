"""The sentences of a text, as offsets: nothing is changed, joined or lost."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from interviews.bilingual import han_sentences, latin_sentences

PARAGRAPH = re.compile(r"\S(?:(?!\n[^\S\n]*\n).)*", re.DOTALL)
LIST_ITEM = re.compile(
    r"\n(?=[^\S\n]*(?:[•●○·▪■◆–—*-]\s|[①-⑳]|[(（]?(?:\d{1,2}|[a-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[.)）、．]))"
)
WORD = re.compile(r"\w")
RULES: dict[str, Callable[[str], Iterator[int]]] = {"zh": han_sentences.ends, "ja": han_sentences.ends}


def split(text: str, language: str) -> list[tuple[int, int]]:
    """Find the sentences of a text by rule.

    Takes the text and its language (`zh-hans`, `en`, `ja`; every other language is split by the rules of English).
    Gives `(start, end)` for each sentence in its order: together they hold every character that is no space; a blank
    line always parts two sentences.
    """
    ends = RULES.get(language.partition("-")[0].lower(), latin_sentences.ends)
    return [
        (paragraph.start() + start, paragraph.start() + end)
        for paragraph in PARAGRAPH.finditer(text)
        for start, end in _sentences(paragraph[0], ends)
    ]


def _sentences(paragraph: str, ends: Callable[[str], Iterator[int]]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for line_start, line_end in _lines(paragraph):
        line = paragraph[line_start:line_end]
        cuts = [0, *ends(line), len(line)]
        pieces = [_trimmed(paragraph, line_start + a, line_start + b) for a, b in pairwise(cuts)]
        spans += _joined(paragraph, [(start, end) for start, end in pieces if start < end])
    return spans


def _lines(paragraph: str) -> Iterator[tuple[int, int]]:
    starts = [0, *(item.start() for item in LIST_ITEM.finditer(paragraph)), len(paragraph)]
    return pairwise(starts)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _joined(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give a piece without any word (a stray quotation mark) to the sentence before it, or else after it."""
    spans: list[tuple[int, int]] = []
    for start, end in pieces:
        if spans and not (WORD.search(text, start, end) and WORD.search(text, *spans[-1])):
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
    return spans
