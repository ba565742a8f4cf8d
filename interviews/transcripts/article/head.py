"""The head of an article: its titles, the line of facts below them, and a lead without a label."""

import re
from dataclasses import dataclass, field

from interviews.transcripts.findings import Finding
from interviews.transcripts.transcript import Credit

from .credits import Facts, read_facts
from .language import CHINESE, has_han, language_of
from .lines import Line
from .paragraphs import Paragraph, continues
from .scan import Item, is_title_like

_MENU = re.compile(r"^\S{1,12}(?:[\s|｜/·]+\S{1,12}){3,40}$")
_SERIES = re.compile(r"^(?:——|—|–|-)\s?\S")


@dataclass
class Head:
    """What was read above the interview itself."""

    titles: dict[str, Paragraph] = field(default_factory=dict)
    facts: list[tuple[Line, Facts]] = field(default_factory=list)
    lead: list[Paragraph] = field(default_factory=list)
    columns: list[tuple[Line, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def credits(self) -> list[Credit]:
        """The credits of all lines of facts."""
        return [credit for _, facts in self.facts for credit in facts.credits]


def read_head(items: list[Item], width: dict[str, int]) -> Head:
    """Return what the items of the head say; what is neither title, fact nor lead becomes a finding."""
    head = Head()
    plain: list[Line] = []
    for item in items:
        facts = read_facts(item.text)
        if facts:
            head.facts.append((item.line, facts))
            if facts.column:
                head.columns.append((item.line, facts.column))
            plain.append(None)
        else:
            plain.append(item.line)
    for block in _blocks(plain):
        _read_block(block, head, width)
    return head


def _blocks(plain: list[Line | None]) -> list[list[Line]]:
    blocks: list[list[Line]] = [[]]
    for line in plain:
        if line is None:
            blocks.append([])
        else:
            blocks[-1].append(line)
    return [block for block in blocks if block]


def _read_block(block: list[Line], head: Head, width: dict[str, int]) -> None:
    titles = _title_places(block, head)
    for place, line in enumerate(block):
        language = language_of(line.text) or CHINESE
        above = block[place - 1] if place else None
        if place in titles and language not in head.titles:
            head.titles[language] = Paragraph(line.text, line)
        elif above and language in head.titles and head.titles[language].last is above and _goes_on(above, line, width):
            head.titles[language].join(line)
        elif _is_lead(line):
            _add_lead(head, line, width)
        elif _MENU.match(line.text) or not head.titles:
            head.findings.append(Finding(line.number, "dropped", line.text, "site menu above the title"))
        elif (
            not head.columns
            and len(line.text) <= 16
            and has_han(line.text)
            and not re.search(r"[。！？：:]", line.text)
            and head.facts
        ):
            head.columns.append((line, line.text))
        else:
            head.findings.append(
                Finding(line.number, "unsure", line.text, "stands in the head, but is neither title, date nor lead")
            )


def _goes_on(above: Line, line: Line, width: dict[str, int]) -> bool:
    return _SERIES.match(line.text) is not None or continues(above, line, width, prose=False)


def _title_places(block: list[Line], head: Head) -> set[int]:
    """A title is, per language, the first line that says enough to be one."""
    found: dict[str, int] = {}
    for place, line in enumerate(block):
        language = language_of(line.text)
        if not language or language in found or language in head.titles or not _may_be_title(line):
            continue
        enough = 10 if has_han(line.text) else 24
        longer = any(
            _may_be_title(other) and language_of(other.text) == language and len(other.text) > 2 * len(line.text)
            for other in block[place + 1 : place + 12]
        )
        if len(line.text) >= enough or not longer:
            found[language] = place
    return set(found.values())


def _may_be_title(line: Line) -> bool:
    text = line.text
    longest = 120 if has_han(text) else 300
    return len(text) <= longest and not _MENU.match(text) and re.search(r"[。;；,，、…]$|\.$", text) is None


def _is_lead(line: Line) -> bool:
    return line.ends_a_sentence or len(line.text) > (50 if has_han(line.text) else 140)


def _add_lead(head: Head, line: Line, width: dict[str, int]) -> None:
    if head.lead and continues(head.lead[-1].last, line, width):
        head.lead[-1].join(line)
    else:
        head.lead.append(Paragraph(line.text, line))
