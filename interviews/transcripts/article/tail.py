"""Below the interview: references, tags, the notice for professionals."""

import re

from . import parts as places
from .language import CHINESE, ENGLISH, has_han, language_of
from .paragraphs import Paragraph, continues
from .parts import Item

_ACRONYM = re.compile(r"^[A-Z0-9][A-Za-z0-9\-+/]{0,9}$")


def read_references(items: list[Item], width: dict[str, int]) -> list[tuple[str, list[Paragraph]]]:
    """Return each list of references as paragraphs, its heading first, with the language of that heading."""
    lists: list[tuple[str, list[Paragraph]]] = []
    for item in items:
        if item.kind == places.LABEL or not lists:
            lists.append((language_of(item.line.text) or CHINESE, [Paragraph(item.line.text, item.line)]))
        elif len(lists[-1][1]) > 1 and continues(lists[-1][1][-1].last, item.line, width):
            lists[-1][1][-1].join(item.line)
        else:
            lists[-1][1].append(Paragraph(item.text, item.line))
    return lists


def read_tags(items: list[Item]) -> list[dict[str, str]]:
    """Return the tags in the order of the input; two lists of equal length, one per language, are the same tags."""
    lists: list[tuple[str, list[str]]] = []
    language = CHINESE
    for item in items:
        if item.kind == places.LABEL:
            language = CHINESE if has_han(item.section.label) else ENGLISH
        if item.text:
            lists.append((language, _split(item.text)))
    if len(lists) == 2 and lists[0][0] != lists[1][0] and len(lists[0][1]) == len(lists[1][1]):
        (one, first), (two, second) = lists
        if all(language_of(tag) in (CHINESE, "") or _ACRONYM.match(tag) for tag in first if one == CHINESE):
            return [{one: a, two: b} for a, b in zip(first, second, strict=True)]
    return list(
        {
            str(tag): tag for language, tags in lists for tag in ({_language(tag, language): tag} for tag in tags)
        }.values()
    )


def _split(text: str) -> list[str]:
    parts = re.split(r"\s*[,，、;；|｜\t]\s*|\s*#\s*|\s{2,}", text)
    if has_han(text) and len(parts) == 1:
        parts = text.split()
    return [part.strip(" 。.") for part in parts if part.strip(" 。.")]


def _language(tag: str, listed: str) -> str:
    return listed if _ACRONYM.match(tag) and not re.search(r"[a-z]{4}", tag) else language_of(tag) or listed


def read_disclaimer(items: list[Item]) -> dict[str, str]:
    """Return the notice per language, each sentence once."""
    found: dict[str, list[str]] = {}
    for item in items:
        text = item.text
        if text and text not in found.setdefault(language_of(text) or CHINESE, []):
            found[language_of(text) or CHINESE].append(text)
    return {language: "\n\n".join(texts) for language, texts in found.items() if texts}
