"""Technical terms: what each means in every language, and the passages that use it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_safe

from interviews import catalog
from interviews.models import Term
from interviews.models.language import languages, read
from interviews.views.paging import known_as, paged
from interviews.views.reading import Fragment
from interviews.views.term_passages import Passages

TERMS_PER_PAGE = 200
INTERVIEWS_PER_PAGE = 10


class Entries:
    """The terms in use as their list shows them; each is rendered once in a revision and language."""

    def __init__(self) -> None:
        self._lines, self._language = catalog.current().lines, translation.get_language()
        self._keys = list(Term.objects.in_use().values_list("pk", flat=True))

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, part: slice) -> list[str]:
        """Return a part of the list as the page shows it."""
        return self._lines.get_many([("term", self._language, key) for key in self._keys[part]], self._rendered)

    def _rendered(self, missing: list[tuple]) -> dict[tuple, str]:
        rows = Term.objects.in_use().in_bulk([key for *_as, key in missing])
        return {
            ("term", self._language, key): render_to_string("interviews/_term_entry.html", {"term": row})
            for key, row in rows.items()
        }


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the terms that published interviews use."""
    page = paged(request, Entries(), TERMS_PER_PAGE)
    context = {"page": page, **known_as(request, page)}
    return render(request, "interviews/terms.html", context)


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a term's names and definition, and the interviews that use it, with passages of each."""
    term = get_object_or_404(Term.objects.in_use(), slug=slug)
    page = paged(request, Passages(term), INTERVIEWS_PER_PAGE)
    return render(
        request,
        "interviews/term.html",
        {
            "term": term,
            "sides": _in_order(read(term, "definition"), read(term, "aliases"), read(term, "name")),
            "page": page,
            "description": read(term, "definition").get(translation.get_language(), ""),
            **known_as(request, page),
            "noindex": all(using.interview.text_kind != "published" for using in page),
        },
    )


def _in_order(definition: dict, aliases: dict, name: dict) -> list[dict]:
    """What the term is in each language that says anything of it, the page's language first."""
    here = translation.get_language()
    return [
        {
            "code": code,
            "name": Fragment(code, name.get(code, "")),
            "definition": Fragment(code, definition.get(code, "")),
            "aliases": [Fragment(code, alias) for alias in aliases.get(code, ())],
        }
        for code in sorted(languages(), key=lambda code: code != here)
        if code in definition or code in aliases or code in name
    ]
