"""Terms explained where they first stand in a turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.translation import get_language

from interviews.bilingual.terms import Entry, Glossary, first_occurrences
from interviews.models import Interview, Term, language
from interviews.transcripts.transcript import Text


@dataclass(frozen=True)
class Card:
    """What the card of a term says."""

    slug: str
    name: Text
    abbreviation: str
    definition: Text
    interview_count: int


class Explained:
    """The terms that an interview uses, with what the cards on its page say; one query.

    Its glossary holds these terms alone: whatever else is in the vocabulary, no turn of the interview uses it.
    """

    def __init__(self, interview: Interview) -> None:
        self.terms = {term.slug: term for term in Term.objects.used_in(interview)}
        self.glossary = _glossary(tuple(map(_entry, self.terms.values())))

    def __call__(self, code: str, paragraphs: Sequence[str]) -> list[list[tuple[int, int, str]]]:
        """Return, for each paragraph of a turn in a language, the terms to explain in it: start, end, slug."""
        return [list(map(tuple, found)) for found in first_occurrences(paragraphs, self.glossary, code)]

    def cards(self) -> list[str]:
        """Return the cards of the terms as the page holds them."""
        return [_rendered(card_of(term), get_language()) for term in self.terms.values()]


@lru_cache(maxsize=256)
def _glossary(entries: tuple[Entry, ...]) -> Glossary:
    return Glossary(entries)


def _entry(term: Term) -> Entry:
    texts = []
    for code in language.languages():
        names = (getattr(term, language.column("name", code)), *(getattr(term, language.column("aliases", code)) or ()))
        texts.append((code, tuple(filter(None, names))))
    return Entry(term.slug, tuple(texts), term.abbreviation)


def card_of(term: Term) -> Card:
    """Return what the card of a term says."""
    name, definition = language.read(term, "name"), language.read(term, "definition")
    return Card(term.slug, name, term.abbreviation, definition, term.interview_count)


# A card is the same on every page with the term, and is known by all that it says: what was changed is made anew.
@lru_cache(maxsize=2048)
def _rendered(card: Card, _language: str) -> str:
    return render_to_string("interviews/_term_card.html", {"term": card})
