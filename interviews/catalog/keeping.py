"""What was made once and is wanted again."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any


class Kept:
    """Values by key, up to a number; the oldest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: dict[Hashable, Any] = {}

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return the value of a key, made now if it is not there."""
        return self.get_many([key], lambda _missing: {key: make()})[0]

    def get_many(self, keys: Sequence[Hashable], make: Callable[[list], Mapping[Hashable, Any]]) -> list:
        """Return the values of keys in their order; `make` gives those that are not there, as far as there are any."""
        values = {key: self._values.get(key) for key in keys}
        missing = [key for key, value in values.items() if value is None]
        if missing:
            made = make(missing)
            values |= made
            self._values |= made
            self._forget()
        return [values[key] for key in keys if values[key] is not None]

    def _forget(self) -> None:
        for old in [*self._values][: max(0, len(self._values) - self._most)]:
            self._values.pop(old, None)
