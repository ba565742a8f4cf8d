"""The archive's own format: a Transcript as canonical JSON, out and in without loss."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, MINYEAR, datetime
from typing import Any

from interviews.transcripts import transcript as t

SCHEMA = 1
HIGHEST_NUMBER = 2**31 - 1  # of a turn; what every database can hold


def dump(transcript: t.Transcript) -> str:
    """Return a transcript as canonical JSON: sorted keys, two spaces of indent, UTF-8 characters as they are."""
    return json.dumps(as_data(transcript), ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def as_data(transcript: t.Transcript) -> dict[str, Any]:
    """Return a transcript as plain dicts, lists and strings in the published shape."""
    conference = transcript.conference
    return {
        "schema": SCHEMA,
        "title": dict(transcript.title),
        "publication": dict(transcript.publication),
        "column": dict(transcript.column),
        "published_at": transcript.published_at.isoformat() if transcript.published_at else None,
        "source_url": transcript.source_url,
        "conference": conference and _plain(conference),
        "text_kind": transcript.text_kind,
        "editors_note": dict(transcript.editors_note),
        "notice": dict(transcript.notice),
        "speakers": [_plain(speaker) for speaker in transcript.speakers],
        "turns": [_plain(turn) for turn in transcript.turns],
        "biographies": [
            {"speaker": biography.speaker, "entries": [_plain(entry) for entry in biography.entries]}
            for biography in transcript.biographies
        ],
        "credits": [_plain(credit) for credit in transcript.credits],
        "tags": [dict(tag) for tag in transcript.tags],
        "disclaimer": dict(transcript.disclaimer),
        "funding": dict(transcript.funding),
    }


def _plain(value: Any) -> dict[str, Any]:
    return {name: dict(item) if isinstance(item, t.Text) else item for name, item in vars(value).items()}


def load(text: str) -> t.Transcript:
    """Return the transcript that a JSON text describes.

    Unknown keys are refused rather than lost. Raises ValueError, naming the place, for anything that is not a
    transcript of this schema.
    """
    try:
        data = json.loads(text, object_pairs_hook=_object_of_pairs)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from None
    return from_data(data)


def _object_of_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        keys = [key for key, _value in pairs]
        raise ValueError(f"the key {next(key for key in keys if keys.count(key) > 1)!r} stands there twice")
    return data


def from_data(data: Any) -> t.Transcript:
    """Return the transcript that plain data in the published shape describe; raises ValueError as `load` does."""
    schema = data.get("schema") if isinstance(data, Mapping) else None
    if type(schema) is not int or schema != SCHEMA:
        raise ValueError(f'not a transcript: "schema" must be {SCHEMA}')
    # `parse_article --json` prints its findings beside the transcript: what it prints can be imported as it is.
    transcript = _Reader("transcript", data, ignore={"schema", "findings"}).build(t.Transcript, _TRANSCRIPT)
    _check_references(transcript)
    return transcript


class _Reader:
    """Reads one JSON object field by field and says the path of whatever is wrong."""

    def __init__(self, path: str, data: Any, ignore: set[str] = frozenset()) -> None:
        if not isinstance(data, Mapping):
            raise ValueError(f"{path}: expected an object")
        self.path, self.data, self.ignore = path, data, ignore

    def build(self, made: type, readers: Mapping[str, Callable[[str, Any], Any]]) -> Any:
        if unknown := sorted(set(self.data) - set(readers) - self.ignore):
            raise ValueError(f"{self.path}: unknown key {unknown[0]!r}")
        given = {name: readers[name](f"{self.path}.{name}", self.data[name]) for name in readers if name in self.data}
        try:
            return made(**given)
        except TypeError as error:
            raise ValueError(f"{self.path}: {str(error).split('() ')[-1]}") from None


def _string(path: str, value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{path}: expected a string")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError(f"{path}: holds a lone surrogate, which is no text") from None
    if "\0" in value:
        raise ValueError(f"{path}: holds a null character, which is no text")
    return value


def _optional(path: str, value: Any) -> str | None:
    return None if value is None else _string(path, value)


def _text(path: str, value: Any) -> t.Text:
    if not isinstance(value, Mapping):
        raise ValueError(f"{path}: expected an object of language codes")
    return t.Text({_string(path, language): _string(f"{path}.{language}", text) for language, text in value.items()})


def _tag(path: str, value: Any) -> t.Text:
    if name := _text(path, value):
        return name
    raise ValueError(f"{path}: expected a name in some language")


def _number(path: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= HIGHEST_NUMBER:
        raise ValueError(f"{path}: expected a whole number from 1 to {HIGHEST_NUMBER}")
    return value


def _partial_date(path: str, value: Any) -> str | None:
    if value is not None and not re.fullmatch(t.PARTIAL_DATE, _string(path, value), re.ASCII):
        raise ValueError(f"{path}: expected a year, a month or a day (2025, 2025-09 or 2025-09-24)")
    return value


def _until(path: str, value: Any) -> str | None:
    return value if value == "present" else _partial_date(path, value)


def _web_address(path: str, value: Any) -> str:
    address = _optional(path, value) or ""
    if address and not address.startswith(("https://", "http://")):
        raise ValueError(f"{path}: expected an address that begins with https:// or http://")
    return address


def _moment(path: str, value: Any) -> datetime | None:
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(_string(path, value))
    except ValueError:
        raise ValueError(f"{path}: expected an ISO date and time") from None
    if moment.tzinfo is None:
        raise ValueError(f"{path}: expected a time zone")
    if moment.year in {MINYEAR, MAXYEAR}:
        raise ValueError(f"{path}: at the ends of the calendar, where it has no date in other time zones")
    return moment


def _choice(choices: tuple[str, ...]) -> Callable[[str, Any], str]:
    def read(path: str, value: Any) -> str:
        if value not in choices:
            raise ValueError(f"{path}: expected one of {', '.join(choices)}")
        return value

    return read


def _many(read: Callable[[str, Any], Any]) -> Callable[[str, Any], tuple]:
    def read_all(path: str, value: Any) -> tuple:
        if not isinstance(value, list):
            raise ValueError(f"{path}: expected a list")
        return tuple(read(f"{path}[{index}]", item) for index, item in enumerate(value))

    return read_all


def _object(made: type, readers: Mapping[str, Callable[[str, Any], Any]]) -> Callable[[str, Any], Any]:
    return lambda path, value: _Reader(path, value).build(made, readers)


def _origin(path: str, value: Any) -> t.Text:
    text = _text(path, value)
    for language, origin in text.items():
        _choice(t.ORIGINS)(f"{path}.{language}", origin)
    return text


_CONFERENCE = {
    "acronym": _string, "edition": _string, "name": _text, "start": _partial_date, "end": _partial_date, "city": _text,
    "country": _string,
}  # fmt: skip
_SPEAKER = {
    "key": _string, "name": _text, "honorific": _text, "affiliation": _text, "role": _choice(t.ROLES),
    "disclosure": _text,
}  # fmt: skip
_TURN = {
    "number": _number, "kind": _choice(t.TURN_KINDS), "speaker": _optional, "text": _text, "origin": _origin,
}  # fmt: skip
_ENTRY = {"section": _choice(t.SECTIONS), "start": _partial_date, "end": _until, "text": _text}
_BIOGRAPHY = {"speaker": _string, "entries": _many(_object(t.BiographyEntry, _ENTRY))}
_TRANSCRIPT = {
    "title": _text,
    "publication": _text,
    "column": _text,
    "published_at": _moment,
    "source_url": _web_address,
    "conference": lambda path, value: None if value is None else _object(t.Conference, _CONFERENCE)(path, value),
    "text_kind": _choice(t.TEXT_KINDS),
    "editors_note": _text,
    "notice": _text,
    "speakers": _many(_object(t.Speaker, _SPEAKER)),
    "turns": _many(_object(t.Turn, _TURN)),
    "biographies": _many(_object(t.Biography, _BIOGRAPHY)),
    "credits": _many(_object(t.Credit, {"role": _string, "name": _string})),
    "tags": _many(_tag),
    "disclaimer": _text,
    "funding": _text,
}


def _check_references(transcript: t.Transcript) -> None:
    keys = [speaker.key for speaker in transcript.speakers]
    numbers = [turn.number for turn in transcript.turns]
    careers = [biography.speaker for biography in transcript.biographies]
    if len(set(keys)) != len(keys):
        raise ValueError("transcript.speakers: two speakers have one key")
    if len(set(numbers)) != len(numbers):
        raise ValueError("transcript.turns: two turns have one number")
    if len(set(careers)) != len(careers):
        raise ValueError("transcript.biographies: two careers of one speaker")
    spoken = {turn.speaker for turn in transcript.turns} | {*careers}
    if unknown := sorted(spoken - set(keys) - {None}):
        raise ValueError(f"transcript: no speaker has the key {unknown[0]!r}")
