"""Find in one interview: every passage of it that says what was asked for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.views.decorators.http import require_safe

from interviews.finding.within import within
from interviews.models import Interview
from interviews.models.language import languages
from interviews.storage import public_languages
from interviews.views.addresses import absolute, alternates
from interviews.views.lines import listed
from interviews.views.search import given, limits_of, questioned


@require_safe
def find(request: HttpRequest, slug: str) -> HttpResponse:
    """List the passages of an interview that answer a question; without one, ask for it."""
    interview = get_object_or_404(Interview.objects.published().for_lists(), slug=slug)
    asked = given(request)
    question = questioned(asked)
    return render(
        request,
        "interviews/find.html",
        {
            "interview": interview,
            "listed": listed(interview),
            "typed": asked.get("q", ""),
            "question": question,
            "limits": list(limits_of(asked, question)),
            "hits": within(question, interview, translation.get_language()),
            "languages": public_languages(interview),
            "noindex": True,
            "canonical": absolute(request.path),
            "alternates": alternates(request.path, languages()),
        },
    )
