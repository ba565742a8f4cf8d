"""One pass over the lines that says of each in which part of the article it stands."""

import re

from . import sections as s
from .asking import asks
from .cast import cast_lines
from .credits import read_credits, read_facts
from .evidence import Evidence
from .fronts import Front
from .headings import Headings
from .inline_careers import BIOGRAPHICAL, career_lines
from .labels import ANSWER, NUMBER, PERSON, PUBLICATION, Label, read_label
from .language import language_of
from .leads import is_lead, is_numbered_heading
from .lines import Line
from .parts import (
    AFTER,
    BIOGRAPHY,
    BODY,
    CAPTION,
    HEAD,
    HEADING,
    LABEL,
    NOTE,
    PARAGRAPH,
    REFERENCES,
    RELATED,
    TITLE,
    Item,
    Scan,
)  # fmt: skip
from .surroundings import Surroundings
from .titles import is_title_like

_SUBTITLE = re.compile(r"^(?:——|—|–|-)\s?[^\s\d]")
_ARROWS = "▲△▼▽↑⬆"


def scan(lines: list[Line]) -> Scan:
    """Return the lines of an article, each in the part in which it stands."""
    return _Scanner(lines).run()


class _Scanner:
    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.sections = {i: section for i, line in enumerate(lines) if (section := s.read_section(line.text))}
        self.sections |= {i: s.Section(s.CAST) for i in cast_lines(lines) if i not in self.sections}
        self.facts = {i for i, line in enumerate(lines) if i not in self.sections and _is_dated(line.text)}
        self.credits = {i for i, line in enumerate(lines) if i not in self.sections and read_credits(line.text)}
        self.labels = Evidence(lines, self.sections, self.facts).accepted()
        self.around = Surroundings(lines, self.labels, self.sections.keys())
        front = Front(lines, self.sections, self.labels, self.facts | self.credits)
        self.titles, self.second = front.titles, front.second
        self.last_title = max((one for one in self.titles if one < (self.second or len(lines))), default=-1)
        asked = any(label.asks and label.kind != NUMBER for label in self.labels.values())
        self.headings = Headings(lines, self.labels, self.sections.keys() | self.credits | self.facts, asked)
        self.asked = asked
        self.careers = career_lines(lines, self.labels, self.sections.keys() | self.credits | self.facts | self.titles)
        self.zone = HEAD
        self.spoken: set[str] = set()
        self.ended = False
        self.biography_persons: set[str] = set()
        self.scan = Scan()

    def run(self) -> Scan:
        for index in range(len(self.lines)):
            self._place(index)
        return self.scan

    def _put(self, index: int, zone: str, kind: str = PARAGRAPH, text: str | None = None, **more) -> None:
        line = self.lines[index]
        self.scan.items.append(Item(zone, kind, line, line.text if text is None else text, **more))

    def _place(self, index: int) -> None:
        if index == self.second:
            self.zone, self.ended = HEAD, False
        if index in self.titles:
            self.zone = HEAD if self.zone == BIOGRAPHY else self.zone
            self._put(index, HEAD, TITLE)
        elif index in self.facts and (self.zone == HEAD or self._is_fact_in_place(index)):
            self._put(index, HEAD)
        elif index in self.sections and self._place_section(index, self.sections[index]):
            return
        elif self._is_credit(index):
            self._put(index, s.CREDITS)
            self.ended = self.ended or self.zone in (BODY, BIOGRAPHY, REFERENCES)
        elif self.zone in (s.TAGS, s.DISCLAIMER) and index not in self.labels:
            self._put(index, self.zone)
            self.zone = BODY if self.spoken else HEAD
        elif index in self.careers and self.zone in (HEAD, NOTE, BODY):
            self._put(index, BIOGRAPHY)
        elif index in self.labels and self.zone == BODY and self.around.heads_a_career(index):
            self.zone, self.biography_persons = BIOGRAPHY, {self.labels[index].name}
            self._put(index, BIOGRAPHY)
        elif index in self.labels and self._opens_speech(index):
            self._open_speech(index)
        else:
            self._place_text(index)

    def _is_fact_in_place(self, index: int) -> bool:
        """Below the interview a date stands alone only when it is the article's own; a career dates what it says."""
        if self.zone == BIOGRAPHY and not self.spoken:
            facts = read_facts(self.lines[index].text)
            return facts.moment is not None and not facts.column
        return self.ended or (
            self.zone in (NOTE, BODY) and len(self.lines[index].text) < 60 and index not in self.labels
        )

    # -- sections ------------------------------------------------------------------------------------------------

    def _place_section(self, index: int, section: s.Section) -> bool:
        kind = section.kind
        if kind == s.CAST:
            self._put(index, HEAD, section=section)
            return True
        if kind == s.NOTE:
            return self._place_note(index, section)
        if kind == s.CAPTION:
            if self.zone == BIOGRAPHY and self.lines[index].text[0] not in _ARROWS:
                return False
            self._put(index, self.zone, CAPTION)
            return True
        if kind in (s.BIOGRAPHY, s.REFERENCES, s.RELATED):
            self.zone, self.biography_persons = kind, set()
            self.ended = self.ended or kind == s.RELATED
            self._put(index, kind, LABEL, section.rest if kind != s.RELATED else None, section=section)
            return True
        self._put(index, kind, LABEL, section.rest, section=section)
        if kind in (s.TAGS, s.DISCLAIMER) and not section.rest:
            self.zone = kind
        self.ended = self.ended or (kind != s.FURNITURE and bool(self.spoken))
        return True

    def _place_note(self, index: int, section: s.Section) -> bool:
        """A word such as `Summary` opens a note only above the interview; `Editor's Note` opens one anywhere."""
        if self.zone == BODY and section.label[:1] not in "编按Ee":
            return False
        self.zone = NOTE
        self._put(index, NOTE, LABEL, section.rest, section=section)
        return True

    def _is_credit(self, index: int) -> bool:
        if index not in self.credits:
            return False
        if self.labels.get(index) is None or self.zone in (REFERENCES, RELATED):
            return True
        return self.ended or not self.around.speech_follows(index)

    # -- speech --------------------------------------------------------------------------------------------------

    def _opens_speech(self, index: int) -> bool:
        label = self.labels[index]
        if label.kind == NUMBER:
            return self.zone not in (BIOGRAPHY, REFERENCES, RELATED) or self.around.next_label_asks(index)
        if self.zone == RELATED and label.kind == PERSON and is_title_like(self.lines[index].text):
            return asks(label.rest)
        if self.zone == BIOGRAPHY and label.kind == PERSON:
            return self._leaves_biography(label)
        if self.zone == BIOGRAPHY and label.kind == PUBLICATION and not label.colon:
            return asks(label.rest or self.around.text_below(index))
        if self.zone == HEAD and label.kind == PERSON and not label.colon and not self.spoken:
            return self.around.is_spoken_below(index)
        return True

    def _leaves_biography(self, label: Label) -> bool:
        fresh = label.name not in self.biography_persons
        if not label.colon or (fresh and (not label.rest or BIOGRAPHICAL.search(label.rest[:40]))):
            return False
        return bool(label.rest) or not fresh

    def _open_speech(self, index: int) -> None:
        label = self.labels[index]
        if self.zone in (HEAD, NOTE) and label.kind in (PERSON, ANSWER) and not self.asked:
            self.scan.move_question_from_head()
        self.zone, self.ended = BODY, False
        if label.kind != NUMBER:
            self.spoken.add(language_of(label.rest) or label.language)
        self._put(index, BODY, LABEL, label.rest, label=label)

    # -- text without a label ------------------------------------------------------------------------------------

    def _place_text(self, index: int) -> None:
        line = self.lines[index]
        if self.zone == RELATED:
            self._put(index, RELATED)
        elif self.zone == REFERENCES:
            self._put(index, REFERENCES if s.looks_like_reference(line.text) or not line.after_blank else AFTER)
        elif self.zone == BIOGRAPHY and self._ends_careers_above(index):
            heads = is_numbered_heading(line.text)
            self.zone = BODY if heads else NOTE
            self._put(index, self.zone, HEADING if heads else PARAGRAPH)
        elif self.zone == BIOGRAPHY:
            if label := self.labels.get(index) or read_label(line.text[:300]):
                self.biography_persons.add(label.name)
            self._put(index, BIOGRAPHY)
        elif index - 1 in self.titles and _SUBTITLE.match(line.text):
            self._put(index, HEAD)
        elif index > self.last_title and self.headings.is_heading(index):
            self.zone = BODY
            self._put(index, BODY, HEADING)
        elif self.zone == BODY and self.ended and not self.around.speech_follows(index):
            self._put(index, AFTER)
        else:
            self._put(index, self.zone)

    def _ends_careers_above(self, index: int) -> bool:
        """Whether careers that stand above the interview end here, although neither label nor section says so."""
        if self.spoken or any(item.zone == BODY for item in self.scan.items):
            return False
        if is_numbered_heading(self.lines[index].text):
            return self.headings.is_heading(index)
        spoken = {label.name for label in self.labels.values() if label.kind == PERSON}
        return is_lead(self.lines[index], self.biography_persons | spoken)


def _is_dated(text: str) -> bool:
    facts = read_facts(text)
    return facts is not None and (facts.moment is not None or bool(facts.dropped) or bool(facts.column))
