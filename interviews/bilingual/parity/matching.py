"""Which facts of one text have no counterpart in the other, and which of them belong together."""

from collections.abc import Callable, Sequence

from interviews.bilingual.parity.facts import ANY, CERTAIN, SILENT, WEAK, Fact, same_figure, same_value

# A pair of facts, one of each text; None where a text has nothing.
Pair = tuple[Fact | None, Fact | None]


def bounds_agree(one: Fact, other: Fact) -> bool:
    """Return whether two comparisons can mean the same; an estimate agrees with the plain figure."""
    if ANY in (one.bounds, other.bounds):
        return True
    return bool(one.bounds & other.bounds)


def unmatched(ones: Sequence[Fact], others: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Return the facts of each side whose value the other side does not tell at all."""
    return (
        [fact for fact in ones if not any(same_value(fact, other) for other in others)],
        [fact for fact in others if not any(same_value(fact, other) for other in ones)],
    )


def opposed(ones: Sequence[Fact], others: Sequence[Fact]) -> list[Pair]:
    """Return the facts told on both sides with comparisons that exclude each other."""
    pairs: list[Pair] = []
    for one in ones:
        partners = [other for other in others if same_value(one, other)]
        rivals = [fact for fact in ones if fact is not one and same_value(fact, one)]
        if not partners or any(bounds_agree(one, partner) for partner in partners):
            continue
        if len(partners) != len(rivals) + 1 and any(
            bounds_agree(rival, other) for rival in rivals for other in partners
        ):
            continue
        if any(fact.level == SILENT for fact in (one, *partners)):
            continue
        pairs.append((one, partners[0]))
    return pairs


def pair_up(ones: list[Fact], others: list[Fact]) -> list[Pair]:
    """Pair what is left on either side, the nearest relation first; a certain fact may also stand alone.

    One figure under two units comes first, then two values under one unit, then facts of one kind.
    """
    ones, others = list(ones), list(others)
    pairs: list[Pair] = []
    for related in (_one_figure, _one_unit, _one_kind):
        pairs.extend(_take(ones, others, related))
    pairs.extend((fact, None) for fact in ones if fact.level == CERTAIN)
    pairs.extend((None, fact) for fact in others if fact.level == CERTAIN)
    return pairs


def _take(ones: list[Fact], others: list[Fact], related: Callable[[Fact, Fact], bool]) -> list[Pair]:
    pairs: list[Pair] = []
    for one in list(ones):
        partner = next((other for other in others if related(one, other)), None)
        if partner and SILENT not in (one.level, partner.level):
            pairs.append((one, partner))
            ones.remove(one)
            others.remove(partner)
    return pairs


def _one_figure(one: Fact, other: Fact) -> bool:
    return isinstance(one.value, float) and isinstance(other.value, float) and same_figure(one, other)


def _one_unit(one: Fact, other: Fact) -> bool:
    if WEAK in (one.level, other.level) and CERTAIN not in (one.level, other.level):
        return one.unit == other.unit and one.group == other.group
    return one.unit == other.unit and one.kind == other.kind


def _one_kind(one: Fact, other: Fact) -> bool:
    return one.kind == other.kind and CERTAIN in (one.level, other.level)
