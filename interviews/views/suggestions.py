"""What may be meant, while a reader types: for the site's own field, and for a browser's."""

from collections import Counter

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from interviews.finding.suggestions import INTERVIEW, Suggestion, suggest
from interviews.transcripts.transcript import Text
from interviews.views.addresses import absolute
from interviews.views.listing import workplace


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Tell the site's own field what may be meant, and how many that are."""
    found = _entries(request.GET.get("q", ""))
    said = ngettext("%(count)s suggestion", "%(count)s suggestions", len(found)) % {"count": len(found)}
    response = JsonResponse({"said": said, "suggestions": found}, json_dumps_params={"ensure_ascii": False})
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def for_browsers(request: HttpRequest) -> HttpResponse:
    """Tell a browser's own field what may be meant, in the form of the OpenSearch Suggestions extension."""
    typed = request.GET.get("q", "")
    found = _entries(typed)
    columns = [[each[name] for each in found] for name in ("text", "label")]
    response = JsonResponse(
        [typed, *columns, [absolute(each["url"]) for each in found]],
        safe=False,
        content_type="application/x-suggestions+json",
        json_dumps_params={"ensure_ascii": False},
    )
    response["X-Robots-Tag"] = "noindex"
    return response


def _entries(typed: str) -> list[dict[str, str]]:
    found = suggest(typed)
    often = Counter((each.kind, each.names) for each in found)
    return [_entry(each, shared=often[each.kind, each.names] > 1) for each in found]


def _entry(suggestion: Suggestion, *, shared: bool) -> dict[str, str]:
    """A suggestion in the page's language, with its name in another where that says something else.

    People who share their name are told apart by where they work.
    """
    names = suggestion.names
    code = _here(names)
    other = next((each for each in names if names[each] != names[code]), "")
    also = names.get(other, "")
    if shared and (places := workplace(suggestion.row)):
        other = _here(places)
        also = places[other]
    return {
        "text": names[code],
        "language": _tag(code),
        "also": also,
        "also_language": _tag(other) if other else "",
        "kind": suggestion.kind,
        "label": _labels()[suggestion.kind],
        "url": reverse(suggestion.kind, kwargs={"slug": suggestion.row.slug}),
    }


def _here(text: Text) -> str:
    """The language of the page if a text has it, else the first that it has."""
    here = translation.get_language()
    return here if here in text else next(iter(text))


def _labels() -> dict[str, str]:
    return {
        "speaker": gettext("Expert"),
        "term": gettext("Term"),
        "topic": gettext("Topic"),
        "conference": gettext("Conference"),
        INTERVIEW: gettext("Interview"),
    }


def _tag(code: str) -> str:
    return translation.to_locale(code).replace("_", "-")
