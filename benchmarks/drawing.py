"""Words drawn as often as a language uses them."""

from collections.abc import Sequence
from itertools import accumulate
from random import Random

PLACES = 2**20  # a power of two, so that a mask makes a place of any random number


class Zipf:
    """Items of which the one of rank r is drawn in proportion to (r + shift) ** -exponent (Zipf, Mandelbrot)."""

    def __init__(self, items: Sequence[str], *, shift: float = 2.7, exponent: float = 1.0) -> None:
        bounds = list(accumulate((rank + shift) ** -exponent for rank in range(1, len(items) + 1)))
        ends = [round(bound / bounds[-1] * PLACES) for bound in bounds]
        self._places: list[str] = []
        for item, end in zip(items, ends, strict=True):
            self._places += [item] * (end - len(self._places))

    def draw(self, random: Random, count: int) -> list[str]:
        """Return so many items; one look-up each, since a corpus of a million turns holds 300 million words."""
        numbers = memoryview(random.randbytes(4 * count)).cast("I")
        places = self._places
        return [places[number & (PLACES - 1)] for number in numbers]
