"""What two texts of different languages tell differently."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, permutations

from interviews.bilingual.parity import order, rates
from interviews.bilingual.parity.facts import CERTAIN, SILENT, Difference, Fact
from interviews.bilingual.parity.identifiers import squeeze
from interviews.bilingual.parity.matching import Pair, opposed, pair_up, unmatched
from interviews.bilingual.parity.reading import READERS, Reading


def compare(texts: Mapping[str, str]) -> list[Difference]:
    """Return what a pair of texts tells differently, in the order of the first text.

    Takes texts by language. Languages whose facts cannot be read are left out; with fewer than two readable
    texts, or an empty one, there is nothing to compare. Of more than two the first is compared with each other.
    """
    return distinct(compare_readings(read(texts)))


def distinct(differences: Iterable[Difference]) -> list[Difference]:
    """Return the differences of one segment, each printed form once: a date that is said twice is missed once."""
    kept: list[Difference] = []
    for difference in differences:
        if difference not in kept:
            kept.append(difference)
    return kept


def read(texts: Mapping[str, str]) -> dict[str, Reading]:
    """Return the facts of each text that is not empty and whose language can be read."""
    return {
        language: READERS[language](text) for language, text in texts.items() if language in READERS and text.strip()
    }


def compare_readings(readings: Mapping[str, Reading]) -> list[Difference]:
    """Return the differences between texts that are read already."""
    first, *others = list(readings.items()) or [None]
    return [difference for other in others for difference in _compare(first, other)]


def alone(readings: Mapping[str, Reading]) -> dict[str, list[Fact]]:
    """Return the facts of each language that no other language tells."""
    return {
        language: unmatched(
            reading.facts, [fact for other in readings.values() if other is not reading for fact in other.facts]
        )[0]
        for language, reading in readings.items()
    }


Named = tuple[str, Reading]


def _compare(one: Named, other: Named) -> Iterator[Difference]:
    languages = (one[0], other[0])
    for pair in _pairs(one[1], other[1]):
        yield _difference(languages, pair)
    for kind, printed in (*_signs(one[1], other[1]), *_denials(one[1], other[1]), *_rates(one[1], other[1])):
        yield Difference(kind, dict(zip(languages, printed, strict=True)))
    for first, second in order.swapped((one[1].text, one[1].facts), (other[1].text, other[1].facts)):
        printed = f"{first.printed}, {second.printed}", f"{second.printed}, {first.printed}"
        yield Difference(first.kind, dict(zip(languages, printed, strict=True)))


def _pairs(one: Reading, other: Reading) -> Iterator[Pair]:
    names, other_names = _of(one.facts, named=True), _of(other.facts, named=True)
    left, right = unmatched(names, other_names)
    yield from pair_up(
        [fact for fact in left if not answered(fact, other)], [fact for fact in right if not answered(fact, one)]
    )
    figures, other_figures = _of(one.facts, named=False), _of(other.facts, named=False)
    yield from opposed(figures, other_figures)
    left, right = _without_shares(*unmatched(figures, other_figures))
    yield from pair_up(
        [fact for fact in left if not _year_meant(fact, other)], [fact for fact in right if not _year_meant(fact, one)]
    )


def _without_shares(left: list[Fact], right: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Leave out a share that the other text tells as two counts: 70% and "of ten patients, seven"."""
    for here, there in ((left, right), (right, left)):
        for share in [fact for fact in here if fact.kind == "percent"]:
            counts = [fact for fact in there if fact.kind == "number" and not fact.unit and fact.level == CERTAIN]
            told = (
                pair
                for pair in permutations(counts, 2)
                if abs(pair[0].value * 100 - share.value * pair[1].value) < 1e-6
            )
            if pair := next(told, None):
                here.remove(share)
                for count in pair:
                    there.remove(count)
    return left, right


def _of(facts: Iterable[Fact], *, named: bool) -> list[Fact]:
    return [fact for fact in facts if (fact.kind == "identifier") is named]


RELATIVE_YEAR = re.compile(r"[今去明前本]年|本届|\b(?:this|last|next|that|previous) year|\byears? ago", re.IGNORECASE)


def _year_meant(fact: Fact, other: Reading) -> bool:
    """Return whether the other text tells a year by its relation to today."""
    return fact.unit == "calendar-year" and bool(RELATIVE_YEAR.search(other.text))


# Names that sound like drugs: one that the lexicon lacks may be the counterpart of one that it has.
DRUG_LIKE = re.compile(
    r"[一-鿿]{2}(?:单抗|替尼|仑赛|佐米|度胺|克拉|胞苷|他滨|比星|司他|布尼|地尔|韦|西普|可泮|帕)|"
    r"[a-z]{3,}(?:mab|nib|cel|clax|mib|domide|dine|bine|bicin|stat|stim|cept|pag|vir)\b"
)


INITIAL = re.compile(r"(?<![A-Za-z])[A-Za-z]")
LATIN_WORD = re.compile(r"[A-Za-z0-9αβγδκλ\-/:×.()+]+")


def answered(fact: Fact, other: Reading) -> bool:
    """Return whether a name stands in the other text in another shape: joined to others, or spelled out."""
    if fact.level == SILENT:
        return True
    if fact.group == "drug" and DRUG_LIKE.search(other.left):
        return True
    name = squeeze(fact.value)
    if len(name) > 2 and any(re.search(re.escape(name) + r"(?!\d)", word) for word in _compounds(other.text)):
        return True
    if fact.group != "name" or not name.isalpha() or len(name) < 3:
        return False
    return name in "".join(INITIAL.findall(other.text)).upper()


def _compounds(text: str) -> list[str]:
    """Return the words that hold a capital or a figure, without hyphens, each also joined to the one before it."""
    words = [squeeze(word) if re.search(r"[A-Z0-9]", word) else "" for word in LATIN_WORD.findall(text)]
    return words + [first + second for first, second in pairwise(words) if first and second]


def _difference(languages: tuple[str, str], pair: Pair) -> Difference:
    facts = {language: fact for language, fact in zip(languages, pair, strict=True) if fact}
    return Difference(
        _kind(*pair), {language: facts[language].printed if language in facts else "" for language in languages}, facts
    )


def _kind(one: Fact | None, other: Fact | None) -> str:
    if one is None or other is None:
        return (one or other).kind
    if one.kind == "identifier":
        return "identifier"
    if one.value == other.value:
        return "unit" if one.unit and other.unit and one.unit != other.unit else "comparison"
    return "range" if one.ranged and other.ranged else one.kind


def _signs(one: Reading, other: Reading) -> Iterator[tuple[str, tuple[str, str]]]:
    for marker in one.signs.keys() & other.signs.keys():
        here, there = one.signs[marker], other.signs[marker]
        if not here.keys() & there.keys():
            yield "identifier", (next(iter(here.values())), next(iter(there.values())))


def _denials(one: Reading, other: Reading) -> Iterator[tuple[str, tuple[str, str]]]:
    here, there = one.negations, other.negations
    if here.plain and not (there.plain or there.answers(here) or _found_negative(other, one)):
        yield "negation", (here.plain[0], "")
    if there.plain and not (here.plain or here.answers(there) or _found_negative(one, other)):
        yield "negation", ("", there.plain[0])


def _found_negative(one: Reading, other: Reading) -> bool:
    """Return whether one text calls a marker negative that the other denies in words: no FLT3-ITD."""
    return any("-" in signs and marker not in other.signs for marker, signs in one.signs.items())


def _rates(one: Reading, other: Reading) -> Iterator[tuple[str, tuple[str, str]]]:
    for word, figure in rates.differences(one.text, other.text):
        yield "rate", (word, figure)
    for word, figure in rates.differences(other.text, one.text):
        yield "rate", (figure, word)
