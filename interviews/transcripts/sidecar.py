"""What an editor writes beside an article: the few facts that its text does not tell, as a TOML file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from interviews.transcripts.transcript import NO_TEXT, PARTIAL_DATE, TEXT_KINDS, Conference, Text, Transcript

KEYS = {"slug", "text_kind", "notice", "conference", "aliases", "topics"}
CONFERENCE_TEXTS = {"name", "city"}
CONFERENCE_DATES = {"start", "end"}
CONFERENCE_KEYS = {"acronym", "edition", "country"} | CONFERENCE_TEXTS | CONFERENCE_DATES
LONGEST_SLUG = 120


@dataclass(frozen=True)
class Sidecar:
    """The parsed file; whatever it does not mention is empty and leaves the article's own as it is.

    `aliases` maps a printed name of a speaker to further names of that person.
    """

    slug: str = ""
    text_kind: str = ""
    notice: Text = NO_TEXT
    conference: Conference | None = None
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topics: tuple[Text, ...] = ()

    def apply(self, transcript: Transcript) -> Transcript:
        """Return the transcript with what the sidecar adds; topics join the article's own tags."""
        return replace(
            transcript,
            text_kind=self.text_kind or transcript.text_kind,
            notice=self.notice or transcript.notice,
            conference=self.conference or transcript.conference,
            tags=_joined(transcript.tags, self.topics),
        )


def _joined(tags: tuple[Text, ...], topics: tuple[Text, ...]) -> tuple[Text, ...]:
    """The topics, and those tags that no topic names already."""
    named = {(language, name) for topic in topics for language, name in topic.items()}
    return topics + tuple(tag for tag in tags if not named & set(tag.items()))


def parse(text: str) -> Sidecar:
    """Return the sidecar that a TOML text describes; raises ValueError, naming the key, for anything else."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ValueError(f"not TOML: {error}") from None
    _check_keys("", data, KEYS)
    slug = _string("slug", data.get("slug", ""))
    if slug and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        raise ValueError("slug: write lower-case ASCII letters, digits and single hyphens")
    if len(slug) > LONGEST_SLUG:
        raise ValueError(f"slug: longer than {LONGEST_SLUG} characters")
    kind = _string("text_kind", data.get("text_kind", ""))
    if kind and kind not in TEXT_KINDS:
        raise ValueError(f"text_kind: expected one of {', '.join(TEXT_KINDS)}")
    return Sidecar(
        slug=slug,
        text_kind=kind,
        notice=_text("notice", data.get("notice", {})),
        conference=_conference(data["conference"]) if "conference" in data else None,
        aliases=_aliases(data.get("aliases", {})),
        topics=tuple(
            _topic(f"topics[{index}]", topic) for index, topic in enumerate(_list("topics", data.get("topics", [])))
        ),
    )


def _conference(data: Any) -> Conference:
    if not isinstance(data, dict):
        raise ValueError("conference: expected a table")
    _check_keys("conference.", data, CONFERENCE_KEYS)
    read = dict.fromkeys(CONFERENCE_TEXTS, _text) | dict.fromkeys(CONFERENCE_DATES, _partial_date)
    made = Conference(**{key: read.get(key, _string)(f"conference.{key}", value) for key, value in data.items()})
    if not made.acronym and not made.name:
        raise ValueError("conference: expected an acronym or a name")
    return made


def _aliases(data: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(data, dict):
        raise ValueError("aliases: expected a table of names")
    return {
        name: tuple(_string(f"aliases.{name}", alias) for alias in _list(f"aliases.{name}", names))
        for name, names in data.items()
    }


def _check_keys(path: str, data: Mapping[str, Any], known: set[str]) -> None:
    if unknown := sorted(set(data) - known):
        raise ValueError(f"{path}{unknown[0]}: unknown key")


def _list(path: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"{path}: expected a list")
    return value


def _string(path: str, value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{path}: expected a string")
    if "\0" in value:
        raise ValueError(f"{path}: holds a null character, which is no text")
    return value


def _partial_date(path: str, value: Any) -> str:
    if not re.fullmatch(PARTIAL_DATE, _string(path, value), re.ASCII):
        raise ValueError(f"{path}: expected a year, a month or a day (2025, 2025-09 or 2025-09-24)")
    return value


def _topic(path: str, value: Any) -> Text:
    if name := _text(path, value):
        return name
    raise ValueError(f"{path}: expected a name")


def _text(path: str, value: Any) -> Text:
    if not isinstance(value, dict):
        raise ValueError(f"{path}: expected a table of language codes")
    return Text({language: _string(f"{path}.{language}", text) for language, text in value.items()})
