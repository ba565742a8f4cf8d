"""The segments of a whole turn compared, with regard to clauses that moved between neighbors."""

from collections.abc import Mapping, Sequence

from interviews.bilingual.parity.comparing import alone, answered, compare_readings, distinct, read
from interviews.bilingual.parity.facts import Difference, Fact, same_value
from interviews.bilingual.parity.reading import Reading

# How far a clause moves when a translator redistributes sentences.
REACH = 2


def compare_turn(segments: Sequence[Mapping[str, str]]) -> list[tuple[int, Difference]]:
    """Return what the segments of a turn tell differently, each difference with the index of its segment.

    What one segment lacks and a neighbor tells in excess is no difference: the clause only moved. A name is not
    missed where the other language says it anywhere in the turn.
    """
    places, readings = _joined([read(segment) for segment in segments])
    spare = [alone(texts) for texts in readings]
    return [
        (places[index], difference)
        for index, texts in enumerate(readings)
        for difference in distinct(
            found for found in compare_readings(texts) if not _moved(index, found, readings, spare)
        )
    ]


Readings = Sequence[Mapping[str, Reading]]


def _joined(readings: Readings) -> tuple[list[int], list[Mapping[str, Reading]]]:
    """Put together neighbors that an aligner left alone, each in another language: they are compared all the same."""
    places: list[int] = []
    joined: list[Mapping[str, Reading]] = []
    for place, texts in enumerate(readings):
        if texts and joined and len(texts) == len(joined[-1]) == 1 and texts.keys() != joined[-1].keys():
            joined[-1] = {**joined[-1], **texts}
        else:
            places.append(place)
            joined.append(texts)
    return places, joined


def _moved(index: int, difference: Difference, readings: Readings, spare: Sequence[Mapping[str, list[Fact]]]) -> bool:
    near = [place for place in range(max(0, index - REACH), min(len(readings), index + REACH + 1)) if place != index]
    if difference.kind == "negation":
        return any(_denied_there(difference, readings[place]) for place in near)
    return bool(difference.facts) and all(
        any(_told(fact, language, spare[place]) for place in near) or _named(fact, language, readings)
        for language, fact in difference.facts.items()
    )


def _told(fact: Fact, language: str, spare: Mapping[str, list[Fact]]) -> bool:
    return any(same_value(fact, other) for there, facts in spare.items() if there != language for other in facts)


def _named(fact: Fact, language: str, readings: Readings) -> bool:
    if fact.kind != "identifier":
        return False
    others = [texts[there] for texts in readings for there in texts if there != language]
    return any(answered(fact, other) or any(same_value(fact, name) for name in other.facts) for other in others)


def _denied_there(difference: Difference, texts: Mapping[str, Reading]) -> bool:
    """Return whether the language that denies nothing here denies more than the other one there."""
    counts = {language: len(reading.negations.plain) for language, reading in texts.items()}
    silent = [language for language, printed in difference.printed.items() if not printed]
    loud = [language for language, printed in difference.printed.items() if printed]
    return any(counts.get(here, 0) > counts.get(there, 0) for here in silent for there in loud)
