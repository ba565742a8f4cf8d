"""Interviews that go on where one ends: with the same people, on the same topics, from the same conference."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log2
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import get_language

from interviews.catalog.keeping import Kept
from interviews.models import Interview, Speaker, Term, Topic
from interviews.models.sharing import sharing

MOST = 5
SECTIONS = 2000  # that are kept, of a few kB each
TERMS = 40  # of the interview that are compared
# What a thing shared by two interviews alone is worth; the more interviews share it, the less it says.
WORTH = {"speaker": 8.0, "topic": 4.0, "conference": 2.0, "term": 0.8}
TERMS_THAT_COUNT = 5  # many common words do not outweigh a person
Thing = tuple[str, int]


@dataclass
class Related:
    """A further interview and why it is offered: what both share, the most telling first."""

    interview: Interview
    speakers: list[Speaker] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    conference: Any = None
    terms: list[Term] = field(default_factory=list)


_sections = Kept(SECTIONS)


def section(interview: Interview, terms: Iterable[Term]) -> str:
    """Return the related interviews as the page of an interview shows them; `terms` are those that it uses.

    An interview that was fetched with the `revision` of the site has them rendered once in a revision and language.
    """

    def render() -> str:
        return render_to_string("interviews/_related.html", {"related": related(interview, terms)})

    revision = getattr(interview, "revision", None)
    return _sections.get((revision, get_language(), interview.pk), render) if revision else render()


def related(interview: Interview, terms: Iterable[Term]) -> list[Related]:
    """Return the interviews that share most with one, which was fetched whole; `terms` are those that it uses.

    Three queries, whatever the size of the archive.
    """
    rows: dict[str, dict[int, Any]] = {
        "speaker": {row.speaker_id: row.speaker for row in interview.participations.all()},
        "topic": {topic.pk: topic for topic in interview.topics.all()},
        "conference": {interview.conference_id: interview.conference} if interview.conference_id else {},
        "term": {term.pk: term for term in list(terms)[:TERMS]},
    }
    best = ranked(sharing(rows), without=interview.pk)
    # All of them are published: what is shared was asked of published interviews alone.
    found = Interview.objects.select_related("conference").prefetch_related("language_versions")
    known = found.in_bulk([pk for pk, _things in best]) if best else {}
    return [_related(known[pk], things, rows) for pk, things in best if pk in known]


def ranked(
    shared: Mapping[Thing, Sequence[int]], without: int | None = None, most: int = MOST
) -> list[tuple[int, list[Thing]]]:
    """Return the interviews that share most, each with what it shares, the most telling first.

    `shared` maps a thing to the interviews of its uses; one that stands there often says little. A single term alone
    relates nothing. Among equals the newer interview, whose key is higher, comes first.
    """
    things: dict[int, list[Thing]] = {}
    worth = {}
    for thing, uses in shared.items():
        worth[thing] = WORTH[thing[0]] / log2(1 + max(2, len(uses)))
        for key in dict.fromkeys(uses):
            things.setdefault(key, []).append(thing)
    scores = {}
    for key, own in things.items():
        own.sort(key=lambda thing: -worth[thing])
        words = [thing for thing in own if thing[0] == "term"]
        if key != without and (len(own) > len(words) or len(words) > 1):
            telling = [thing for thing in own if thing[0] != "term"] + words[:TERMS_THAT_COUNT]
            scores[key] = sum(worth[thing] for thing in telling)
    best = sorted(scores, key=lambda key: (-scores[key], -key))[:most]
    return [(key, things[key]) for key in best]


def _related(interview: Interview, things: Sequence[Thing], rows: Mapping[str, Mapping[int, Any]]) -> Related:
    shared = {kind: [rows[kind][key] for own, key in things if own == kind] for kind in WORTH}
    conference = next(iter(shared["conference"]), None)
    return Related(interview, shared["speaker"], shared["topic"], conference, shared["term"])
