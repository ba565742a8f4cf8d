"""Which turns use which terms: noted with every change to a turn, and anew after a change to the vocabulary."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from django.db import models
from django.db.models.functions import Cast

from interviews.bilingual.terms import Entry, Glossary
from interviews.indexing import reindex_interviews
from interviews.models import Interview, LanguageVersion, Term, TermInterview, TermUse, Turn, language
from interviews.writing import writing

BATCH = 2000
INTERVIEWS = 500  # at a time
Rows = Iterable[tuple[int, int, dict[str, str]]]


def glossary() -> Glossary:
    """Return the archive's terms, ready to be found; the key of an entry is the key of its row.

    One query; the glossary itself is made again only when a name has changed.
    """
    # As text, aliases compare as they are; they are read only where something changed.
    aliases = [Cast(name, models.TextField()) for name in language.columns("aliases")]
    return _made(
        tuple(Term.objects.order_by("pk").values_list("pk", "abbreviation", *language.columns("name"), *aliases))
    )


def note_terms(interview: Interview) -> None:
    """Note which terms the turns of an interview use, in the languages of it that readers may see."""
    turns = interview.turns.values_list("pk", "interview_id", *language.columns("text"))
    _note(_texts(turns), _public_languages([interview.pk]), TermUse.objects.filter(turn__interview=interview))


def note_all() -> int:
    """Note anew which turns use which terms, after a change to the vocabulary; returns how many turns changed."""
    changed = 0
    with writing():
        public = _public_languages()
        for turns in _batches():
            noted = TermUse.objects.filter(turn__gte=turns[0][0], turn__lte=turns[-1][0])
            other = _note(_texts(turns), public, noted)
            interviews = {interview for turn, interview, *_said in turns if turn in other}
            count_terms(interviews)
            reindex_interviews(interviews)
            changed += len(other)
    return changed


def count_terms(interviews: Collection[int]) -> None:
    """Count some interviews among those that use a term, as what is noted of their turns and their status have it.

    `interviews` are their keys. Belongs into the transaction of the change that it follows.
    """
    keys = sorted(interviews)
    for some in (keys[start : start + INTERVIEWS] for start in range(0, len(keys), INTERVIEWS)):
        uses = TermUse.objects.filter(turn__interview__in=some, turn__interview__status="published")
        wanted = set(uses.values_list("term_id", "turn__interview_id").distinct())
        rows = TermInterview.objects.filter(interview__in=some).values_list("pk", "term_id", "interview_id")
        known = {(term, interview): key for key, term, interview in rows}
        gone, new = known.keys() - wanted, wanted - known.keys()
        TermInterview.objects.filter(pk__in=[known[each] for each in gone]).delete()
        TermInterview.objects.bulk_create(TermInterview(term_id=term, interview_id=key) for term, key in sorted(new))
        _add_to_counts(Counter(term for term, _key in new), Counter(term for term, _key in gone))


def _add_to_counts(more: Counter[int], fewer: Counter[int]) -> None:
    """Change the counts of terms, all that change by the same number at once."""
    terms: dict[int, list[int]] = {}
    for term in more.keys() | fewer.keys():
        terms.setdefault(more[term] - fewer[term], []).append(term)
    for number, some in terms.items():
        if number:
            Term.objects.filter(pk__in=some).update(interview_count=models.F("interview_count") + number)


@lru_cache(maxsize=2)
def _made(rows: tuple[tuple, ...]) -> Glossary:
    return Glossary(_entry(*row) for row in rows)


def _entry(key: int, abbreviation: str, *texts: str | None) -> Entry:
    codes = language.languages()
    written = zip(codes, texts[: len(codes)], texts[len(codes) :], strict=True)
    names = ((code, (name, *(json.loads(aliases or "null") or ()))) for code, name, aliases in written)
    return Entry(key, tuple((code, tuple(filter(None, known))) for code, known in names), abbreviation)


def _public_languages(interviews: Collection[int] | None = None) -> dict[int, set[str]]:
    versions = LanguageVersion.objects.filter(public=True)
    if interviews is not None:
        versions = versions.filter(interview__in=interviews)
    found: dict[int, set[str]] = {}
    for interview, code in versions.values_list("interview_id", "language"):
        found.setdefault(interview, set()).add(code)
    return found


def _batches() -> Iterator[list[tuple]]:
    """All turns by their keys, so that each batch is all turns between its first and its last."""
    last = 0
    while turns := list(
        Turn.objects.filter(pk__gt=last)
        .order_by("pk")
        .values_list("pk", "interview_id", *language.columns("text"))[:BATCH]
    ):
        yield turns
        last = turns[-1][0]


def _texts(turns: Iterable[tuple]) -> Rows:
    for turn, interview, *texts in turns:
        yield turn, interview, dict(zip(language.languages(), texts, strict=True))


def _note(turns: Rows, public: Mapping[int, set[str]], noted: Iterable[TermUse]) -> set[int]:
    """Note the uses of terms in some turns; returns the turns whose uses changed."""
    words = glossary()
    wanted = {
        (occurrence.key, turn)
        for turn, interview, texts in turns
        for code in public.get(interview, ())
        for occurrence in words.find(texts.get(code) or "", code)
    }
    known = {(term, turn): key for key, term, turn in noted.values_list("pk", "term_id", "turn_id")}
    gone, new = known.keys() - wanted, wanted - known.keys()
    TermUse.objects.filter(pk__in=[known[use] for use in gone]).delete()
    TermUse.objects.bulk_create(TermUse(term_id=term, turn_id=turn) for term, turn in sorted(new))
    return {turn for _term, turn in gone | new}
