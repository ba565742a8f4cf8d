"""The parts of an article and its lines in them, as the scan leaves them."""

import re
from dataclasses import dataclass, field

from . import sections as s
from .labels import Label
from .lines import Line

HEAD, NOTE, BODY, BIOGRAPHY, REFERENCES, RELATED, AFTER = (
    "head", "note", "body", "biography", "references", "related", "after",
)  # fmt: skip
LABEL, PARAGRAPH, HEADING, CAPTION, TITLE = "label", "paragraph", "heading", "caption", "title"


@dataclass(frozen=True)
class Item:
    """One line in its part of the article: what it is there, with its label and the text that remains."""

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

    def of(self, *zones: str) -> list[Item]:
        """Return the items of the given parts."""
        return [item for item in self.items if item.zone in zones]

    def move_question_from_head(self) -> None:
        """Unlabelled paragraphs that ask, right above the first answer, are its question."""
        place = len(self.items) - 1
        while place > 0 and self.items[place].zone in (HEAD, NOTE):
            item = self.items[place]
            if item.kind != PARAGRAPH or not re.search(r"[?？][”\"’)）]?$", item.text):
                break
            self.items[place] = Item(BODY, PARAGRAPH, item.line, item.text)
            place -= 1
