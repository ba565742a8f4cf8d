"""Every interface string is there in every language of the archive."""

import re

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import to_locale

from interviews.management.commands import messages

LANGUAGES = messages.languages()
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[%sd]|\{\w*\}")


@pytest.fixture(scope="module")
def found():
    return messages.collected(settings.BASE_DIR)


def catalogue(language):
    with messages.catalogue_path(language).open("rb") as file:
        return read_po(file, to_locale(language))


def keys(messages_of_one):
    return {(message.id, message.context) for message in messages_of_one if message.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_has_the_strings_of_the_code_and_no_others(language, found):
    assert keys(catalogue(language)) == keys(found), "run `make messages`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_translated(language):
    assert [message.id for message in catalogue(language) if message.id and not messages.is_translated(message)] == []


def changed_placeholders(message):
    """Return the forms of a translation that do not show what its source shows; a singular may leave the number out."""
    sources = message.id if isinstance(message.id, tuple) else (message.id,)
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    wanted = set(PLACEHOLDER.findall(sources[-1]))
    found = [set(PLACEHOLDER.findall(form)) for form in forms]
    changed = [form for form, own in zip(forms, found, strict=True) if not own <= wanted]
    return changed if found[-1] == wanted else [*changed, forms[-1]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_placeholders(language):
    assert [
        changed for message in catalogue(language) if message.id and (changed := changed_placeholders(message))
    ] == []


@pytest.mark.parametrize(
    ("identity", "translation"),
    [
        ("%(n)s of %(all)s", "第 %(n)s"),
        ("%(n)s rows", "%(m)s 行"),
        (("one row", "%(n)s rows"), ("行",)),
        ("100 %%", "百"),
    ],
)
def test_a_lost_placeholder_is_found(identity, translation):
    assert changed_placeholders(Message(identity, translation))


def test_a_plural_in_one_form_is_let_through():
    assert changed_placeholders(Message(("one row", "%(n)s rows"), ("%(n)s 行",))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language):
    path = messages.catalogue_path(language)
    expected = messages.compiled(path.read_bytes(), to_locale(language))
    assert path.with_suffix(".mo").read_bytes() == expected, "run `make messages`"


def marked(path, content):
    path.write_text(content)
    return [(identity, context) for identity, _comments, context in messages.strings(path)]


def test_strings_are_found_in_templates(tmp_path):
    content = """
      <h1>{% translate "Topics" %}</h1>{% translate "May" context "month" %}
        {% blocktranslate count n=rows|length trimmed %}
          one row
        {% plural %}
          {{ n }} rows
        {% endblocktranslate %}
    {{ _("Search")|lower }}
    """
    assert marked(tmp_path / "page.html", content) == [
        ("Topics", None),
        ("May", "month"),
        (("one row", "%(n)s rows"), None),
        ("Search", None),
    ]


def test_strings_are_found_in_code(tmp_path):
    content = """
a = _("Topics"), pgettext_lazy("month", "May")
b = ngettext_lazy("%(n)d row", "%(n)d rows", "n"), not_marked("Search")
"""
    assert marked(tmp_path / "code.py", content) == [
        ("Topics", None),
        ("May", "month"),
        (("%(n)d row", "%(n)d rows"), None),
    ]


def test_a_second_collection_changes_nothing_and_keeps_translations(tmp_path, found):
    path = tmp_path / "django.po"
    language = LANGUAGES[0]
    first = messages.in_step(path, language, found)
    first.get(next(message.id for message in found if isinstance(message.id, str) and message.id)).string = "译文"
    path.write_bytes(messages.source(first))
    second = messages.source(messages.in_step(path, language, found))
    assert second == path.read_bytes()
    assert "译文" in second.decode()
