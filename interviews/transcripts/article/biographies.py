"""Careers: whose they are, in which section an entry stands, its span of time, and its text in one language."""

import re
from dataclasses import dataclass, field

from . import names
from .career_sections import section_of, subheading
from .dates import leading_span
from .institutions import names_institution, pure_institution
from .labels import PERSON, Label, read_label
from .language import CHINESE, has_han, language_of
from .lines import Line
from .paragraphs import Paragraph, continues
from .parts import LABEL, Item

_ITEM_NUMBER = re.compile(r"^(?:\d{1,2}[.、．)）]|[(（]\d{1,2}[)）]|[①-⑳])\s{0,2}")
_TITLES_ONLY = re.compile(
    rf"^(?:[\s,，、/·]*(?:{names.HAN_HONORIFIC}|(?:博士|硕士)(?:研究生)?导师|医学博士))+[\s;；]?$"
)
_NAME_ALONE = re.compile(
    rf"^(?P<name>{names.LATIN_NAME}|{names.HAN}{{2,8}}"
    rf"|{names.HAN}[ \u3000]{names.HAN})(?P<degrees>{names.DEGREES})?\s?[:：]?$"
)
# A surname too rare to be listed is no label without a colon; the speakers' names are known by then.
_RARE_NAME = re.compile(rf"^(?P<name>{names.HAN}{{2,8}}?)\s?(?P<honorific>{names.HAN_HONORIFIC})$")
_PROSE = re.compile(
    rf"^(?:{names.LATIN_HONORIFIC}\s?)?(?P<name>{names.HAN_NAME}|{names.LATIN_NAME})\s?(?:{names.HAN_HONORIFIC})?(?:{names.DEGREES})?\s?(?:[,，、。]"
    rf"|\bis\b|\bserves\b|\breceived\b|\bhas\b|现任|系|为|是|，)"
)


@dataclass
class Entry:
    """One line of a career in one language."""

    section: str
    start: str | None
    end: str | None
    paragraph: Paragraph

    @property
    def text(self) -> str:
        """The entry without its date."""
        return self.paragraph.text

    @property
    def language(self) -> str:
        """The entry's language; an abbreviation alone is in that of the whole line it stands in."""
        if has_han(self.text) or re.search(r"[a-z]{3}", self.text):
            return language_of(self.text)
        return self.paragraph.line.language


@dataclass
class Career:
    """What an article prints of one expert in one stretch: name, title, entries, and the institution at its head."""

    names: list[Label] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    affiliation: dict[str, Entry] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    def language_of(self, label: Label) -> str:
        """Return the language that prints a name: a Latin one alone above Chinese lines is how Chinese prints it."""
        alone = not label.honorific and not any(has_han(one.name) for one in self.names)
        texts = [entry.text for entry in (*self.affiliation.values(), *self.entries)]
        if alone and texts and all(language_of(text) == CHINESE for text in texts):
            return CHINESE
        return label.language or language_of(label.name)


def read_careers(items: list[Item], known: set[str], width: dict[str, int]) -> list[Career]:
    """Return the careers in the items of the biographies' part; `known` are the names of those who speak."""
    reader = _Reader(known, width)
    for item in items:
        reader.read(item)
    return [career for career in reader.careers if career.names or career.entries or career.affiliation]


class _Reader:
    def __init__(self, known: set[str], width: dict[str, int]) -> None:
        self.known, self.width = known, width
        self.careers: list[Career] = [Career()]
        self.section: str | None = None
        self.last: Line | None = None
        self.header: Line | None = None

    def read(self, item: Item) -> None:
        if item.kind == LABEL:
            self.section, self.last = None, None
            self.careers.append(Career())
            if item.text:
                self._read_text(item.text, item.line)
            return
        self._read_text(item.text, item.line)

    def _read_text(self, text: str, line: Line) -> None:
        career = self.careers[-1]
        career.lines.append(line)
        if self._joins(line):
            career.entries[-1].paragraph.join(line)
        elif header := self._header(text):
            self._open(header, line)
        elif not self._subheading(text, line):
            self._add(text, line)
        self.last = line

    def _joins(self, line: Line) -> bool:
        career = self.careers[-1]
        if self.last is None or not career.entries or career.entries[-1].paragraph.last is not self.last:
            return False
        return leading_span(line.text) is None and continues(self.last, line, self.width, prose=False)

    def _header(self, text: str) -> Label | None:
        """A line that names an expert: with an honorific, with degrees, or alone if the name is known."""
        label = read_label(text) if len(text) <= 200 else None
        if label and label.kind == PERSON:
            if label.honorific and (label.colon or not label.rest or self._is_known(label.name) or self._fresh()):
                prose = re.match(r"[,，、]", label.rest) and not _TITLES_ONLY.match(label.rest)
                return label if not prose or label.colon else None
            if not label.honorific and (self._is_known(label.name) or self._is_fresh_name(label, text)):
                return label
        if (rare := _RARE_NAME.match(text)) and self._is_known(rare["name"]):
            return Label(PERSON, rare["name"], rare["honorific"], CHINESE, colon=False)
        found = _NAME_ALONE.match(text)
        if found and (found["degrees"] or self._is_known(found["name"])):
            return Label(PERSON, found["name"], language=language_of(found["name"]), colon=False)
        if found and self._fresh() and has_han(text) and names.is_han_name(text) and not names_institution(text):
            return Label(PERSON, found["name"], language=CHINESE, colon=False)
        return None

    def _fresh(self) -> bool:
        career = self.careers[-1]
        return not career.names and not career.entries

    def _is_fresh_name(self, label: Label, text: str) -> bool:
        """Whether a career begins with a full Chinese name and a colon, although nobody speaks under that name."""
        return self._fresh() and label.colon and has_han(label.name) and len(label.name) > 2 and not subheading(text)

    def _is_known(self, name: str) -> bool:
        same = names.same_han_name if has_han(name) else names.same_latin_name
        return name in self.known or any(
            has_han(one) == has_han(name) and same(one, name) for one in self.known if len(name) > 1
        )

    def _open(self, label: Label, line: Line) -> None:
        career = self.careers[-1]
        bilingual = (
            len(career.names) == 1
            and not career.entries
            and not career.affiliation
            and has_han(career.names[0].name) != has_han(label.name)
        )
        if (career.names and not bilingual) or (
            career.entries and not career.names and len(self.careers) > 1 and not self._fresh()
        ):
            career.lines.remove(line)
            self.careers.append(Career(lines=[line]))
            self.section = None
        self.careers[-1].names.append(label)
        self.header = line
        rest = label.rest.strip(" \u3000,，:：|｜/")
        second = read_label(rest) if rest else None
        if (
            second is None
            and rest
            and (alone := _NAME_ALONE.match(rest))
            and not has_han(rest)
            and not names_institution(rest)
        ):
            second = Label(PERSON, alone["name"], language=language_of(rest), colon=False)
        for alias in label.aliases:
            self.careers[-1].names.append(Label(PERSON, alias, language=language_of(alias), colon=False))
        if second and second.kind == PERSON and has_han(second.name) != has_han(label.name):
            self.careers[-1].names.append(second)
            rest = second.rest.strip(" \u3000,，:：")
        if label.affiliation:
            entry = Entry("position", None, None, Paragraph(label.affiliation, line))
            self.careers[-1].affiliation.setdefault(language_of(label.affiliation), entry)
        if rest:
            self._add(rest, line)

    def _subheading(self, text: str, line: Line) -> bool:
        found = subheading(text)
        if found is None:
            return False
        self.section, rest = found
        if rest:
            self._entry(self.section, rest, line)
            self.section = None if self.section == "research" else self.section
        return True

    def _add(self, text: str, line: Line) -> None:
        career = self.careers[-1]
        if not career.names and (found := _PROSE.match(text)) and self._is_known(found["name"]):
            career.names.append(Label(PERSON, found["name"], language=language_of(text), colon=False))
        elif career.names and (found := _PROSE.match(text)) and self._is_another(found["name"]):
            career.lines.remove(line)
            career = Career([Label(PERSON, found["name"], language=language_of(text), colon=False)], lines=[line])
            self.careers.append(career)
            self.section = None
        language = language_of(text)
        if (
            language not in career.affiliation
            and not any(
                language_of(entry.text) == language
                for entry in career.entries
                if entry.paragraph.line is not self.header
            )
            and self.section is None
            and (place := pure_institution(text))
        ):
            career.affiliation[language] = Entry("position", None, None, Paragraph(place, line))
            return
        self._entry(self.section, text, line)

    def _is_another(self, name: str) -> bool:
        same = names.same_han_name if has_han(name) else names.same_latin_name
        return self._is_known(name) and not any(
            has_han(one.name) == has_han(name) and same(one.name, name) for one in self.careers[-1].names
        )

    def _entry(self, section: str | None, text: str, line: Line) -> None:
        bare = re.sub(r"^(?:[•●■▪◆·*]\s{0,2}|[-–—]\s)", "", text)
        span = leading_span(_ITEM_NUMBER.sub("", bare)) or leading_span(bare)
        rest = span.rest if span else bare
        self.careers[-1].entries.append(
            Entry(
                section_of(rest, section),
                span.start if span else None,
                span.end if span else None,
                Paragraph(rest, line),
            )
        )
