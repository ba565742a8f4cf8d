"""The ways to narrow a list further, each with the number of interviews it leads to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.template.loader import render_to_string
from django.utils.translation import get_language

from interviews.catalog import Catalog
from interviews.models.language import languages
from interviews.views.filters import FILED, Filters
from interviews.views.listing import counted

SHOWN, FOLDED = 12, 48


@dataclass(frozen=True)
class Entry:
    """One value: a row of the archive, a year or the code of a language; a chosen one leads to the list without it."""

    value: str
    row: models.Model | None
    count: int
    url: str
    current: bool


@dataclass(frozen=True)
class Facet:
    """The values of one kind: those shown at once, those behind a fold, and whether there are still more."""

    name: str
    shown: list[Entry]
    folded: list[Entry]
    more: bool


def rendered(catalog: Catalog, filters: Filters, wanted: Mapping[str, Any]) -> str:
    """Return the facets of a list as the page holds them, in the page's language; one revision makes each once."""

    def render() -> str:
        found = [_facet(catalog, filters, wanted, name) for name in ("topic", "speaker", "conference", "year")]
        found.append(_facet(catalog, filters, wanted, "language"))
        return render_to_string(
            "interviews/_facets.html", {"facets": [facet for facet in found if facet.shown], "filters": filters}
        )

    return catalog.kept.get(("facets", filters, get_language()), render)


def taken_away(catalog: Catalog, filters: Filters, wanted: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the filters in use, each with the row it names, the list without it and how long that is."""
    return [
        {
            "name": name,
            "value": value,
            "row": _row(catalog, name, wanted[name]),
            "url": filters.changed(**{name: ""}).address,
            "count": len(catalog.find(_without(wanted, name))),
        }
        for name, value in filters.chosen.items()
    ]


def _facet(catalog: Catalog, filters: Filters, wanted: Mapping[str, Any], name: str) -> Facet:
    counts = catalog.find(_without(wanted, name)).counts(name)
    order = sorted(counts.items(), key=_newest_year if name == "year" else _most_frequent)
    if name == "language":
        order = [(code, counts[code]) for code in languages() if code in counts]
    first = dict(order[: SHOWN + FOLDED])
    if wanted.get(name) in counts:  # what is chosen is shown, however rare it is
        first = {wanted[name]: counts[wanted[name]], **first}
    entries = [_entry(filters, name, *value) for value in _named(name, first)]
    return Facet(name, entries[:SHOWN], entries[SHOWN:], len(order) > len(first))


def _named(name: str, counts: Mapping[Any, int]) -> list[tuple[str, models.Model | None, int]]:
    """The values with their rows, as addresses name them, in the order of the counts."""
    if name in FILED:
        return [(row.slug, row, row.interview_count) for row in counted(name, counts)]
    return [(str(value), None, count) for value, count in counts.items()]


def _entry(filters: Filters, name: str, value: str, row: models.Model | None, count: int) -> Entry:
    current = filters.chosen.get(name) == value
    url = filters.changed(**{name: "" if current else value}).address
    return Entry(value, row, count, url, current)


def _row(catalog: Catalog, name: str, key: Any) -> models.Model | None:
    """The row that a filter names, if readers may know of it."""
    if name not in FILED or key not in catalog.find().counts(name):
        return None
    return catalog.kept.get((name, "row", key), lambda: FILED[name].objects.filter(pk=key).first())


def _without(wanted: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {other: value for other, value in wanted.items() if other != name}


def _most_frequent(item: tuple[int, int]) -> tuple[int, int]:
    return -item[1], item[0]


def _newest_year(item: tuple[int, int]) -> int:
    return -item[0]
