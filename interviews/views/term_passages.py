"""Where a term is used: the interviews, the newest first, each with its first passages."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from django.db import models
from django.utils import translation

from interviews import catalog
from interviews.bilingual.terms import Glossary, cut
from interviews.catalog.columns import keys
from interviews.models import Interview, Speaker, Term, TermInterview, TermUse, Turn
from interviews.models.language import read
from interviews.storage import public_languages
from interviews.storage.terms import glossary
from interviews.transcripts.transcript import Transcript, paragraphs
from interviews.views.contents import asking
from interviews.views.reading import Fragment

SHOWN = 2  # passages of an interview; it is left to the search within the interview to show all


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


@dataclass(frozen=True)
class Using:
    """An interview that uses the term: its first passages, and in how many further turns it does."""

    interview: Interview
    passages: tuple[Passage, ...]
    further: int


def interviews_with(term: Term) -> Sequence[int]:
    """Return the keys of the published interviews that use a term, the newest first."""
    archive = catalog.current()

    def found() -> Sequence[int]:
        using = set(TermInterview.objects.filter(term=term).values_list("interview_id", flat=True))
        return keys(key for key in archive.find().newest_first if key in using)

    return archive.kept.get(("term", term.pk), found)


class Passages:
    """The interviews that use a term, as a list of which only the page that is shown is fetched."""

    def __init__(self, term: Term) -> None:
        self.term, self._keys = term, interviews_with(term)

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, part: slice) -> list[Using]:
        """Return a part of the list; an interview that is not public any more by now is left out."""
        keys = list(self._keys[part])
        interviews = Interview.objects.published().select_related("conference").prefetch_related("language_versions")
        found = interviews.order_by().in_bulk(keys)
        turns = self._turns(keys)
        shown = [key for each in turns.values() for key in each[:SHOWN]]
        rows = Turn.objects.select_related("speaker").order_by().in_bulk(shown)
        words = glossary()
        return [
            Using(
                found[key],
                tuple(_passage(self.term, rows[turn], found[key], words) for turn in turns[key][:SHOWN]),
                len(turns[key][SHOWN:]),
            )
            for key in keys
            if key in found and key in turns
        ]

    def _turns(self, interviews: Sequence[int]) -> dict[int, list[int]]:
        """The turns that use the term, in their order, by interview; the uses of a frequent term are not looked at."""
        uses = TermUse.objects.filter(term=self.term, turn=models.OuterRef("pk"))
        turns = Turn.objects.filter(models.Exists(uses), interview__in=interviews).order_by("position", "pk")
        found: dict[int, list[int]] = {}
        for interview, turn in turns.values_list("interview_id", "pk"):
            found.setdefault(interview, []).append(turn)
        return found


def _passage(term: Term, turn: Turn, interview: Interview, words: Glossary) -> Passage:
    here = translation.get_language()
    texts = read(turn, "text")
    public = sorted(public_languages(interview), key=lambda code: code != here)
    # Two languages: of those that the turn has, the page's own and its first counterpart.
    columns = [code for code in public if code in texts][:2]
    sides = [[_side(term, code, paragraph, words) for paragraph in paragraphs(texts[code])] for code in columns]
    rows = [tuple(filter(None, row)) for row in zip_longest(*sides)]
    # The page's language decides which paragraphs are shown; where it does not use the term, the other does.
    shown = [[row for row in rows if any(side.code == code and side.marked for side in row)] for code in columns]
    return Passage(turn.number, turn.speaker, _asking(interview), tuple(next(filter(None, shown), [])))


def _side(term: Term, code: str, paragraph: str, words: Glossary) -> Side:
    own = [occurrence for occurrence in words.find(paragraph, code) if occurrence.key == term.pk]
    return Side(code, tuple(Fragment(code, text, term.slug if key else "") for text, key in cut(paragraph, own)))


def _asking(interview: Interview) -> str:
    return asking(Transcript(publication=read(interview, "publication")), translation.get_language())
