"""What a bead is worth: how usual its shape is, how well its lengths agree, and how well its words explain each other.

Lengths after Gale and Church (1993); words after IBM model 1 as in Moore (2002), in both directions: each word of a
sentence is either said by some word of the other side or comes from nowhere.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate

from interviews.bilingual.matching import Shape
from interviews.bilingual.translation import Translation

Called = tuple[dict[str, float], int]  # how much likelier words become, and by how many

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
UNKNOWN = 0.8  # the same for words that neither lexicon nor texts explain: they prove little
WORDS = 0.3  # words depend on each other: together they prove less than one by one
HAN = 3.0  # letters
PRESUMED = 500  # letters that would be as long in both languages: a short text may leave much out
FIGURE = re.compile(r"\d+(?:\.\d+)?[%％]?")  # of two characters and more: a single digit is said in words as often
STRANDED = 2.5  # what it costs to part a figure from the sentence of the other side that gives it too
SPREAD = 6.0  # variance of the length, in letters for each letter


class Fitness:
    """Scores beads of two texts by one translation."""

    def __init__(self, translation: Translation, sentences: tuple[Sequence[str], Sequence[str]]) -> None:
        self._ratios = translation.ratios
        self._counts = [[Counter(sentence) for sentence in side] for side in translation.sides]
        self._unexplained = [
            [_unexplained(count, partial(translation.expects, side)) for count in self._counts[side]] for side in (0, 1)
        ]
        figures = [[frozenset(_figures(sentence)) for sentence in side] for side in sentences]
        both = frozenset.intersection(*(frozenset().union(*side) for side in figures))
        self._figures = [[found & both for found in side] for side in figures]
        lengths = [[_length(sentence) for sentence in side] for side in sentences]
        self._scale = (sum(lengths[1]) + PRESUMED) / (sum(lengths[0]) + PRESUMED)
        self._ends = [[0, *accumulate(side)] for side in lengths]
        self._groups: tuple[dict, dict] = ({}, {})
        self._explained: tuple[dict, dict] = ({}, {})

    def __call__(self, row: int, height: int, column: int, width: int) -> float:
        """Return what a bead is worth, as a logarithm."""
        shape = SHAPES[height, width]
        if not (height and width):
            return shape
        shape -= STRANDED * self._stranded(row, height, column, width)
        said = sum(self._explain(0, row, height, other) for other in range(column, column + width))
        said += sum(self._explain(1, column, width, other) for other in range(row, row + height))
        return shape + WORDS * said / 2 + self._agreement(row, height, column, width)

    def _stranded(self, row: int, height: int, column: int, width: int) -> int:
        """Return how many figures that both texts give stand on one side of a bead alone."""
        left = frozenset().union(*self._figures[0][row : row + height])
        right = frozenset().union(*self._figures[1][column : column + width])
        return len(left ^ right)

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

    def _group(self, side: int, start: int, count: int) -> Called:
        """Return what a run of sentences calls for, and how many words call."""
        cache, key = self._groups[side], (start, count)
        if key not in cache:
            cache[key] = self._one(side, start) if count == 1 else self._longer(side, start, count)
        return cache[key]

    def _one(self, side: int, place: int) -> Called:
        ratios: dict[str, float] = defaultdict(float)
        for unit, times in self._counts[side][place].items():
            for other, ratio in self._ratios[side].get(unit, {}).items():
                ratios[other] += times * ratio
        return ratios, self._counts[side][place].total()

    def _longer(self, side: int, start: int, count: int) -> Called:
        (before, size), (last, more) = self._group(side, start, count - 1), self._group(side, start + count - 1, 1)
        ratios = dict(before)
        for other, ratio in last.items():
            ratios[other] = ratios.get(other, 0.0) + ratio
        return ratios, size + more


def _figures(sentence: str) -> Iterator[str]:
    return (found for found in FIGURE.findall(sentence.replace("％", "%")) if len(found) > 1)


def _unexplained(counts: Counter[str], expected: Callable[[str], bool]) -> float:
    """Return what a sentence is worth beside nothing that says it.

    A word whose translation would be recognised speaks against a bead without it; one that nobody knows hardly does.
    """
    known = sum(times for unit, times in counts.items() if expected(unit))
    return known * math.log(NOWHERE) + (counts.total() - known) * math.log(UNKNOWN)


def _length(sentence: str) -> float:
    """Return the length in letters; a Chinese character says what some letters say."""
    return max(1.0, sum(HAN if character >= "\u2e80" else 1.0 for character in sentence if character.isalnum()))
