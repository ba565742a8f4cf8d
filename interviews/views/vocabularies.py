"""Conferences and topics: what interviews are filed under."""

from itertools import groupby
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from interviews.catalog import Catalog, current
from interviews.catalog.titles import sort_key
from interviews.models import Conference, Topic, language
from interviews.models.language import languages
from interviews.views.addresses import absolute, alternates
from interviews.views.filters import Filters
from interviews.views.lines import Lines
from interviews.views.listing import counted, kept, most_frequent
from interviews.views.paging import known_as, paged

MOST = 12


@require_safe
def conferences(request: HttpRequest) -> HttpResponse:
    """List the conferences of published interviews by year, the latest first."""
    catalog = current()
    listed = kept(catalog, "interviews/_conferences.html", lambda: {"years": by_year(catalog)})
    return _render(request, "interviews/conferences.html", {"listed": listed})


@require_safe
def conference(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a conference with its interviews, experts and topics."""
    found, catalog = get_object_or_404(Conference, slug=slug), current()
    wanted = {"conference": found.pk}
    context = {
        "conference": found,
        "page": _interviews(request, catalog, wanted),
        "speakers": most_frequent(catalog, "speaker", MOST, wanted),
        "topics": most_frequent(catalog, "topic", MOST, wanted),
        "narrower": Filters(conference=slug).address,
    }
    return _render(request, "interviews/conference.html", context)


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """List the topics of published interviews by name."""
    catalog = current()
    listed = kept(catalog, "interviews/_topics.html", lambda: {"topics": _by_name(catalog)})
    return _render(request, "interviews/topics.html", {"listed": listed})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a topic with its interviews, experts, conferences and the topics that go with it."""
    found, catalog = get_object_or_404(Topic, slug=slug), current()
    wanted = {"topic": found.pk}
    context = {
        "topic": found,
        "page": _interviews(request, catalog, wanted),
        "speakers": most_frequent(catalog, "speaker", MOST, wanted),
        "topics": most_frequent(catalog, "topic", MOST, wanted, but=found.pk),
        "conferences": most_frequent(catalog, "conference", MOST, wanted),
        "narrower": Filters(topic=slug).address,
    }
    return _render(request, "interviews/topic.html", context)


def by_year(catalog: Catalog) -> list[dict[str, Any]]:
    """Return the conferences of published interviews by year, the latest first; "" is the year of those without."""

    def read() -> list[dict[str, Any]]:
        held = catalog.find().counts("year")
        rows = counted("conference", catalog.find().counts("conference"))
        rows.sort(key=lambda row: (_year(row), row.start, row.acronym, row.pk), reverse=True)
        return [
            {"year": year, "has_page": year.isdecimal() and int(year) in held, "conferences": list(group)}
            for year, group in groupby(rows, key=_year)
        ]

    return catalog.kept.get("conferences by year", read)


def _interviews(request: HttpRequest, catalog: Catalog, wanted: dict[str, int]) -> Any:
    """The page of what is filed under a row; raises Http404 where readers may see nothing of it."""
    found = catalog.find(wanted)
    if not found:
        raise Http404
    return paged(request, Lines(catalog, found.newest_first))


def _year(row: Conference) -> str:
    """The year of a conference, "" where neither its first day nor its edition tells."""
    said = row.start or row.edition
    return said[:4] if said[:4].isdecimal() and said[:4].isascii() else ""


def _by_name(catalog: Catalog) -> list[models.Model]:
    rows = counted("topic", catalog.find().counts("topic"))
    return sorted(rows, key=lambda row: (sort_key(_name(row)), row.pk))


def _name(row: models.Model) -> str:
    name = language.read(row, "name")
    return next(iter([name[code] for code in (get_language(), *languages()) if code in name]), row.slug)


def _render(request: HttpRequest, template: str, found: dict[str, Any]) -> HttpResponse:
    page = found.get("page")
    alone = {"canonical": absolute(request.path), "alternates": alternates(request.path, languages())}
    return render(request, template, {**found, **(known_as(request, page) if page else alone)})
