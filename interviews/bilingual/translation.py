"""How likely words of two texts translate each other: what the lexicon says, and what the texts teach by themselves."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from interviews.bilingual.lexicon import Lexicon
from interviews.bilingual.matching import Bead

Sides = tuple[Sequence[Sequence[str]], Sequence[Sequence[str]]]
Weights = dict[str, dict[str, float]]
Synonyms = dict[str, list[tuple[str, float]]]

IDENTITY = 4.0  # a number, a name or CD19 that stands in both
RELATED = 1.0  # a synonym of a gloss, by how alike the two are
SLACK = 0.3  # room for translations that no dictionary knows
LEARNED = 1.0
CERTAIN = 6.0  # log-likelihood ratio from which two words keep company by more than chance
COMMON = 0.3  # a word in more beads than this share tells nothing
SMOOTHING = 1.0
FAINT = 0.01  # of what a word may stand for: less makes only noise and work
LEAST_TEXT = 2000  # words: in a short turn no word is as common as it seems


class Translation:
    """The words of two texts and how strongly they call for each other."""

    def __init__(self, sides: Sides, lexicon: Lexicon) -> None:
        self.sides = sides
        counts = [Counter(unit for sentence in side for unit in sentence) for side in sides]
        self._background = [_background(count) for count in counts]
        self._said = _said(*counts, lexicon)
        self._expected = [{unit for unit in count if lexicon.knows(unit)} for count in counts]
        self._use(self._said)

    def learn(self, beads: Iterable[Bead]) -> None:
        """Take in the pairs of words that keep each other's company in beads (Dunning 1993)."""
        weights: Weights = {unit: dict(row) for unit, row in self._said.items()}
        for left, right, weight in _company(self.sides, [bead for bead in beads if all(bead)]):
            row = weights.setdefault(left, {})
            row[right] = row.get(right, 0.0) + LEARNED * weight
        self._use(weights)

    def expects(self, side: int, unit: str) -> bool:
        """Return whether a word of one side is one whose translation would be recognised on the other."""
        return unit in self._expected[side] or unit in self.ratios[side]

    def _use(self, weights: Weights) -> None:
        self.weights = weights
        turned: Weights = defaultdict(dict)
        for left, row in weights.items():
            for right, weight in row.items():
                turned[right][left] = weight
        self.ratios = (_ratios(weights, self._background[1]), _ratios(turned, self._background[0]))


def _background(counts: Counter[str]) -> dict[str, float]:
    total = max(counts.total() + SMOOTHING * len(counts), LEAST_TEXT)
    return {unit: (count + SMOOTHING) / total for unit, count in counts.items()}


def _ratios(weights: Weights, background: Mapping[str, float]) -> Weights:
    """Return how much likelier each word is beside its translation than anywhere."""
    ratios = {}
    for unit, row in weights.items():
        if row:
            total = sum(row.values()) + SLACK
            ratios[unit] = {
                other: weight / total / background[other] for other, weight in row.items() if weight > FAINT * total
            }
    return ratios


def _said(left: Counter[str], right: Counter[str], lexicon: Lexicon) -> Weights:
    """Return what the lexicon says of the words at hand, in either direction, and the words that both texts share."""
    synonyms = _synonyms(right, lexicon)
    weights: Weights = {unit: _translations(unit, right, synonyms, lexicon) for unit in left}
    synonyms = _synonyms(left, lexicon)
    for unit in right:
        for other, weight in _translations(unit, left, synonyms, lexicon).items():
            weights[other][unit] = max(weight, weights[other].get(unit, 0.0))
    for unit in left.keys() & right.keys():
        weights[unit][unit] = IDENTITY
    return weights


def _translations(unit: str, others: Counter[str], synonyms: Synonyms, lexicon: Lexicon) -> dict[str, float]:
    row: dict[str, float] = {}
    for gloss, weight in lexicon.translations(unit).items():
        if gloss in others:
            row[gloss] = max(row.get(gloss, 0.0), weight)
        for other, likeness in synonyms.get(gloss, ()):
            row[other] = max(row.get(other, 0.0), RELATED * weight * likeness)
    return row


def _synonyms(units: Iterable[str], lexicon: Lexicon) -> Synonyms:
    """Return for each gloss the words at hand that mean nearly the same."""
    found: Synonyms = defaultdict(list)
    for unit in units:
        for gloss, likeness in lexicon.related(unit).items():
            found[gloss].append((unit, likeness))
    return found


def _company(sides: Sides, beads: Sequence[Bead]) -> Iterator[tuple[str, str, float]]:
    held = [[{unit for place in bead[side] for unit in sides[side][place]} for bead in beads] for side in (0, 1)]
    counts = [Counter(unit for units in side for unit in units) for side in held]
    telling = [{unit for unit, count in side.items() if 2 <= count <= COMMON * len(beads)} for side in counts]
    together: Counter[tuple[str, str]] = Counter()
    for left, right in zip(*held, strict=True):
        together.update((one, other) for one in left & telling[0] for other in right & telling[1])
    for (left, right), count in sorted(together.items()):
        alone = counts[0][left], counts[1][right]
        if count > 1 and (ratio := likelihood_ratio(count, *alone, len(beads))) > CERTAIN:
            yield left, right, (count - 0.6) / math.sqrt(alone[0] * alone[1]) * (1 - CERTAIN / ratio / 2)


def likelihood_ratio(both: int, first: int, second: int, total: int) -> float:
    """Return how surely two words meet by more than chance (Dunning 1993).

    Takes in how many of all beads both, the first and the second stand. Gives G², or 0 where they meet less often.
    """
    if both * total <= first * second:
        return 0.0
    cells = (both, first - both, second - both, total - first - second + both)
    return 2 * (_entropy(*cells) - _entropy(first, total - first) - _entropy(second, total - second))


def _entropy(*counts: int) -> float:
    total = sum(counts)
    return sum(count * math.log(count / total) for count in counts if count)
