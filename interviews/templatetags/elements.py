"""The smallest elements of a page: texts with their languages, marked passages, dates, the entries of lists.

A page holds hundreds of them. A template for each took longer than everything else on the page together, so these few
are written here, each by `format_html`, which escapes whatever it is given.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.utils import formats, timezone, translation
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext

from interviews.templatetags.archive import called, html_language, in_its_script, name_of, uses_han
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
        return format_html('<span class="{}" lang="{}">{}</span>', kind, html_language(text.code), said)
    return format_html('<span lang="{}">{}</span>', html_language(text.code), said)


@register.simple_tag
def link(page: str, row: Any) -> str:
    """Show what a row is called as the link to its page; `page` names that page's address."""
    name = name_of(row)
    said = shown(name.text, name.code)
    return format_html('<a href="{}" lang="{}">{}</a>', address(page, row.slug), html_language(name.code), said)


@register.simple_tag
def run(page: str, rows: Iterable[Any]) -> str:
    """Show rows as links, each as an item of a list, with how many interviews there are to it."""
    items = ((link(page, row), str(row.interview_count)) for row in rows)
    return format_html_join("", '<li>{} <span class="count">{}</span></li>', items)


@register.simple_tag
def marked(side: Any) -> str:
    """Show a passage of a text, given in fragments, with what was asked for marked in it."""
    return _filled(
        "".join("<mark>{}</mark>" if each.hit else "{}" for each in side.fragments),
        [shown(each.text, side.code) for each in side.fragments],
    )


@register.simple_tag
def day(moment: datetime | None) -> str:
    """Show the day of an interview, as the page's language writes it; nothing where it is not known."""
    return _day(timezone.localtime(moment).date(), translation.get_language()) if moment else ""


@lru_cache(4096)
def _day(day: date, _language: str) -> str:
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), formats.date_format(day, "DATE_FORMAT"))


@register.simple_tag
def kind_of_text(kind: str) -> str:
    """Warn of a text that does not give the words that were said; nothing of one as it was published."""
    if kind == "condensed":
        return format_html('<span class="kind">{}</span>', gettext("Condensed account"))
    return format_html('<span class="kind">{}</span>', gettext("Fictional sample")) if kind == "fictional" else ""


@register.simple_tag
def entries(values: Iterable[Any], facet: str) -> str:
    """Show the values of a facet as items of a list, each with what it leads to and how often it is there."""
    current = format_html(' aria-current="{}"', "true")
    return format_html_join(
        "",
        '<li><a href="{}" rel="nofollow"{}>{}</a> <span class="count">{}</span></li>',
        ((each.url, current if each.current else "", _value(each, facet), str(each.count)) for each in values),
    )


def _value(entry: Any, facet: str) -> str:
    if entry.name or entry.row:
        return entry.name or span(name_of(entry.row))
    names = {"language": called, "kind": label}
    return names[facet](entry.value) if facet in names else entry.value


@register.simple_tag
def segments(cell: Any, turn: Any) -> str:
    """Show a paragraph in its groups, each segment with its address, and which of them the languages tell unlike."""
    groups = [_joined([_piece(piece, turn) for piece in group]) for group in cell.groups]
    return _filled('<span class="group">{}</span>' * len(groups), groups) if len(groups) > 1 else _joined(groups)


def _piece(piece: Any, turn: Any) -> str:
    name = f"t{turn.number}s{piece.segment}"
    said = _joined([_term(each) if each.key else shown(each.text, each.code) for each in piece.fragments])
    if piece.anchor:
        segment = format_html('<span class="segment" id="{}" data-segment="{}">{}</span>', piece.anchor, name, said)
    else:
        segment = format_html('<span class="segment" data-segment="{}">{}</span>', name, said)
    if piece.segment not in turn.differing or not piece.fragments:
        return segment
    note = gettext("The languages tell this differently.")
    return format_html('{}<span class="differs" role="note" title="{}" aria-label="{}">≠</span>', segment, note, note)


def _term(fragment: Any) -> str:
    """The words that name a term: a label around an unseen button that opens its card, and a link for paper."""
    return format_html(
        '<label class="term"><button type="button" class="term-open" popovertarget="term-{key}" aria-label="{text}">'
        '</button><span aria-hidden="true">{shown}</span>'
        '<a class="term-link" href="{address}" aria-label="{text}"></a></label>',
        key=fragment.key,
        text=fragment.text,
        shown=shown(fragment.text, fragment.code),
        address=address("term", fragment.key),
    )


def _filled(pattern: str, parts: Sequence[str]) -> str:
    """A pattern with HTML and texts in its places; one call for all of them."""
    return format_html(pattern, *parts) if parts else ""


def _joined(parts: Sequence[str]) -> str:
    """HTML and texts one after the other; a single one as it is, for whoever shows it."""
    return parts[0] if len(parts) == 1 else _filled("{}" * len(parts), parts)


def shown(text: str, code: str) -> str:
    """Return a text of a language, with the language of the Chinese characters in it said where it is another."""
    if text.isascii() or uses_han(code) or not script.has_han(text):
        return text
    runs = list(script.runs(text))
    return _joined(
        [
            format_html('<span lang="{}">{}</span>', in_its_script(run).language, run) if is_han else run
            for run, is_han in runs
        ]
    )
