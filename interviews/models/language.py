"""Between a translated field and the core's Text; nothing else needs to know how the columns are named."""

from django.conf import settings
from django.db import models

from interviews.transcripts.transcript import Text


def languages() -> list[str]:
    """Return the language codes of the archive in the order of the settings."""
    return [code for code, _name in settings.LANGUAGES]


def column(field: str, language: str) -> str:
    """Return the name of a translated field's column in one language, for use in expressions and `only()`."""
    return f"{field}_{language.replace('-', '_')}"


def columns(*fields: str) -> list[str]:
    """Return the names of all languages' columns of the given translated fields."""
    return [column(field, language) for field in fields for language in languages()]


def read(instance: models.Model, field: str) -> Text:
    """Return what stands in a translated field in each language, without falling back to another."""
    return Text({language: getattr(instance, column(field, language)) for language in languages()})


def assign(instance: models.Model, field: str, text: Text) -> None:
    """Set a translated field in every language of the archive; a language that `text` lacks becomes empty."""
    for language in languages():
        setattr(instance, column(field, language), text.get(language) or None)


def complete(instance: models.Model, field: str, text: Text) -> bool:
    """Add to a translated field the languages that it lacks; returns whether any was added."""
    known = read(instance, field)
    assign(instance, field, Text({**text, **known}))
    return read(instance, field) != known


def any_language(field: str, lookup: str, value: object) -> models.Q:
    """Return the condition that a translated field matches in at least one language."""
    condition = models.Q()
    for name in columns(field):
        condition |= models.Q(**{f"{name}__{lookup}": value})
    return condition
