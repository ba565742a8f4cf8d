"""Terms explained where they first stand in a turn."""

from collections.abc import Sequence
from functools import lru_cache

from interviews.bilingual.terms import Entry, Glossary, first_occurrences
from interviews.models import Interview, Term, language


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


@lru_cache(maxsize=256)
def _glossary(entries: tuple[Entry, ...]) -> Glossary:
    return Glossary(entries)


def _entry(term: Term) -> Entry:
    texts = []
    for code in language.languages():
        names = (getattr(term, language.column("name", code)), *(getattr(term, language.column("aliases", code)) or ()))
        texts.append((code, tuple(filter(None, names))))
    return Entry(term.slug, tuple(texts), term.abbreviation)
