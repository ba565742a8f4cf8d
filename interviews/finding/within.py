"""Every passage of one interview that answers a question, in the order of its text."""

from dataclasses import replace

from interviews.finding.excerpts import Asked, Hit
from interviews.finding.question import Question
from interviews.finding.turns import spoken
from interviews.indexing import finding, keys
from interviews.models import Interview
from interviews.models.language import languages
from interviews.storage import public_languages

HEADS = ("title", "note")


def within(question: Question, interview: Interview, here: str) -> list[Hit]:
    """Return the segments of an interview's passages that say what a question needs; `here` is the page's language.

    The index decides which passages fit, as it does for all interviews, so that the same words mean the same here.
    """
    if not question or question.unknown:
        return []
    expression = replace(question.expression, filed=(*question.expression.filed, (f"i{interview.pk}",)))
    found = finding.in_interviews(expression, question.years).passages
    kinds = {keys.row_of(each.key): keys.kind_of(each.key) for each in found if keys.kind_of(each.key) not in HEADS}
    heads = {keys.kind_of(each.key) for each in found} & set(HEADS)
    asked = Asked(question.expression, tuple(sorted(languages(), key=lambda code: code != here)))
    public = public_languages(interview)
    hits = [asked.head(kind, interview, public) for kind in HEADS if kind in heads]
    for key, turn in spoken(kinds).items():
        hits += asked.every(kinds[key], turn, public)
    return hits
