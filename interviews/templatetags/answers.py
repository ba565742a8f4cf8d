"""What a search shows of the interviews that answer: their titles, and passages with what was asked for marked."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.translation import ngettext

from interviews.templatetags.archive import html_language, name_of, person
from interviews.templatetags.elements import kicker, marked, shown, span
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
        joined(html('<p lang="{}">{}</p>', html_language(side.code), marked(side)) for side in hit.sides),
    )


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
