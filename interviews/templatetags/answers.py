"""What a search shows: interviews and records that answer, with what was asked for marked, and ways to narrow it."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from interviews.templatetags.archive import also_written, html_language, name_of, person
from interviews.templatetags.elements import entries, kicker, link, marked, shown, span
from interviews.templatetags.markup import html, joined
from interviews.templatetags.site import address, label

register = template.Library()


@register.simple_tag
def answering(found: Any, every: str) -> str:
    """Show an interview that answers with its first passages; `every` is the address of all of them."""
    page = address("interview", found.interview.slug)
    return html(
        '<article class="answering">{}{}{}{}</article>',
        *(kicker(found.interview), _title(found, page), hits(found.hits, page), _further(found.further, every)),
    )


@register.simple_tag
def hits(found: Iterable[Any], page: str) -> str:
    """Show passages of the interview whose page is at an address."""
    return joined(_hit(each, page) for each in found)


@register.simple_tag
def listed_hits(found: Iterable[Any], page: str) -> str:
    """Show passages of an interview as items of a list."""
    return joined(html("<li>{}</li>", _hit(each, page)) for each in found)


def _hit(hit: Any, page: str) -> str:
    """A passage in the languages that say it, below who says it and where."""
    return html(
        '<section class="hit"><p class="meta">{}<a href="{}{}">{}{}</a></p><div class="hit-sides">{}</div></section>',
        span(person(hit.speaker), "who") if hit.speaker else "",
        page,
        f"#{hit.anchor}" if hit.anchor else "",
        label(hit.kind),
        f" {hit.number}" if hit.number else "",
        _sides(hit.sides),
    )


def _sides(sides: Iterable[Any]) -> str:
    return joined(html('<p lang="{}">{}</p>', html_language(side.code), marked(side)) for side in sides)


def _title(found: Any, page: str) -> str:
    """The title of an interview as its page's address, in both languages where it answers itself."""
    sides = found.title.sides if found.title else ()
    if not sides:
        name = name_of(found.interview)
        return _heading(name.code, page, shown(name.text, name.code))
    first, *others = sides
    also = (html('<p class="item-also" lang="{}">{}</p>', html_language(each.code), marked(each)) for each in others)
    return joined([_heading(first.code, page, marked(first)), *also])


def _heading(code: str, page: str, said: str) -> str:
    return html('<h2 class="item-title" lang="{}"><a href="{}">{}</a></h2>', html_language(code), page, said)


def _further(count: int, every: str) -> str:
    """The way to the passages that are not shown, where there are any."""
    if not count:
        return ""
    more = ngettext("%(count)s more passage in this interview", "%(count)s more passages in this interview", count) % {
        "count": count
    }
    return html('<p class="more"><a href="{}" rel="nofollow">{}</a></p>', every, more)


@register.simple_tag
def record(named: Any) -> str:
    """Show a person, a topic, a term or a conference that answers, and the line of it that says so."""
    row, sides = named.row, _sides(named.sides)
    count = ngettext("%(count)s interview", "%(count)s interviews", row.interview_count)
    return html(
        '<li class="entry"><span class="label">{}</span>\n{}\n{}\n{}\n<span class="count">{}</span>{}</li>\n',
        label(named.kind),
        link(named.kind, row),
        joined(span(other, "also") for other in also_written(row, "name")),
        _said_by(row.slug) if named.kind == "speaker" else "",
        count % {"count": row.interview_count},
        html('<div class="entry-detail"><div class="hit-sides">{}</div></div>', sides) if sides else "",
    )


def _said_by(slug: str) -> str:
    """The way to all that a person said."""
    theirs = f"{reverse('search')}?{urlencode({'speaker': slug})}"
    return html('<a class="said-by" href="{}" rel="nofollow">{}</a>', theirs, gettext("What they said"))


@register.simple_tag
def narrowing(facet: Any) -> str:
    """Show the values of a facet, each with how many passages it leaves, below what it is called."""
    return html(
        '<section class="facet" aria-labelledby="facet-{0}"><h2 class="label" id="facet-{0}">{1}</h2>'
        '<ul class="plain">{2}</ul></section>',
        *(facet.name, label(facet.name), entries(facet.shown, facet.name)),
    )
