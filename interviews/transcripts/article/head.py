"""The head of an article: its titles, the line of facts below them, and a lead without a label."""

import re
from dataclasses import dataclass, field

from interviews.transcripts.findings import Finding
from interviews.transcripts.transcript import Credit

from .credits import Facts, read_facts
from .language import CHINESE, has_han, language_of
from .lines import Line
from .paragraphs import Paragraph, continues
from .parts import TITLE, Item
from .titles import is_menu

_SUBTITLE = re.compile(r"^(?:——|—|–|-)\s?\S")


@dataclass
class Head:
    """What was read above the interview itself."""

    titles: dict[str, Paragraph] = field(default_factory=dict)
    facts: list[tuple[Line, Facts]] = field(default_factory=list)
    lead: list[Paragraph] = field(default_factory=list)
    columns: list[tuple[Line, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def column(self) -> dict[str, str]:
        """The first column named in each language."""
        return {language_of(column) or CHINESE: column for _, column in reversed(self.columns)}

    @property
    def credits(self) -> list[Credit]:
        """The credits of all lines of facts."""
        return [credit for _, facts in self.facts for credit in facts.credits]


def read_head(items: list[Item], width: dict[str, int]) -> Head:
    """Return what the items of the head say; what is neither title, fact nor lead becomes a finding."""
    head = Head()
    above: Line | None = None
    dated = {item.line.number for item in items if item.kind != TITLE and read_facts(item.text)}
    for item in items:
        facts = read_facts(item.text) if item.kind != TITLE else None
        if item.kind == TITLE:
            _add_title(head, item.line)
        elif facts:
            head.facts.append((item.line, facts))
            if facts.column:
                head.columns.append((item.line, facts.column))
        elif item.section:
            head.findings.append(Finding(item.line.number, "unsure", item.text, "names those who take part"))
        else:
            _add_plain(
                head,
                item.line,
                above,
                width,
                bool(dated & {item.line.number - 2, item.line.number - 1, item.line.number + 1, item.line.number + 2}),
            )
        above = item.line
    return head


def _add_title(head: Head, line: Line) -> None:
    if line.language in head.titles:
        head.findings.append(Finding(line.number, "unsure", line.text, "a second title in one language"))
    else:
        head.titles[line.language] = Paragraph(line.text, line)


def _add_plain(head: Head, line: Line, above: Line | None, width: dict[str, int], by_a_date: bool) -> None:
    title = head.titles.get(line.language)
    if title and title.last is above and (_SUBTITLE.match(line.text) or continues(above, line, width, prose=False)):
        title.join(line)
    elif _is_lead(line):
        _add_lead(head, line, width)
    elif is_menu(line.text) or not head.titles:
        head.findings.append(Finding(line.number, "dropped", line.text, "site menu above the title"))
    elif _is_column(line, head, by_a_date):
        head.columns.append((line, line.text))
    else:
        why = "stands in the head, but is neither title, date nor lead"
        head.findings.append(Finding(line.number, "unsure", line.text, why))


def _is_column(line: Line, head: Head, by_a_date: bool) -> bool:
    """A few words beside the date name the column; in Chinese also elsewhere in the head."""
    short = len(line.text) <= (16 if has_han(line.text) else 40) and not re.search(r"[。！？：:!?]", line.text)
    return not head.columns and short and (by_a_date or has_han(line.text))


def _is_lead(line: Line) -> bool:
    return line.ends_a_sentence or len(line.text) > (50 if has_han(line.text) else 140)


def _add_lead(head: Head, line: Line, width: dict[str, int]) -> None:
    if head.lead and continues(head.lead[-1].last, line, width):
        head.lead[-1].join(line)
    else:
        head.lead.append(Paragraph(line.text, line))
