"""What was said in a year."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from interviews.catalog import current
from interviews.models.language import languages
from interviews.views.addresses import absolute, alternates
from interviews.views.filters import Filters
from interviews.views.lines import Lines
from interviews.views.listing import most_frequent
from interviews.views.paging import known_as, paged

MOST = 12


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the years in which interviews were published, each with its foremost conferences."""
    catalog = current()
    years = [
        {"year": year, "count": count, "conferences": most_frequent(catalog, "conference", 3, {"year": year})}
        for year, count in sorted(catalog.find().counts("year").items(), reverse=True)
    ]
    addresses = {"canonical": absolute(request.path), "alternates": alternates(request.path, languages())}
    return render(request, "interviews/years.html", {"years": years, **addresses})


@require_safe
def detail(request: HttpRequest, year: str) -> HttpResponse:
    """Show a year: its conferences, topics and experts, and its interviews month by month."""
    catalog, wanted = current(), {"year": int(year)}
    found = catalog.find(wanted)
    if not found:
        raise Http404
    page = paged(request, Lines(catalog, found.newest_first, level=3))
    known = sorted(catalog.find().counts("year"))
    place = known.index(int(year))
    context = {
        "year": year,
        "page": page,
        "conferences": most_frequent(catalog, "conference", MOST, wanted),
        "topics": most_frequent(catalog, "topic", MOST, wanted),
        "speakers": most_frequent(catalog, "speaker", MOST, wanted),
        "earlier": known[place - 1] if place else None,
        "later": known[place + 1] if place + 1 < len(known) else None,
        "narrower": Filters(year=year).address,
    }
    return render(request, "interviews/year.html", {**context, **known_as(request, page)})
