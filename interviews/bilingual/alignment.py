"""Which sentences of two or more languages stand for each other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from interviews.bilingual import corridor, matching, shapes
from interviews.bilingual.fitness import Fitness
from interviews.bilingual.joining import Indexes, joined
from interviews.bilingual.lexicon import Lexicon
from interviews.bilingual.sentences import split
from interviews.bilingual.translation import Translation
from interviews.bilingual.units import names, units

Span = tuple[int, int]
Segment = dict[str, list[int]]
Group = dict[str, list[Span]]

ROUNDS = 1  # of learning words from the alignment so far
ENOUGH = 20  # sentences a side: fewer teach nothing
DICTIONARY = {"zh", "en"}
NOTHING = Lexicon()
BLANK_LINE = re.compile(r"\n\s*\n")


def align(
    left: Sequence[str], right: Sequence[str], languages: tuple[str, str], lexicon: Lexicon | None = None
) -> list[Indexes]:
    """Pair the sentences of two texts, keeping both orders.

    Takes the sentences, their languages, and a lexicon (none: lengths, shared words and what the texts teach alone
    decide). Gives pairs of index lists, such as `([0, 1], [0])`; every sentence is in exactly one pair, and one of the
    two lists is empty where a sentence has no counterpart.
    """
    if not (left and right):
        return [([i], []) for i in range(len(left))] + [([], [j]) for j in range(len(right))]
    lexicon = _fitting(lexicon or NOTHING, languages)
    known = names([*left, *right], lexicon)
    translation = Translation(tuple([units(text, lexicon, known) for text in side] for side in (left, right)), lexicon)
    fitness = Fitness(translation, (left, right))
    path = matching.beads(_columns(translation, fitness), tuple(shapes.USUAL), fitness)
    for _round in range(ROUNDS if min(len(left), len(right)) >= ENOUGH else 0):
        translation.learn([bead for bead in path if _worth(fitness, bead) > 0])
        fitness.learn(path)
        path = matching.beads(corridor.columns_around(path, len(left), len(right)), tuple(shapes.USUAL), fitness)
    return [(list(rows), list(columns)) for rows, columns in path]


def segments(texts: Mapping[str, str], lexicon: Lexicon | None = None) -> list[Segment]:
    """Align the sentences of a passage in all its languages.

    Takes what stands in each language, and a lexicon. Gives segments that map a language to `[start, end]`, the offsets
    of its run of sentences; a language that has nothing there is left out.
    """
    return [
        {language: [spans[0][0], spans[-1][1]] for language, spans in group.items()}
        for paragraph in paragraphs(texts, lexicon)
        for group in paragraph
    ]


def paragraphs(texts: Mapping[str, str], lexicon: Lexicon | None = None) -> list[list[Group]]:
    """Align the sentences of a passage, paragraph by paragraph.

    Takes what stands in each language; a blank line parts paragraphs. Gives for each paragraph the groups of sentences
    that stand for each other, as offsets by language; where the languages have not equally many paragraphs, the whole
    passage is one. All languages join through the first that has text.
    """
    spans = {language: _paragraphs(text, language) for language, text in texts.items()}
    spans = {language: found for language, found in spans.items() if found}
    if len(set(map(len, spans.values()))) > 1:
        spans = {language: [list(chain.from_iterable(found))] for language, found in spans.items()}
    rows = zip(*spans.values(), strict=True)
    return [list(_joined(texts, dict(zip(spans, row, strict=True)), lexicon)) for row in rows]


def _fitting(lexicon: Lexicon, languages: tuple[str, str]) -> Lexicon:
    """Return the lexicon, without its dictionary where that knows nothing of these languages."""
    return lexicon if {language.partition("-")[0] for language in languages} == DICTIONARY else lexicon.terms_only()


def _columns(translation: Translation, fitness: Fitness) -> list[range]:
    """Return where to look at first; in a long text, along a path of the simplest beads."""
    columns = corridor.first_columns(translation)
    if corridor.is_small(translation):
        return columns
    height, width = map(len, translation.sides)
    return corridor.columns_around(matching.beads(columns, shapes.SIMPLE, fitness), height, width)


def _worth(fitness: Fitness, bead: matching.Bead) -> float:
    rows, columns = bead
    return fitness(rows.start, len(rows), columns.start, len(columns)) if rows and columns else 0.0


def _paragraphs(text: str, language: str) -> list[list[Span]]:
    """Return the sentences of each paragraph."""
    paragraphs: list[list[Span]] = []
    end = 0
    for span in split(text, language):
        if not paragraphs or BLANK_LINE.search(text, end, span[0]):
            paragraphs.append([])
        paragraphs[-1].append(span)
        end = span[1]
    return paragraphs


def _joined(texts: Mapping[str, str], spans: Mapping[str, list[Span]], lexicon: Lexicon | None) -> Iterator[Group]:
    """Yield the groups of one paragraph."""
    first, *others = spans
    said = {language: [texts[language][start:end] for start, end in spans[language]] for language in spans}
    beads = {other: align(said[first], said[other], (first, other), lexicon) for other in others}
    for group in joined(first, len(spans[first]), beads):
        yield {
            language: [spans[language][place] for place in group[language]] for language in spans if group.get(language)
        }
