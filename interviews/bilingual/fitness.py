"""What a bead is worth: how usual its shape is, how well its lengths agree, and how well its words explain each other.

Lengths after Gale and Church (1993); words after IBM model 1 as in Moore (2002), in both directions: each word of a
sentence is either said by some word of the other side or comes from nowhere.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate

from interviews.bilingual import shapes
from interviews.bilingual.edges import Edges
from interviews.bilingual.matching import NEVER, Bead
from interviews.bilingual.translation import Translation

Met = dict[str, float]  # the words of a sentence that another one calls for, and how much likelier they become

NOWHERE = 0.45  # the share of words that no word of the other side calls for
GAIN = (1 - NOWHERE) / NOWHERE
UNKNOWN = 0.8  # the same for words that neither lexicon nor texts explain: they prove little
WORDS = 0.3  # words depend on each other: together they prove less than one by one
HAN = 3.0  # letters
PRESUMED = 500  # letters that would be as long in both languages: a short text may leave much out
FIGURE = re.compile(r"\d+(?:\.\d+)?[%％]?")  # of two characters and more: a single digit is said in words as often
EDGES = 0.8  # begins and ends prove less than they seem: dialogue repeats itself
STRANDED = 2.5  # what it costs to part a figure from the sentence of the other side that gives it too
HOPELESS = -10.0  # where lengths differ so much, nobody needs to look at the words of a longer bead
SPREAD = 6.0  # variance of the length, in letters for each letter


class Fitness:
    """Scores beads of two texts by one translation."""

    def __init__(self, translation: Translation, sentences: tuple[Sequence[str], Sequence[str]]) -> None:
        self._translation = translation
        self._shapes, self._edges = shapes.USUAL, Edges(sentences)
        self._counts = [[Counter(sentence) for sentence in side] for side in translation.sides]
        self._sizes = [[0, *accumulate(map(len, side))] for side in translation.sides]
        figures = [[frozenset(_figures(sentence)) for sentence in side] for side in sentences]
        both = frozenset.intersection(*(frozenset().union(*side) for side in figures))
        self._figures = [[found & both for found in side] for side in figures]
        lengths = [[_length(sentence) for sentence in side] for side in sentences]
        self._scale = (sum(lengths[1]) + PRESUMED) / (sum(lengths[0]) + PRESUMED)
        self._ends = [[0, *accumulate(side)] for side in lengths]
        self._begin()

    def learn(self, path: Sequence[Bead]) -> None:
        """Take in what the translation has learned, and what this path shows of shapes and edges."""
        self._shapes = shapes.fitted(path)
        self._edges.learn(path)
        self._begin()

    def _begin(self) -> None:
        """Forget what was worked out from the translation."""
        self._ratios = self._translation.ratios
        self._unexplained = [
            [_unexplained(count, partial(self._translation.expects, side)) for count in self._counts[side]]
            for side in (0, 1)
        ]
        self._called: tuple[dict[int, Met], dict[int, Met]] = ({}, {})
        self._met: tuple[dict[tuple[int, int], Met], dict[tuple[int, int], Met]] = ({}, {})
        self._explained: tuple[dict, dict] = ({}, {})

    def __call__(self, row: int, height: int, column: int, width: int) -> float:
        """Return what a bead is worth, as a logarithm."""
        shape = self._shapes[height, width]
        if not (height and width):
            return shape
        agreement = self._agreement(row, height, column, width)
        if agreement < HOPELESS and height + width > 2:
            return NEVER
        said = 0.0
        for other in range(column, column + width):
            said += self._explain(0, row, height, other)
        for other in range(row, row + height):
            said += self._explain(1, column, width, other)
        seen = EDGES * self._edges(row, height, column, width)
        return shape + agreement + WORDS * said / 2 + seen - STRANDED * self._stranded(row, height, column, width)

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
        if (known := cache.get(key)) is None:
            sizes, counts = self._sizes[side], self._counts[1 - side][other]
            gain = GAIN / max(sizes[start + count] - sizes[start], 1)
            known = self._unexplained[1 - side][other]
            for unit, ratio in self._together(side, start, count, other).items():
                known += counts[unit] * math.log1p(gain * ratio)
            cache[key] = known
        return known

    def _together(self, side: int, start: int, count: int, other: int) -> Met:
        """Return which words of a sentence a run of the other side's sentences calls for."""
        met = self._meet(side, start, other)
        if count > 1:
            met = dict(met)
            for place in range(start + 1, start + count):
                for unit, ratio in self._meet(side, place, other).items():
                    met[unit] = met.get(unit, 0.0) + ratio
        return met

    def _meet(self, side: int, place: int, other: int) -> Met:
        cache, key = self._met[side], (place, other)
        if (met := cache.get(key)) is None:
            called = self._call(side, place)
            met = cache[key] = {unit: called[unit] for unit in self._counts[1 - side][other] if unit in called}
        return met

    def _call(self, side: int, place: int) -> Met:
        """Return every word that a sentence calls for."""
        if place not in self._called[side]:
            called: Met = defaultdict(float)
            for unit, times in self._counts[side][place].items():
                for other, ratio in self._ratios[side].get(unit, {}).items():
                    called[other] += times * ratio
            self._called[side][place] = called
        return self._called[side][place]


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
