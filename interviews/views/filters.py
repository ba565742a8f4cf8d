"""What the query of a list narrows it to: `?topic= &speaker= &conference= &year= &language=`, and `&sort=title`."""

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from django.db.models import Model
from django.urls import reverse

from interviews.catalog import Catalog
from interviews.catalog.rows import with_slug
from interviews.models import Conference, Speaker, Topic

BY_TITLE = "title"
FILED = {"topic": Topic, "speaker": Speaker, "conference": Conference}
NOTHING = -1  # the key of no row and no year


@dataclass(frozen=True)
class Filters:
    """The parsed query: slugs, a year and a language code as written; an empty string narrows nothing."""

    topic: str = ""
    speaker: str = ""
    conference: str = ""
    year: str = ""
    language: str = ""
    sort: str = ""

    @classmethod
    def parse(cls, query: Mapping[str, str]) -> "Filters":
        """Return the filters of a query; what it does not know, it leaves alone."""
        given = {field.name: query.get(field.name, "").strip().replace("\0", "") for field in fields(cls)}
        return cls(**{**given, "sort": BY_TITLE if given["sort"] == BY_TITLE else ""})

    @property
    def chosen(self) -> dict[str, str]:
        """What narrows the list, by name."""
        return {name: value for name, value in vars(self).items() if value and name != "sort"}

    @property
    def address(self) -> str:
        """The path and query of the list so narrowed and ordered."""
        query = urlencode({name: value for name, value in vars(self).items() if value})
        return reverse("interviews") + (f"?{query}" if query else "")

    def changed(self, **values: str) -> "Filters":
        """Return the filters with other values; an empty one takes a filter away."""
        return replace(self, **values)

    def addresses(self, name: str) -> Callable[[str], str]:
        """Return what gives the address for each value of one filter: a facet has a hundred, and little differs."""
        given = [(other, value) for other, value in vars(self).items() if value or other == name]
        place = [other for other, _value in given].index(name)
        path, before, after = reverse("interviews"), urlencode(given[:place]), urlencode(given[place + 1 :])

        def address(value: str) -> str:
            query = "&".join(filter(None, (before, urlencode({name: value}) if value else "", after)))
            return f"{path}?{query}" if query else path

        return address

    def wanted(self, catalog: Catalog) -> dict[str, Hashable]:
        """Return what a catalog is asked for, by column; a value that means nothing fits no interview."""
        return {name: _key(catalog, name, value) for name, value in self.chosen.items()}


def filed_under(catalog: Catalog, name: str, slug: str) -> Model | None:
    """Return the topic, person or conference with an address, or None."""
    return with_slug(catalog, FILED[name], slug)


def _key(catalog: Catalog, name: str, value: str) -> Hashable:
    if name in FILED:
        row = filed_under(catalog, name, value)
        return row.pk if row else NOTHING
    if name == "year":
        return int(value) if re.fullmatch(r"[1-9][0-9]{0,3}", value) else NOTHING
    return value
