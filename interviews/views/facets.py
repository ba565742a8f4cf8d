"""The ways to narrow a list further, each with the number of interviews it leads to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.template.loader import render_to_string
from django.utils.translation import get_language

from interviews.catalog import Catalog
from interviews.models.language import languages
from interviews.transcripts.transcript import NO_TEXT, Text
from interviews.views.filters import FILED, Filters, filed_under
from interviews.views.listing import most_first, names

SHOWN, FOLDED = 12, 48


@dataclass(frozen=True)
class Entry:
    """One value: a row of the archive, a year or the code of a language; a chosen one leads to the list without it.

    `name` is what a row is called where that is rendered already, and `workplace` where a person works.
    """

    value: str
    row: models.Model | None
    count: int
    url: str
    current: bool
    name: str = ""
    workplace: Text = NO_TEXT


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
            "row": _row(catalog, name, value, wanted[name]),
            "url": filters.changed(**{name: ""}).address,
            "count": len(catalog.find(_without(wanted, name))),
        }
        for name, value in filters.chosen.items()
    ]


def _facet(catalog: Catalog, filters: Filters, wanted: Mapping[str, Any], name: str) -> Facet:
    counts = catalog.find(_without(wanted, name)).counts(name)
    if name == "language":
        order = [(code, counts[code]) for code in languages() if code in counts]
    elif name == "year":
        order = sorted(counts.items(), reverse=True)
    else:
        order = most_first(counts)
    first = dict(order[: SHOWN + FOLDED])
    if wanted.get(name) in counts:  # what is chosen is shown, however rare it is
        first = {wanted[name]: counts[wanted[name]], **first}
    chosen, address = filters.chosen.get(name), filters.addresses(name)
    entries = [
        Entry(value, None, count, address("" if value == chosen else value), value == chosen, *shown)
        for value, count, *shown in _named(catalog, name, first)
    ]
    return Facet(name, entries[:SHOWN], entries[SHOWN:], len(order) > len(first))


def _named(catalog: Catalog, name: str, counts: Mapping[Any, int]) -> list[tuple]:
    """The values as addresses name them, in the order of the counts, each with its count and what else an Entry has."""
    if name in FILED:
        return [(row.slug, counts[row.key], row.html, row.workplace) for row in names(catalog, name, counts)]
    return [(str(value), count) for value, count in counts.items()]


def _row(catalog: Catalog, name: str, value: str, key: Any) -> models.Model | None:
    """The row that a filter names, if readers may know of it."""
    if name not in FILED or key not in catalog.find().counts(name):
        return None
    return filed_under(catalog, name, value)


def _without(wanted: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {other: value for other, value in wanted.items() if other != name}
