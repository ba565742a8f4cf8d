"""Technical terms: what each means in every language, and every passage that uses it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.views.decorators.http import require_safe

from interviews.bilingual.terms import Glossary, cut
from interviews.models import Interview, Speaker, Term, TermUse, Turn
from interviews.models.language import languages, read
from interviews.storage import public_languages
from interviews.storage.terms import glossary
from interviews.transcripts.transcript import Transcript, paragraphs
from interviews.views.contents import asking
from interviews.views.paging import known_as, paged
from interviews.views.reading import Fragment

TERMS_PER_PAGE = 200


@dataclass(frozen=True)
class Side:
    """A paragraph in one language, cut at the term; the fragments that name it have a key."""

    code: str
    fragments: tuple[Fragment, ...]

    @property
    def marked(self) -> bool:
        """Whether the paragraph names the term."""
        return any(fragment.key for fragment in self.fragments)


@dataclass(frozen=True)
class Passage:
    """The paragraphs of one turn that use the term, each beside its counterpart; who speaks, or asks where nobody."""

    number: int
    speaker: Speaker | None
    asking: str
    rows: tuple[tuple[Side, ...], ...]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the terms that published interviews use."""
    page = paged(request, Term.objects.in_use(), TERMS_PER_PAGE)
    context = {"page": page, **known_as(request, page)}
    return render(request, "interviews/terms.html", context)


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a term's names and definition, and the passages that use it."""
    term = get_object_or_404(Term.objects.in_use(), slug=slug)
    page = paged(request, TermUse.objects.published().of(term))
    turns = [use.turn for use in page]
    return render(
        request,
        "interviews/term.html",
        {
            "term": term,
            "sides": _in_order(read(term, "definition"), read(term, "aliases"), read(term, "name")),
            "page": page,
            "groups": list(_grouped(term, turns, glossary())),
            "description": read(term, "definition").get(translation.get_language(), ""),
            **known_as(request, page),
            "noindex": all(turn.interview.text_kind != "published" for turn in turns),
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


def _grouped(term: Term, turns: Iterable[Turn], words: Glossary) -> Iterator[dict]:
    """The passages of each interview; the order of the turns is kept."""
    here = translation.get_language()
    for interview, used in groupby(turns, key=lambda turn: turn.interview):
        columns = sorted(public_languages(interview), key=lambda code: code != here)
        yield {
            "interview": interview,
            "passages": [_passage(term, turn, _columns(turn, columns), words) for turn in used],
        }


def _columns(turn: Turn, public: Sequence[str]) -> list[str]:
    """The two languages to show: of those that the turn has, the page's own and its first counterpart."""
    return [code for code in public if code in read(turn, "text")][:2]


def _passage(term: Term, turn: Turn, columns: Sequence[str], words: Glossary) -> Passage:
    sides = [
        [_side(term, code, paragraph, words) for paragraph in paragraphs(read(turn, "text")[code])] for code in columns
    ]
    rows = [tuple(filter(None, row)) for row in zip_longest(*sides)]
    # The page's language decides which paragraphs are shown; where it does not use the term, the other does.
    shown = [[row for row in rows if any(side.code == code and side.marked for side in row)] for code in columns]
    return Passage(turn.number, turn.speaker, _asking(turn.interview), tuple(next(filter(None, shown), [])))


def _side(term: Term, code: str, paragraph: str, words: Glossary) -> Side:
    own = [occurrence for occurrence in words.find(paragraph, code) if occurrence.key == term.pk]
    return Side(code, tuple(Fragment(code, text, term.slug if key else "") for text, key in cut(paragraph, own)))


def _asking(interview: Interview) -> str:
    return asking(Transcript(publication=read(interview, "publication")), translation.get_language())
