"""`manage.py messages`: the catalogues of interface strings, kept by Babel, so that GNU gettext is not needed."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import template, to_locale

SOURCES = ("archive/**/*.py", "interviews/**/*.py", "interviews/**/*.html", "templates/**/*.html")
# Babel knows gettext, ngettext, pgettext and npgettext; Django's lazy forms take the same arguments.
KEYWORDS = DEFAULT_KEYWORDS | {
    f"{name}{form}": DEFAULT_KEYWORDS.get(name)
    for name in ("gettext", "ngettext", "pgettext", "npgettext")
    for form in ("_lazy", "_noop")
}
# The same strings make the same file, whenever they are collected.
LONG_AGO = datetime.fromtimestamp(0, UTC)
PASSING = re.compile(
    rb'^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By|Report-Msgid-Bugs-To):.*\n',
    re.M,
)


class Command(BaseCommand):
    help = "Bring the catalogues in step with the strings in code and templates, and compile them (a developer's tool)."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        found = collected(settings.BASE_DIR)
        for language in languages():
            path = catalogue_path(language)
            catalogue = in_step(path, language, found)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text := source(catalogue))
            path.with_suffix(".mo").write_bytes(compiled(text, catalogue.locale_identifier))
            missing = sum(1 for message in catalogue if message.id and not is_translated(message))
            self.stdout.write(
                f"{path.relative_to(settings.BASE_DIR)}: {len(catalogue)} strings, {missing} to translate."
            )


def languages() -> list[str]:
    """Return the languages that need a catalogue: all but the one that the strings are written in."""
    return [code for code, _name in settings.LANGUAGES if code != settings.SOURCE_LANGUAGE]


def catalogue_path(language: str) -> Path:
    """Return where the catalogue of a language stands."""
    return Path(settings.LOCALE_PATHS[0]) / to_locale(language) / "LC_MESSAGES" / "django.po"


def collected(project: Path) -> Catalog:
    """Return every string that the code and the templates under a folder mark for translation."""
    found = Catalog(creation_date=LONG_AGO)
    for path in sorted(path for pattern in SOURCES for path in project.glob(pattern)):
        place = (path.relative_to(project).as_posix(), None)
        for identity, comments, context in strings(path):
            found.add(identity, locations=[place], auto_comments=comments, context=context)
    return found


def strings(path: Path) -> Iterator[tuple[str | tuple[str, ...], list[str], str | None]]:
    """Yield each marked string of one file with the comments for its translator and its context."""
    content = path.read_text()
    if path.suffix == ".html":
        # Django turns a template into Python calls with filler between them; in parentheses its indentation is free.
        content = f"({template.templatize(content, origin=path.name)}\n)"
    marked = extract(
        "python", BytesIO(content.encode()), KEYWORDS, comment_tags=("Translators",), strip_comment_tags=True
    )
    for _line, identity, comments, context in marked:
        yield identity, comments, context


def in_step(path: Path, language: str, found: Catalog) -> Catalog:
    """Return the catalogue at a path with exactly the strings that were found, its translations kept."""
    locale = to_locale(language)
    catalogue = Catalog(locale)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale)
    catalogue.update(found, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.project, catalogue.version = "interview-archive", ""
    catalogue.header_comment = ""
    catalogue.fuzzy = False
    catalogue.creation_date = catalogue.revision_date = LONG_AGO
    return catalogue


def is_translated(message: Any) -> bool:
    """Return whether a message has all its forms in the other language, none of them a guess."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return bool(forms) and all(forms) and not message.fuzzy


def source(catalogue: Catalog) -> bytes:
    """Return a catalogue as the text of a .po file."""
    file = BytesIO()
    write_po(file, catalogue, width=110, sort_output=True, include_lineno=False)
    return PASSING.sub(b"", file.getvalue()).lstrip()


def compiled(text: bytes, locale: str) -> bytes:
    """Return the text of a .po file as the bytes of a .mo file, without what is not translated."""
    catalogue = read_po(BytesIO(text), locale)
    catalogue.creation_date = catalogue.revision_date = LONG_AGO
    for message in list(catalogue):
        if message.id and not is_translated(message):
            catalogue.delete(message.id, message.context)
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()
