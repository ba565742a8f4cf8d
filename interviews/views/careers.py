"""A career as a timeline."""

from collections.abc import Iterable
from dataclasses import dataclass

from interviews.models.speaker import SECTION_LABELS
from interviews.transcripts.transcript import BiographyEntry, Text

RESEARCH = "research"


@dataclass(frozen=True)
class Step:
    """One line of a career: which part of it, from when to when (partial dates; None where unknown), and what."""

    section: str
    start: str | None
    end: str | None
    text: Text


@dataclass(frozen=True)
class Career:
    """What somebody studies, then the dated steps, the latest first, then the undated ones as they were printed."""

    research: tuple[Text, ...] = ()
    dated: tuple[Step, ...] = ()
    undated: tuple[Step, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.research or self.dated or self.undated)


def career(entries: Iterable[BiographyEntry]) -> Career:
    """Return a biography in the order in which it is read; entries of one date stay in their order."""
    entries = [entry for entry in entries if entry.text]
    steps = [entry for entry in entries if entry.section != RESEARCH]
    dated = sorted(filter(_date, steps), key=_date, reverse=True)
    return Career(
        tuple(entry.text for entry in entries if entry.section == RESEARCH),
        tuple(map(_step, dated)),
        tuple(_step(entry) for entry in steps if not _date(entry)),
    )


def _date(entry: BiographyEntry) -> str:
    """The partial date that decides, "" for none: `2003` and `2003-12` compare as they are."""
    return entry.start or (entry.end if entry.end != "present" else "") or ""


def _step(entry: BiographyEntry) -> Step:
    return Step(SECTION_LABELS[entry.section], entry.start, entry.end, entry.text)
