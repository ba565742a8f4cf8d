"""How runs of sentences begin and end: who opens a quotation or asks a question does so in both languages."""

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from interviews.bilingual.matching import Bead

OPENING = re.compile(r"[\s(（—–-]*[\"'“‘「『]")
CLOSING = re.compile(r"[\"'”’」』][\s)）]*$")
FINAL = re.compile(r"(?:([?？])|([!！])|(…|\.{3,}|—)|([:：;；,，]))?[\s\"'”’」』)）]*$")
CHANCE = 0.3  # how often two edges stand together by mere chance, before the texts say
WEIGHT = 20  # beads that this opinion counts as
TRUST = 0.95  # never taken as surer than this

Kinds = Sequence[Hashable]


class Edge:
    """One thing to see at the edges of sentences, and how far the two texts agree in it."""

    def __init__(self, left: Kinds, right: Kinds) -> None:
        self._kinds = left, right
        counts = [Counter(kinds) for kinds in self._kinds]
        self._shares = {kind: count / len(right) for kind, count in counts[1].items()}
        self._chance = 1 - (1 - CHANCE) * _likeness(*counts)
        self._mixed = 1 - sum(count / len(left) * self._shares.get(kind, 0.0) for kind, count in counts[0].items())
        self._score()

    def __call__(self, left: int, right: int) -> float:
        """Return how much likelier the two kinds stand together than anywhere, as a logarithm."""
        return self._scores[self._kinds[0][left], self._kinds[1][right]]

    def learn(self, places: Iterable[tuple[int, int]]) -> None:
        """Take in which sentences stood together, so as to know how far they agree."""
        pairs = [(self._kinds[0][left], self._kinds[1][right]) for left, right in places]
        unlike = sum(left != right for left, right in pairs)
        chance = (unlike + WEIGHT * self._chance * self._mixed) / ((len(pairs) + WEIGHT) * self._mixed or 1)
        self._chance = min(max(chance, 1 - TRUST), 1.0)
        self._score()

    def _score(self) -> None:
        """Kinds agree for a reason or by chance: the reason explains a rare kind better than a usual one."""
        self._scores = {
            (left, right): math.log(self._chance + (left == right) * (1 - self._chance) / share)
            for left in set(self._kinds[0])
            for right, share in self._shares.items()
        }


class Edges:
    """Quotation marks that open or close, and what a run of sentences ends with."""

    def __init__(self, sentences: tuple[Sequence[str], Sequence[str]]) -> None:
        self._opening = Edge(*[[bool(OPENING.match(text)) for text in side] for side in sentences])
        self._closing = Edge(*[[bool(CLOSING.search(text)) for text in side] for side in sentences])
        self._final = Edge(*[[FINAL.search(text).lastindex for text in side] for side in sentences])

    def __call__(self, row: int, height: int, column: int, width: int) -> float:
        """Return what the edges say of a bead with something on both sides."""
        ends = row + height - 1, column + width - 1
        return self._opening(row, column) + self._closing(*ends) + self._final(*ends)

    def learn(self, beads: Iterable[Bead]) -> None:
        """Take in beads that were found before."""
        whole = [bead for bead in beads if all(bead)]
        starts = [(rows[0], columns[0]) for rows, columns in whole]
        ends = [(rows[-1], columns[-1]) for rows, columns in whole]
        self._opening.learn(starts)
        self._closing.learn(ends)
        self._final.learn(ends)


def _likeness(left: Counter, right: Counter) -> float:
    """Return how alike two distributions are: where one text marks what the other never does, marks say nothing."""
    kinds = (left.keys() | right.keys()) - {False, None}
    shares = [[side[kind] / side.total() for kind in kinds] for side in (left, right)]
    most = sum(map(max, *shares)) if kinds else 0.0
    return sum(map(min, *shares)) / most if most else 0.0
