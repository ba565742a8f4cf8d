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
    """Return how often a phrase stands in a text's tokens, which a space parts, begins and ends.

    One that follows itself at once is counted once.
    """
    return tokens.count(_needle(phrase))


def _needle(phrase: Phrase) -> str:
    return f" {' '.join(phrase.tokens)}{'' if phrase.prefix else ' '}"


@dataclass(frozen=True)
class Ranked:
    """A candidate with its score, and the places in `tokens` of the languages in which it says all that is needed."""

    candidate: Candidate
    score: float
    languages: tuple[int, ...]


def ranked(candidates: Sequence[Candidate], expression: Expression) -> list[Ranked]:
    """Return how well each candidate answers an expression that all of them fit, in the order that they came in.

    The scores are comparable among these candidates only.
    """
    if not expression.needs:
        return [Ranked(each, _weight(each), _with_text(each)) for each in candidates]
    said = [[[_said(tokens, need) for need in expression.needs] for tokens in each.tokens] for each in candidates]
    most = [[max(column) for column in zip(*languages, strict=True)] for languages in said]
    usual = [max(1.0, sum(column) / len(most)) for column in zip(*most, strict=True)]
    lengths = [sum(map(len, each.tokens)) for each in candidates]
    mean = max(1.0, sum(lengths) / max(1, len(lengths)))
    found = []
    for each, languages, counts, length in zip(candidates, said, most, lengths, strict=True):
        norm = SATURATION * (1 - LENGTH + LENGTH * length / mean)
        worth = sum((times / often) / (times / often + norm) for times, often in zip(counts, usual, strict=True))
        whole = tuple(place for place, counted in enumerate(languages) if all(counted))
        found.append(Ranked(each, worth * _together(each, expression.needs) * _weight(each), whole))
    return found


def _weight(candidate: Candidate) -> float:
    return WEIGHTS.get(candidate.kind, 1.0)


def _with_text(candidate: Candidate) -> tuple[int, ...]:
    return tuple(place for place, tokens in enumerate(candidate.tokens) if tokens)


def _said(tokens: str, need: Need) -> int:
    """How often a need is met in a text: by the way that meets it most often."""
    return max(min(count(tokens, phrase) for phrase in way) for way in need.ways)


def _together(candidate: Candidate, needs: Sequence[Need]) -> float:
    """From 1, where the words stand far apart or in two languages, to 2, where they stand side by side."""
    if len(needs) == 1 and len(needs[0].ways[0]) == 1:
        return 1.0
    return max(_nearness(tokens, needs) for tokens in candidate.tokens)


def _nearness(tokens: str, needs: Sequence[Need]) -> float:
    places: list[int] = []
    for need in needs:
        ways = ([tokens.find(_needle(phrase)) for phrase in way] for way in need.ways)
        met = [found for found in ways if min(found) >= 0]
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


def grouped(found: Sequence[Ranked]) -> list[Group]:
    """Return the candidates by interview, the most useful first; equal ones keep the order they came in."""
    by_interview: dict[int, list[Ranked]] = {}
    for each in found:
        by_interview.setdefault(each.candidate.interview, []).append(each)
    groups = []
    for interview, hits in by_interview.items():
        hits.sort(key=lambda hit: -hit.score)
        best, *further = (hit.score for hit in hits[:COUNTED])
        groups.append(Group(interview, tuple(hit.candidate for hit in hits), best + FURTHER * sum(further)))
    return sorted(groups, key=lambda group: -group.score)
