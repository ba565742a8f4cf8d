"""Passages aligned by hand: a line a pair, `==` between the languages, `//` between sentences, `#` above each passage.

`medical.txt` is invented interviews; `literary.txt` is passages of books that are in the public domain, with a
translation made for this project: merged, split, left out and free, as translations of books are.
"""

from dataclasses import dataclass
from pathlib import Path

Pair = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True)
class Passage:
    title: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    pairs: tuple[Pair, ...]


def read(name: str) -> list[Passage]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [_passage(block.strip().splitlines()) for block in text.split("# ")[1:]]


def _passage(lines: list[str]) -> Passage:
    left: list[str] = []
    right: list[str] = []
    pairs = []
    for line in filter(None, lines[1:]):
        sides = [_sentences(side) for side in line.split("==")]
        pair = (
            tuple(range(len(left), len(left) + len(sides[0]))),
            tuple(range(len(right), len(right) + len(sides[1]))),
        )
        pairs.append(pair)
        left += sides[0]
        right += sides[1]
    return Passage(lines[0], tuple(left), tuple(right), tuple(pairs))


def _sentences(side: str) -> list[str]:
    return [sentence.strip() for sentence in side.split("//") if sentence.strip()]


@dataclass(frozen=True)
class Figures:
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def figures(found: list[list[Pair]], passages: list[Passage]) -> Figures:
    """Count the pairs that were found exactly; what has no counterpart is not counted, but spoils pairs if missed."""
    whole = [{pair for pair in pairs if all(pair)} for pairs in found]
    gold = [{pair for pair in passage.pairs if all(pair)} for passage in passages]
    right = sum(len(mine & theirs) for mine, theirs in zip(whole, gold, strict=True))
    return Figures(right / sum(map(len, whole)), right / sum(map(len, gold)))
