"""Where to look: long texts are aligned along a line of sentences that surely match, not all against all."""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from interviews.bilingual.matching import Bead
from interviews.bilingual.translation import Translation

Point = tuple[int, int]

SMALL = 2500  # so many pairs of sentences are looked at all against all
WIDE = 10  # sentences to each side of a line of guesses
NARROW = 4  # and of a path that was found before
CANDIDATES = 4
RARE = 25  # places: a word that has more of them in a long text points nowhere
DRIFT = 0.15  # how far, as a share of the text, a match may lie from the diagonal before it is doubted


def is_small(translation: Translation) -> bool:
    """Return whether every pair of sentences can be looked at."""
    return math.prod(map(len, translation.sides)) <= SMALL


def first_columns(translation: Translation) -> list[range]:
    """Return the columns to look at when nothing is known yet but which words translate each other."""
    height, width = map(len, translation.sides)
    if is_small(translation):
        return [range(width + 1)] * (height + 1)
    return _around([(-1, -1), *_chain(_candidates(translation), width), (height, width)], WIDE)


def columns_around(path: Sequence[Bead], height: int, width: int) -> list[range]:
    """Return the columns near a path that was found before."""
    points = [(rows.start, columns.start) for rows, columns in path if rows and columns]
    return _around([(-1, -1), *points, (height, width)], NARROW)


def _around(line: Sequence[Point], reach: int) -> list[range]:
    """Widen a line of points into a corridor: wider where the points are few, and with no gap from row to row."""
    height, width = line[-1]
    lows, highs = [width] * (height + 1), [0] * (height + 1)
    for (row, column), (next_row, next_column) in pairwise(line):
        slack = reach + max(next_row - row, next_column - column) // 4
        for i in range(max(row, 0), next_row + 1):
            centre = column + (next_column - column) * (i - row) // max(next_row - row, 1)
            lows[i] = min(lows[i], centre - slack)
            highs[i] = max(highs[i], centre + slack + 1)
    lows[0], highs[height] = 0, width
    for i in range(height):
        highs[i + 1] = max(highs[i + 1], highs[i])
        lows[height - i - 1] = min(lows[height - i - 1], lows[height - i])
    for i in range(height):
        # Where many columns are skipped at once, the next row begins where this one ends.
        lows[i + 1] = min(lows[i + 1], highs[i])
    return [range(max(low, 0), min(high, width) + 1) for low, high in zip(lows, highs, strict=True)]


def _candidates(translation: Translation) -> Iterator[tuple[int, int, float]]:
    """Yield for each left sentence the right ones that share the rarest words with it."""
    left, right = translation.sides
    rare = _rare(right)
    for row, sentence in enumerate(left):
        votes: dict[int, float] = defaultdict(float)
        for unit in sorted(set(sentence)):
            for other, weight in translation.weights.get(unit, {}).items():
                for column, worth in rare.get(other, ()):
                    votes[column] += weight * worth
        best = heapq.nsmallest(CANDIDATES, ((-vote, column) for column, vote in votes.items()))
        for vote, column in best:
            drift = (column / len(right) - row / len(left)) / DRIFT
            yield row, column, -vote * math.exp(-drift * drift)


def _rare(sentences: Sequence[Sequence[str]]) -> dict[str, list[tuple[int, float]]]:
    """Return where the words stand that are in few sentences, and what each place is worth.

    No word has more than so many places, so that the work grows with the length of the text and not with its square.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for column, sentence in enumerate(sentences):
        for unit in set(sentence):
            places[unit].append(column)
    limit = min(max(5, len(sentences) // 25), RARE)
    worth = [1 / math.sqrt(5 + len(sentence)) for sentence in sentences]
    return {
        unit: [(column, worth[column] * math.log(len(sentences) / len(columns))) for column in columns]
        for unit, columns in places.items()
        if len(columns) <= limit
    }


def _chain(candidates: Iterator[tuple[int, int, float]], width: int) -> list[Point]:
    """Return the heaviest chain of candidates that rises in both texts, by a Fenwick tree over the columns."""
    tree: list[tuple[float, tuple | None]] = [(0.0, None)] * (width + 1)
    waiting: list[tuple[int, float, tuple]] = []
    for row, column, weight in candidates:
        if waiting and waiting[0][2][0][0] != row:
            _plant(tree, waiting)
        total, before = _best(tree, column)
        waiting.append((column + 1, total + weight, ((row, column), before)))
    _plant(tree, waiting)
    link, points = _best(tree, width)[1], []
    while link:
        point, link = link
        points.append(point)
    return points[::-1]


def _plant(tree: list[tuple[float, tuple | None]], waiting: list[tuple[int, float, tuple]]) -> None:
    for place, total, link in waiting:
        while place < len(tree):
            if total > tree[place][0]:
                tree[place] = total, link
            place += place & -place
    waiting.clear()


def _best(tree: list[tuple[float, tuple | None]], place: int) -> tuple[float, tuple | None]:
    best: tuple[float, tuple | None] = (0.0, None)
    while place:
        best = max(best, tree[place], key=lambda entry: entry[0])
        place -= place & -place
    return best
