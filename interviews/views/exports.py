"""An interview as a file, in any of the archive's formats."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from interviews import storage
from interviews.formats import FORMATS
from interviews.models import Interview


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
