"""Who did what for the publication, and the line of facts under a title: roles, date, views, column."""

import re
from dataclasses import dataclass
from datetime import datetime

from interviews.transcripts.transcript import Credit

from . import names
from .dates import find_moment

_ROLE = (
    r"(?:版面|责任|执行|美术|文字|网络|本文|本期|特约|值班|技术|学术|视频|排版)?(?:编辑|编审)|责编|美编|审校|校对"
    r"|审核|审阅|审稿|排版|作者|撰文|撰稿|文字|文案|文|图|摄影|采访|采写"
    r"|采编|翻译|译者"
    r"|编译|整理|整理者|供稿|投稿|来源|稿源|策划|监制|主编|总编|通讯员|终审|初审|复审|设计|制作|通讯作者|(?:本刊"
    r"|特约)?记者"
    r"|(?:Layout|Managing|Executive|Responsible|Copy|Page|Associate|Senior|Art|Content"
    r"|Web)?\s?Editors?(?:[- ]in[- ]Chief)?|Authors?"
    r"|(?:Written|Edited|Reviewed|Translated|Compiled|Reported|Posted|Photographed|Proofread|Interviewed"
    r"|Prepared) by|By|Translators?|Reporters?"
    r"|Reviewers?|Proofreaders?|Source|Layout|Design(?:er)?|Photo(?:graphy|grapher)?|Writers?|Correspondents?"
    r"|Interviewers?|Compilers?"
)
_PAIR = re.compile(
    rf"(?:^"
    rf"|(?<=[\s|｜,，;；/]))(?P<role>{_ROLE})\s{{0,2}}[:：/／丨]\s{{0,3}}(?P<name>[^\s:：|｜;；][^:：|｜;；\t]{{0,60}}?)"
    rf"(?=\s{{0,12}}(?:[|｜;；\t]|$|(?<=[\s,，])(?:{_ROLE})\s{{0,2}}[:：/／丨])|\s{{2,}})",
    re.IGNORECASE,
)
_STROKE = re.compile(
    rf"^(?P<role>{_ROLE})\s{{0,2}}[|｜丨]\s{{0,2}}(?P<name>[^|｜丨:：。！？.!?\s][^|｜丨:：。！？!?]{{0,30}})$",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"^(?P<role>[Bb]y|Written by|Edited by|Reviewed by|Translated by|Posted by)\s{{1,3}}(?P<name>{names.LATIN_NAME}"
    rf"(?:{names.DEGREES})?(?:(?:,\s?(?:and\s)?|\sand\s|\s?&\s?){names.LATIN_NAME}){{0,4}}|{names.HAN}{{2,4}}"
    rf"|[Aa]dmin|[Ee]ditor|[A-Z][A-Za-z ]{{2,40}}?(?:Staff|Team|Desk))"
    r"\s{0,3}(?:[|｜•·,\-–—]\s{0,3})?(?=$|\s|[|｜])",
)
_DATE_LABEL = re.compile(
    r"(?:发表时间|发布时间|发布日期|发表日期|更新时间|更新日期|出版日期|上线时间|日期|时间|发布于|发表于"
    r"|Published(?:\s(?:on|at|online))?|Publication date|Date"
    r"|Posted(?:\son)?|Updated(?:\son)?|Last updated|Release date)\s{0,2}[:：]?\s{0,3}$",
    re.IGNORECASE,
)
_VIEWS = re.compile(
    r"(?:(?:浏览|阅读|点击|访问|人气|评论)(?:量|数|次数)?\s{0,2}[:：]\s{0,2}[\d,.万]{1,12}\s?次?"
    r"|[\d,.万]{1,12}\s?(?:次浏览|次阅读|人阅读|阅读|浏览)"
    r"|(?:Views?|Reads?|Hits|Page views|Comments?)\s{0,2}[:：]\s{0,2}[\d,]{1,12}|[\d,]{1,12}\s(?:views|reads|hits"
    r"|comments))",
    re.IGNORECASE,
)
_COLUMN_LABEL = re.compile(
    r"^(?:栏目|频道|分类|专栏|Column|Category|Section|Channel)\s{0,2}[:：]\s{0,2}", re.IGNORECASE
)
# Where and how a post was made, as social media print it beside the date.
_PLACE = re.compile(r"(?:发布于|发表于)\S{1,8}|^\s?原创(?=\s)")
_EDGES = " \u00a0\u3000\t|｜·•,，;；/-–—>"


@dataclass(frozen=True)
class Facts:
    """What a line of facts under a title says: credits, the moment of publication, a column, and what is dropped."""

    credits: tuple[Credit, ...] = ()
    moment: datetime | None = None
    column: str = ""
    dropped: str = ""


def read_credits(text: str) -> tuple[Credit, ...]:
    """Return the credits of a line that holds nothing else, or none."""
    if len(text) > 300:
        return ()
    text = re.sub(r"^\s*[(（\[【](.*)[)）\]】]\s*$", r"\1", text)
    if found := _STROKE.match(text):
        return _named(found["role"], found["name"])
    found, rest = _take_credits(text)
    return found if not rest.strip(_EDGES + "()（）[]【】") else ()


def _take_credits(text: str) -> tuple[tuple[Credit, ...], str]:
    if found := _BY.match(text):
        return _named(found["role"], found["name"]), text[found.end() :]
    taken: list[Credit] = []
    for found in _PAIR.finditer(text):
        name = found["name"].strip(_EDGES + "）)】]")
        if not name or re.search(r"[。！？!?]|，|, \w+ \w+ \w+ \w+", name) or len(name.split()) > 8:
            return (), text
        taken.extend(_named(found["role"], name))
    return tuple(taken), _PAIR.sub(" ", text)


def _named(role: str, printed: str) -> tuple[Credit, ...]:
    parts = re.split(
        r"\s?[、，&]\s?|,\s(?=[A-Z][a-z]+ [A-Z][a-z])|\s(?:and)\s|(?<=[\u4e00-\u9fff]),(?=[\u4e00-\u9fff])", printed
    )
    return tuple(Credit(role.strip(), part.strip()) for part in parts if part.strip())


def read_facts(text: str) -> Facts | None:
    """Return the facts of a line such as `column, date and time, author, views`, or None for anything else."""
    if len(text) > 250:
        return None
    moment, rest = None, text
    if dated := find_moment(text):
        moment, start, end = dated
        before = _DATE_LABEL.sub("", text[:start])
        rest = before + "  " + text[end:]
    views = [found.group() for found in _VIEWS.finditer(rest)]
    named, rest = _take_credits(_VIEWS.sub("  ", rest).strip(_EDGES))
    rest = _PLACE.sub(" ", rest)
    labelled = _COLUMN_LABEL.match(rest.strip(_EDGES))
    column = _COLUMN_LABEL.sub("", rest.strip(_EDGES)).strip(_EDGES)
    if len(column) > 40 or re.search(r"[。！？!?.]$", column) or not (moment or named or views or labelled):
        return None
    if column and not (moment or labelled):
        return None
    return Facts(named, moment, column, "  ".join(views))
