"""Careers: whose they are, in which section an entry stands, its span of time, and its text in one language."""

import re
from dataclasses import dataclass, field

from . import names
from .dates import leading_span
from .labels import PERSON, Label, read_label
from .language import CHINESE, has_han, language_of
from .lines import Line
from .paragraphs import Paragraph, continues
from .scan import LABEL, Item

_SUBHEADINGS = (
    ("research", r"(?:主要|目前)?(?:研究|专业|学术|擅长|临床)?(?:与)?(?:领域|方向|兴趣|专长|特长|重点)|擅长|(?:Main |Current |Primary )?(?:Research|Clinical|Scientific|Academic)?\s?(?:Interests?|Areas?|Fields?|Focus|Expertise|Directions?)(?: of (?:research|interest|expertise|study))?|Research|Specialt(?:y|ies)|Research (?:fields?|areas?|interests?)"),
    ("education", r"(?:教育|学习|求学|学历|学术)(?:与培训)?(?:背景|经历|简历)?|教育与培训|Education(?:al)?(?: and Training| Background| History)?|Academic (?:Background|Degrees?|Qualifications?)|Training|Qualifications?"),
    ("award", r"(?:获奖|荣誉|奖项|奖励|所获|主要)(?:情况|经历|荣誉|奖项|奖励|称号|与奖项|与荣誉|及奖项)*|Awards?(?: (?:and|&) Hono(?:u)?rs?)?|Hono(?:u)?rs?(?: (?:and|&) Awards?)?|Prizes?|Recognitions?|Awards? (?:Experience|History)|Grants?(?: and Awards?)?"),
    ("membership", r"(?:社会|学术|学会|协会|主要|行业)(?:任职|兼职|职务|团体任职|组织任职)(?:情况)?|兼职|任职情况|Memberships?|Professional (?:Memberships?|Societ(?:y|ies)|Affiliations?|Services?)|Societ(?:y|ies)|Affiliations?|Committees?|Editorial (?:Boards?|Roles?)"),
    ("position", r"(?:研究与)?(?:职业|工作|任职|从业|研究|职业与研究|教学)(?:经历|履历|背景|生涯|简历|与职业经历)|(?:现|目前)?(?:任)?(?:职务|职位|现职|任职)|(?:研究|学术|教育|工作)(?:与|和|及)(?:职业|工作|研究)经历|(?:Research and |Academic and |Work and )?(?:Professional|Career|Work|Employment|Academic|Research)(?: and (?:Professional|Career|Academic|Research))? (?:Experiences?|History|Appointments?|Positions?|Career|Background)|Career|Positions?|(?:Current |Professional |Academic )?(?:Appointments?|Positions?)(?: (?:Held|and Employment))?|Employment|Experience"),
    ("other", r"(?:发表|代表)?(?:论文|著作|成果|学术成果|代表作|科研成果|主要成就|学术成就|科研项目|承担项目)|Publications?|Selected Publications|Achievements?|Projects?|Other"),
)  # fmt: skip
_SUBHEADING_PATTERNS = tuple(
    (
        section,
        re.compile(
            rf"^[\s•●■【\[◆▪]{{0,3}}(?:{words})[】\]]?\s{{0,2}}(?:[:：]\s*(?P<rest>.*)|$)$", re.IGNORECASE | re.DOTALL
        ),
    )
    for section, words in _SUBHEADINGS
)
_GUESSES = (
    ("award", r"奖|荣誉|名医|称号|百千万|人选|人才|入选|青年学者|杰青|优青|长江学者|津贴|十佳|获得者|\bAward|\bPrize|\bHono(?:u)?r|\bMedal|\bScholar\b|recipient|Laureate|Grant\b"),
    ("position", r"(?:医院|大学|研究所|研究院|学院|中心)(?:理事长|院长|所长|校长|党委书记)"),
    ("membership", r"委员|会长|理事|学会|协会|学组|分会|联盟|编委|主编|会员|学部|Committee|Society|Association|\bmember|\bFellow of|Editorial|Editor|Board|Council|Federation"),
    ("education", r"毕业|学士|硕士(?!生导师|研究生导师)|博士学位|留学|求学|获.{0,12}学位|graduated|(?:Ph\.?D|M\.?D|B\.?S|Bachelor|Master|Doctor(?:ate)?)[^,]{0,30}(?:from|,|at|in)\b|degree"),
    ("position", r"教授|主任|医师|院长|所长|研究员|导师|博士后|专家|负责人|书记|任职|现任|学科带头人|副教授|讲师|主席|Professor|Director|Chief|Head|Chair|Dean|President|Physician|Lecturer|Consultant|Fellow|Researcher|Investigator|Scientist|Leader|Resident|Attending|Supervisor"),
    ("research", r"从事|研究方向|擅长|专长|致力于|研究领域|主攻|focus|research|interest|specializ|expertise"),
)  # fmt: skip
_GUESS_PATTERNS = tuple((section, re.compile(words)) for section, words in _GUESSES)
_RESEARCHES = re.compile(
    r"^(?:主要|长期|现|目前|一直)?(?:主要)?(?:从事|致力于|擅长|研究方向|专长)|.{0,40}(?:research interests?|focus(?:es)? on|specializ)",
    re.IGNORECASE,
)
_BRACKETED = r"[(（][^（()）]{1,40}[)）]"
_SUFFIX = r"(?:大学|医院|研究所|研究院|医学中心|肿瘤中心|中心|医学院|学院|科学院)"
_HAN_INSTITUTION = re.compile(rf"^(?:{names.HAN}|·|{_BRACKETED}){{1,60}}{_SUFFIX}(?:{_BRACKETED})?")
_LATIN_INSTITUTION = re.compile(
    r"\b(?:University|Universität|Hospital|Institute|Center|Centre|College|School|Clinic|Academy|Foundation Trust)\b"
)
_LATIN_ROLE = re.compile(
    r"\b(?:Professor|Director|Chief|Head|Chair\w*|Dean|President|Physician|Lecturer|Consultant|Fellow|Researcher|Investigator|Scientist|member|Resident|Supervisor|Department|Division|Attending)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r",\s|;\s?|\sat\s(?:the\s)?|\sin\sthe\s"
    r"|(?<!University)(?<!Institute)(?<!School)(?<!College)(?<!Hospital)(?<!Academy)(?<!Center)(?<!Centre)\sof\s(?:the\s)?"
)
_NAME_ALONE = re.compile(
    rf"^(?P<name>{names.LATIN_NAME}|{names.HAN}{{2,4}}|{names.HAN}[ \u3000]{names.HAN})(?P<degrees>{names.DEGREES})?\s?[:：]?$"
)
_PROSE = re.compile(
    rf"^(?P<name>{names.HAN_NAME}|{names.LATIN_NAME})\s?(?:{names.HAN_HONORIFIC})?(?:{names.DEGREES})?\s?(?:[,，、。]|\bis\b|\bserves\b|\breceived\b|\bhas\b|现任|系|为|是|，)"
)


@dataclass
class Entry:
    """One line of a career in one language."""

    section: str
    start: str | None
    end: str | None
    paragraph: Paragraph

    @property
    def text(self) -> str:
        """The entry without its date."""
        return self.paragraph.text


@dataclass
class Career:
    """What an article prints of one expert in one stretch: name, title, entries, and the institution at its head."""

    names: list[Label] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    affiliation: dict[str, Entry] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)


def read_careers(items: list[Item], known: set[str], width: dict[str, int]) -> list[Career]:
    """Return the careers in the items of the biographies' part; `known` are the names of those who speak."""
    reader = _Reader(known, width)
    for item in items:
        reader.read(item)
    return [career for career in reader.careers if career.names or career.entries or career.affiliation]


class _Reader:
    def __init__(self, known: set[str], width: dict[str, int]) -> None:
        self.known, self.width = known, width
        self.careers: list[Career] = [Career()]
        self.section: str | None = None
        self.last: Line | None = None

    def read(self, item: Item) -> None:
        if item.kind == LABEL:
            self.section, self.last = None, None
            self.careers.append(Career())
            if item.text:
                self._read_text(item.text, item.line)
            return
        self._read_text(item.text, item.line)

    def _read_text(self, text: str, line: Line) -> None:
        career = self.careers[-1]
        career.lines.append(line)
        if self._joins(line):
            career.entries[-1].paragraph.join(line)
        elif header := self._header(text):
            self._open(header, line)
        elif not self._subheading(text, line):
            self._add(text, line)
        self.last = line

    def _joins(self, line: Line) -> bool:
        career = self.careers[-1]
        if self.last is None or not career.entries or career.entries[-1].paragraph.last is not self.last:
            return False
        return leading_span(line.text) is None and continues(self.last, line, self.width, prose=False)

    def _header(self, text: str) -> Label | None:
        """A line that names an expert: with an honorific, with degrees, or alone if the name is known."""
        label = read_label(text) if len(text) <= 200 else None
        if label and label.kind == PERSON and not label.role.startswith("x"):
            if label.honorific and (label.colon or not label.rest or self._is_known(label.name) or self._fresh()):
                return label if not re.match(r"[,，、]", label.rest) or label.colon else None
            if not label.honorific and self._is_known(label.name):
                return label
        found = _NAME_ALONE.match(text)
        if found and (found["degrees"] or self._is_known(found["name"])):
            return Label(PERSON, found["name"], language=language_of(found["name"]), colon=False)
        if found and self._fresh() and has_han(text) and names.is_han_name(text) and not _HAN_INSTITUTION.match(text):
            return Label(PERSON, found["name"], language=CHINESE, colon=False)
        return None

    def _fresh(self) -> bool:
        career = self.careers[-1]
        return not career.names and not career.entries

    def _is_known(self, name: str) -> bool:
        same = names.same_han_name if has_han(name) else names.same_latin_name
        return name in self.known or any(
            has_han(one) == has_han(name) and same(one, name) for one in self.known if len(name) > 1
        )

    def _open(self, label: Label, line: Line) -> None:
        career = self.careers[-1]
        bilingual = (
            len(career.names) == 1
            and not career.entries
            and not career.affiliation
            and has_han(career.names[0].name) != has_han(label.name)
        )
        if (
            career.names
            and not bilingual
            or (career.entries and not career.names and len(self.careers) > 1 and not self._fresh())
        ):
            career.lines.remove(line)
            self.careers.append(Career(lines=[line]))
            self.section = None
        self.careers[-1].names.append(label)
        rest = label.rest.strip(" \u3000,，:：|｜/")
        second = read_label(rest) if rest else None
        if (
            second is None
            and rest
            and (alone := _NAME_ALONE.match(rest))
            and not has_han(rest)
            and not _LATIN_INSTITUTION.search(rest)
        ):
            second = Label(PERSON, alone["name"], language=language_of(rest), colon=False)
        if second and second.kind == PERSON and has_han(second.name) != has_han(label.name):
            self.careers[-1].names.append(second)
            rest = second.rest.strip(" \u3000,，:：")
        if label.affiliation:
            entry = Entry("position", None, None, Paragraph(label.affiliation, line))
            self.careers[-1].affiliation.setdefault(language_of(label.affiliation), entry)
        if rest:
            self._add(rest, line)

    def _subheading(self, text: str, line: Line) -> bool:
        for section, pattern in _SUBHEADING_PATTERNS:
            if found := pattern.match(text[:400]):
                rest = text[found.start("rest") :].strip() if found["rest"] else ""
                self.section = section
                if rest:
                    self._entry(section, rest, line)
                    self.section = None if section == "research" else section
                return True
        return False

    def _add(self, text: str, line: Line) -> None:
        career = self.careers[-1]
        if not career.names and (found := _PROSE.match(text)) and self._is_known(found["name"]):
            career.names.append(Label(PERSON, found["name"], language=language_of(text), colon=False))
        elif career.names and (found := _PROSE.match(text)) and self._is_another(found["name"]):
            career.lines.remove(line)
            career = Career([Label(PERSON, found["name"], language=language_of(text), colon=False)], lines=[line])
            self.careers.append(career)
            self.section = None
        language = language_of(text)
        if (
            language not in career.affiliation
            and not any(language_of(entry.text) == language for entry in career.entries)
            and self.section is None
            and (place := pure_institution(text))
        ):
            career.affiliation[language] = Entry("position", None, None, Paragraph(place, line))
            return
        self._entry(self.section, text, line)

    def _is_another(self, name: str) -> bool:
        same = names.same_han_name if has_han(name) else names.same_latin_name
        return self._is_known(name) and not any(
            has_han(one.name) == has_han(name) and same(one.name, name) for one in self.careers[-1].names
        )

    def _entry(self, section: str | None, text: str, line: Line) -> None:
        bare = re.sub(r"^(?:[•●■▪◆·*]\s{0,2}|[-–—]\s)", "", text)
        span = leading_span(bare)
        rest = span.rest if span else bare
        self.careers[-1].entries.append(
            Entry(
                section or guess_section(rest),
                span.start if span else None,
                span.end if span else None,
                Paragraph(rest, line),
            )
        )


def is_subheading(text: str) -> bool:
    """Say whether a line of a career only names the section of those below it."""
    return any((found := pattern.match(text[:60])) and not found["rest"] for _, pattern in _SUBHEADING_PATTERNS)


def guess_section(text: str) -> str:
    """Return the section that an entry without a sub-heading belongs to by its words."""
    if _RESEARCHES.match(text):
        return "research"
    return next((section for section, pattern in _GUESS_PATTERNS if pattern.search(text[:400])), "other")


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
        found = _HAN_INSTITUTION.match(re.sub(r"^(?:现任|现为|任|就职于)", "", text[:200]))
        return found.group() if found else ""
    for part in re.split(_BETWEEN, text[:300].strip(" ;；。.,")):
        if _LATIN_INSTITUTION.search(part) and not _LATIN_ROLE.search(part):
            return part.strip()
    return ""
