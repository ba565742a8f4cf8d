"""The speakers and each one's page."""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from interviews.catalog import Catalog, current
from interviews.models import Interview, Participation, Speaker, language
from interviews.models.language import languages
from interviews.storage import people
from interviews.transcripts.readings import OTHERS
from interviews.views import words
from interviews.views.addresses import absolute, alternates
from interviews.views.careers import career
from interviews.views.lines import listed
from interviews.views.listing import counted
from interviews.views.paging import paged

PER_PAGE = 60
NEWEST = 8
COMPANY = 12
OTHER = "other"  # ?letter= of people without a Latin initial


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the people of published interviews by their readings, all of them or those of one letter."""
    catalog = current()
    everybody = catalog.kept.get("people", lambda: _in_order(catalog))
    letters = [_letter(initial, count) for initial, count in Counter(initial for _key, initial in everybody).items()]
    asked = request.GET.get("letter", "")
    chosen = next((letter for letter in letters if letter["key"] == asked), None)
    if asked and not chosen:
        raise Http404
    page = paged(request, [each for each in everybody if not chosen or each[1] == chosen["initial"]], PER_PAGE)
    page.object_list = _entries(catalog, page.object_list)
    known = {"letter": asked} if asked else {}
    known |= {"page": page.number} if page.number > 1 else {}
    path = f"{request.path}?{urlencode(known)}" if known else request.path
    return render(
        request,
        "interviews/speakers.html",
        {
            "page": page,
            "letters": letters,
            "chosen": chosen,
            "canonical": absolute(path),
            "alternates": alternates(path, languages()),
        },
    )


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a person: their career, their interviews and with whom, what they said on which topic."""
    theirs = Interview.objects.published().filter(participations__speaker=OuterRef("pk"))
    real = Exists(theirs.exclude(text_kind="fictional").order_by())
    person = get_object_or_404(Speaker.objects.in_use().with_biography().annotate(real=real), slug=slug)
    interviews, topics = _newest(person), words.topics_of(person)
    said = words.by_topic(person, topics, interviews)  # which fetches the languages of the interviews along
    return render(
        request,
        "interviews/speaker.html",
        {
            "person": person,
            "career": career(people.biography(person)),
            "interviews": [listed(interview) for interview in interviews],
            "topics": topics,
            "words": said,
            "company": Speaker.objects.speaking_with(person)[:COMPANY],
            "description": _described(person),
            "canonical": absolute(request.path),
            "alternates": alternates(request.path, languages()),
            "fictional": not person.real,
            "noindex": not person.real,
        },
    )


def _in_order(catalog: Catalog) -> list[tuple[int, str]]:
    """The keys of the people of published interviews in the order of their readings, each with its initial."""
    counts = catalog.find().counts("speaker")
    return [row for row in Speaker.objects.values_list("pk", "initial") if row[0] in counts]


def _entries(catalog: Catalog, people: Sequence[tuple[int, str]]) -> list[dict[str, str]]:
    """The people of a page under their initials; each is rendered once in a revision and language."""
    initials, code = dict(people), get_language()

    def rendered(missing: list[tuple]) -> dict[tuple, dict[str, str]]:
        counts = catalog.find().counts("speaker")
        return {
            ("person", code, row.pk): {
                "initial": initials[row.pk],
                "html": render_to_string("interviews/_person.html", {"person": row}),
            }
            for row in counted("speaker", {key: counts[key] for *_as, key in missing})
        }

    return catalog.lines.get_many([("person", code, key) for key in initials], rendered)


def _letter(initial: str, count: int) -> dict[str, Any]:
    other = initial == OTHERS
    return {"initial": initial, "key": OTHER if other else initial.upper(), "other": other, "count": count}


def _newest(person: Speaker) -> list[Interview]:
    """The newest interviews, without their languages: these are fetched with those of the excerpts."""
    present = Prefetch("participations", Participation.objects.select_related("speaker"))
    newest = Interview.objects.published().of(person).newest_first().select_related("conference")
    return list(newest.prefetch_related(present)[:NEWEST])


def _described(person: Speaker) -> str:
    texts = (language.read(person, field) for field in ("headline", "affiliation"))
    return next((text[code] for text in texts if (code := get_language()) in text), "")
