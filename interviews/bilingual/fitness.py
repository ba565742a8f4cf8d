"""What a bead is worth: how usual its shape is, how well its lengths agree, and how well its words explain each other.

Lengths after Gale and Church (1993); words after IBM model 1 as in Moore (2002), in both directions: each word of a
sentence is either said by some word of the other side or comes from nowhere.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

from interviews.bilingual.matching import Shape
from interviews.bilingual.translation import Translation

# Logarithms, beside one sentence for one.
SHAPES: Mapping[Shape, float] = {
    (1, 1): 0.0,
    (1, 0): -3.5,
    (0, 1): -3.5,
    (1, 2): -1.4,
    (2, 1): -1.4,
    (1, 3): -4.5,
    (3, 1): -4.5,
    (1, 4): -7.0,
    (4, 1): -7.0,
    (2, 2): -4.0,
    (2, 3): -6.0,
    (3, 2): -6.0,
    (3, 3): -8.0,
}
NOWHERE = 0.45  # the share of words that no word of the other side calls for
WORDS = 0.3  # words depend on each other: together they prove less than one by one
SPREAD = 6.0  # variance of the length, in characters for each character


class Fitness:
    """Scores beads of two texts by one translation."""

    def __init__(self, translation: Translation, sentences: tuple[Sequence[str], Sequence[str]]) -> None:
        self._ratios = translation.ratios
        self._counts = [[Counter(sentence) for sentence in side] for side in translation.sides]
        self._unexplained = [[count.total() * math.log(NOWHERE) for count in side] for side in self._counts]
        lengths = [[_length(sentence) for sentence in side] for side in sentences]
        self._scale = sum(lengths[1]) / sum(lengths[0])
        self._ends = [[0, *accumulate(side)] for side in lengths]
        self._groups: tuple[dict, dict] = ({}, {})
        self._explained: tuple[dict, dict] = ({}, {})

    def __call__(self, row: int, height: int, column: int, width: int) -> float:
        """Return what a bead is worth, as a logarithm."""
        shape = SHAPES[height, width]
        if not (height and width):
            return shape
        said = sum(self._explain(0, row, height, other) for other in range(column, column + width))
        said += sum(self._explain(1, column, width, other) for other in range(row, row + height))
        return shape + WORDS * said / 2 + self._agreement(row, height, column, width)

    def _agreement(self, row: int, height: int, column: int, width: int) -> float:
        """Return the logarithm of how likely lengths differ at least so much."""
        left = (self._ends[0][row + height] - self._ends[0][row]) * self._scale
        right = self._ends[1][column + width] - self._ends[1][column]
        return math.log(math.erfc(abs(right - left) / math.sqrt(SPREAD * (left + right))) + 1e-9)

    def _explain(self, side: int, start: int, count: int, other: int) -> float:
        """Return how much likelier a sentence of the other side becomes beside a run of this side's sentences."""
        cache, key = self._explained[side], (start, count, other)
        if key not in cache:
            ratios, size = self._group(side, start, count)
            counts, gain = self._counts[1 - side][other], (1 - NOWHERE) / NOWHERE / max(size, 1)
            said = sum(counts[unit] * math.log1p(gain * ratios[unit]) for unit in counts.keys() & ratios.keys())
            cache[key] = self._unexplained[1 - side][other] + said
        return cache[key]

    def _group(self, side: int, start: int, count: int) -> tuple[dict[str, float], int]:
        """Return what a run of sentences calls for, and how many words call."""
        cache, key = self._groups[side], (start, count)
        if key not in cache:
            ratios, size = self._group(side, start, count - 1) if count > 1 else ({}, 0)
            ratios, sentence = dict(ratios), self._counts[side][start + count - 1]
            for unit, times in sentence.items():
                for other, ratio in self._ratios[side].get(unit, {}).items():
                    ratios[other] = ratios.get(other, 0.0) + times * ratio
            cache[key] = ratios, size + sentence.total()
        return cache[key]


def _length(sentence: str) -> int:
    return max(1, sum(map(str.isalnum, sentence)))
