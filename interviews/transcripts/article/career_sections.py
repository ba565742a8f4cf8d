"""The sections of a career: the sub-headings that name them, and the words by which an entry without one is told."""

import re

from .language import has_han

_SUBHEADINGS = (
    (
        "research",
        r"(?:主要|目前)?(?:研究|专业|学术|擅长|临床)?(?:与)?(?:领域|方向|兴趣|专长|特长|重点)|擅长|(?:Main "
        r"|Current |Primary )?(?:Research"
        r"|Clinical|Scientific|Academic)?\s?(?:Interests?|Areas?|Fields?|Focus|Expertise"
        r"|Directions?)(?: of (?:research|interest|expertise|study))?|Research|Specialt(?:y|ies)"
        r"|Research (?:fields?|areas?|interests?)",
    ),
    (
        "education",
        r"(?:教育|学习|求学|学历|学术)(?:与培训)?(?:背景|经历|简历)?|教育与培训|Education(?:al)?(?: and Training"
        r"| Background| History)?"
        r"|Academic (?:Background|Degrees?|Qualifications?)|Training|Qualifications?",
    ),
    (
        "award",
        r"(?:获奖|荣誉|奖项|奖励|所获|主要)(?:情况|经历|荣誉|奖项|奖励|称号|与奖项|与荣誉|及奖项)*"
        r"|Awards?(?: (?:and|&) Hono(?:u)?rs?)?"
        r"|Hono(?:u)?rs?(?: (?:and|&) Awards?)?|Prizes?|Recognitions?|Awards? (?:Experience|History)"
        r"|Grants?(?: and Awards?)?",
    ),
    (
        "membership",
        r"(?:社会|学术|学会|协会|主要|行业)(?:任职|兼职|职务|团体任职|组织任职)(?:情况)?|兼职|任职情况"
        r"|Memberships?|Professional (?:Memberships?"
        r"|Societ(?:y|ies)|Affiliations?|Services?)|Societ(?:y|ies)|Affiliations?|Committees?|Editorial (?:Boards?"
        r"|Roles?)",
    ),
    (
        "position",
        r"(?:研究与)?(?:职业|工作|任职|从业|研究|职业与研究|教学)(?:经历|履历|背景|生涯|简历|与职业经历)|(?:现"
        r"|目前)?(?:任)?(?:职务|职位|现职|任职)|(?:研究|学术|教育"
        r"|工作)(?:与|和|及)(?:职业|工作|研究)经历|(?:Research and |Academic and |Work and )?(?:Professional"
        r"|Career|Work"
        r"|Employment|Academic|Research)(?: and (?:Professional|Career|Academic|Research))? (?:Experiences?|History"
        r"|Appointments?|Positions?|Career|Background)"
        r"|(?:Research|Academic|Clinical|Scientific|Professional|Teaching) (?:and|&) "
        r"(?:Professional )?(?:Careers?|Work|Teaching|Employment)"
        r"|Career|Positions?|(?:Current |Professional "
        r"|Academic )?(?:Appointments?|Positions?)(?: (?:Held|and Employment))?|Employment|Experience",
    ),
    (
        "other",
        r"(?:发表|代表)?(?:论文|著作|成果|学术成果|代表作|科研成果|主要成就|学术成就|科研项目|承担项目)"
        r"|Publications?|Selected Publications"
        r"|Achievements?|Projects?|Other",
    ),
)
_BY_SECTION = tuple(
    (
        section,
        re.compile(
            rf"^[\s•●■【\[◆▪]{{0,3}}(?:{words})[】\]]?\s{{0,2}}(?:[:：]\s*(?P<rest>.*)|$)$", re.IGNORECASE | re.DOTALL
        ),
    )
    for section, words in _SUBHEADINGS
)
_GUESSES = (
    (
        "award",
        r"奖|荣誉|名医|称号|百千万|人选|人才|入选|青年学者|杰青|优青|长江学者|津贴|十佳|获得者|\bAward|\bPrize"
        r"|\bHono(?:u)?r|\bMedal|(?<![Vv]isiting )\bScholar\b"
        r"|recipient|Laureate|(?<![\w-])Grant\b",
    ),
    ("position", r"(?:医院|大学|研究所|研究院|学院|中心)(?:理事长|院长|所长|校长|党委书记)"),
    (
        "membership",
        r"委员|会长|理事|学会|协会|学组|分会|联盟|编委|主编|会员|学部|Committee|Society|Association|\bmember"
        r"|\bFellow of|Editorial|Editor"
        r"|Board|Council|Federation",
    ),
    (
        "education",
        r"毕业|学士|硕士(?!生导师|研究生导师)|博士学位|留学|求学|获.{0,12}学位|graduated|(?:Ph\.?D|M\.?D|B\.?S"
        r"|Bachelor|Master"
        r"|Doctor(?:ate)?)[^,]{0,30}(?:from|,|at|in)\b|degree",
    ),
    (
        "position",
        r"教授|主任|医师|院长|所长|研究员|导师|博士后|专家|负责人|书记|任职|现任|学科带头人|副教授|讲师|主席"
        r"|Professor|Director|Chief|Head|Chair|Dean"
        r"|President|Physician|Lecturer|Consultant|Fellow|Researcher|Investigator|Scientist|Leader|Resident"
        r"|Attending|Supervisor|\b(?:professor|director|consultant|physician|president|chair(?:man|woman)?|head of"
        r"|lecturer|fellow|resident|attending|specialist|[Vv]isiting [Ss]cholar"
        r"|investigator|scientist|hematologist|haematologist|oncologist)\b",
    ),
    ("research", r"从事|研究方向|擅长|专长|致力于|研究领域|主攻|focus|research|interest|specializ|expertise"),
)
_GUESS_PATTERNS = tuple((section, re.compile(words)) for section, words in _GUESSES)
_RESEARCHES = re.compile(
    r"^(?:主要|长期|现|目前|一直)?(?:主要)?(?:从事|致力于|擅长|研究方向|专长)|.{0,40}(?:research interests?"
    r"|focus(?:es)? on|specializ)",
    re.IGNORECASE,
)


_EDUCATES = re.compile(
    r"毕业|攻读|就读|留学|规培|获.{0,12}学位|[学硕博]士(?:研究生)?学位|(?:住院|专科)医师(?:规范化)?培训|(?:本科|硕士|博士)(?:研究生)?[，,；;。]?$"
    r"|^(?:Doctor|Bachelor|Master)s?\sof\s|\b(?:graduat|degree|doctorate|residency|medical school|internship)"
    r"|^(?:M\.?D|Ph\.?D|MBBS|B\.?Sc|M\.?Sc)\b(?!,)",
    re.IGNORECASE,
)
_HOLDS_A_POST = re.compile(
    r"教授|主任|讲师|院长|所长|研究员|导师|医师(?!(?:规范化)?培训)|\b(?:Professor|Director|Chief|Head|Lecturer|Consultant|Dean"
    r"|Fellow|Researcher|Physician)\b",
    re.IGNORECASE,
)


def section_of(text: str, headed: str | None) -> str:
    """Return the section of an entry: that of its sub-heading, but studies among positions are education."""
    if headed in (None, "position") and _EDUCATES.search(text[:200]) and not _HOLDS_A_POST.search(text[:200]):
        return "education"
    return headed or (_guess_prose(text) if len(text) > (60 if has_han(text) else 140) else guess_section(text))


def _guess_prose(text: str) -> str:
    """A career in one paragraph belongs where its first telling clause does."""
    clauses = re.split(r"[，,；;。]|(?<=[a-z])\.\s", text[:400])
    return next((section for clause in clauses if (section := guess_section(clause)) != "other"), "other")


def is_subheading(text: str) -> bool:
    """Say whether a line of a career only names the section of those below it."""
    return any((found := pattern.match(text[:60])) and not found["rest"] for _, pattern in _BY_SECTION)


def guess_section(text: str) -> str:
    """Return the section that an entry without a sub-heading belongs to by its words."""
    if _RESEARCHES.match(text):
        return "research"
    return next((section for section, pattern in _GUESS_PATTERNS if pattern.search(text[:400])), "other")


def subheading(text: str) -> tuple[str, str] | None:
    """Return the section that a line names and the entry that follows on the same line, or None."""
    for section, pattern in _BY_SECTION:
        if found := pattern.match(text[:400]):
            return section, text[found.start("rest") :].strip() if found["rest"] else ""
    return None
