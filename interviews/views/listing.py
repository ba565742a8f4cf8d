"""What interviews are filed under, fetched for the keys that the catalog gives, and what lists of it are made of."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from django.db import models
from django.template.loader import render_to_string
from django.utils.translation import get_language

from interviews.catalog import Catalog
from interviews.catalog.keeping import Kept
from interviews.catalog.rows import records
from interviews.models import Speaker, language
from interviews.transcripts.transcript import NO_TEXT, Text
from interviews.views.filters import FILED

NAMES = 8192  # that are kept


class Name(NamedTuple):
    """What a topic, a person or a conference is called in the language of the page: its key, its slug, its name.

    `workplace` is a person's, for those who share a name.
    """

    key: int
    slug: str
    html: str
    workplace: Text


def names(catalog: Catalog, name: str, keys: Iterable[int]) -> list[Name]:
    """Return what the rows of some keys are called, in their order; each is rendered once in a revision and language.

    `name` is a column of the catalog.
    """
    code = get_language()

    def rendered(missing: list[tuple]) -> dict[tuple, Name]:
        rows = records(catalog, FILED[name], [key for *_as, key in missing])
        return {
            (name, code, key): Name(
                key, row.slug, render_to_string("interviews/_inline_name.html", {"row": row}), workplace(row)
            )
            for key, row in rows.items()
        }

    made = catalog.kept.get("names", lambda: Kept(NAMES))
    return made.get_many([(name, code, key) for key in keys], rendered)


def workplace(row: models.Model | None) -> Text:
    """Return where a person works, which tells namesakes apart; nothing of any other row."""
    return language.read(row, "affiliation") if isinstance(row, Speaker) else NO_TEXT


def kept(catalog: Catalog, template: str, context: Callable[[], dict[str, Any]]) -> str:
    """Return a fragment in the page's language; one revision makes each once."""
    return catalog.kept.get((template, get_language()), lambda: render_to_string(template, context()))


def most_first(counts: Mapping[int, int]) -> list[tuple[int, int]]:
    """Return keys with their counts, the most frequent first, of equal ones the lower key."""
    return sorted(sorted(counts.items()), key=itemgetter(1), reverse=True)


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
        return counted(name, dict(most_first(counts)[:limit]))

    return catalog.kept.get((name, limit, frozenset(wanted.items()), but), read)


def counted(name: str, counts: Mapping[int, int]) -> list[models.Model]:
    """Return the rows of some keys in their order, each with its `interview_count`."""
    rows = FILED[name].objects.in_bulk(list(counts))
    for key, row in rows.items():
        row.interview_count = counts[key]
    return [rows[key] for key in counts if key in rows]
