"""What templates ask about the site: its addresses, its languages, what things are called, what is on every page."""

from functools import cache
from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.template.context import Context
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interviews.finding.limits import KINDS
from interviews.templatetags.archive import html_language, own_name
from interviews.templatetags.markup import html, joined

register = template.Library()

LABELS = {
    "topic": _("Topic"),
    "speaker": _("Expert"),
    "conference": _("Conference"),
    "term": _("Term"),
    "year": _("Year"),
    "language": _("Language"),
    "kind": _("Kind"),
    **KINDS,
}


@register.filter
def label(name: str) -> str:
    """Return what a kind of thing is called: one that is found, or one by which a list is narrowed."""
    return _label(name, translation.get_language())


@cache
def _label(name: str, _language: str) -> str:
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
def standing(name: str, **given: str) -> str:
    """Return a part of pages that depends on nothing but language and settings: it is rendered once in a process.

    `given` is what the template is given besides, the same wherever it stands.
    """
    make = _standing.__wrapped__ if settings.DEBUG else _standing
    return make(name, translation.get_language(), contact_email=settings.CONTACT_EMAIL, **given)


@cache
def _standing(name: str, _language: str, **given: str) -> str:
    return render_to_string(name, given)


@register.simple_tag(takes_context=True)
def toggle(context: Context) -> str:
    """Show the ways to the same address in the other languages, each in its own."""
    links = (
        html(
            '<a href="{0}" lang="{1}" hreflang="{1}"{2} data-keeps-place>{3}</a>\n',
            *(link["url"], html_language(link["code"])),
            html(' aria-current="true"') if link["current"] else "",
            own_name(link["code"]),
        )
        for link in language_links(context)
    )
    return html('<nav class="toggle" aria-label="{}">{}</nav>', gettext("Language"), joined(links))


@register.simple_tag(takes_context=True)
def querystring(context: Context, **changed: Any) -> str:
    """Return the query of the address with some of its values changed; None takes one away.

    What Django's own tag returns, without copying the query value by value.
    """
    asked = context["request"].GET
    values = {**dict(asked.lists()), **{name: [value] for name, value in changed.items()}}
    query = urlencode({name: each for name, each in values.items() if each != [None]}, doseq=True)
    return f"?{query}" if asked or query else ""


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[dict[str, Any]]:
    """Return the same address in every language of the archive; its home where the address has none."""
    request, current = context.get("request"), translation.get_language()
    path, here = request.get_full_path() if request else "/", f"/{current}/"
    # The addresses of a page for people differ in their first part alone.
    rest = path.removeprefix(here) if request and request.resolver_match and path.startswith(here) else ""
    links = [{"code": code, "url": f"/{code}/{rest}", "current": code == current} for code, _name in settings.LANGUAGES]
    return [{**link, "url": path} if link["current"] and path.startswith(here) else link for link in links]
