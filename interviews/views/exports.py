"""An interview as a file, in any of the archive's formats."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from interviews import storage
from interviews.formats import FORMATS
from interviews.models import Interview
from interviews.sitemaps import SITEMAPS
from interviews.views.addresses import absolute


@require_safe
def export(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Give a published interview, in its public languages, as a download."""
    if name not in FORMATS:
        raise Http404
    interview = get_object_or_404(Interview.objects.published().whole(), slug=slug)
    transcript = storage.load_public(interview)
    response = HttpResponse(FORMATS[name].render(transcript), content_type=f"{FORMATS[name].media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}.{name}"'
    if transcript.text_kind != "published":
        response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """List the sitemaps, page by page.

    Django's own index writes the host of the request into them.
    """
    pages = []
    for section, site in SITEMAPS.items():
        address = absolute(reverse("sitemap", kwargs={"section": section}))
        pages += [address if number == 1 else f"{address}?p={number}" for number in site.paginator.page_range]
    sites = [{"location": address} for address in pages]
    return render(request, "sitemap_index.xml", {"sitemaps": sites}, content_type="application/xml")
