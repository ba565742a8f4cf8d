"""Search: what was said, in both languages beside each other, the most useful first."""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote_plus, urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.formats import number_format
from django.views.decorators.http import require_safe

from interviews.finding.limits import ROWS, Resolved
from interviews.finding.named import named
from interviews.finding.question import FACETS, Question, ask
from interviews.finding.results import NEWEST, Answer, answer
from interviews.finding.widening import widened
from interviews.indexing.finding import WINDOW
from interviews.models.language import languages
from interviews.search.ranking import Gathered, Group
from interviews.views.addresses import absolute, alternates
from interviews.views.facets import Entry, Facet
from interviews.views.listing import workplace
from interviews.views.paging import paged

PER_PAGE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question; without one, show where to ask it."""
    asked = given(request)
    question, here = questioned(asked), translation.get_language()
    found = answer(question, asked.get("sort", ""))
    page = paged(request, found.groups, PER_PAGE)
    return render(
        request,
        "interviews/search.html",
        {
            "typed": asked.get("q", ""),
            "question": question,
            "answer": found,
            "page": page,
            "found": list(_found(asked, found, page.object_list, here)),
            "named": named(question, here) if page.number == 1 else [],
            "facets": list(_facets(asked, found)),
            "limits": list(limits_of(asked, question)),
            "wider": list(_wider(asked, question)) if question and not found else [],
            "carried": [(name, asked[name]) for name in FACETS if asked.get(name)],
            "window": number_format(WINDOW, force_grouping=True),
            "newest": found.sort == NEWEST,
            "searches_here": True,
            "noindex": bool(question),
            "canonical": absolute(request.path),
            "alternates": alternates(request.path, languages()),
        },
    )


def given(request: HttpRequest) -> dict[str, str]:
    """Return what an address asks: the query, the facets, the order, and whether other names are left out."""
    names = ("q", *FACETS, "sort", "exactly")
    return {name: value for name in names if (value := request.GET.get(name, "").replace("\0", "").strip())}


def questioned(asked: dict[str, str]) -> Question:
    """Return the question that an address asks."""
    return ask(asked.get("q", ""), asked, exactly="exactly" in asked)


def _address(asked: dict[str, str], **changed: str) -> str:
    """The query of an address with some of its parts changed; an empty one is taken away."""
    return "?" + urlencode({name: value for name, value in {**asked, **changed}.items() if value})


def _found(
    asked: dict[str, str], found: Answer, groups: Iterable[Group | Gathered], here: str
) -> Iterator[dict[str, Any]]:
    """The interviews of a page with their hits, and for each the address of all its hits."""
    address = _address(asked, sort="")
    for each in found.show(groups, here):
        url = reverse("interview_find", kwargs={"slug": each.interview.slug}) + address
        yield {"found": each, "url": url}


def _facets(asked: dict[str, str], found: Answer) -> Iterator[Facet]:
    others = _address(asked)  # a facet that was chosen is none of the answer's
    for name, values in found.facets.items():
        entries = [
            Entry(
                each.value,
                each.row,
                each.count,
                f"{others}&{name}={quote_plus(each.value)}",
                current=False,
                workplace=workplace(each.row),
            )
            for each in values
        ]
        yield Facet(name, entries, [], more=False)


def limits_of(asked: dict[str, str], question: Question) -> Iterator[dict[str, Any]]:
    """Yield what a question is limited to, each limit with the address of the question without it."""
    for limit in question.typed:
        query = question.query.without(limit.limit)
        yield _described(limit, _address(asked, q=str(query)))
    for limit in question.chosen:
        yield _described(limit, _address(asked, **{limit.limit.name: ""}))


def _described(resolved: Resolved, url: str) -> dict[str, Any]:
    name, value = resolved.limit.name, resolved.limit.value
    row = None
    if name in ROWS and len(resolved.marks) == 1:
        row = ROWS[name][0].objects.filter(pk=int(resolved.marks[0][1:])).first()
    if name == "kind" and resolved.marks:
        value = resolved.marks[0][1:]  # however it was typed
    codes = resolved.languages
    return {
        "name": name,
        "value": codes[0] if len(codes) == 1 else value,
        "negated": resolved.limit.negated,
        "row": row,
        "url": url,
        "known": resolved.is_known,
    }


def _wider(asked: dict[str, str], question: Question) -> Iterator[dict[str, Any]]:
    chosen = {name: asked[name] for name in FACETS if asked.get(name)}
    for other in widened(question, chosen):
        facets = {name: other.chosen.get(name, "") for name in FACETS}
        yield {"way": other, "url": _address(asked, q=str(other.query), exactly="", **facets)}
