"""Two languages to one sequence: utterances pair by place, kind and speaker, and what is left over stays single."""

import math
import re
from collections import Counter
from dataclasses import dataclass

from interviews.bilingual import matching

from .language import CHINESE
from .utterances import NOTE_TURN, Utterance

GAP = -0.8
_SHAPES = ((0, 1), (1, 0), (1, 1))  # of two ways worth the same, the one named first
_MOST_CELLS = 60_000
_MOST_ANCHORS = 25
_ANCHOR = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9]*|\d+(?:\.\d+)?")
# A Latin character of English for each character of its Chinese translation, as measured on this genre.
_LENGTH_RATIO = 3.3


@dataclass(frozen=True)
class Row:
    """One turn to be: its utterance in each language, at least one of them."""

    chinese: Utterance | None
    english: Utterance | None

    @property
    def sides(self) -> list[Utterance]:
        """The utterances that are there."""
        return [side for side in (self.chinese, self.english) if side is not None]


class Pairing:
    """Aligns the utterances of two languages by a dynamic programme (after Gale and Church 1993)."""

    def __init__(self, chinese: list[Utterance], english: list[Utterance]) -> None:
        self.chinese, self.english = chinese, english
        # Who speaks in both languages can only pair with themselves.
        self.settled = {one.person for one in chinese} & {one.person for one in english} - {None}
        self.runs = _runs(chinese, english)
        self.leading = min((*chinese, *english), key=lambda one: one.line.number).language
        self.words = [set(_tokens(utterance.text)) for utterance in english]
        found = [list(dict.fromkeys(_tokens(utterance.text)))[:_MOST_ANCHORS] for utterance in chinese]
        frequency = Counter(token for tokens in found for token in tokens)
        self.anchors = [[(token, 1 / frequency[token]) for token in tokens] for tokens in found]
        self.ranks = _ranks(chinese), _ranks(english)

    def rows(self) -> list[Row]:
        """Return the rows in the order of the interview."""
        steps = self._align()
        return _in_order(self._pair_within_blocks(steps))

    def _align(self) -> list[tuple[int | None, int | None]]:
        """The same aligner that pairs sentences pairs turns: each with one of the other language or with none."""
        n, m = len(self.chinese), len(self.english)
        half = m if n * m <= _MOST_CELLS else max(2, _MOST_CELLS // (2 * max(n, 1)))
        columns = []
        for i in range(n + 1):
            center = i * m // n if n else 0
            low, high = (0, m) if not i and half >= m else (max(0, center - half), min(m, center + half))
            columns.append(range(low, high + 1))
        path = matching.beads(columns, _SHAPES, self._worth)
        return [(next(iter(rows), None), next(iter(places), None)) for rows, places in path]

    def _worth(self, i: int, height: int, j: int, width: int) -> float:
        if not (height and width):
            return GAP
        score = self._score(i, j)
        return matching.NEVER if score is None else score

    def _score(self, i: int, j: int) -> float | None:
        one, two = self.chinese[i], self.english[j]
        if one.kind != two.kind:
            return None
        speakers = self._speakers(one, two, i, j)
        if speakers is None:
            return None
        score = 1.0 + speakers + (3.0 if one.twin is two else 0.0) + self._anchored(i, j)
        apart = abs(self.runs[one] - self.runs[two])
        score += 0.6 if apart == 1 else -0.4 * (min(apart, 5) - 1)
        score += 0.3 if self.runs[one] // 2 == self.runs[two] // 2 else 0.0
        ratio = len(two.text) / max(1, len(one.text)) / _LENGTH_RATIO
        return score - min(0.8, 0.4 * abs(math.log(max(ratio, 0.01))))

    def _speakers(self, one: Utterance, two: Utterance, i: int, j: int) -> float | None:
        if one.person is None or two.person is None:
            return 0.0 if one.person is two.person else -0.3
        if one.person == two.person:
            return 1.5
        if one.person in self.settled or two.person in self.settled:
            return None
        return 0.3 if self.ranks[0][one.person] == self.ranks[1][two.person] else 0.0

    def _anchored(self, i: int, j: int) -> float:
        anchors, words = self.anchors[i], self.words[j]
        if not anchors:
            return 0.0
        whole = sum(weight for _, weight in anchors)
        return 2.0 * sum(weight for token, weight in anchors if token in words) / whole - 0.4 * min(
            1.0, len(anchors) / 4
        )

    def _pair_within_blocks(self, steps: list[tuple[int | None, int | None]]) -> list[Row]:
        """Answers of one question that stand in another order in the other language still pair by speaker."""
        rows: list[Row | None] = []
        waiting: dict[tuple, int] = {}
        block = 0
        for i, j in steps:
            row = Row(None if i is None else self.chinese[i], None if j is None else self.english[j])
            if len(row.sides) == 2:
                block += row.sides[0].kind == "question"
                rows.append(row)
                continue
            side = row.sides[0]
            key = (block, side.kind, side.person)
            other = rows[waiting[key]] if side.person is not None and key in waiting else None
            if other is not None and other.sides[0].language != side.language:
                place = waiting.pop(key)
                both = Row(other.chinese or row.chinese, other.english or row.english)
                if side.language == self.leading:
                    rows[place] = None
                    rows.append(both)
                else:
                    rows[place] = both
                continue
            waiting[key] = len(rows)
            rows.append(row)
        return [row for row in rows if row is not None]


def _runs(chinese: list[Utterance], english: list[Utterance]) -> dict[Utterance, int]:
    """Number the stretches of one language in the order of the input."""
    runs: dict[Utterance, int] = {}
    run, language = 0, ""
    for utterance in sorted((*chinese, *english), key=lambda one: one.line.number):
        if language and utterance.language != language:
            run += 1
        language = utterance.language
        runs[utterance] = run
    return runs


def _ranks(utterances: list[Utterance]) -> dict[int, int]:
    ranks: dict[int, int] = {}
    for utterance in utterances:
        if utterance.person is not None:
            ranks.setdefault(utterance.person, len(ranks))
    return ranks


def _tokens(text: str) -> list[str]:
    return [token.lower() for token in _ANCHOR.findall(text[:20_000])]


def _in_order(rows: list[Row]) -> list[Row]:
    """Between two paired rows, single rows stand in the order of the input, a question before its answer."""
    ordered: list[Row] = []
    single: list[Row] = []
    for row in rows:
        if len(row.sides) == 1:
            single.append(row)
            continue
        ordered += _singles_in_order(single, ordered)
        ordered.append(row)
        single = []
    return ordered + _singles_in_order(single, ordered)


def _singles_in_order(single: list[Row], before: list[Row]) -> list[Row]:
    if len({row.sides[0].language for row in single}) < 2:
        return single
    by_line = sorted(single, key=lambda row: row.sides[0].line.number)
    first, second = by_line[0].sides[0], by_line[1].sides[0]
    after_an_answer = not before or before[-1].sides[0].kind in ("answer", NOTE_TURN)
    if first.kind == "answer" and second.kind == "question" and first.language != second.language and after_an_answer:
        by_line[0], by_line[1] = by_line[1], by_line[0]
    return by_line


def pair(utterances: list[Utterance]) -> list[Row]:
    """Return the rows of an interview in its order: a single row for each utterance without a counterpart."""
    chinese = [one for one in utterances if one.language == CHINESE]
    english = [one for one in utterances if one.language != CHINESE]
    if not chinese or not english:
        return [
            Row(one if one.language == CHINESE else None, None if one.language == CHINESE else one)
            for one in utterances
        ]
    return Pairing(chinese, english).rows()
