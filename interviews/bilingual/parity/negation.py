"""Whether a statement is denied: what says no plainly, what may stand for a no, and what only looks like one."""

import re
from dataclasses import dataclass

from interviews.bilingual.parity import chinese_negation, english_negation
from interviews.bilingual.parity.page import Page


@dataclass(frozen=True, slots=True)
class Negations:
    """What a text denies: the printed negations that ask for a counterpart, and the text around them."""

    plain: tuple[str, ...]
    text: str
    none: re.Pattern[str]
    possible: re.Pattern[str]

    def answers(self, other: "Negations") -> list[str]:
        """Return what here may stand for a negation there: not what stands there in the same words."""
        text = self.none.sub(" ", self.text)
        words = [match[0] for match in self.possible.finditer(text)]
        opposites = [
            found[0] for denied, opposite in OPPOSITES if denied.search(other.text) and (found := opposite.search(text))
        ]
        return opposites + [word for word in words if not _told_alike(word, other.text)]


# The same thing in both languages, so neither answers for a negation elsewhere.
ALIKE = tuple(
    tuple(re.compile(pattern, re.IGNORECASE) for pattern in line.split())
    for line in """
    失败 fail
    避免|防止|预防 avoid|prevent|prophyla|spar
    禁忌|禁用 contraindicat
    难(?!治) difficult|hard|tough
    有限|局限|限制|受限 limit
    罕见|少见|少数|很少|极少 rare|few|uncommon|little
    停|中断|终止 stop|discontinu|ceas|halt
    排除|除外 exclu|except
    拒绝 refus|declin
    阴 negativ
    难治 refract
    不良|恶化 poor
    零 zero
    缺失|丢失|丧失 loss|lost|missing|delet
    放弃 abandon|give|gave|forgo
    相似|相当|类似|一样|相同|可比|同样 similar|comparable|equivalent|same|equal|par|alike
    过(?:早|度|于|大|高)|太 too
    低|少|减 less|low|few
    清除|消除|根除 eliminat
    无关|独特 uniq
    等待|期待 wait|await|pending
    受损|损伤|损害 impair|disab
    消失 disappear
    延迟|推迟 delay
    缺陷|缺乏症 defici|defect
    短缺|紧缺 short|scarc
    替代|取代|代替 instead|rather|replac
    仅|只|唯一 only
    独立 independ
    无论|不论|不管 regardless|irrespective
    需要更多|进一步 need
    """.strip().splitlines()
)


# A denial that the other language tells by its opposite.
OPPOSITES = tuple(
    tuple(re.compile(pattern, re.IGNORECASE) for pattern in line.split())
    for line in r"""
    (?:没有|未|无|不)[^，。,]{0,4}(?:复发|进展) remission|relapse-free|progression-free|disease-free|controlled|durable
    (?:没有|未|无)[^，。,]{0,6}(?:差异|差别|区别|不同) balanced|matched|similar|comparable|same|alike|equal
    (?:没有|未|无)[^，。,]{0,4}异常 normal|clear|clean|intact
    (?:没有|未|无)[^，。,]{0,6}(?:变化|改变|下降|影响) stable|same|remain|constant|steady|persist|still|maintain|preserv
    (?:没有|未|无)[^，。,]{0,4}(?:症状|不适) \bwell\b|asymptomatic|fine
    (?:没有|未|无)[^，。,]{0,4}死亡 alive|surviv
    (?:没有|未|不)[^，。,]{0,4}(?:停|间断|中断|放弃) continu|ongoing|persever|persist|kept|keep
    (?:没有|未|不)[^，。,]{0,4}(?:减少|降低) maintain|kept|stable|same|remain
    """.strip().splitlines()
)


def _told_alike(word: str, other: str) -> bool:
    return any(
        (here.search(word) and there.search(other)) or (there.search(word) and here.search(other))
        for here, there in ALIKE
    )


def chinese(page: Page) -> Negations:
    """Return the negations of a Chinese text; comparisons such as 不超过 must be taken before."""
    words = chinese_negation
    if not words.PLAIN.search(page.text):
        return Negations((), page.text, words.NO_FACT, words.POSSIBLE)
    return _read(page, (words.NO_FACT, words.MILD), words.PLAIN, words.POSSIBLE)


def english(page: Page) -> Negations:
    """Return the negations of an English text; comparisons such as "no more than" must be taken before."""
    words = english_negation
    if not words.PLAIN.search(page.text):
        return Negations((), page.text, words.SPURIOUS, words.POSSIBLE)
    return _read(page, (words.SPURIOUS, words.NO_FACT), words.PLAIN, words.POSSIBLE)


CLAUSE_END = "，。；！？,;!?\n"


def _clause(page: Page, match: re.Match[str]) -> str:
    """Return the printed clause around a negation: the bare word would tell a reader little."""
    start = max(page.printed.rfind(mark, 0, match.start()) for mark in CLAUSE_END) + 1
    ends = [page.printed.find(mark, match.end()) for mark in CLAUSE_END]
    return page.printed[start : min((end for end in ends if end >= 0), default=None)].strip()


def _read(
    page: Page, none: tuple[re.Pattern[str], ...], plain: re.Pattern[str], possible: re.Pattern[str]
) -> Negations:
    text = page.text
    for pattern in none:
        page.drop(pattern)
    plainly = tuple(_clause(page, match) for match in page.find(plain))
    return Negations(plainly, text, none[0], possible)
