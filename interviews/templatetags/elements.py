"""The smallest elements of a page: texts with their languages, marked passages, dates, the entries of lists.

A page holds hundreds of them. A template for each took longer than everything else on the page together, so these few
are written here, each by `html`, which escapes whatever it is given.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.utils import formats, timezone, translation
from django.utils.translation import gettext

from interviews.templatetags.archive import called, html_language, in_its_script, name_of, uses_han, written
from interviews.templatetags.markup import html, joined
from interviews.templatetags.site import address, label
from interviews.transcripts import script

register = template.Library()


@register.simple_tag
def show(text: Any, code: str = "") -> str:
    """Show a Written or a cell of the page, or else a string with the code of its language.

    The element around it says that language; Chinese characters inside a text of another script get a `lang` here.
    """
    if code:
        return shown(text, code)
    return shown(text.text, text.code) if text else ""


@register.simple_tag
def span(text: Any, kind: str = "") -> str:
    """Show a Written as a <span> that says its language, of a class if one is given; nothing where there is none."""
    if not text:
        return ""
    said = shown(text.text, text.code)
    if kind:
        return html('<span class="{}" lang="{}">{}</span>', kind, html_language(text.code), said)
    return html('<span lang="{}">{}</span>', html_language(text.code), said)


@register.simple_tag
def link(page: str, row: Any) -> str:
    """Show what a row is called as the link to its page; `page` names that page's address."""
    name = name_of(row)
    said = shown(name.text, name.code)
    return html('<a href="{}" lang="{}">{}</a>', address(page, row.slug), html_language(name.code), said)


@register.simple_tag
def run(page: str, rows: Iterable[Any]) -> str:
    """Show rows as links, each as an item of a list, with how many interviews there are to it."""
    return joined(
        html('<li>{} <span class="count">{}</span></li>', link(page, row), row.interview_count) for row in rows
    )


@register.simple_tag
def marked(side: Any) -> str:
    """Show a passage of a text, given in fragments, with what was asked for marked in it."""
    code = side.code
    return joined(
        html("<mark>{}</mark>", shown(text, code)) if is_hit else shown(text, code) for text, is_hit in side.fragments
    )


@register.simple_tag
def day(moment: datetime | None) -> str:
    """Show the day of an interview, as the page's language writes it; nothing where it is not known."""
    return _day(timezone.localtime(moment).date(), translation.get_language()) if moment else ""


@lru_cache(4096)
def _day(day: date, _language: str) -> str:
    return html('<time datetime="{}">{}</time>', day.isoformat(), formats.date_format(day, "DATE_FORMAT"))


@register.simple_tag
def kind_of_text(kind: str) -> str:
    """Warn of a text that does not give the words that were said; nothing of one as it was published."""
    if kind == "condensed":
        return html('<span class="kind">{}</span>', gettext("Condensed account"))
    return html('<span class="kind">{}</span>', gettext("Fictional sample")) if kind == "fictional" else ""


@register.simple_tag
def kicker(interview: Any) -> str:
    """Show what stands above the title of an interview: its conference, its day, and a warning of what it is."""
    conference = span(name_of(interview.conference)) if interview.conference else ""
    parts = conference, day(interview.published_at), kind_of_text(interview.text_kind)
    return html('<p class="kicker">{}{}{}</p>', *parts)


@register.simple_tag
def entries(values: Iterable[Any], facet: str) -> str:
    """Show the values of a facet as items of a list, each with what it leads to and how often it is there.

    Of people with one name it is said where they work.
    """
    values = list(values)
    current, named = html(' aria-current="true"'), [_value(each, facet) for each in values]
    often = Counter(named)
    return joined(
        html(
            '<li><a href="{}" rel="nofollow"{}>{}{}</a> <span class="count">{}</span></li>',
            *(each.url, current if each.current else "", name, _workplace(each) if often[name] > 1 else "", each.count),
        )
        for each, name in zip(values, named, strict=True)
    )


def _workplace(entry: Any) -> str:
    """Where a person of an entry works, behind the name that somebody else has as well."""
    return joined([" ", span(written(entry.workplace), "also")]) if entry.workplace else ""


def _value(entry: Any, facet: str) -> str:
    if entry.name or entry.row:
        return entry.name or span(name_of(entry.row))
    names = {"language": called, "kind": label}
    return names[facet](entry.value) if facet in names else entry.value


def shown(text: str, code: str) -> str:
    """Return a text of a language, with the language of the Chinese characters in it said where it is another."""
    if text.isascii() or uses_han(code) or not script.has_han(text):
        return text
    return joined(
        html('<span lang="{}">{}</span>', in_its_script(run).language, run) if is_han else run
        for run, is_han in script.runs(text)
    )
