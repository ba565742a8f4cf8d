"""Which hits are the most useful, and how they are shown together: by interview, the best first.

The saturation and the correction for length are those of BM25 (Robertson and Zaragoza 2009, equation 3.15). Its
weight for rare words counts all texts that have a word; here every hit has every word, so a word counts by how often
it is said in a hit compared with how often it is said in a hit on the average.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from interviews.search.expression import Expression, Need
from interviews.search.phrases import Phrase

SATURATION, LENGTH = 1.2, 0.75
NEAR = 120  # letters of tokens: about a sentence
# A title says what the whole interview is about; who asks says what the answer below is about.
WEIGHTS = {"title": 2.0, "note": 1.2, "question": 1.2, "heading": 1.2}
FURTHER = 0.15  # what another hit of an interview adds to its best one
COUNTED = 6


@dataclass(frozen=True)
class Candidate:
    """A passage that fits: its kind, its interview, and its tokens in each language, parted by spaces."""

    key: int
    kind: str
    interview: int
    tokens: Sequence[str]


def count(tokens: str, phrase: Phrase) -> int:
    """Return how often a phrase stands in a text's tokens, which a space parts, begins and ends."""
    return tokens.count(_needle(phrase))


def _needle(phrase: Phrase) -> str:
    return f" {' '.join(phrase.tokens)}{'' if phrase.prefix else ' '}"


def scores(candidates: Sequence[Candidate], expression: Expression) -> list[float]:
    """Return how well each candidate answers an expression that all of them fit; comparable among these only."""
    if not expression.needs:
        return [WEIGHTS.get(candidate.kind, 1.0) for candidate in candidates]
    said = [[_said(candidate, need) for need in expression.needs] for candidate in candidates]
    usual = [max(1.0, sum(column) / max(1, len(said))) for column in zip(*said, strict=True)]
    lengths = [sum(map(len, candidate.tokens)) for candidate in candidates]
    mean = max(1.0, sum(lengths) / max(1, len(lengths)))
    found = []
    for candidate, counts, length in zip(candidates, said, lengths, strict=True):
        norm = SATURATION * (1 - LENGTH + LENGTH * length / mean)
        weight = sum((times / often) / (times / often + norm) for times, often in zip(counts, usual, strict=True))
        found.append(weight * _together(candidate, expression.needs) * WEIGHTS.get(candidate.kind, 1.0))
    return found


def _said(candidate: Candidate, need: Need) -> int:
    """How often a need is met in the language that meets it most often."""
    return max(
        (min(count(tokens, phrase) for phrase in way) for way in need.ways for tokens in candidate.tokens), default=0
    )


def _together(candidate: Candidate, needs: Sequence[Need]) -> float:
    """From 1, where the words stand far apart or in two languages, to 2, where they stand side by side."""
    if len(needs) == 1 and len(needs[0].ways[0]) == 1:
        return 1.0
    return max(_nearness(tokens, needs) for tokens in candidate.tokens)


def _nearness(tokens: str, needs: Sequence[Need]) -> float:
    places = []
    for need in needs:
        met = [found for way in need.ways if min(found := [tokens.find(_needle(phrase)) for phrase in way]) >= 0]
        if not met:
            return 1.0
        places += min(met)
    return 1.0 + 1.0 / (1.0 + (max(places) - min(places)) / NEAR)


@dataclass(frozen=True)
class Group:
    """The hits of one interview, the best first; `score` is the interview's."""

    interview: int
    hits: tuple[Candidate, ...]
    score: float


def grouped(candidates: Sequence[Candidate], found: Sequence[float]) -> list[Group]:
    """Return the candidates by interview, the most useful first; equal ones keep the order they came in."""
    by_interview: dict[int, list[tuple[float, Candidate]]] = {}
    for candidate, score in zip(candidates, found, strict=True):
        by_interview.setdefault(candidate.interview, []).append((score, candidate))
    groups = []
    for interview, hits in by_interview.items():
        hits.sort(key=lambda hit: -hit[0])
        best, *further = (score for score, _candidate in hits[:COUNTED])
        groups.append(Group(interview, tuple(candidate for _score, candidate in hits), best + FURTHER * sum(further)))
    return sorted(groups, key=lambda group: -group.score)
