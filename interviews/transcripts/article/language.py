"""Which of the two languages a piece of text is in, judged by its share of Han characters."""

import re

CHINESE = "zh-hans"
ENGLISH = "en"
LANGUAGES = (CHINESE, ENGLISH)

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")
# A Chinese sentence on trial names may hold three Latin letters for each Han character; an English sentence that
# prints a Chinese name in brackets stays far below one Han character in ten.
_HAN_SHARE = 0.15
_SAMPLE = 4000


def language_of(text: str) -> str:
    """Return the language code of a text, or an empty string when it holds no letter (a number, a rule)."""
    sample = text[:_SAMPLE]
    han, latin = len(_HAN.findall(sample)), len(_LATIN.findall(sample))
    if not han and not latin:
        return ""
    return CHINESE if han >= _HAN_SHARE * (han + latin) else ENGLISH


def other(language: str) -> str:
    """Return the language that is not the given one."""
    return ENGLISH if language == CHINESE else CHINESE


def has_han(text: str) -> bool:
    """Say whether any Han character stands in the text."""
    return _HAN.search(text) is not None
