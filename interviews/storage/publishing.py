"""What follows from a change: numbers, alignment, languages, editions, and what readers may see."""

import hashlib
from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import models

from interviews.formats import json as archive_json
from interviews.indexing import reindex_interviews, reindex_records
from interviews.models import Edition, Interview, LanguageVersion, Turn, language
from interviews.storage import aligning
from interviews.storage.loading import load, load_public
from interviews.storage.terms import count_terms, note_terms
from interviews.transcripts import transcript as t
from interviews.writing import bump_revision, writing


def settle(interview: Interview, *, by: AbstractBaseUser | None = None, correction: t.Text = t.NO_TEXT) -> None:
    """Bring everything that follows from an interview's rows up to date, after any change to them.

    Numbers and orders the turns, aligns what changed, notes the languages and, where the interview is published,
    writes an edition if readers now see something else, and bumps the site's revision. The search index follows.
    A published interview of which readers would see nothing any more, since its texts or their languages are gone, is
    a draft again: no list may name a page that shows nothing.
    """
    with writing():
        _number_turns(interview)
        _note_languages(interview)
        note_terms(interview)
        if interview.status == "published" and not _shows_something(interview):
            interview.status = "draft"
            Interview.objects.filter(pk=interview.pk).update(status=interview.status)
        count_terms([interview.pk])
        if interview.status == "published":
            _record(interview, by, correction)
        reindex_interviews([interview.pk])
        bump_revision()


def settle_all(
    interviews: models.QuerySet,
    shared: Iterable[models.Model] = (),
    *,
    by: AbstractBaseUser | None = None,
    correction: t.Text = t.NO_TEXT,
) -> None:
    """Settle the published ones of many interviews, after a change to the rows that they share.

    `shared` are these rows: people, conferences, topics, terms.
    """
    with writing():
        for row in shared:
            reindex_records(type(row), [row.pk])
        for interview in interviews.published().distinct():
            _record(interview, by, correction)
        bump_revision()


def publish(interview: Interview, *, by: AbstractBaseUser | None = None, correction: t.Text = t.NO_TEXT) -> None:
    """Show an interview to readers and write its edition; raises ValueError where there is nothing to show."""
    if not _shows_something(interview):
        raise ValueError("an interview without turns cannot be published")
    _change_status(interview, "published", by, correction)


def unpublish(interview: Interview) -> None:
    """Take an interview back into the editors' hands: its address answers as if it had never been."""
    _change_status(interview, "draft")


def withdraw(interview: Interview, reason: t.Text) -> None:
    """Take an interview from the readers for good and tell them why.

    Raises ValueError without a reason, and for what readers do not see: they would hear of it for the first time.
    """
    if interview.status not in {"published", "withdrawn"}:
        raise ValueError("only a published interview can be withdrawn")
    if not reason:
        raise ValueError("a withdrawal needs a reason")
    language.assign(interview, "withdrawn_reason", reason)
    _change_status(interview, "withdrawn")


def _shows_something(interview: Interview) -> bool:
    return bool(load_public(Interview.objects.whole().get(pk=interview.pk)).turns)


def _change_status(
    interview: Interview, status: str, by: AbstractBaseUser | None = None, correction: t.Text = t.NO_TEXT
) -> None:
    with writing():
        interview.status = status
        interview.save()
        settle(interview, by=by, correction=correction)


def _number_turns(interview: Interview) -> None:
    last, terms = interview.last_turn_number, aligning.term_pairs()
    for position, turn in enumerate(interview.turns.order_by("position", "pk"), start=1):
        last = max(last, turn.number)
        if aligning.update(turn, terms) or turn.position != position:
            changed = {"position": position, "segments": turn.segments, "differences": turn.differences}
            Turn.objects.filter(pk=turn.pk).update(**changed)
    if last != interview.last_turn_number:
        interview.last_turn_number = last
        Interview.objects.filter(pk=interview.pk).update(last_turn_number=last)


def next_turn_number(interview: Interview) -> int:
    """Return the number of a turn to be added; numbers are permanent and never given again."""
    highest = interview.turns.aggregate(highest=models.Max("number"))["highest"] or 0
    return max(interview.last_turn_number, highest) + 1


def _note_languages(interview: Interview) -> None:
    spoken = load(Interview.objects.whole().get(pk=interview.pk)).languages
    for code in filter(spoken.__contains__, language.languages()):
        LanguageVersion.objects.get_or_create(interview=interview, language=code)
    # What an editor has hidden stays hidden if its text comes back; any other version goes with its text.
    interview.language_versions.filter(public=True).exclude(language__in=spoken).delete()


def _record(interview: Interview, by: AbstractBaseUser | None, correction: t.Text) -> None:
    whole = Interview.objects.whole().get(pk=interview.pk)
    content = archive_json.dump(load_public(whole))
    digest = hashlib.sha256(content.encode()).hexdigest()
    newest = interview.editions.order_by("-number").first()
    if newest and newest.sha256 == digest:
        return
    edition = Edition(interview=interview, number=newest.number + 1 if newest else 1, content=content, sha256=digest)
    edition.segments = {turn.number: turn.segments.get("items", []) for turn in whole.turns.all()}
    edition.by = by
    language.assign(edition, "correction", correction)
    edition.save()
