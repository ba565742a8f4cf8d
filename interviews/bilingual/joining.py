"""Many languages as one: alignments of a first language with each of the others become one alignment of all."""

from collections.abc import Iterator, Mapping

Indexes = tuple[list[int], list[int]]
Places = dict[str, list[int]]


def joined(first: str, size: int, beads: Mapping[str, list[Indexes]]) -> Iterator[Places]:
    """Join alignments that share their first language, so that no pair of any of them is cut.

    Takes that language, how many sentences it has, and for each other language the pairs of its alignment. Yields
    groups that map every language to its sentences; sentences of one language alone are a group by themselves.
    """
    places = dict.fromkeys(beads, 0)
    start = 0
    while True:
        yield from _alone(beads, places)
        if start == size:
            return
        group, start = _together(first, start, beads, places)
        yield group


def _alone(beads: Mapping[str, list[Indexes]], places: dict[str, int]) -> Iterator[Places]:
    for other, pairs in beads.items():
        while places[other] < len(pairs) and not pairs[places[other]][0]:
            yield {other: pairs[places[other]][1]}
            places[other] += 1


def _together(first: str, start: int, beads: Mapping[str, list[Indexes]], places: dict[str, int]) -> tuple[Places, int]:
    """Take pairs of every language until all end behind the same sentence of the first."""
    end, reached = start + 1, dict.fromkeys(beads, start)
    group: Places = {other: [] for other in beads}
    while behind := [other for other in beads if reached[other] < end]:
        for other in behind:
            sentences, others = beads[other][places[other]]
            places[other] += 1
            group[other] += others
            reached[other] += len(sentences)
        end = max([end, *reached.values()])
    return {first: list(range(start, end)), **group}, end
