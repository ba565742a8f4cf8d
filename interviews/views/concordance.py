"""Concordance: every place where something is said, a line each, as a table and as a file."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.formats import number_format
from django.views.decorators.http import require_safe

from interviews.finding.occurrences import LEFT, RIGHT, Concordance
from interviews.indexing.finding import WINDOW
from interviews.models.language import languages
from interviews.views import concordance_file
from interviews.views.addresses import absolute, alternates
from interviews.views.paging import paged
from interviews.views.search import given, questioned

PER_PAGE = 50
AT_A_TIME = 200  # rows that are read for the file at once


@require_safe
def concordance(request: HttpRequest) -> HttpResponse:
    """Show where something is said, each place in its context, beside its counterpart."""
    asked = given(request)
    question = questioned(asked)
    sort = asked.get("sort", "")
    lines = Concordance(question, translation.get_language(), sort)
    return render(
        request,
        "interviews/concordance.html",
        {
            "typed": asked.get("q", ""),
            "question": question,
            "lines": lines,
            "page": paged(request, lines, PER_PAGE),
            "sort": sort if sort in {LEFT, RIGHT} else "",
            "orders": {name: _address(asked, sort=name) for name in ("", LEFT, RIGHT)},
            "results": reverse("search") + _address(asked, sort=""),
            "file": reverse("concordance_file") + _address(asked),
            "carried": [(name, value) for name, value in asked.items() if name != "q"],
            "window": number_format(WINDOW, force_grouping=True),
            "searches_here": True,
            "noindex": True,
            "canonical": absolute(request.path),
            "alternates": alternates(request.path, languages()),
        },
    )


@require_safe
def download(request: HttpRequest) -> StreamingHttpResponse:
    """Give the concordance as a file for spreadsheets, all its rows."""
    asked, here = given(request), translation.get_language()
    lines = Concordance(questioned(asked), here, asked.get("sort", ""), concordance_file.WIDTH)
    response = StreamingHttpResponse(_rows(lines, here), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="concordance-{here}.csv"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _rows(lines: Concordance, here: str) -> Iterator[str]:
    yield concordance_file.head()
    for start in range(0, len(lines), AT_A_TIME):
        # The answer is sent after the request's own language was left.
        with translation.override(here):
            some = "".join(map(concordance_file.row, lines[start : start + AT_A_TIME]))
        yield some


def _address(asked: dict[str, str], **changed: str) -> str:
    return "?" + urlencode({name: value for name, value in {**asked, **changed}.items() if value})
