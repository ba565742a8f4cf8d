"""The best pairing of two sequences that keeps both orders: dynamic programming over beads (Gale and Church 1993).

A bead is a run of the left sequence and the run of the right one that stands for it; either may be empty. What a bead
is worth is the caller's business, so that sentences, paragraphs and turns are paired by the same few lines.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

Left = TypeVar("Left")
Right = TypeVar("Right")
Bead = tuple[range, range]
Shape = tuple[int, int]
# What the bead of so many left items from one place, and so many right ones from another, is worth.
Score = Callable[[int, int, int, int], float]

NEVER = float("-inf")


def beads(columns: Sequence[range], shapes: Sequence[Shape], score: Score) -> list[Bead]:
    """Find the sequence of beads with the highest sum of scores.

    Takes, for each number of left items from none to all, how many right items may have been used by then; the shapes
    that a bead may have; and its score. Gives the beads in their order, every item in exactly one of them. Raises
    ValueError where the columns allow no path.
    """
    totals: list[list[float]] = []
    steps: list[list[Shape]] = []
    for row, column in enumerate(columns):
        totals.append([NEVER] * len(column))
        steps.append([(0, 0)] * len(column))
        if row == 0 and 0 in column:
            totals[0][0] = 0.0
        for place, right in enumerate(column):
            _extend(row, right, place, columns, shapes, score, totals, steps)
    return _trace(columns, steps)


def pairs(
    left: Sequence[Left], right: Sequence[Right], score: Callable[[Left, Right], float], skip: float = 0.0
) -> list[tuple[int | None, int | None]]:
    """Pair items one to one, or leave them single.

    Takes two sequences, what a pair is worth and what it is worth to leave one item single (a pair is made where it is
    worth more than two single items). Gives index pairs in order, None for what has no partner.
    """

    def bead(i: int, height: int, j: int, width: int) -> float:
        return score(left[i], right[j]) if height and width else skip

    path = beads([range(len(right) + 1)] * (len(left) + 1), ((1, 1), (1, 0), (0, 1)), bead)
    return [(next(iter(rows), None), next(iter(columns), None)) for rows, columns in path]


def _extend(
    row: int,
    right: int,
    place: int,
    columns: Sequence[range],
    shapes: Sequence[Shape],
    score: Score,
    totals: list[list[float]],
    steps: list[list[Shape]],
) -> None:
    best, step = totals[row][place], (0, 0)
    for height, width in shapes:
        if height > row:
            continue
        before, from_place = row - height, right - width - columns[row - height].start
        if 0 <= from_place < len(totals[before]) and (so_far := totals[before][from_place]) != NEVER:
            total = so_far + score(before, height, right - width, width)
            if total > best:
                best, step = total, (height, width)
    totals[row][place], steps[row][place] = best, step


def _trace(columns: Sequence[range], steps: Sequence[Sequence[Shape]]) -> list[Bead]:
    row, right = len(columns) - 1, columns[-1].stop - 1
    path: list[Bead] = []
    while row or right:
        height, width = steps[row][right - columns[row].start]
        if not (height or width):
            raise ValueError("the corridor allows no path")
        path.append((range(row - height, row), range(right - width, right)))
        row, right = row - height, right - width
    return path[::-1]
