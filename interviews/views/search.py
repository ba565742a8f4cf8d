"""Search: what was said, in both languages beside each other, the most useful first."""


from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from interviews.finding.named import named
from interviews.finding.question import ask
from interviews.finding.results import NEWEST, Answer
from interviews.indexing.finding import WINDOW
from interviews.models.language import languages
from interviews.views.addresses import absolute, alternates
from interviews.views.paging import paged

PER_PAGE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question; without one, show where to ask it."""
    given = {name: value.replace("\0", "") for name, value in request.GET.items()}
    question = ask(given.get("q", ""), given, exactly="exactly" in given)
    here = translation.get_language()
    answer = Answer(question, here, sort=given.get("sort", ""))
    page = paged(request, answer.groups, PER_PAGE)
    return render(
        request,
        "interviews/search.html",
        {
            "question": question,
            "answer": answer,
            "page": page,
            "found": answer.show(page.object_list),
            "named": named(question, here) if page.number == 1 else [],
            "window": WINDOW,
            "newest": answer.sort == NEWEST,
            "searches_here": True,
            "noindex": bool(question),
            "canonical": absolute(request.path),
            "alternates": alternates(request.path, languages()),
        },
    )
