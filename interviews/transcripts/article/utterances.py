"""The body of an article as utterances: what one speaker says in one language, before the languages are paired."""

import re
from dataclasses import dataclass, field

from . import parts as places
from .asking import asks
from .labels import ANSWER, NUMBER, PERSON, QUESTION, Label
from .language import language_of
from .lines import Line
from .paragraphs import Paragraph, continues
from .titles import is_title_like

# What no heading ends in.
_ENDS_WITHIN = re.compile(
    r"[，,、您的和与及或在是对将把被从为比而但请]$"
    r"|\b(?:the|an?|of|in|and|or|to|for|with|is|are|was|you|your|that|by|on|from|do|does|should|when|if|as)$"
)
QUESTION_TURN, ANSWER_TURN, HEADING_TURN, NOTE_TURN = "question", "answer", "heading", "note"


@dataclass(eq=False)
class Utterance:
    """What is said under one label in one language; `twin` is its counterpart where the place makes that certain."""

    kind: str
    line: Line
    label: Label | None = None
    language: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    twin: "Utterance | None" = None
    person: int | None = None

    @property
    def text(self) -> str:
        """The paragraphs, parted by a blank line."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)


class Speech:
    """Collects utterances from the items of the body, in the order of the input."""

    def __init__(self, items: list[places.Item], width: dict[str, int]) -> None:
        self.items, self.width = items, width
        self.utterances: list[Utterance] = []
        self.numbers: list[Line] = []
        self.silent: list[Line] = []
        self.active: Utterance | None = None
        self.pending: Line | None = None
        self.asked = {
            item.label and (language_of(item.text) or item.label.language)
            for item in items
            if item.label and item.label.asks and item.label.kind != NUMBER
        }

    def collect(self) -> list[Utterance]:
        """Return the utterances; those that got no text are left out."""
        for place, item in enumerate(self.items):
            if item.kind == places.LABEL:
                self._open(place, item)
            elif item.kind == places.HEADING:
                self._add_plain(HEADING_TURN, item)
                self.active = None
            elif item.kind == places.CAPTION:
                self._add_plain(NOTE_TURN, item)
            else:
                self._continue(place, item)
        self.silent = [one.line for one in self.utterances if not one.paragraphs and one.line not in self.numbers]
        return [one for one in self.utterances if one.paragraphs]

    def _add_plain(self, kind: str, item: places.Item) -> None:
        made = Utterance(kind, item.line, None, item.line.language, [Paragraph(item.text, item.line)])
        self.utterances.append(made)

    def _open(self, place: int, item: places.Item) -> None:
        label = item.label
        if label.kind == NUMBER:
            self.numbers.append(item.line)
            self.pending = item.line
            return
        if label.kind == QUESTION and label.rest and self._heads_a_question(place, label.rest):
            self._add_plain(HEADING_TURN, places.Item(item.zone, places.HEADING, item.line, item.text))
            self.active = None
            return
        self.pending = None
        self.active = Utterance(QUESTION_TURN if label.asks else ANSWER_TURN, item.line, label)
        self.utterances.append(self.active)
        if item.text:
            self._append(self.active, item)
        elif label.kind in (QUESTION, ANSWER):
            self.numbers.append(item.line)

    def _heads_a_question(self, place: int, rest: str) -> bool:
        """`Q1: Key points` right above a label that asks is a heading."""
        following = self.items[place + 1] if place + 1 < len(self.items) else None
        return bool(
            following and following.label and following.label.asks and is_title_like(rest) and not asks(rest[-2:])
        )

    def _append(self, utterance: Utterance, item: places.Item) -> None:
        if not utterance.paragraphs:
            utterance.language = (
                language_of(item.text) or (utterance.label.language if utterance.label else "") or item.line.language
            )
            utterance.paragraphs.append(Paragraph(item.text, item.line))
            utterance.paragraphs[-1].last = item.line
            return
        last = utterance.paragraphs[-1]
        if continues(last.last, item.line, self.width):
            last.join(item.line)
        else:
            utterance.paragraphs.append(Paragraph(item.text, item.line))

    def _continue(self, place: int, item: places.Item) -> None:
        language = item.line.language
        if self.pending is not None:
            self._after_number(place, item)
        elif self.active is None:
            self._start_unlabelled(place, item)
        elif not self.active.paragraphs or not language or language == self.active.language:
            if self.active.paragraphs and self._asks_anew(place, item):
                self._start(QUESTION_TURN, item)
            else:
                self._append(self.active, item)
        else:
            self._continue_in_other_language(place, item, language)

    def _after_number(self, place: int, item: places.Item) -> None:
        """Below a bare number stands the question, or first a heading."""
        cut = self._is_cut(place, item)
        if not cut and is_title_like(item.text) and not asks(item.text) and self._something_follows(place):
            self._add_plain(HEADING_TURN, item)
            self.active = None
            if not self._paragraph_follows(place):
                self.pending = None
            return
        self.pending = None
        asked = cut or asks(item.text) or self._next_label_answers(place)
        self._start(QUESTION_TURN if asked else ANSWER_TURN, item)

    def _is_cut(self, place: int, item: places.Item) -> bool:
        """Whether a line is the first of a hard-wrapped question, and not a heading above one."""
        below = self.items[place + 1] if place + 1 < len(self.items) else None
        if below is None or below.kind != places.PARAGRAPH or below.line.after_blank or item.line.ends_a_sentence:
            return False
        if below.line.language != item.line.language or not asks(below.text):
            return False
        wrapped = item.line.language in self.width and continues(item.line, below.line, self.width)
        return wrapped or _ENDS_WITHIN.search(item.text) is not None

    def _something_follows(self, place: int) -> bool:
        return place + 1 < len(self.items)

    def _paragraph_follows(self, place: int) -> bool:
        return self.items[place + 1].kind in (places.PARAGRAPH, places.HEADING)

    def _next_label(self, place: int) -> places.Item | None:
        return next((item for item in self.items[place + 1 : place + 6] if item.kind == places.LABEL), None)

    def _next_label_answers(self, place: int) -> bool:
        item = self._next_label(place)
        return item is not None and item.label.kind in (PERSON, ANSWER)

    def _start_unlabelled(self, place: int, item: places.Item) -> None:
        ends_in_question = re.search(r"[?？][”\"’)）]?$", item.text) is not None
        self._start(QUESTION_TURN if ends_in_question and self._next_label_answers(place) else ANSWER_TURN, item)

    def _start(self, kind: str, item: places.Item, label: Label | None = None) -> None:
        self.active = Utterance(kind, item.line, label)
        self.utterances.append(self.active)
        self._append(self.active, item)

    def _asks_anew(self, place: int, item: places.Item) -> bool:
        """An unlabelled paragraph that ends in a question right above the next answer is that answer's question."""
        if self.active.kind != ANSWER_TURN or not re.search(r"[?？][”\"’)）]?$", item.text):
            return False
        if item.line.language in self.asked or not item.line.after_blank:
            return False
        following = self.items[place + 1] if place + 1 < len(self.items) else None
        return following is not None and self._next_label_answers(place) and (
            following.kind == places.LABEL or following.line.language != item.line.language
        )  # fmt: skip

    def _continue_in_other_language(self, place: int, item: places.Item, language: str) -> None:
        twin = self.active.twin or self._neighbor(language)
        if twin is None and self._asks_anew(place, item):
            self._start(QUESTION_TURN, item)
            return
        if twin is None:
            twin = Utterance(self.active.kind, item.line, self.active.label)
            self.utterances.append(twin)
        self.active.twin, twin.twin = twin, self.active
        self._append(twin, item)

    def _neighbor(self, language: str) -> Utterance | None:
        """The utterance right before the active one, if it is the same in the other language."""
        before = self.utterances[-2] if len(self.utterances) > 1 and self.utterances[-1] is self.active else None
        same = (
            before is not None
            and before.language == language
            and before.kind == self.active.kind
            and before.twin is None
        )
        return before if same else None
