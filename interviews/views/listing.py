"""Interviews and the rows they are filed under, fetched for the keys that the catalog gives."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.template.loader import render_to_string
from django.utils.translation import get_language

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


@dataclass(frozen=True)
class Line:
    """An interview as a list shows it, and its date."""

    published_at: datetime | None
    html: str


class Lines(Listing):
    """Interviews as lists show them, under headings of a level; each is rendered once in a revision and language."""

    def __init__(self, catalog: Catalog, keys: Sequence[int], level: int = 2) -> None:
        super().__init__(keys)
        self._catalog, self._as = catalog, (level, get_language())

    def __getitem__(self, part: slice) -> list[Line]:
        """Return a part of the list as the page shows it."""
        return self._catalog.lines.get_many([(*self._as, key) for key in self._keys[part]], self._rendered)

    def _rendered(self, missing: list[tuple]) -> dict[tuple, Line]:
        rows = Listing([key for *_as, key in missing])[:]
        return {(*self._as, row.pk): Line(row.published_at, self._html(row)) for row in rows}

    def _html(self, row: Interview) -> str:
        return render_to_string("interviews/_item.html", {"interview": row, "level": self._as[0]})


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

    return catalog.kept.get((name, limit, frozenset(wanted.items()), but), read)


def counted(name: str, counts: Mapping[int, int]) -> list[models.Model]:
    """Return the rows of some keys in their order, each with its `interview_count`."""
    rows = FILED[name].objects.in_bulk(list(counts))
    for key, row in rows.items():
        row.interview_count = counts[key]
    return [rows[key] for key in counts if key in rows]
