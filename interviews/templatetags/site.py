"""What templates ask about the site: its addresses, its languages, what things are called, what is on every page."""

from functools import cache
from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

register = template.Library()

LABELS = {
    "topic": _("Topic"),
    "speaker": _("Expert"),
    "conference": _("Conference"),
    "term": _("Term"),
    "year": _("Year"),
    "language": _("Language"),
    "kind": _("Kind"),
    "title": _("Title"),
    "note": _("Editor’s note"),
    "question": _("Question"),
    "answer": _("Answer"),
    "heading": _("Heading"),
    "remark": _("Remark"),
}


@register.filter
def label(name: str) -> str:
    """Return what a kind of thing is called: one that is found, or one by which a list is narrowed."""
    return str(LABELS[name])


@register.simple_tag
def address(page: str, slug: str, code: str = "") -> str:
    """Return the address of something that has a slug, in the page's language or another.

    What `url` returns, at a fraction of its cost: pages hold hundreds of addresses that differ in the slug alone.
    """
    before, after = _around_slug(page, code or translation.get_language())
    return f"{before}{slug}{after}"


@cache
def _around_slug(page: str, code: str) -> tuple[str, str]:
    with translation.override(code):
        before, _slug, after = reverse(page, kwargs={"slug": "-slug-"}).partition("-slug-")
    return before, after


@register.simple_tag
def standing(name: str) -> str:
    """Return a part of every page that depends on nothing but the language: it is rendered once in a process."""
    return (_standing.__wrapped__ if settings.DEBUG else _standing)(name, translation.get_language())


@cache
def _standing(name: str, _language: str) -> str:
    return render_to_string(name)


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[dict[str, Any]]:
    """Return the same address in every language of the archive; its home where the address has none."""
    request, current = context.get("request"), translation.get_language()
    path, here = request.get_full_path() if request else "/", f"/{current}/"
    # The addresses of a page for people differ in their first part alone.
    rest = path.removeprefix(here) if request and request.resolver_match and path.startswith(here) else ""
    links = [{"code": code, "url": f"/{code}/{rest}", "current": code == current} for code, _name in settings.LANGUAGES]
    return [{**link, "url": path} if link["current"] and path.startswith(here) else link for link in links]
