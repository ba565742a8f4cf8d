"""Which interview has which value: two arrays of one length, in which everything is chosen and counted."""

from array import array
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import compress
from operator import eq

Flags = bytes
"""For each key of an interview, 1 where it is chosen and 0 where not."""


def keys(values: Iterable[int]) -> array:
    """Return keys of rows as an array."""
    return array("q", values)


@dataclass(frozen=True)
class Column:
    """Pairs of an interview's key and a value that it has; an interview may have none or many."""

    interviews: array
    values: Sequence[Hashable]

    def counts(self, chosen: Flags) -> Counter:
        """Return how many of the chosen interviews have each value."""
        return Counter(compress(self.values, map(chosen.__getitem__, self.interviews)))

    def having(self, value: Hashable, size: int) -> Flags:
        """Return which interviews have a value; `size` is that of the flags."""
        flags = bytearray(size)
        for interview in compress(self.interviews, map(partial(eq, value), self.values)):
            flags[interview] = 1
        return bytes(flags)


def both(first: Flags, second: Flags) -> Flags:
    """Return what is chosen in both; as two large numbers, that is one operation."""
    return (int.from_bytes(first) & int.from_bytes(second)).to_bytes(len(first))


def flagged(interviews: Iterable[int], size: int) -> Flags:
    """Return the flags of some interviews."""
    flags = bytearray(size)
    for interview in interviews:
        flags[interview] = 1
    return bytes(flags)
