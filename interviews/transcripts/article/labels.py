"""The grammar of labels: who is said to speak at the start of a line, and what remains after the colon."""

import re
from dataclasses import dataclass

from . import names
from .language import CHINESE, ENGLISH, has_han, language_of

PUBLICATION, QUESTION, ANSWER, NUMBER, PERSON = "publication", "question", "answer", "number", "person"

COLON = r"\s{0,3}[:：]\s*"
_BULLET = r"(?:[•●■◆▶►★☆▎▌◎○◇□>]\s{0,2})?"
_LONGEST_LABEL = 200


@dataclass(frozen=True)
class Label:
    """What a line's start says of its speaker.

    `kind` is publication, question (anonymous), answer (anonymous), number or person; `name` and `honorific` are as
    printed, `language` is that of the label itself, `colon` whether one stands there, `rest` what follows.
    """

    kind: str
    name: str = ""
    honorific: str = ""
    language: str = ""
    role: str = ""
    affiliation: str = ""
    colon: bool = True
    rest: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether the label by itself makes a question."""
        return self.kind in (PUBLICATION, QUESTION, NUMBER) and self.role != "moderator"


_PUBLICATION_WORDS = (
    r"Oncology|Hematology|Haematology|Frontiers?|News|Times|Review|Journal|Today|Insights?|Magazine|Weekly|Network"
    r"|Daily"
    r"|Medical|Medicine|Media|Horizons?|Observer|Express|Digest|Forum|Herald|Tribune|Bulletin|Gazette|Watch|Outlook"
    r"|Voice|View"
)
_PUBLICATIONS = re.compile(
    rf"^{_BULLET}(?:[《【\[“\"「](?P<marked>[^《》【】\[\]“”\"「」]{{2,40}})[》】\]”\"」](?P<reporter>特约记者"
    rf"|记者|编辑部"
    rf"|编辑)?(?:\s?[/／]\s?[A-Z][A-Za-z &–-]{{3,60}}(?=\s{{0,3}}[:：]))?"
    rf"|(?P<bare>{names.HAN}{{0,6}}(?:瞭望|时讯|前沿|视野|新闻|周刊|学报|论坛报|时空|之声"
    rf"|医线)(?:\s?[-–—·]\s?{names.HAN}{{2,8}})?)"
    rf"|(?P<latin>[A-Z][A-Za-z&’']{{1,20}}(?:[ \u00a0]{{1,2}}[A-Za-z&’']{{2,20}}){{0,4}}"
    rf"(?:\s{{0,2}}[-–—−/|]\s{{0,2}}[A-Z][A-Za-z&’']{{1,20}}(?:[ \u00a0]{{1,2}}[A-Za-z&’']{{2,20}}){{0,4}})?))"
    r"(?P<colon>\s{0,3}[:：])?\s*(?P<rest>.*)$",
    re.DOTALL,
)
IS_LATIN_PUBLICATION = re.compile(rf"\b(?:{_PUBLICATION_WORDS})\b", re.IGNORECASE)
_IS_HAN_PUBLICATION = re.compile(r"瞭望|时讯|前沿|视野|新闻|周刊|论坛报|时空|之声|医线|Frontier|News", re.IGNORECASE)
_NOT_A_PUBLICATION = re.compile(
    r"指南|共识|杂志|方案|规范|标准|Lancet|NEJM|Nature|Blood|Science|办法|目录|手册|法\b", re.IGNORECASE
)

_ANONYMOUS = re.compile(
    rf"^{_BULLET}(?:(?P<q>(?:本刊|特约|采访)?记者|采访者|本刊|小编|编者(?!按)|提问者?|问(?:题)?\s?(?:\d{{1,2}}"
    rf"|[一二三四五六七八九十]{{1,2}})?"
    r"|Q(?:uestion)?\s?\d{0,2}|OF|HF|OHF|Interviewer|Reporter|Journalist|Editor(?!['’‘]))"
    r"|(?P<a>答|回答|A(?:nswer)?\s?\d{0,2}))"
    r"(?:(?P<colon>\s{0,3}[:：])|[.．、]\s?(?!\d)|(?=\s*$)|\s{1,3}(?=\S))\s*(?P<rest>.*)$",
    re.DOTALL | re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^(?:[#＃]?\s?(?:0?\d|[1-2]\d)\s?[.、．:：]?|(?:Q|No\.?|PART|Part)\.?\s?\d{1,2}\s?[.、．:：]?"
    r"|[一二三四五六七八九十]{1,2}\s?[、.．]?|[①-⑳❶-❿])$"
)
_NUMBER_BEFORE = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}|\d{1,2}|[IVX]{1,4}|Q\s?\d{1,2}|[①-⑳❶-❿]|[(（][一二三四五六七八九十\d]{1,2}[)）])\s?[、.．:：]?\s?"
    r"(?=[《【“]|[A-Z]|记者|本刊|问)"
)
_MODERATOR = r"(?:大会主持|会议主持|讨论主持|主持人|主持嘉宾|主持|Moderators?|Host|Chairperson|Chair)"
_ROLE = (
    rf"(?:(?P<moderator>{_MODERATOR})|(?P<reporter>(?:本刊|特约)?记者|采访者|采访人|Interviewer|Reporter|Journalist)"
    r"|(?:受访者?|讨论嘉宾|点评嘉宾|点评专家|嘉宾|专家|Panelist|Guest|Interviewee|Discussant)\s?\d{0,2})"
)
_MODERATES = re.compile(rf"^{_MODERATOR}$", re.IGNORECASE)
_BEFORE = rf"^{_BULLET}(?:{_ROLE}\s{{0,2}}[:：\s（(]?\s{{0,2}})?"
_INSTITUTION = (
    rf"(?:(?P<institution>{names.HAN}(?:[\u3400-\u9fff·]|（{names.HAN}{{1,20}}）|\({names.HAN}{{1,20}}\)){{1,28}}(?:医院|大学|研究所|中心|学院|研究院)"
    rf"(?:{names.HAN}{{1,8}}科)?)\s{{0,3}})?"
)
_HAN_PERSON = re.compile(
    rf"{_BEFORE}{_INSTITUTION}(?P<name>{names.LONG_HAN_NAME}"
    rf"|{names.HONORED_LATIN_NAME})(?:{names.BRACKET.replace('bracket', 'inner')})?"
    rf"[ \u00a0\u3000]{{0,3}}(?P<honorific>{names.HAN_HONORIFIC})[）)]?(?:{names.BRACKET}"
    rf"|\s?[/／]\s?(?P<slash>[^:：/／]{{2,40}}?)(?={COLON}))?(?P<after>{COLON}|\s{{1,4}}|$|)",
)
_LATIN_PERSON = re.compile(
    rf"{_BEFORE}(?P<honorific>{names.LATIN_HONORIFIC})\s{{0,2}}(?P<name>{names.HONORED_LATIN_NAME}|{names.HAN_NAME})"
    rf"(?P<degrees>{names.DEGREES})?[）)]?(?:{names.BRACKET}"
    rf"|\s?,\s?(?P<institution>[A-Z][^:：.?!]{{3,90}}))?(?P<after>{COLON}|$)",
)
_BARE_PERSON = re.compile(
    rf"{_BEFORE}(?P<name>{names.HAN_NAME}|{names.LATIN_NAME})(?P<degrees>{names.DEGREES})?[）)]?(?:{names.BRACKET})?"
    rf"(?P<after>{COLON})",
)
_ALIAS = re.compile(
    rf"^(?:(?:{names.LATIN_HONORIFIC})?\s?(?P<latin>{names.LATIN_NAME})(?:{names.DEGREES})?"
    rf"|(?P<han>{names.HAN}{{2,4}}?)(?:{names.HAN_HONORIFIC})?)$"
)
_INSTITUTIONAL = re.compile(
    r"University|Hospital|Institute|Cent(?:er|re)|College|School|Clinic|Academy|Society|大学|医院|研究|中心|学院|科$"
)
_ROLE_ALONE = re.compile(rf"^{_BULLET}(?P<moderator>{_MODERATOR})(?P<after>{COLON}|$)", re.IGNORECASE)


def read_label(text: str) -> Label | None:
    """Return the label that a line begins with, as far as its own look tells; the article decides whether it counts."""
    if _NUMBER.match(text[:12]) and len(text) <= 8:
        return Label(NUMBER, name=text)
    return _numbered(text) or _anonymous(text) or _person(text) or _publication(text)


def _numbered(text: str) -> Label | None:
    """A label of the publication behind the number of its question: `一、《X》：`, `2. Reporter:`."""
    found = _NUMBER_BEFORE.match(text)
    if not found:
        return None
    rest = text[found.end() :]
    label = _anonymous(rest) or _publication(rest)
    return label if label and label.colon and label.asks else None


def _publication(text: str) -> Label | None:
    found = _PUBLICATIONS.match(text)
    if not found:
        return None
    name = found["marked"] or found["bare"] or found["latin"]
    known = _IS_HAN_PUBLICATION.search(name) or (not has_han(name) and IS_LATIN_PUBLICATION.search(name))
    if not known and (found["latin"] or not found["colon"] or _NOT_A_PUBLICATION.search(name)):
        return None
    if found["latin"] and len(name.split()) > 9:
        return None
    rest = found["rest"]
    if (found["latin"] or found["bare"]) and not found["colon"] and rest:
        return None
    name = re.sub(r"\s+", " ", name).strip()
    return Label(PUBLICATION, name, language=language_of(name), colon=bool(found["colon"]), rest=rest)


def _anonymous(text: str) -> Label | None:
    found = _ANONYMOUS.match(text)
    if not found:
        return None
    name, rest, colon = found["q"] or found["a"], found["rest"], bool(found["colon"])
    short = name.upper().rstrip("0123456789 ")
    dotted = text[found.start(0) :].lstrip("•●■ ")[len(name) : len(name) + 1] in ".．、"
    if not colon and rest and (short not in ("Q", "A") or not (name[-1:].isdigit() or dotted)):
        return None
    if short == "A" and name != name.upper():
        return None
    inner = read_label(rest) if rest and len(rest) < 100_000 else None
    if inner and inner.colon and inner.kind in (PERSON, PUBLICATION):
        return inner
    if not colon and not rest and short in ("A", "OF", "HF", "OHF") and not name[-1:].isdigit():
        return None
    kind = QUESTION if found["q"] else ANSWER
    return Label(kind, name, language=CHINESE if has_han(name) else ENGLISH, colon=colon, rest=rest)


def _person(text: str) -> Label | None:
    start = text[:_LONGEST_LABEL]
    for pattern, language in ((_HAN_PERSON, CHINESE), (_LATIN_PERSON, ENGLISH), (_BARE_PERSON, "")):
        found = pattern.match(start)
        label = _person_of(found, text, language) if found else None
        if label and not (label.role and not label.colon and label.rest and _ROLE_ALONE.match(start)):
            return label
    found = _ROLE_ALONE.match(start)
    if found and (found["after"] or len(text) == found.end()):
        word = found["moderator"]
        rest = text[found.end() :]
        return Label(
            PERSON,
            word,
            language=language_of(word),
            role="moderator",
            colon=":" in found["after"] or "：" in found["after"],
            rest=rest,
        )
    return None


def _person_of(found: re.Match[str], text: str, language: str) -> Label | None:
    parts = found.groupdict()
    name, honorific = parts["name"].strip(), parts.get("honorific") or ""
    colon = ":" in parts["after"] or "：" in parts["after"]
    if has_han(name) and not names.is_han_name(name) and not (honorific and colon and names.may_be_han_name(name)):
        return None
    if not honorific and (IS_LATIN_PUBLICATION.search(name) or _MODERATES.match(name)):
        return None
    role = "moderator" if parts["moderator"] else "interviewer" if parts["reporter"] else ""
    bracket = (parts.get("bracket") or "").strip()
    if _MODERATES.match(bracket):
        role, bracket = "moderator", ""
    aliases: tuple[str, ...] = ()
    for printed in (bracket, parts.get("slash") or "", parts.get("inner") or ""):
        if (other := _alias(printed)) and has_han(other) != has_han(name):
            aliases, bracket = (other,), "" if printed == bracket else bracket
    name = re.sub(r"(?<=[\u4e00-\u9fff])[\s\u3000]+(?=[\u4e00-\u9fff])", "", name)
    return Label(
        PERSON,
        name,
        honorific.strip(),
        language or language_of(name),
        role,
        parts.get("institution") or bracket,
        colon,
        text[found.end() :].strip(),
        aliases,
    )


def _alias(printed: str) -> str:
    """The name that a bracket or what follows a stroke consists of, or an empty string."""
    found = _ALIAS.match(printed.strip()) if printed else None
    return found["latin"] or found["han"] if found and not _INSTITUTIONAL.search(printed) else ""
