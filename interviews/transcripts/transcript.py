"""The interview as a value: frozen, comparable, free of Django and of any database.

Everything that is hard here (parsing, aligning, comparing, writing a format) is a function of these classes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass, replace
from datetime import datetime
from typing import Any

from interviews.bilingual import segments

TEXT_KINDS = ("published", "condensed", "fictional")
ROLES = ("interviewee", "interviewer", "moderator")
TURN_KINDS = ("question", "answer", "heading", "note")
ORIGINS = ("unknown", "original", "translation", "machine")
SECTIONS = ("research", "position", "education", "award", "membership", "other")
PARTIAL_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"


class Text(Mapping[str, str]):
    """What stands in each language: a frozen mapping from language code to a text that is never empty.

    Takes any mapping of lower-case codes (`zh-hans`, `en`) to strings; languages without text are left out, so
    that `if text` and `"en" in text` ask the question a reader would ask.
    """

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str] | None = None, /) -> None:
        self._texts = {language: text for language, text in (texts or {}).items() if text}

    def __getitem__(self, language: str) -> str:
        return self._texts[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __hash__(self) -> int:
        return hash(frozenset(self._texts.items()))

    def __repr__(self) -> str:
        return f"Text({self._texts!r})"

    def only(self, languages: frozenset[str]) -> "Text":
        """Return the same text in the given languages only."""
        return Text({language: text for language, text in self.items() if language in languages})


NO_TEXT = Text()


@dataclass(frozen=True)
class Conference:
    """The congress an interview was held at; `start` and `end` are partial ISO dates or None."""

    acronym: str = ""
    edition: str = ""
    name: Text = NO_TEXT
    start: str | None = None
    end: str | None = None
    city: Text = NO_TEXT
    country: str = ""


@dataclass(frozen=True)
class Speaker:
    """A person of one interview under a key of that interview (`s1`), with the name as each language prints it."""

    key: str
    name: Text = NO_TEXT
    honorific: Text = NO_TEXT
    affiliation: Text = NO_TEXT
    role: str = "interviewee"
    disclosure: Text = NO_TEXT


@dataclass(frozen=True)
class Turn:
    """One utterance; `speaker` is a speaker's key or None where the publication speaks.

    Paragraphs are parted by a blank line. `number` is permanent: it is the turn's address (`#t7`).
    """

    number: int
    kind: str
    speaker: str | None = None
    text: Text = NO_TEXT
    origin: Text = NO_TEXT


@dataclass(frozen=True)
class BiographyEntry:
    """One line of a career; `start` and `end` are partial dates (`2003`, `2003-12`), `end` may be `present`."""

    section: str = "other"
    start: str | None = None
    end: str | None = None
    text: Text = NO_TEXT


@dataclass(frozen=True)
class Biography:
    """A speaker's career as the article prints it."""

    speaker: str
    entries: tuple[BiographyEntry, ...] = ()


@dataclass(frozen=True)
class Credit:
    """Who did what for the publication: a role and a name as printed."""

    role: str
    name: str


@dataclass(frozen=True)
class Transcript:
    """One whole interview in all its languages; `published_at` is an aware datetime or None."""

    title: Text = NO_TEXT
    publication: Text = NO_TEXT
    column: Text = NO_TEXT
    published_at: datetime | None = None
    source_url: str = ""
    conference: Conference | None = None
    text_kind: str = "published"
    editors_note: Text = NO_TEXT
    notice: Text = NO_TEXT
    speakers: tuple[Speaker, ...] = ()
    turns: tuple[Turn, ...] = ()
    biographies: tuple[Biography, ...] = ()
    credits: tuple[Credit, ...] = ()
    tags: tuple[Text, ...] = ()
    disclaimer: Text = NO_TEXT
    funding: Text = NO_TEXT

    @property
    def languages(self) -> frozenset[str]:
        """The languages in which the title or any turn has text."""
        return frozenset(self.title).union(*(turn.text for turn in self.turns))


def paragraphs(text: str) -> list[str]:
    """Split a turn's text into its paragraphs, which a blank line parts; an empty text has none."""
    return [text[start:end] for start, end in segments.paragraphs(text)]


def all_languages(value: Any) -> frozenset[str]:
    """Return every language in which a transcript, or any part of one, says something."""
    if isinstance(value, Text):
        return frozenset(value)
    if isinstance(value, tuple):
        return frozenset().union(*map(all_languages, value))
    return frozenset().union(*map(all_languages, vars(value).values())) if is_dataclass(value) else frozenset()


def in_languages(transcript: Transcript, languages: frozenset[str]) -> Transcript:
    """Return the transcript in some of its languages; what says nothing in them is left out, people stay."""
    narrowed = _narrow(transcript, languages)
    return replace(
        narrowed,
        turns=tuple(turn for turn in narrowed.turns if turn.text),
        tags=tuple(filter(None, narrowed.tags)),
        biographies=tuple(
            replace(biography, entries=tuple(entry for entry in biography.entries if entry.text))
            for biography in narrowed.biographies
        ),
    )


def _narrow(value: Any, languages: frozenset[str]) -> Any:
    if isinstance(value, Text):
        return value.only(languages)
    if isinstance(value, tuple):
        return tuple(_narrow(item, languages) for item in value)
    if is_dataclass(value):
        return replace(value, **{name: _narrow(item, languages) for name, item in vars(value).items()})
    return value
