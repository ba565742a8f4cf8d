"""Terms explained where they first stand in a turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.translation import get_language

from interviews.bilingual.terms import first_occurrences
from interviews.finding.vocabulary import vocabulary
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
    """The terms that an interview uses, with what the cards on its page say.

    They are looked for among all that the archive knows, as they were when the uses were noted. A glossary of one
    interview's terms alone would be found as fast, but hundreds of them in a process took hundreds of MiB.
    """

    def __init__(self, interview: Interview) -> None:
        self.terms = {term.pk: term for term in Term.objects.used_in(interview)}
        self.glossary = vocabulary() if self.terms else None

    def __call__(self, code: str, paragraphs: Sequence[str]) -> list[list[tuple[int, int, str]]]:
        """Return, for each paragraph of a turn in a language, the terms to explain in it: start, end, slug."""
        if not self.glossary:
            return [[] for _paragraph in paragraphs]
        return [
            [(start, end, self.terms[key].slug) for start, end, key in found if key in self.terms]
            for found in first_occurrences(paragraphs, self.glossary, code)
        ]

    def cards(self) -> list[str]:
        """Return the cards of the terms as the page holds them."""
        return [_rendered(card_of(term), get_language()) for term in self.terms.values()]


def card_of(term: Term) -> Card:
    """Return what the card of a term says."""
    name, definition = language.read(term, "name"), language.read(term, "definition")
    return Card(term.slug, name, term.abbreviation, definition, term.interview_count)


# A card is the same on every page with the term, and is known by all that it says: what was changed is made anew.
@lru_cache(maxsize=2048)
def _rendered(card: Card, _language: str) -> str:
    return render_to_string("interviews/_term_card.html", {"term": card})
