"""Which hits are the most useful, and how they are shown together: by interview, the best first.

The saturation and the correction for length are those of BM25 (Robertson and Zaragoza 2009, equation 3.15). Its
weight for rare words counts all texts that have a word; here every hit has every word, so a word counts by how often
it is said in a hit compared with how often it is said in a hit on the average.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from interviews.search.expression import Expression

SATURATION, LENGTH = 1.2, 0.75
NEAR = 120  # letters of words: about a sentence
# A title says what the whole interview is about; who asks says what the answer below is about.
WEIGHTS = {"title": 2.0, "note": 1.2, "question": 1.2, "heading": 1.2}
Said = tuple[int, Sequence[int]]  # how often, and the places where
NOWHERE: Sequence[int] = ()
FURTHER = 0.15  # what another hit of an interview adds to its best one
COUNTED = 6


class Candidate(NamedTuple):
    """A passage that fits: its key, its kind, and its words in each language."""

    key: int
    kind: str
    words: Sequence[str]


def scores(candidates: Sequence[Candidate], expression: Expression) -> list[float]:
    """Return how well each candidate answers an expression that all of them fit; comparable among these only."""
    if not expression.needs or not candidates:
        return [_weight(each) for each in candidates]
    needs = [[[phrase.needle for phrase in way] for way in need.ways] for need in expression.needs]
    read = [[[_said(words, ways) for ways in needs] for words in each.words] for each in candidates]
    said = [[max(times for times, _places in need) for need in zip(*texts, strict=True)] for texts in read]
    usual = [max(1.0, sum(column) / len(said)) for column in zip(*said, strict=True)]
    lengths = [sum(map(len, each.words)) for each in candidates]
    mean = max(1.0, sum(lengths) / len(lengths))
    several = len(needs) > 1 or len(needs[0][0]) > 1
    found = []
    for each, texts, counts, length in zip(candidates, read, said, lengths, strict=True):
        norm = SATURATION * (1 - LENGTH + LENGTH * length / mean)
        worth = sum((times / often) / (times / often + norm) for times, often in zip(counts, usual, strict=True))
        found.append(worth * (max(map(_together, texts)) if several else 1.0) * _weight(each))
    return found


def _said(words: str, ways: Sequence[Sequence[str]]) -> Said:
    """How often a need is met in a text, by the way that meets it most often, and where by the way that comes first."""
    times, first = 0, NOWHERE
    for way in ways:
        if way[0] not in words:  # most are names that the other language has
            continue
        places = [words.find(needle) for needle in way]
        if -1 not in places:
            times = max(times, min(map(words.count, way)))
            first = min(first, places) if first else places
    return times, first


def _weight(candidate: Candidate) -> float:
    return WEIGHTS.get(candidate.kind, 1.0)


def _together(needs: Sequence[Said]) -> float:
    """From 1, where what is needed stands far apart or in two texts, to 2, where it stands side by side."""
    if not all(times for times, _places in needs):
        return 1.0
    places = [place for _times, first in needs for place in first]
    return 1.0 + 1.0 / (1.0 + (max(places) - min(places)) / NEAR)


class Gathered(NamedTuple):
    """The hits of an interview by their keys, before anybody looked at their words."""

    interview: int
    hits: Sequence[int]
    score: float


@dataclass(frozen=True)
class Group:
    """The hits of one interview, the best first; `score` is the interview's."""

    interview: int
    hits: tuple[Candidate, ...]
    score: float


def gathered(keys: Sequence[int], kinds: Sequence[str], interviews: Sequence[int]) -> list[Gathered]:
    """Return hits by interview, those first that speak of it most often, as far as can be told without the words.

    Equal ones keep the order that they came in. There may be thousands: of most nobody will ever look at the words.
    """
    hits: dict[int, list[int]] = {interview: [] for interview in interviews}
    worth = dict.fromkeys(hits, 0.0)
    weights = {kind: WEIGHTS.get(kind, 1.0) for kind in set(kinds)}
    for key, kind, interview in zip(keys, kinds, interviews, strict=True):
        hits[interview].append(key)
        worth[interview] += weights[kind]
    return sorted(map(Gathered, hits, hits.values(), worth.values()), key=attrgetter("score"), reverse=True)


def ranked(
    groups: Sequence[Gathered],
    kind_of: Callable[[int], str],
    words: Mapping[int, Sequence[str]],
    expression: Expression,
) -> list[Group]:
    """Return hits with their words by interview, the most useful first, as are the hits within each.

    `kind_of` tells the kind of a key, `words` what the passages say.
    """
    read = [[Candidate(key, kind_of(key), words.get(key, ("",))) for key in group.hits] for group in groups]
    every = [hit for hits in read for hit in hits]
    score_of = dict(zip((hit.key for hit in every), scores(every, expression), strict=True))
    found = []
    for group, hits in zip(groups, read, strict=True):
        hits.sort(key=lambda hit: -score_of[hit.key])
        best, *further = (score_of[hit.key] for hit in hits[:COUNTED])
        found.append(Group(group.interview, tuple(hits), best + FURTHER * sum(further)))
    return sorted(found, key=lambda group: -group.score)
