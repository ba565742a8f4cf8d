"""How usual the shapes of beads are: at first by experience, then by what was found in the texts at hand."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from interviews.bilingual.matching import Bead, Shape

# Logarithms, beside one sentence for one.
USUAL: Mapping[Shape, float] = {
    (1, 1): 0.0,
    (1, 0): -3.5,
    (0, 1): -3.5,
    (1, 2): -1.4,
    (2, 1): -1.4,
    (1, 3): -4.5,
    (3, 1): -4.5,
    (1, 4): -7.0,
    (4, 1): -7.0,
    (1, 5): -9.0,
    (5, 1): -9.0,
    (2, 2): -4.0,
    (2, 3): -6.0,
    (3, 2): -6.0,
    (3, 3): -8.0,
}
SIMPLE = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))  # enough to find the way through a long text
WEIGHT = 30  # beads that experience counts as


def fitted(path: Iterable[Bead]) -> dict[Shape, float]:
    """Return how usual the shapes are in texts where this path was found."""
    counts = Counter((len(rows), len(columns)) for rows, columns in path)
    whole = sum(map(math.exp, USUAL.values()))
    seen = {shape: counts[shape] + WEIGHT * math.exp(usual) / whole for shape, usual in USUAL.items()}
    return {shape: math.log(count / seen[1, 1]) for shape, count in seen.items()}
