"""Long lists in numbered pages."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from interviews.models.language import languages
from interviews.views.addresses import absolute, alternates
from interviews.views.lines import Lines

PER_PAGE = 20


def paged(request: HttpRequest, rows: QuerySet | Lines, per_page: int = PER_PAGE) -> Page:
    """Return the page of a list that `?page=` asks for, the first one by default; raises Http404 beyond its ends."""
    pages = Paginator(rows, per_page)
    number = request.GET.get("page", "1")
    if not (number.isascii() and number.isdecimal() and len(number) < 10 and 1 <= int(number) <= pages.num_pages):
        raise Http404
    return pages.page(int(number))


def known_as(request: HttpRequest, page: Page) -> dict[str, Any]:
    """Return the addresses under which a page of a list is known: without filters, with its number from 2 on."""
    path = request.path + (f"?page={page.number}" if page.number > 1 else "")
    return {"canonical": absolute(path), "alternates": alternates(path, languages())}
