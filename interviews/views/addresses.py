"""Absolute addresses, and what an address that finds nothing meant once."""

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import translation

from interviews.models import Conference, FormerSlug, Interview, Speaker, Term, Topic
from interviews.models.language import languages

PUBLIC = {
    "interviews": Interview.objects.published,
    "speakers": Speaker.objects.in_use,
    "conferences": Conference.objects.in_use,
    "topics": Topic.objects.in_use,
    "terms": Term.objects.in_use,
}


def absolute(path: str, code: str | None = None) -> str:
    """Return the absolute address of a path, in another language if asked; the Host header has no part in it."""
    return settings.SITE_ORIGIN + (in_language(path, code) if code else path)


def in_language(path: str, code: str) -> str:
    """Return the path of a page for people in another language: they differ in their first part alone."""
    _before, first, rest = path.split("/", 2)
    return f"/{code}/{rest}" if first in languages() else path


def alternates(path: str, codes: list[str]) -> list[dict[str, str]]:
    """Return the hreflang links of a page that exists in the given languages; the first is the default."""
    links = [{"code": translation.to_locale(code).replace("_", "-"), "url": absolute(path, code)} for code in codes]
    return [*links, {"code": "x-default", "url": links[0]["url"]}] if links else []


def moved(request: HttpRequest) -> HttpResponsePermanentRedirect | None:
    """Return the way to the row that a request's slug meant once, if readers may see it now."""
    section, slug = section_and_slug(request)
    former = FormerSlug.objects.filter(section=section, slug=slug).first() if section else None
    row = PUBLIC[section]().filter(pk=former.row).first() if former else None
    if not row:
        return None
    match = request.resolver_match
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    target = reverse(match.view_name, kwargs={**match.captured_kwargs, "slug": row.slug})
    return HttpResponsePermanentRedirect(target + query)


def withdrawn(request: HttpRequest) -> models.Model | None:
    """Return the interview that stood at an address, or at one it had before, and was withdrawn."""
    section, slug = section_and_slug(request)
    if section != "interviews":
        return None
    former = FormerSlug.objects.filter(section=section, slug=slug).values("row")
    return Interview.objects.withdrawn().filter(models.Q(slug=slug) | models.Q(pk__in=former)).first()


def section_and_slug(request: HttpRequest) -> tuple[str, str]:
    """Return which part of the archive a request asks and for which slug; two empty strings for any other address."""
    match = request.resolver_match
    slug = match.kwargs.get("slug", "") if match else ""
    section = next((part for part in request.path_info.split("/") if part in PUBLIC), "") if slug else ""
    return (section, slug) if section else ("", "")
