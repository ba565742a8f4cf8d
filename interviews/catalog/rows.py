"""The rows that pages show of a revision of the site, read once: they are for reading alone."""

from collections.abc import Iterable, Mapping

from django.db import models

from interviews.catalog.catalog import Catalog
from interviews.models import Conference, Interview, Speaker, Term, Topic

COUNTED = {Speaker: "speaker", Topic: "topic", Conference: "conference"}


def interviews(catalog: Catalog, keys: Iterable[int]) -> dict[int, Interview]:
    """Return published interviews by their keys, with what lists show of them; those of other keys are left out."""

    def read(missing: list) -> Mapping:
        found = Interview.objects.published().for_lists().order_by().in_bulk([key for _model, key in missing])
        return {(Interview, key): row for key, row in found.items()}

    return _by_key(catalog.rows.get_many([(Interview, key) for key in keys], read))


def records(catalog: Catalog, model: type[models.Model], keys: Iterable[int]) -> dict[int, models.Model]:
    """Return the people, topics, terms or conferences with some keys that published interviews show.

    Each has its `interview_count`.
    """

    def read(missing: list) -> Mapping:
        found = model.objects.order_by().in_bulk([key for _model, key in missing])
        return {(model, key): row for key, row in found.items() if _count(catalog, row)}

    return _by_key(catalog.rows.get_many([(model, key) for key in keys], read))


def with_slug(catalog: Catalog, model: type[models.Model], slug: str) -> models.Model | None:
    """Return the person, topic, term or conference with an address, or None; one revision reads each once."""

    def read(missing: list) -> Mapping:
        found = list(model.objects.filter(slug=slug).order_by()[:1])
        # Whoever asks for it by its key, as facets do, has it already.
        return {missing[0]: found} | {(model, row.pk): row for row in found if _count(catalog, row)}

    (found,) = catalog.rows.get_many([(model, slug)], read)
    return found[0] if found else None


def _count(catalog: Catalog, row: models.Model) -> int:
    """Note in how many published interviews a row is; a term knows by itself."""
    if not isinstance(row, Term):
        row.interview_count = catalog.find().counts(COUNTED[type(row)])[row.pk]
    return row.interview_count


def _by_key(rows: Iterable[models.Model]) -> dict[int, models.Model]:
    return {row.pk: row for row in rows}
