"""What a transcript can be written as; the page, the addresses and the commands read this one list."""

from collections.abc import Callable
from dataclasses import dataclass

from interviews.formats import json
from interviews.transcripts.transcript import Transcript


@dataclass(frozen=True)
class Format:
    """One way to write a transcript: its name for people, its media type, and the function that writes it."""

    name: str
    media_type: str
    render: Callable[[Transcript], str]


FORMATS = {"json": Format("JSON", "application/json", json.dump)}
