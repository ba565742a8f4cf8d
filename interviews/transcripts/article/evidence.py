"""Which of the labels that lines seem to begin with are labels, judged over the whole article."""

import re
from collections import Counter
from collections.abc import Mapping, Set

from . import names
from .askers import generic_askers
from .career_sections import subheading
from .labels import ANSWER, NUMBER, PERSON, PUBLICATION, Label, read_label
from .language import CHINESE, has_han
from .lines import Line
from .mastheads import is_masthead
from .sections import BIOGRAPHY, FURNITURE, NOTE, Section
from .titles import is_title_like

_HEAD_CHARACTERS = 8000
_MOST_NAMES = 100
_NARRATIVE_HAN = re.compile(
    r"^(?:的|和|与|及|以及|、|,|，|。|;|；|）|\)|》|等|团队|课题组|领衔|牵头|主持|指出|表示|认为|介绍|强调|说|谈"
    r"|特|邀|专访|采访|对话|有幸|记者|刚才|刚刚|提"
    r"|您|你|也|曾|是|团|作|长期|在.{0,12}(?:中|上|时|期间|现场)|就|将|于|对.{0,8}(?:进行|表示)|为|发表|分享|带来"
    r"|担任|教授|所|讲|已)"
)
_OF_A_PUBLICATION = re.compile(
    r"^(?:特邀|特别|邀请|有幸|专访|采访|对话|记者(?![:：])|编辑部|就|与|和|的|、|,|，|。|第|现|将|期待|独家|受邀"
    r"|杂志|上)"
)
_NARRATIVE_LATIN = re.compile(
    r"^(?:[a-z,;.)’']|(?:In|At|Is|Has|Was|And|Said|From|Of)\b.{0,40}(?:said|noted|invited|interviewed))"
)
_ASKS_ON = re.compile(r"^(?:就|与|和|的|第|现|将|期待|上).*[?？]$", re.DOTALL)
_INTERVIEWS = re.compile(r"特邀|邀请|专访|采访|对话|记者|编辑部|杂志")
_FRONTIER = re.compile(r"瞭望|时讯|Frontier", re.IGNORECASE)
_QUOTED = re.compile(r"^\W{0,3}[“\"「]")
_MARKED = re.compile(r"^\W{0,3}[《【“「]")


class Evidence:
    """Collects what the whole article says of each label that its lines seem to begin with."""

    def __init__(self, lines: list[Line], sections: Mapping[int, Section], facts: Set[int]) -> None:
        self.lines, self.sections = lines, sections
        self.others = facts | {index for index, section in sections.items() if section.kind != FURNITURE}
        self.candidates = {
            index: label
            for index, line in enumerate(lines)
            if index not in sections
            and index not in facts
            and (label := read_label(line.text))
            and (label.honorific or label.kind != PERSON or not subheading(line.text))
        }
        self.candidates |= generic_askers(lines, sections, self.candidates)
        self.persons = self._unique_persons()
        self.with_colon = Counter(_key(label) for label in self.candidates.values() if label.colon or not label.rest)
        self.publications = Counter(_key(label) for label in self.candidates.values() if label.kind == PUBLICATION)
        self.head = self._head()
        self.biographies = self._biographies()
        self.introduced = [one for one in self.persons if one.colon and not one.role and self._prints(one.name)][
            :_MOST_NAMES
        ]
        self.named = names.NameIndex(
            [one.name for one in self.persons if one.honorific and one.colon] + self.biographies
        )
        self.labelled = {
            language: names.NameIndex(one.name for one in self.persons if one.colon and one.language == language)
            for language in {one.language for one in self.persons}
        }
        self.answers: dict[tuple[str, str], bool] = {}
        self.strangers = Counter(
            one.language
            for one in self.persons
            if one.honorific and one.colon and not one.role and not self._known(one)
        )
        self.honored = {label.language for label in self.persons if label.honorific and label.colon}

    def accepted(self) -> dict[int, Label]:
        """Return the labels that count, by the index of their line."""
        accepted: dict[int, Label] = {}
        previous: Label | None = None
        self.asked_at = -1
        order = sorted(self.candidates)
        for place, index in enumerate(order):
            label = self.candidates[index]
            following = self.candidates[order[place + 1]] if place + 1 < len(order) else None
            if self._counts(index, label, previous, following):
                accepted[index] = previous = label
                self.asked_at = index if label.asks else -1
        return accepted

    def _counts(self, index: int, label: Label, previous: Label | None, following: Label | None) -> bool:
        if label.kind == PUBLICATION:
            if previous is None and is_masthead(self.lines, index, self.candidates, self.others):
                return False
            return self._publication_counts(index, label, following)
        if label.kind != PERSON:
            return self._anonymous_counts(label, previous)
        if label.role and (label.colon or not label.rest):
            return True
        if not label.colon:
            return self._colonless_counts(label, previous, following)
        if label.honorific:
            asked = previous is not None and previous.asks
            if names.is_rare_han_name(label.name):
                return asked or self._is_repeated(label)
            return asked or self._known(label) or self._stranger_counts(label)
        return self._bare_name_counts(label, below_a_question=self.asked_at == index - 1 >= 0)

    def _is_repeated(self, label: Label) -> bool:
        """What may be a name only by its length is one where it labels again, or is told of above the interview."""
        if self.with_colon[_key(label)] > 1 or label.name in self.biographies:
            return True
        labelled = len(re.findall(rf"{label.name}\s?{label.honorific}\s?[:：]", self.head))
        return self.head.count(label.name) > labelled

    def _stranger_counts(self, label: Label) -> bool:
        """One expert whom neither title, note nor biography names may be quoted by an answer; several are a panel."""
        if not any(one.language == label.language for one in self.introduced):
            return True
        return self.strangers[label.language] > 1 or len(label.rest) > (60 if label.language == CHINESE else 160)

    def _publication_counts(self, index: int, label: Label, following: Label | None) -> bool:
        narrative = _OF_A_PUBLICATION if has_han(label.name) else _NARRATIVE_LATIN
        if not label.colon and label.rest and narrative.match(label.rest):
            return self._asks_without_colon(index, label)
        frequent = self.publications[_key(label)] > 1
        if not label.colon and not label.rest and not frequent and not _MARKED.match(self.lines[index].text):
            return False
        quoted = _QUOTED.match(self.lines[index].text)
        if (label.name in self.head and not quoted) or frequent or _FRONTIER.search(label.name):
            return True
        return label.colon and following is not None and following.kind in (PERSON, ANSWER)

    def _asks_without_colon(self, index: int, label: Label) -> bool:
        """A line that opens with the name of the publication that asks, and ends asking, is a question of its own."""
        after = self.candidates.get(index + 1)
        return (
            self.publications[_key(label)] > 1
            and _ASKS_ON.match(label.rest) is not None
            and not _INTERVIEWS.search(label.rest)
            and after is not None
            and (after.kind in (PERSON, ANSWER) or after.language != label.language)
        )

    def _anonymous_counts(self, label: Label, previous: Label | None) -> bool:
        if label.kind == ANSWER and label.name.upper() in ("A", "ANSWER") and not label.colon:
            return previous is not None and previous.asks and bool(label.rest)
        dotted = label.name == "Q"
        return label.kind == NUMBER or label.colon or not label.rest or label.name[-1:].isdigit() or dotted

    def _colonless_counts(self, label: Label, previous: Label | None, following: Label | None) -> bool:
        asked = previous is not None and previous.asks
        known = self._known(label) or self.with_colon[_key(label)] > 0
        if not label.rest:
            return bool(label.honorific) and (known or asked)
        if not known or not asked or _NARRATIVE_HAN.match(label.rest):
            return False
        return following is None or following.asks or not _same(following, label)

    def _bare_name_counts(self, label: Label, below_a_question: bool) -> bool:
        if self._named_elsewhere(label.name):
            return True
        if not has_han(label.name) and len(label.name.split()) < 2:
            return False
        often = self.with_colon[_key(label)] > 1
        return self._prints(label.name) or below_a_question or (often and label.language not in self.honored)

    def _named_elsewhere(self, name: str) -> bool:
        """Whether the name is that of a person who is labelled with an honorific, or has a biography's heading."""
        return bool(self.named.similar(name))

    def _known(self, label: Label) -> bool:
        key = label.language, label.name
        if key not in self.answers:
            self.answers[key] = self._is_known(label)
        return self.answers[key]

    def _is_known(self, label: Label) -> bool:
        """Whether the name is labelled more than once, or stands in title, note or biographies, in whatever form."""
        if self.with_colon[_key(label)] > 1 or self._prints(label.name):
            return True
        if any(name != label.name for name in self.labelled[label.language].similar(label.name)):
            return True
        return any(_same_name(one, label.name) for one in self.biographies)

    def _prints(self, name: str) -> bool:
        return len(name) > 1 and (name in self.head or name in self.biographies)

    def _unique_persons(self) -> list[Label]:
        unique: dict[tuple, Label] = {}
        for label in self.candidates.values():
            if label.kind == PERSON:
                unique.setdefault((label.name, bool(label.honorific), label.colon), label)
        return list(unique.values())

    def _head(self) -> str:
        """The text before anybody speaks, and the notes: there the article introduces who will."""
        texts: list[str] = []
        length = 0
        for index, line in enumerate(self.lines):
            label = self.candidates.get(index)
            speaks = label is not None and label.colon and label.kind != NUMBER
            if speaks and (label.asks or (index > 0 and not is_title_like(line.text)) or length > 2 * _HEAD_CHARACTERS):
                break
            # A bare name before a colon is no evidence of itself.
            bare = label is not None and label.kind == PERSON and label.colon and not label.honorific
            texts.append((label.rest if bare else line.text)[:_HEAD_CHARACTERS])
            length += len(texts[-1])
            if length > _HEAD_CHARACTERS:
                break
        notes = [self.lines[index].text[:4000] for index, section in self.sections.items() if section.kind == NOTE]
        return "\n".join(texts + notes[:4])

    def _biographies(self) -> list[str]:
        """The names that stand as headings below `Expert Profile` and the like."""
        spoken = {label.name for label in self.persons}
        found: dict[str, None] = {}
        below = False
        for index, line in enumerate(self.lines):
            section, label = self.sections.get(index), self.candidates.get(index)
            if section:
                below = section.kind == BIOGRAPHY or (below and section.kind != NOTE)
                label = read_label(section.rest) if section.kind == BIOGRAPHY and section.rest else None
            elif label and label.asks and label.kind != NUMBER:
                below = False
            if not below or len(found) >= _MOST_NAMES:
                continue
            if label and label.kind == PERSON and (label.honorific or names.is_short_han_name(label.name)):
                found[label.name] = None
            elif line.text in spoken:
                found[line.text] = None
            elif not label and not section and len(line.text) < 60:
                found |= {
                    name: None for name in spoken if len(name) > 3 and not has_han(name) and line.text.startswith(name)
                }
        return list(found)


def _key(label: Label) -> tuple[str, str]:
    return label.kind, label.name.casefold() if label.kind == PUBLICATION else label.name


def _same_name(one: str, two: str) -> bool:
    if has_han(one) != has_han(two):
        return False
    return (names.same_han_name if has_han(one) else names.same_latin_name)(one, two)


def _same(one: Label, two: Label) -> bool:
    return one.kind == PERSON and _same_name(one.name, two.name)
