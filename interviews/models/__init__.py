"""The tables, each with its querysets."""

from interviews.models.edition import Edition, FormerSlug, SiteRevision, Source
from interviews.models.interview import Interview, LanguageVersion, Participation
from interviews.models.speaker import BiographyEntry, Speaker
from interviews.models.turn import TermInterview, TermUse, Turn
from interviews.models.vocabulary import Conference, Term, Topic

__all__ = [
    "BiographyEntry",
    "Conference",
    "Edition",
    "FormerSlug",
    "Interview",
    "LanguageVersion",
    "Participation",
    "SiteRevision",
    "Source",
    "Speaker",
    "Term",
    "TermInterview",
    "TermUse",
    "Topic",
    "Turn",
]
