"""Where somebody works: the institution in a line of a career, and in the sentence of a note that names a person."""

import re

from . import names
from .language import CHINESE, has_han

_BRACKETED = r"[(（][^（()）]{1,40}[)）]"
_SUFFIX = r"(?:大学|医院|研究所|研究院|医学中心|肿瘤中心|中心|医学院|学院|科学院)"
_HAN_INSTITUTION = re.compile(rf"^(?:{names.HAN}|·|{_BRACKETED}){{1,60}}{_SUFFIX}(?:{_BRACKETED})?")
_LATIN_INSTITUTION = re.compile(
    r"\b(?:University|Universität|Hospital|Institute|Center|Centre|College|School|Clinic|Academy|Foundation Trust)\b"
)
_LATIN_ROLE = re.compile(
    r"\b(?:Professor|Director|Chief|Head|Chair\w*|Dean|President|Physician|Lecturer|Consultant|Fellow|Researcher"
    r"|Investigator|Scientist|member|Resident|Supervisor|Attending|Leader|Founder)\b",
    re.IGNORECASE,
)
_LATIN_UNIT = re.compile(
    r"^(?:the\s)?(?:Department|Division|Section|Unit|Service|Ward|Laboratory|Faculty)\b", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"毕业|曾|留学|访问|访学|进修|获|获得|学位|协会|学会")
_NOW = re.compile(r"^(?:现任|现为|任|现?就职于|系)")
_BETWEEN = re.compile(
    r",\s|;\s?|(?<!\bSt)\.\s(?=[A-Z])|\sat\s(?:the\s)?|\sin\sthe\s"
    r"|(?<!University)(?<!Institute)(?<!School)(?<!College)(?<!Hospital)(?<!Academy)(?<!Center)(?<!Centre)\sof\s(?:the\s)?"
)


def pure_institution(text: str) -> str:
    """Return the institution that a line consists of, without the punctuation at its end, or an empty string."""
    bare = text.strip(" ;；。.,，")
    if len(bare) > 120:
        return ""
    if has_han(bare):
        found = _HAN_INSTITUTION.match(bare)
        return bare if found and re.fullmatch(rf"(?:{names.HAN}{{0,10}}[科系室部])?", bare[found.end() :]) else ""
    return bare if _LATIN_INSTITUTION.search(bare) and not _LATIN_ROLE.search(bare) else ""


def institution_in(text: str) -> str:
    """Return the institution that an entry about a position names, or an empty string."""
    if has_han(text):
        clauses = re.split(r"[，,；;。、\s]", text[:200])
        bare = [
            re.sub(r"^(?:现任|现为|任|就职于|现就职于|系)", "", one) for one in clauses if not _ELSEWHERE.search(one)
        ]
        return next((found.group() for one in bare if (found := _HAN_INSTITUTION.match(one))), "")
    for part in re.split(_BETWEEN, text[:300].strip(" ;；。.,")):
        if _LATIN_INSTITUTION.search(part) and not _LATIN_ROLE.search(part) and not _LATIN_UNIT.match(part):
            return part.strip()
    return ""


def names_institution(text: str) -> bool:
    """Say whether a line begins with an institution (Chinese) or holds one (English)."""
    return (_HAN_INSTITUTION.match(text[:200]) if has_han(text) else _LATIN_INSTITUTION.search(text[:400])) is not None


def institution_beside(name: str, note: str, language: str) -> str:
    """The institution that the note prints right before (Chinese) or after (English) a name."""
    place = note.find(name) if len(name) > 1 else -1
    if place < 0:
        return ""
    if language == CHINESE:
        before = re.split(
            r"[，,。；;、]|教授|院士|主任|邀请到?|特邀|专访|采访|来自|对话|与|和(?!平)|了|由|请|会上|位于",
            note[max(0, place - 60) : place].strip(),
        )[-1]
        found = _HAN_INSTITUTION.match(before)
        if found and len(before) - found.end() <= 10:
            return found.group()
        bracket = re.match(rf"\s?{names.HAN_HONORIFIC}\s?[(（]([^()（）]{{2,60}})[)）]", note[place + len(name) :])
        return pure_institution(bracket[1]) if bracket else ""
    after = note[place + len(name) : place + len(name) + 160]
    found = re.match(
        r"(?:,?\s(?:from|of|at)\s(?:the\s)?|\s?\(|,\s)((?:[A-Z][\w’'\-]*|of|and|the|for|&|\s"
        r"|,(?=\s[A-Z]))+?)(?=[.;):]|,\s?(?:[a-z]|Profs?\b|Drs?\b)|\s(?:for|and\s(?:Prof|Dr))\b"
        r"|\s(?!of\b|and\b|the\b|for\b)[a-z]|$)",
        after,
    )
    return (
        found.group(1).strip(" ,")
        if found and re.search(r"University|Hospital|Institute|Cent(?:er|re)|College|School|Clinic", found.group(1))
        else ""
    )
