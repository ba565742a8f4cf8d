"""The speakers and each one's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from interviews.models import Interview, Speaker, language
from interviews.models.language import languages
from interviews.storage import people
from interviews.views.addresses import absolute, alternates
from interviews.views.paging import known_as, paged

PER_PAGE = 60


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the people of published interviews."""
    page = paged(request, Speaker.objects.in_use(), PER_PAGE)
    return render(request, "interviews/speakers.html", {"page": page, **known_as(request, page)})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a person: who they are, their career, their interviews."""
    person = get_object_or_404(Speaker.objects.in_use().with_biography(), slug=slug)
    interviews = list(Interview.objects.published().of(person).for_lists().newest_first())
    career = people.biography(person)
    fictional = all(interview.text_kind == "fictional" for interview in interviews)
    return render(
        request,
        "interviews/speaker.html",
        {
            "person": person,
            "research": [entry for entry in career if entry.section == "research"],
            "career": [entry for entry in career if entry.section != "research"],
            "interviews": interviews,
            "description": _described(person),
            "canonical": absolute(request.path),
            "alternates": alternates(request.path, languages()),
            "fictional": fictional,
            "noindex": fictional,
        },
    )


def _described(person: Speaker) -> str:
    texts = (language.read(person, field) for field in ("headline", "affiliation"))
    return next((text[code] for text in texts if (code := get_language()) in text), "")
