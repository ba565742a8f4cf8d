"""A transcript into rows."""

from collections.abc import Iterable, Mapping

from interviews.models import Conference, Interview, Participation, Speaker, Topic, Turn, language
from interviews.storage import people, slugs
from interviews.storage.loading import TEXTS
from interviews.storage.publishing import settle
from interviews.storage.transaction import writing
from interviews.transcripts import transcript as t


class UnknownLanguageError(ValueError):
    """A transcript holds a language that the archive's settings do not name."""


def store(
    transcript: t.Transcript, *, slug: str = "", aliases: Mapping[str, Iterable[str]] | None = None
) -> tuple[Interview, list[str]]:
    """Store a transcript as a new draft.

    `aliases` maps a printed name to further names of that person. Returns the interview and what an editor should
    check, in sentences. Raises UnknownLanguageError rather than lose a text.
    """
    with writing():
        interview = Interview()
        interview.save()
        remarks = _fill(interview, transcript, aliases or {})
        interview.slug = slug
        if not slug:
            slugs.give(interview, _slug_parts(transcript))
        interview.save()
        settle(interview)
        return interview, remarks


def replace(
    interview: Interview, transcript: t.Transcript, *, aliases: Mapping[str, Iterable[str]] | None = None
) -> list[str]:
    """Put a transcript in the place of everything a draft held; returns what an editor should check.

    Raises ValueError for anything but a draft: what was public is corrected in the open, not exchanged.
    """
    if interview.status not in {"draft", "review"} or interview.editions.exists():
        raise ValueError("only a draft that was never published can be replaced")
    with writing():
        for rows in (interview.turns, interview.participations, interview.language_versions):
            rows.all().delete()
        interview.topics.clear()
        remarks = _fill(interview, transcript, aliases or {})
        interview.save()
        settle(interview)
        return remarks


def _fill(interview: Interview, transcript: t.Transcript, aliases: Mapping[str, Iterable[str]]) -> list[str]:
    if unknown := sorted(t.all_languages(transcript) - set(language.languages())):
        raise UnknownLanguageError(f"the archive has no language {unknown[0]!r}; its languages are set in the settings")
    for field in TEXTS:
        language.assign(interview, field, getattr(transcript, field))
    interview.published_at = transcript.published_at
    interview.source_url = transcript.source_url
    interview.text_kind = transcript.text_kind
    interview.conference = transcript.conference and _conference(transcript.conference)
    interview.credits = [{"role": credit.role, "name": credit.name} for credit in transcript.credits]
    interview.topics.set([_topic(tag) for tag in transcript.tags])
    persons, remarks = _persons(interview, transcript, aliases)
    for position, turn in enumerate(transcript.turns, start=1):
        row = Turn(interview=interview, number=turn.number, position=position, kind=turn.kind)
        row.speaker = persons.get(turn.speaker)
        language.assign(row, "text", turn.text)
        for code in language.languages():
            setattr(row, language.column("origin", code), turn.origin.get(code, "unknown"))
            setattr(row, language.column("reviewed", code), False)
        row.save()
    return remarks


def _persons(
    interview: Interview, transcript: t.Transcript, aliases: Mapping[str, Iterable[str]]
) -> tuple[dict[str, Speaker], list[str]]:
    persons, remarks = {}, []
    careers = {biography.speaker: biography.entries for biography in transcript.biographies}
    for position, met in enumerate(transcript.speakers, start=1):
        names = {alias for name in met.name.values() for alias in aliases.get(name, ())}
        person, remark = people.recognise(met, names, taken={known.pk for known in persons.values()})
        persons[met.key] = person
        row = Participation(interview=interview, speaker=person, position=position, role=met.role)
        language.assign(row, "affiliation", met.affiliation)
        language.assign(row, "disclosure", met.disclosure)
        row.save()
        if remark:
            remarks.append(f"{person}: {remark}")
        if not people.add_biography(person, careers.get(met.key, ())) and met.key in careers:
            remarks.append(f"{person}: the article tells the career differently; the archive's was kept")
    return persons, remarks


def _conference(conference: t.Conference) -> Conference:
    if conference.acronym:
        found = Conference.objects.filter(acronym=conference.acronym, edition=conference.edition).first()
    else:
        found = Conference.objects.filter(edition=conference.edition).named(*conference.name.values()).first()
    row = found or Conference(acronym=conference.acronym, edition=conference.edition)
    for field in ("name", "city"):
        language.assign(row, field, t.Text({**getattr(conference, field), **language.read(row, field)}))
    for field in ("start", "end", "country"):
        setattr(row, field, getattr(row, field) or getattr(conference, field) or "")
    row.save()
    if not row.slug:
        slugs.give(row, [row.acronym, row.edition] if row.acronym else [*slugs.of_name(row), row.edition])
    return row


def _topic(name: t.Text) -> Topic:
    row = Topic.objects.named(*name.values()).first() or Topic()
    language.assign(row, "name", t.Text({**name, **language.read(row, "name")}))
    row.save()
    if not row.slug:
        slugs.give(row, slugs.of_name(row))
    return row


def _slug_parts(transcript: t.Transcript) -> list[str]:
    conference = transcript.conference
    parts = [conference.acronym, conference.edition] if conference else []
    if transcript.published_at and not any(part.isdigit() for part in parts):
        parts.append(str(transcript.published_at.year))
    guests = [speaker for speaker in transcript.speakers if speaker.role == "interviewee"]
    return parts + [next(filter(slugs.latin, speaker.name.values()), "") for speaker in guests]
