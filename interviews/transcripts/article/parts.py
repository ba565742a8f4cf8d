"""The parts of an article and its lines in them, as the scan leaves them."""

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
