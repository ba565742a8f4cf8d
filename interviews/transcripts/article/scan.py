"""One pass over the lines that says of each in which part of the article it stands."""

import re
from dataclasses import dataclass, field

from . import sections as s
from .credits import read_credits, read_facts
from .evidence import Evidence, asks
from .labels import ANSWER, NUMBER, PERSON, Label, read_label
from .language import has_han
from .lines import Line

HEAD, NOTE, BODY, BIOGRAPHY, REFERENCES, RELATED, TAGS, DISCLAIMER = (
    "head", "note", "body", "biography", "references", "related", "tags", "disclaimer",
)  # fmt: skip
LABEL, PARAGRAPH, HEADING, CAPTION = "label", "paragraph", "heading", "caption"

_LIST_ITEM = re.compile(
    r"^(?:[(（]?\d{1,2}[)）.、．]|[①-⑳❶-❿]|[•●·▪■◆\-*–]\s|[(（][一二三四五六七八九十]{1,2}[)）]|[a-zA-Z][.)]\s)"
)
_NUMBERED = re.compile(
    r"^(?:[0-9]{1,2}\s?[.、．:：|丨]?\s?(?=\D)|[一二三四五六七八九十]{1,2}\s?[、.．:：]|[(（][一二三四五六七八九十0-9]{1,2}[)）]|第[一二三四五六七八九十0-9]{1,2}[章节部]"
    r"|(?:Part|PART|Section|Topic)\s?(?:\d{1,2}|[IVX]{1,4}|One|Two|Three|Four|Five)\b|[IVX]{1,4}\.\s|[①-⑳❶-❿])"
)
_BIOGRAPHICAL = re.compile(
    r"主任|教授|医院|大学|委员|院长|会长|理事|学会|导师|研究员|Director|Professor|member|Hospital|University|Institute|Chair|Chief|Physician|MD\b|Ph\.?D|Fellow"
)


@dataclass(frozen=True)
class Item:
    """One line in its part of the article: what it is there, with the label it begins with and the text that remains."""

    zone: str
    kind: str
    line: Line
    text: str
    label: Label | None = None
    section: s.Section | None = None


@dataclass
class Scan:
    """The article in parts, in the order of the input."""

    items: list[Item] = field(default_factory=list)
    evidence: Evidence | None = None

    def of(self, *zones: str) -> list[Item]:
        """Return the items of the given parts."""
        return [item for item in self.items if item.zone in zones]


def is_title_like(text: str) -> bool:
    """Say whether a line is short and ends like a title or heading rather than like a sentence."""
    longest = 60 if has_han(text) else 160
    return len(text) <= longest and re.search(r"[。;；,，、:：.…][”’\"')）]?$", text) is None


def scan(lines: list[Line]) -> Scan:
    """Return the lines of an article, each in the part in which it stands."""
    return _Scanner(lines).run()


class _Scanner:
    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.sections = {i: section for i, line in enumerate(lines) if (section := s.read_section(line.text))}
        self.credits = {i for i, line in enumerate(lines) if i not in self.sections and read_credits(line.text)}
        self.evidence = Evidence(lines, self.sections)
        self.labels = self.evidence.accepted()
        self.title = self._title()
        self.zone = HEAD
        self.headed: set[str] = set()
        self.spoken: set[str] = set()
        self.asked = any(label.asks and label.kind != NUMBER for label in self.labels.values())
        self.questions_numbered = any(label.asks for label in self.labels.values())
        self.ended = False
        self.biography_persons: set[str] = set()
        self.scan = Scan(evidence=self.evidence)

    def run(self) -> Scan:
        for index in range(len(self.lines)):
            self._place(index)
        return self.scan

    def _put(self, index: int, zone: str, kind: str = PARAGRAPH, text: str | None = None, **more) -> None:
        line = self.lines[index]
        self.scan.items.append(Item(zone, kind, line, line.text if text is None else text, **more))

    def _place(self, index: int) -> None:
        line = self.lines[index]
        if index in self.title:
            self._put(index, HEAD)
        elif index in self.sections and self._place_section(index, self.sections[index]):
            return
        elif self._is_credit(index):
            self._put(index, s.CREDITS)
            self.ended = self.ended or self.zone in (BODY, BIOGRAPHY, REFERENCES)
        elif self.zone in (TAGS, DISCLAIMER) and index not in self.labels:
            self._put(index, self.zone)
            self.zone = BODY if self.spoken else HEAD
        elif index in self.labels and self._label_opens_speech(index):
            self._open_speech(index)
        else:
            self._place_text(index, line)

    # -- sections ------------------------------------------------------------------------------------------------

    def _place_section(self, index: int, section: s.Section) -> bool:
        kind = section.kind
        if kind == s.NOTE:
            if self.zone == BODY and section.label[:1] not in "编按EeＥ" and not self._starts_another_article(index):
                return False
            self.zone = NOTE
            self._put(index, NOTE, LABEL, section.rest, section=section)
        elif kind == s.BIOGRAPHY:
            self.zone, self.biography_persons = BIOGRAPHY, set()
            self._put(index, BIOGRAPHY, LABEL, section.rest, section=section)
        elif kind == s.REFERENCES:
            self.zone = REFERENCES
            self._put(index, REFERENCES, LABEL, section=section)
        elif kind == s.RELATED:
            self.zone, self.ended = RELATED, True
            self._put(index, RELATED, section=section)
        elif kind == s.CAPTION:
            if self.zone == BIOGRAPHY and self.lines[index].text[0] not in "▲△▼▽↑⬆":
                return False
            self._put(index, self.zone, CAPTION)
        else:
            self._put(index, kind, LABEL, section.rest, section=section)
            if kind in (s.TAGS, s.DISCLAIMER) and not section.rest:
                self.zone = kind
            self.ended = self.ended or (kind != s.FURNITURE and bool(self.spoken))
        return True

    def _is_credit(self, index: int) -> bool:
        if index not in self.credits:
            return False
        label = self.labels.get(index)
        if label is None or self.zone in (REFERENCES, RELATED):
            return True
        return self.ended or not any(later > index for later in self.labels)

    # -- speech --------------------------------------------------------------------------------------------------

    def _label_opens_speech(self, index: int) -> bool:
        label, line = self.labels[index], self.lines[index]
        if label.kind == NUMBER:
            return self.zone not in (BIOGRAPHY, REFERENCES) or self._next_label_asks(index)
        if self.zone == BIOGRAPHY and label.kind == PERSON:
            return self._leaves_biography(index, label)
        if self.zone == HEAD and label.kind == PERSON and not label.colon and not self.spoken:
            return self._followed_by_speech(index)
        if self._is_titled_label(index, label, line):
            return False
        return True

    def _leaves_biography(self, index: int, label: Label) -> bool:
        if not label.colon:
            return False
        fresh = label.name not in self.biography_persons
        if fresh and (not label.rest or _BIOGRAPHICAL.search(label.rest[:40])):
            return False
        return bool(label.rest) or not fresh

    def _followed_by_speech(self, index: int) -> bool:
        later = index + 1
        return later < len(self.lines) and later not in self.sections and len(self.lines[later].text) > 60

    def _is_titled_label(self, index: int, label: Label, line: Line) -> bool:
        """`Prof. X: New horizons` above a second article is its title, not speech."""
        if label.kind != PERSON or not label.rest or not is_title_like(line.text) or asks(label.rest):
            return False
        return self._starts_another_article(index) or (
            self.zone == HEAD and not self.spoken and self._next_is_head(index)
        )

    def _next_is_head(self, index: int) -> bool:
        later = index + 1
        return later < len(self.lines) and (
            (later in self.sections and self.sections[later].kind == s.NOTE)
            or read_facts(self.lines[later].text) is not None
        )

    def _open_speech(self, index: int) -> None:
        label, line = self.labels[index], self.lines[index]
        if self.zone in (HEAD, NOTE) and label.kind in (PERSON, ANSWER):
            self._move_questions_from_head()
        self.zone, self.ended = BODY, False
        self.spoken.add(_language(label, line))
        self._put(index, BODY, LABEL, label.rest, label=label)

    def _move_questions_from_head(self) -> None:
        """Unlabelled paragraphs that ask, right above the first answer, are its question."""
        moved = 0
        for place in range(len(self.scan.items) - 1, max(len(self.scan.items) - 3, 0), -1):
            item = self.scan.items[place]
            if item.zone not in (HEAD, NOTE) or item.kind == LABEL or not re.search(r"[?？][”\"’)）]?$", item.text):
                break
            moved += 1
        if moved and not self.asked:
            for place in range(len(self.scan.items) - moved, len(self.scan.items)):
                item = self.scan.items[place]
                self.scan.items[place] = Item(BODY, PARAGRAPH, item.line, item.text)

    # -- text without a label ------------------------------------------------------------------------------------

    def _place_text(self, index: int, line: Line) -> None:
        if self.zone == RELATED:
            self._put(index, RELATED)
        elif self.zone == REFERENCES and s.looks_like_reference(line.text):
            self._put(index, REFERENCES)
        elif self.zone == REFERENCES and not line.after_blank:
            self._put(index, REFERENCES)
        elif self.zone == BIOGRAPHY and not self._starts_another_article(index):
            if label := self.labels.get(index) or read_label(line.text):
                self.biography_persons.add(label.name)
            self._put(index, BIOGRAPHY)
        elif self.zone in (BODY, BIOGRAPHY, REFERENCES) and self._starts_another_article(index):
            self.zone = HEAD
            self._put(index, HEAD)
        elif self.zone in (HEAD, NOTE) and self._is_heading(index):
            self.zone = BODY
            self._put(index, BODY, HEADING)
        elif self.zone == HEAD and self.spoken and self.scan.items and is_title_like(line.text):
            self._put(index, HEAD)
        elif self.zone == BODY:
            heading = self._is_heading(index)
            if self.ended and not heading and not self.labels_follow(index):
                self._put(index, "after")
            else:
                self._put(index, BODY, HEADING if heading else PARAGRAPH)
        else:
            self._put(index, self.zone if self.zone != REFERENCES else "after")

    def labels_follow(self, index: int) -> bool:
        return any(later > index for later in self.labels)

    def _is_heading(self, index: int) -> bool:
        line = self.lines[index]
        if index in self.labels or not is_title_like(line.text) or not line.language or asks(line.text[-2:]):
            return False
        following = self._next_text(index)
        if following is None:
            return False
        numbered = _NUMBERED.match(line.text)
        label = self.labels.get(following)
        if label and label.kind != NUMBER:
            short = len(line.text) <= (40 if has_han(line.text) else 110)
            return bool(numbered or label.asks) or (
                short and not _LIST_ITEM.match(line.text) and self._stands_apart(index)
            )
        if label:
            return self._stands_apart(index)
        if self.asked:
            return False
        return self._heads_a_paragraph(index, following, bool(numbered))

    def _heads_a_paragraph(self, index: int, following: int, numbered: bool) -> bool:
        """In an article that nobody asks, a short line above running text is a heading."""
        line, below = self.lines[index], self.lines[following]
        if index == 0 or following in self.sections or len(below.text) < 30 or is_title_like(below.text):
            return False
        if not numbered and (_LIST_ITEM.match(line.text) or not self._stands_apart(index)):
            return False
        return numbered or below.after_blank or len(line.text) * 2 < len(below.text)

    def _stands_apart(self, index: int) -> bool:
        return (
            index == 0
            or self.lines[index].after_blank
            or self.lines[index - 1].ends_a_sentence
            or index - 1 in self.labels
        )

    def _next_text(self, index: int) -> int | None:
        """The next line that is not itself like a heading in the other language."""
        for later in range(index + 1, min(index + 4, len(self.lines))):
            line = self.lines[later]
            if later in self.labels or line.language == self.lines[index].language or not is_title_like(line.text):
                return later if later not in self.sections and later not in self.credits else None
        return None

    def _next_label_asks(self, index: int) -> bool:
        later = next(
            (later for later in range(index + 1, min(index + 4, len(self.lines))) if later in self.labels), None
        )
        return later is not None and self.labels[later].asks

    def _starts_another_article(self, index: int) -> bool:
        """Below a whole article in one language, the head of the same article in the other one begins."""
        line = self.lines[index]
        if not self.spoken or not line.language or line.language in self.spoken or line.language in self.headed:
            return False
        heads = False
        for later in range(index, len(self.lines)):
            label, section = self.labels.get(later), self.sections.get(later)
            if later > index and label and label.kind != NUMBER and not (later == index + 1 and heads):
                language = _language(label, self.lines[later])
                if (
                    language == line.language
                    and (heads or is_title_like(line.text))
                    and self._stays_in(language, later)
                ):
                    self.headed.add(language)
                    return True
                return False
            heads = heads or (section is not None and section.kind == s.NOTE)
            if self.lines[later].language not in ("", line.language) and section is None:
                return False
        return False

    def _stays_in(self, language: str, index: int) -> bool:
        return all(
            _language(label, self.lines[later]) in ("", language) or self.lines[later].language == ""
            for later, label in self.labels.items()
            if later >= index and label.colon
        )

    def _title(self) -> set[int]:
        """The lines of the first title: the first line that is neither furniture nor a question."""
        for index, line in enumerate(self.lines[:40]):
            label = self.labels.get(index)
            if index in self.sections and self.sections[index].kind == s.FURNITURE:
                continue
            if index in self.sections or index in self.credits or read_facts(line.text) or (label and label.asks):
                return set()
            if label and label.kind == PERSON and (not is_title_like(line.text) or asks(label.rest)):
                return set()
            if is_title_like(line.text) or len(line.text) < 120:
                return {index} if label else set()
            return set()
        return set()


def _language(label: Label, line: Line) -> str:
    from .language import language_of

    return language_of(label.rest) or label.language or line.language
