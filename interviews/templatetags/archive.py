"""What templates ask about languages: a text together with the language that it is written in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.db import models
from django.utils import translation

from interviews import storage
from interviews.models import Interview, language
from interviews.templatetags.markup import html
from interviews.transcripts import script
from interviews.transcripts.transcript import Text

register = template.Library()


@dataclass(frozen=True)
class Written:
    """A text and its language, as the `lang` attribute of the element that shows it wants it."""

    text: str
    code: str

    @property
    def language(self) -> str:
        """The language as HTML writes it: `zh-Hans`."""
        return html_language(self.code)

    @property
    def for_title(self) -> str:
        """The language of a `<title>` that begins with this text, "" where the page's own is the better one.

        The site's name follows there in the language of the page, and a title can hold no element that says so.
        """
        return self.language if uses_han(self.code) or not uses_han(translation.get_language()) else ""

    def __str__(self) -> str:
        return self.text


@register.filter
@lru_cache(64)  # every element says its language
def html_language(code: str) -> str:
    """Return a language code as HTML writes it: `zh-Hans` for `zh-hans`."""
    return html("{}", translation.to_locale(code).replace("_", "-"))


@register.filter
def called(code: str) -> str:
    """Return a language's name in the language of the page, as the settings' catalogue calls it."""
    return str(dict(settings.LANGUAGES).get(code, code))


@register.filter
@lru_cache(64)
def own_name(code: str) -> str:
    """Return a language's name in that language itself."""
    return translation.get_language_info(code)["name_local"]


@register.simple_tag
def written(
    source: models.Model | Text | None, field: str = "", preferred: str = "", otherwise: str = ""
) -> Written | None:
    """Return a text in the page's language, or in the first that it has; None where it has none.

    `source` is a Text, or a row with the name of its translated field. `preferred` asks for another language first.
    `otherwise` stands for a missing text.
    """
    text = language.read(source, field) if isinstance(source, models.Model) else source or Text()
    first = preferred or translation.get_language()
    code = first if first in text else next((code for code in (*language.languages(), *text) if code in text), "")
    if code:
        return Written(text[code], code)
    return Written(otherwise, translation.get_language()) if otherwise else None


@register.simple_tag
def name_of(row: Any) -> Written:
    """Return what a row of the vocabulary, a person or an interview is called; its address where it has no name.

    A value that stands for a row has its name as a Text.
    """
    if getattr(row, "acronym", ""):
        return in_its_script(str(row))
    if isinstance(row, models.Model):
        name = title_of(row) if isinstance(row, Interview) else language.read(row, "name")
    else:
        name = row.name
    return written(name, otherwise=row.slug or str(row.pk))


@register.simple_tag
def title_of(interview: Interview) -> Text:
    """Return the title of an interview in the languages that readers may see."""
    return language.read(interview, "title").only(frozenset(storage.public_languages(interview)))


@register.simple_tag
def also_written(source: models.Model | Text, field: str = "") -> list[Written]:
    """Return a text in its other languages, where it says something else there than `written` does."""
    first = written(source, field)
    text = language.read(source, field) if isinstance(source, models.Model) else source
    return [Written(other, code) for code, other in text.items() if first and other != first.text]


@register.simple_tag
def person(source: Any, preferred: str = "", otherwise: str = "") -> Written | None:
    """Return how a speaker (a row or the transcript's) is called: the name with its honorific where it belongs.

    `otherwise` stands for the missing name of a transcript's speaker; a row has its address. A Chinese or Japanese
    honorific follows the name, any other precedes it: its own script tells.
    """
    stored = isinstance(source, models.Model)
    name = written(source if stored else source.name, "name", preferred, source.slug if stored else otherwise)
    honorifics = language.read(source, "honorific") if stored else source.honorific
    honorific = honorifics.get(name.code, "") if name else ""
    if not honorific:
        return name
    follows = ord(honorific[0]) > 0x2E7F
    return Written(f"{name.text}{honorific}" if follows else f"{honorific} {name.text}", name.code)


@register.simple_tag
def sides(text: Text, columns: Sequence[str]) -> list[Written]:
    """Return what a text says in each of the page's columns, "" where it says nothing."""
    shown = columns if any(code in text for code in columns) else list(text)[:1]
    return [Written(text.get(code, ""), code) for code in shown]


@register.simple_tag
def asker(asking: Mapping[str, str], code: str) -> Written:
    """Return who asks, in a column's language, where no person does."""
    return Written(asking.get(code, ""), code)


@register.filter
@lru_cache(1024)  # the acronyms of conferences stand on every page
def in_its_script(text: str) -> Written:
    """Return a text whose language nobody noted (an acronym, a credit) with the language that its script tells."""
    han = [code for code in language.languages() if uses_han(code)]
    if script.has_han(text) and han:
        return Written(text, han[0])
    return Written(text, next((code for code in language.languages() if not uses_han(code)), ""))


@cache
def uses_han(code: str) -> bool:
    """Return whether a language is written in Chinese characters: its own name tells."""
    return script.has_han(translation.get_language_info(code)["name_local"])


@register.filter
def monogram(name: Written | None) -> str:
    """Return what stands for a missing portrait: the first Han character, or the initials of a Latin name."""
    words = name.text.split() if name else []
    if not words or ord(words[0][0]) > 0x2E7F:
        return words[0][0] if words else ""
    return "".join(word[0] for word in (words[0], words[-1])[: len(words)]).upper()


@register.filter
def short_date(partial: str) -> str:
    """Return a partial date in the short form that both languages read: 2003.12."""
    return partial.replace("-", ".")
