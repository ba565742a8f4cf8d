"""A vocabulary from a file into the table of terms: repeatable, and nothing that an editor changed is overwritten."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.validators import validate_slug
from django.db import models
from django.forms import ValidationError

from interviews.indexing import reindex_records
from interviews.models import Term, language
from interviews.storage import slugs
from interviews.storage.terms import note_all
from interviews.writing import bump_revision, writing

FIELDS = {"slug", "abbreviation", "name", "aliases", "definition"}


class VocabularyError(ValueError):
    """A vocabulary that cannot be read; the message names the entry."""


@dataclass(frozen=True)
class TermEntry:
    """A term as a vocabulary's file gives it."""

    slug: str
    name: Mapping[str, str]
    aliases: Mapping[str, list[str]] = field(default_factory=dict)
    abbreviation: str = ""
    definition: Mapping[str, str] = field(default_factory=dict)


def read_vocabulary(content: Any) -> list[TermEntry]:
    """Return the terms of a vocabulary, a list of objects as JSON gives it; raises VocabularyError."""
    if not isinstance(content, list):
        raise VocabularyError("a vocabulary is a list of terms")
    entries = [_read(number, item) for number, item in enumerate(content, start=1)]
    twice = [slug for slug, count in Counter(entry.slug for entry in entries).items() if count > 1]
    if twice:
        raise VocabularyError(f"the slug {twice[0]!r} stands twice")
    return entries


def import_vocabulary(entries: list[TermEntry], *, replace: bool = False) -> Counter[str]:
    """Store terms, all or none, and note their uses; returns how many were added, unchanged, replaced or kept.

    A term is found again by its slug, or by its name in any language, and keeps its address. One that says something
    else than the file is kept, unless it is to be replaced. Raises VocabularyError for two entries that mean one term.
    """
    results: Counter[str] = Counter()
    met: dict[int, str] = {}
    changed: list[int] = []
    with writing():
        for entry in entries:
            term = _known(entry) or Term()
            if term.pk in met:
                raise VocabularyError(f"{entry.slug!r} and {met[term.pk]!r} are one term of the archive")
            result = _store(term, entry, replace=replace)
            results[result] += 1
            met[term.pk] = entry.slug
            if result == "replaced":
                changed.append(term.pk)
        if note_all() or results["added"] or changed:
            bump_revision()
        # One that says something else in the same turns; the uses that are new or gone were followed already.
        reindex_records(Term, changed)
    return results


def _store(term: Term, entry: TermEntry, *, replace: bool) -> str:
    if term.pk and _says(term) == _says(entry):
        return "unchanged"
    if term.pk and not replace:
        return "kept"
    result = "replaced" if term.pk else "added"
    term.abbreviation = entry.abbreviation
    for name in ("name", "definition"):
        language.assign(term, name, getattr(entry, name))
    for code in language.languages():
        setattr(term, language.column("aliases", code), entry.aliases.get(code, []))
    term.save()
    if not term.slug:
        slugs.give(term, [entry.slug])
    return result


def _says(source: Term | TermEntry) -> tuple:
    """What a term says, in a form that compares: nothing and an empty text or list are one."""
    texts = (
        {
            code: text
            for code, text in (language.read(source, name) if stored else getattr(source, name)).items()
            if text
        }
        for stored in [isinstance(source, Term)]
        for name in ("name", "aliases", "definition")
    )
    return (source.abbreviation, *texts)


def _known(entry: TermEntry) -> Term | None:
    found = Term.objects.filter(slug=entry.slug).first()
    if found:
        return found
    named = models.Q()
    for name in filter(None, entry.name.values()):
        named |= language.any_language("name", "iexact", name)
    bearers = list(Term.objects.filter(named)[:2])
    if len(bearers) > 1:
        raise VocabularyError(f"{entry.slug!r} bears the names of two terms: {bearers[0].slug}, {bearers[1].slug}")
    return bearers[0] if bearers else None


def _read(number: int, item: Any) -> TermEntry:
    place = f"entry {number}"
    if not isinstance(item, dict):
        raise VocabularyError(f"{place} is not an object")
    if unknown := sorted(item.keys() - FIELDS):
        raise VocabularyError(f"{place} has an unknown field {unknown[0]!r}")
    slug = item.get("slug", "")
    try:
        validate_slug(slug)
    except (ValidationError, TypeError):
        raise VocabularyError(f"{place} has no slug of ASCII letters, digits and hyphens") from None
    place = f"{place} ({slug})"
    return TermEntry(slug, **_read_texts(place, item))


def _read_texts(place: str, item: Mapping[str, Any]) -> dict[str, Any]:
    abbreviation, limit = item.get("abbreviation", ""), Term._meta.get_field("abbreviation").max_length
    if not isinstance(abbreviation, str) or len(abbreviation) > limit:
        raise VocabularyError(f"{place}: the abbreviation is no text of at most {limit} characters")
    texts = {name: _by_language(f"{place}: {name}", item.get(name, {}), str) for name in ("name", "definition")}
    if not any(text.strip() for text in texts["name"].values()):
        raise VocabularyError(f"{place} has no name in any language")
    aliases = _by_language(f"{place}: aliases", item.get("aliases", {}), list)
    if not all(isinstance(alias, str) and alias.strip() for names in aliases.values() for alias in names):
        raise VocabularyError(f"{place}: aliases holds something other than names")
    return {"abbreviation": abbreviation, "aliases": aliases, **texts}


def _by_language(place: str, texts: Any, kind: type) -> dict[str, Any]:
    if not isinstance(texts, dict) or not all(isinstance(value, kind) for value in texts.values()):
        raise VocabularyError(f"{place} is not a {'list' if kind is list else 'text'} for each language")
    if unknown := sorted(texts.keys() - set(language.languages())):
        raise VocabularyError(f"{place} has an unknown language {unknown[0]!r}")
    return texts
