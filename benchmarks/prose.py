"""Turns that say the same in two languages, sentence by sentence, with terms and figures at the same places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from benchmarks import chinese, english
from benchmarks.drawing import Zipf
from benchmarks.terminology import FIGURES, Named, Terminology, trial
from interviews.bilingual import segments

# People who talk of one thing use fewer words than a language has: a printed interview has 254 different ones among
# its first 500, and its fifty most frequent make 48 % of it. Here these are 287 and 49 %.
EXPONENTS = {"zh-hans": 1.25, "en": 1.2}
WORDS_A_TERM, WORDS_A_FIGURE, WORDS_A_TRIAL = 26, 45, 8000
QUESTION, ANSWER, BRIEF = (20, 80, 32), (80, 400, 150), (12, 40, 20)
PARAGRAPHS = 0.2  # how many answers have two
PARTED = "\n\n"


@dataclass(frozen=True)
class Script:
    """How words become sentences in a language."""

    space: str
    comma: str
    stop: str
    asking: str


SCRIPTS = {"zh-hans": Script("", "，", "。", "？"), "en": Script(" ", ",", ".", "?")}


@dataclass(frozen=True)
class Passage:
    """What is said in one turn: its texts, the stored alignment of their sentences, the terms it uses."""

    texts: dict[str, str]
    segments: dict[str, Any]
    terms: frozenset[str]


class Writer:
    """Writes passages in every language of the corpus."""

    def __init__(self, random: Random, terminology: Terminology) -> None:
        self.terminology = terminology
        # Without their characters no invented words join into a name of a term.
        avoided = terminology.characters("zh-hans")
        vocabularies = {"zh-hans": chinese.words(random, avoided), "en": english.words(random)}
        self._words = {code: Zipf(words, exponent=EXPONENTS[code]) for code, words in vocabularies.items()}

    def passage(
        self,
        random: Random,
        length: tuple[int, int, int],
        languages: Sequence[str],
        *,
        asks: bool = False,
        about: Iterable[Named] = (),
    ) -> Passage:
        """Return a passage with about as many words as `length` says: the least, the most, the usual number."""
        count = round(random.triangular(*length))
        starts = _starts(random, count)
        terms = [*about, *self.terminology.some(random, round(count / WORDS_A_TERM + random.random() - 0.5))]
        facts = random.choices(FIGURES, k=count // WORDS_A_FIGURE)
        if random.random() < count / WORDS_A_TRIAL:
            facts.append(trial(random))
        # Every other place: two names side by side could be read as a third.
        places = random.sample(range(0, count, 2), len(terms) + len(facts))
        commas = [place for place in range(random.randint(5, 9), count, 9) if place + 1 not in starts]
        two = not asks and len(starts) > 3 and random.random() < PARAGRAPHS
        texts, spans = {}, []
        for code in languages:
            said = [*(_any_of(random, term.names[code]) for term in terms), *facts]
            tokens = self._tokens(random, code, count, dict(zip(places, said, strict=True)), starts, commas)
            text, places_of = _joined(tokens, starts, SCRIPTS[code], asks=asks, parted=len(starts) // 2 if two else 0)
            texts[code] = text
            spans.append([(code, span) for span in places_of])
        items = [dict(row) for row in zip(*spans, strict=True)]
        stored = {"version": segments.VERSION, "hash": segments.fingerprint(texts), "items": items}
        return Passage(texts, stored, frozenset(term.slug for term in terms))

    def _tokens(
        self,
        random: Random,
        code: str,
        count: int,
        said: dict[int, str],
        starts: Sequence[int],
        commas: Iterable[int],
    ) -> list[str]:
        tokens = self._words[code].draw(random, count)
        for place in starts:
            tokens[place] = tokens[place].capitalize()
        for place, name in said.items():
            tokens[place] = name
        for place in commas:
            tokens[place] += SCRIPTS[code].comma
        return tokens


def _starts(random: Random, count: int) -> list[int]:
    """The first words of sentences of 8 to 30 words."""
    starts = [0]
    while (place := starts[-1] + 8 + int(random.random() * 23)) < count - 6:
        starts.append(place)
    return starts


def _any_of(random: Random, names: Sequence[str]) -> str:
    return names[int(random.random() * len(names))]  # `choice` takes thrice as long, and there are millions


def _joined(
    tokens: Sequence[str], starts: Sequence[int], script: Script, *, asks: bool, parted: int
) -> tuple[str, list[list[int]]]:
    """The text of the tokens and the offsets of its sentences; a blank line stands before sentence `parted`."""
    pieces, spans, reached = [], [], 0
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(tokens)], strict=True)):
        if number:
            between = PARTED if number == parted else script.space
            pieces.append(between)
            reached += len(between)
        last = end == len(tokens)
        sentence = script.space.join(tokens[start:end]) + (script.asking if asks and last else script.stop)
        pieces.append(sentence)
        spans.append([reached, reached + len(sentence)])
        reached += len(sentence)
    return "".join(pieces), spans
