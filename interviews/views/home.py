"""The front door: the way to the reader's language, the home page, about."""

from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from interviews.catalog import Catalog, current
from interviews.models.language import languages
from interviews.views.addresses import absolute, alternates
from interviews.views.lines import Lines
from interviews.views.listing import kept, most_frequent
from interviews.views.vocabularies import by_year

NEWEST = 6
MOST = 12
MOST_TOPICS = 18
LATEST = 8
YEARS = 12


@require_safe
def root(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Lead a reader to the language that the browser prefers; nobody else may keep that answer."""
    code = translation.get_language_from_request(request)
    response = HttpResponseRedirect(f"/{code}/{rest}")
    patch_cache_control(response, private=True, no_store=True)
    return response


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what is new, and the ways into the archive."""
    catalog = current()
    everything = catalog.find()
    return render(
        request,
        "interviews/home.html",
        {
            "interviews": Lines(catalog, everything.newest_first, level=3)[:NEWEST],
            "ways": kept(catalog, "interviews/_ways.html", lambda: _ways(catalog)),
            "total": len(everything),
            "searches_here": True,
            "canonical": absolute(request.path),
            "alternates": alternates(request.path, languages()),
        },
    )


def _ways(catalog: Catalog) -> dict[str, Any]:
    return {
        "speakers": most_frequent(catalog, "speaker", MOST),
        "conferences": [row for year in by_year(catalog) for row in year["conferences"]][:LATEST],
        "topics": most_frequent(catalog, "topic", MOST_TOPICS),
        "years": sorted(catalog.find().counts("year").items(), reverse=True)[:YEARS],
    }


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Tell what the archive is and how to rely on it."""
    addresses = {"canonical": absolute(request.path), "alternates": alternates(request.path, languages())}
    return render(request, "interviews/about.html", addresses)


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer whoever watches over the archive, after a look at the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM interviews_siterevision")
        cursor.fetchone()
    response = HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
    patch_cache_control(response, no_store=True)
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers where the sitemap is; what they must not index says so itself."""
    lines = ["User-agent: *", *(f"Disallow: /{code}/admin/" for code in languages() if not settings.READ_ONLY)]
    text = "\n".join([*lines, "Allow: /", "", f"Sitemap: {absolute('/sitemap.xml')}", ""])
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
