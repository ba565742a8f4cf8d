"""Under which letters a person is sorted: a reading proposed from the printed names, and what sorting makes of it.

A reading is never shown as a name: no machine knows for certain how 单 is read. An editor has the last word.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from interviews.transcripts import script
from interviews.transcripts.surnames import COMPOUND_SURNAMES, SURNAME_READINGS

OTHERS = "zz"  # the initial of whoever has no Latin one: it comes after every letter, whatever the database collates by
PARTICLE = re.compile(r"van|von|de[rn]?|del(la)?|d[iau]|dos|la|le|te[rn]?|zur?|af|av", re.IGNORECASE)
AFTER_NAMES = {"jr", "sr", "ii", "iii", "iv", "md", "phd"}
INTERPUNCT = re.compile(r"[·•・‧]")
# Latin letters that are no letter with an accent.
PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})


def sort_key(reading: str) -> str:
    """Return what a reading is sorted by: small letters and digits alone, which every database puts in one order."""
    letters = re.sub(r"['’ʼ]", "", _plain(reading))
    return re.sub(r"[^a-z0-9]+", "0", letters).strip("0")


def initial(reading: str) -> str:
    """Return the small letter under which a reading stands, `OTHERS` where it has none."""
    first = sort_key(reading)[:1]
    return first if first.isalpha() else OTHERS


def proposed(names: Iterable[str]) -> str:
    """Return how a person's names, as printed in any language, are probably sorted: "Wang Jianxiang".

    A printed Latin name decides; the Chinese one tells which part of it is the surname. Without a Latin name the
    Chinese one is read by table. Gives "" for names in other scripts.
    """
    names = [" ".join(name.split()) for name in names if name and name.strip()]
    han = next((name for name in names if script.has_han(name)), "")
    latin = next((name for name in names if sort_key(name) and not script.has_han(name)), "")
    return _of_latin(latin, han) if latin else _of_han(han)


def _of_latin(name: str, han: str) -> str:
    """The surname first; it is the part that the Chinese surname may be read as, else the last one."""
    before, comma, after = name.partition(",")
    words = [word for word in name.replace(",", " ").split() if _plain(word).replace(".", "") not in AFTER_NAMES]
    if comma and len(words) > len(before.split()) and after.strip():
        return " ".join(words)
    start, end = _chinese_surname(words, han) or _capitals(words) or _last(words)
    return " ".join([*words[start:end], *words[:start], *words[end:]])


def _chinese_surname(words: list[str], han: str) -> tuple[int, int] | None:
    """Where the Chinese surname stands, at the start or at the end of a Latin name; two words may be one (Ou Yang)."""
    if not han or INTERPUNCT.search(han) or len(words) < 2:
        return None
    joined = [re.sub(r"[^a-z]", "", _plain(word)) for word in words]
    for reading in _surname_readings(_surname(han)):
        for start, end in ((len(words) - 1, len(words)), (0, 1), (len(words) - 2, len(words)), (0, 2)):
            if "".join(joined[start:end]) == reading and end - start < len(words):
                return start, end
    return None


def _capitals(words: list[str]) -> tuple[int, int] | None:
    """Where the one word in capitals stands: `WANG Jianxiang`."""
    loud = [place for place, word in enumerate(words) if word.isupper() and len(re.sub(r"\W", "", word)) > 2]
    return (loud[0], loud[0] + 1) if len(loud) == 1 else None


def _last(words: list[str]) -> tuple[int, int]:
    """The last word with the particles before it: `van den Berg`."""
    start = len(words) - 1
    while start > 1 and (words[start - 1][0].islower() or PARTICLE.fullmatch(words[start - 1])):
        start -= 1
    return start, len(words)


def _of_han(name: str) -> str:
    if re.search(r"[\u3041-\u30fa\uac00-\ud7af]", name):  # kana and Hangul: no Chinese reading is known
        return ""
    parts = INTERPUNCT.split(name.replace(" ", ""))
    if len(parts) > 1:  # transcribed from abroad, the family's name last
        return " ".join(_read(part).capitalize() for part in (parts[-1], *parts[:-1]))
    surname = _surname(parts[0])
    read = SURNAME_READINGS.get(surname) or _read(surname)
    return f"{read.capitalize()} {_read(parts[0][len(surname) :]).capitalize()}".strip()


def _surname(name: str) -> str:
    compound = len(name) > 2 and name.startswith(COMPOUND_SURNAMES)
    return name[: 2 if compound else 1]


def _surname_readings(surname: str) -> Iterator[str]:
    """How a surname may be spelled, the reading that it has as a surname first."""
    if surname in SURNAME_READINGS:
        yield SURNAME_READINGS[surname]
    from pypinyin import Style, pinyin  # loads tables of 30 MB, which only writing needs

    ways = pinyin(surname, style=Style.NORMAL, heteronym=True)
    for way in [*ways[0]] if len(ways) == 1 else ["".join(first[0] for first in ways)]:
        yield from (way, way.replace("v", "u"), way.replace("v", "yu")) if "v" in way else (way,)


def _read(text: str) -> str:
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(text, v_to_u=True))


def _plain(text: str) -> str:
    """Small letters without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(PLAIN))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
