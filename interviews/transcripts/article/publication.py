"""Which publication an interview is of: by the labels of its questions, else by what the editor's note says of it."""

import re
from collections.abc import Iterable, Mapping

from . import names
from .labels import IS_LATIN_PUBLICATION, PUBLICATION
from .language import CHINESE, ENGLISH
from .utterances import Utterance

_HAN_WORK = r"特邀|邀请|邀约|专访|采访|访谈|记者|对话|连线|请来|请到|独家|整理|编辑部|之邀"
_HAN_MARKED = r"《(?P<name>[^《》]{2,40})》"
_HAN_INTERVIEWS = (
    re.compile(rf"{_HAN_MARKED}[^，。；：《》]{{0,14}}?(?:{_HAN_WORK})(?!述评|评论|评述|撰|报告)"),
    re.compile(rf"(?:接受|应|受|做客|对)[^，。；：《》]{{0,8}}{_HAN_MARKED}[^，。；：《》]{{0,8}}?(?:{_HAN_WORK})"),
    re.compile(
        rf"(?P<name>{names.HAN}{{2,4}}(?:瞭望|时讯|前沿|视野|周刊|论坛报|时空|之声)(?:[-–—·]{names.HAN}{{2,6}})?)"
        r"(?:特约|本刊)?(?:特邀|邀请|专访|采访|记者)"
    ),
)
_NOT_AN_INTERVIEWER = re.compile(r"指南|共识|规范|标准|办法|目录|手册|研究$")
_TITLED = r"(?P<name>[A-Z][\w’'&]*(?:(?:\s?[-–—/]\s?|\s(?:of\s|the\s|&\s|and\s|in\s)?)[A-Z][\w’'&]*){0,6})"
_LATIN_INTERVIEWS = (
    re.compile(
        rf"(?:(?<=[.?!;,:]\s)|(?<=\bthe\s)|(?<=\bThe\s)|(?<=\bmeeting\s)|^){_TITLED}(?:[’']s?)?\s"
        r"(?:(?:reporters?|editors?|correspondents?|journalists?|team|staff)\s)?(?:(?:has|have|had|was|also|[a-z]+ly)\s){0,3}"
        r"(?:spoke|talked|sat\sdown|met|caught\sup|interviewed|interviews|speaks|invited|invites|brought\stogether|asked"
        r"|conducted|conversed|honou?red\sto|pleased\sto|delighted\sto|(?:the\s)?(?:opportunity|pleasure|privilege|honou?r)"
        r"|prepared|compiled|recorded|hosted)\b"
    ),
    re.compile(
        r"\b(?:interview(?:ed)?(?:\s(?:with|by|to|for))|spoke\s(?:with|to)|talked\s(?:with|to)|sat\sdown\swith|told"
        r"|invited\sby|joined|reporters?\s(?:from|of|for)|conversation\swith)\s(?:the\s)?" + _TITLED
    ),
)
_IS_A_BODY = re.compile(
    r"\b(?:Association|Society|Congress|Meeting|Conference|University|Hospital|Institute|College|Committee|Group|Center"
    r"|Centre|Foundation|Department|Trial|Study|Symposium|Academy|Prof|Professor|Dr)\b"
)
_IS_A_TITLE = re.compile(
    r"\b(?:Conversations?|Dialogues?|Talks?|Reports?|Oncolog\w+|Hematolog\w+|Haematolog\w+|Medic\w+|Health|Clinic\w*|Blood"
    r"|Cancer|Post|Chronicle|Letters?|Channel|Portal|Hub|Updates?|World|Perspectives?|Notes|Papers|Pulse|Live|TV)\b"
    r"|[a-z][A-Z]"
)


def find_publication(utterances: Iterable[Utterance], notes: Mapping[str, str]) -> dict[str, str]:
    """Return the publication's name per language; a note is asked only where no label of that language names it."""
    found: dict[str, str] = {}
    for one in utterances:
        if one.label and one.label.kind == PUBLICATION:
            found.setdefault(one.label.language, one.label.name)
    for language, read in ((CHINESE, _in_chinese), (ENGLISH, _in_english)):
        if language not in found and (name := read(notes.get(language, "")[:4000])):
            found[language] = name
    return found


def _in_chinese(note: str) -> str:
    """The first name between 《 and 》 of which the note says that it interviews, invites or asks."""
    hits = [
        (found.start(), found["name"].strip())
        for pattern in _HAN_INTERVIEWS
        for found in pattern.finditer(note)
        if not _NOT_AN_INTERVIEWER.search(found["name"])
    ]
    return min(hits)[1] if hits else ""


def _in_english(note: str) -> str:
    """The first capitalized name that interviews or is spoken to, if its words are those of a publication."""
    hits = [
        (found.start("name"), found["name"].removeprefix("The "))
        for pattern in _LATIN_INTERVIEWS
        for found in pattern.finditer(note)
    ]
    fits = [
        (place, name)
        for place, name in hits
        if not _IS_A_BODY.search(name) and (IS_LATIN_PUBLICATION.search(name) or _IS_A_TITLE.search(name))
    ]
    return min(fits)[1] if fits else ""
