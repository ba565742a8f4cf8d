"""The interview page in its views, and the list of interviews."""

from collections.abc import Sequence

from django.conf import settings
from django.db.models import Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from interviews import storage
from interviews.catalog import current
from interviews.models import Interview, SiteRevision
from interviews.models.language import languages
from interviews.transcripts.transcript import Transcript
from interviews.views import facets
from interviews.views.filters import BY_TITLE, Filters
from interviews.views.interview_page import languages_of, page_context
from interviews.views.lines import Lines
from interviews.views.offline import carry_portraits, data_address
from interviews.views.paging import known_as, paged


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the published interviews, newest first or by title, narrowed by the query."""
    filters, catalog = Filters.parse(request.GET), current()
    wanted = catalog.kept.get(("wanted", filters), lambda: filters.wanted(catalog))
    by_title = filters.sort == BY_TITLE
    found = catalog.by_title(wanted, get_language()) if by_title else catalog.find(wanted).newest_first
    page = paged(request, Lines(catalog, found))
    return render(
        request,
        "interviews/list.html",
        {
            "page": page,
            "filters": facets.taken_away(catalog, filters, wanted),
            "facets": facets.rendered(catalog, filters, wanted),
            "orders": {"newest": filters.changed(sort="").address, "title": filters.changed(sort=BY_TITLE).address},
            "by_title": by_title,
            "noindex": bool(filters.chosen) or by_title,
            **known_as(request, page),
        },
    )


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an interview in the page's language beside its counterpart."""
    interview, transcript = _published(slug)
    here = translation.get_language()
    has = storage.public_languages(interview)
    columns = sorted(has, key=lambda code: code != here)[:2]
    return page(request, interview, transcript, columns=columns if here in columns else columns[:1])


@require_safe
def beside(request: HttpRequest, slug: str, other: str) -> HttpResponse:
    """Show an interview in the page's language beside any other that it has."""
    interview, transcript = _published(slug)
    here, has = translation.get_language(), storage.public_languages(interview)
    if other not in has:
        raise Http404
    if other == here or here not in has:
        return _to_normal_view(request, slug)
    return page(request, interview, transcript, columns=[here, other])


@require_safe
def only(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an interview in the page's language alone."""
    interview, transcript = _published(slug)
    if translation.get_language() not in storage.public_languages(interview):
        return _to_normal_view(request, slug)
    return page(request, interview, transcript, columns=[translation.get_language()])


def page(
    request: HttpRequest,
    interview: Interview,
    transcript: Transcript,
    *,
    columns: Sequence[str] | None = None,
    preview: bool = False,
) -> HttpResponse:
    """Render the interview page with the given languages side by side, by default all that the transcript has.

    `preview` marks a draft that only staff see.
    """
    columns = list(columns or languages_of(transcript) or languages()[:1])
    return render(
        request, "interviews/interview.html", page_context(request, interview, transcript, columns, preview=preview)
    )


@require_safe
def offline(request: HttpRequest, slug: str) -> HttpResponse:
    """Give an interview as one file that needs nothing else: it opens from a memory stick."""
    interview, transcript = _published(slug)
    here = translation.get_language()
    columns = sorted(languages_of(transcript), key=lambda code: code != here)
    context = page_context(request, interview, transcript, columns[:2])
    carry_portraits(context["experts"])
    response = render(
        request, "interviews/offline.html", {**context, "style": data_address("css/site.css", "text/css")}
    )
    # Whatever leads out of the file leads to the archive, wherever the file lies.
    response.content = response.content.replace(b'href="/', f'href="{settings.SITE_ORIGIN}/'.encode())
    response["Content-Disposition"] = f'attachment; filename="{slug}-{here}.html"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _to_normal_view(request: HttpRequest, slug: str) -> HttpResponse:
    """Where a language toggle leads from a view that the other language does not have."""
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return redirect(reverse("interview", kwargs={"slug": slug}) + query)


def _published(slug: str) -> tuple[Interview, Transcript]:
    # With the revision of the site as it was when the first row was read, under which parts of the page are kept.
    revision = Subquery(SiteRevision.objects.values("mark")[:1])
    interview = get_object_or_404(Interview.objects.published().whole().annotate(revision=revision), slug=slug)
    return interview, storage.load_public(interview)
