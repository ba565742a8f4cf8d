"""Interviews and the rows they are filed under, fetched for the keys that the catalog gives."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models

from interviews.catalog import Catalog
from interviews.models import Interview
from interviews.views.filters import FILED


class Listing:
    """Interviews in the order of their keys; only the page that is shown is fetched."""

    def __init__(self, keys: Sequence[int]) -> None:
        self._keys = keys

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, part: slice) -> list[Interview]:
        """Return a part of the list; an interview that is not public any more by now is left out."""
        shown = list(self._keys[part])
        found = Interview.objects.published().for_lists().order_by().in_bulk(shown)
        return [found[key] for key in shown if key in found]


def most_frequent(
    catalog: Catalog, name: str, limit: int, wanted: Mapping[str, Any] | None = None, but: int = 0
) -> list[models.Model]:
    """Return the topics, people or conferences of what fits, the most frequent first, with their `interview_count`.

    `name` is a column of the catalog; the row whose key is `but` is left out.
    """
    wanted = wanted or {}

    def read() -> list[models.Model]:
        counts = Counter(catalog.find(wanted).counts(name))
        counts.pop(but, None)
        return counted(name, dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]))

    return catalog.keep((name, limit, frozenset(wanted.items()), but), read)


def counted(name: str, counts: Mapping[int, int]) -> list[models.Model]:
    """Return the rows of some keys in their order, each with its `interview_count`."""
    rows = FILED[name].objects.in_bulk(list(counts))
    for key, row in rows.items():
        row.interview_count = counts[key]
    return [rows[key] for key in counts if key in rows]
