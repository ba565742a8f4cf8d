"""Rows into a transcript."""

from collections.abc import Iterable, Mapping

from django.utils.timezone import get_default_timezone

from interviews.models import Conference, Interview, Participation, Turn, language
from interviews.storage import people
from interviews.transcripts import transcript as t

TEXTS = ("title", "publication", "column", "editors_note", "notice", "disclaimer", "funding")


def load(interview: Interview, *, languages: Iterable[str] | None = None) -> t.Transcript:
    """Return an interview's rows as a transcript, in the given languages only (all by default).

    Fetch the interview with `whole()` to keep it at six queries.
    """
    participations = list(interview.participations.all())
    keys = {row.speaker_id: f"s{place}" for place, row in enumerate(participations, start=1)}
    conference = interview.conference
    whole = t.Transcript(
        **{field: language.read(interview, field) for field in TEXTS},
        # In the archive's zone, whatever the machine's or the reader's is: an edition is compared by its text.
        published_at=interview.published_at and interview.published_at.astimezone(get_default_timezone()),
        source_url=interview.source_url,
        conference=conference and _load_conference(conference),
        text_kind=interview.text_kind,
        speakers=tuple(_load_speaker(row, keys) for row in participations),
        turns=tuple(
            t.Turn(row.number, row.kind, keys.get(row.speaker_id), language.read(row, "text"), _origin(row))
            for row in interview.turns.all()
        ),
        biographies=tuple(
            t.Biography(keys[row.speaker_id], career)
            for row in participations
            if (career := people.biography(row.speaker))
        ),
        credits=tuple(t.Credit(credit["role"], credit["name"]) for credit in interview.credits),
        tags=tuple(language.read(topic, "name") for topic in interview.topics.all()),
    )
    return whole if languages is None else t.in_languages(whole, frozenset(languages))


def public_languages(interview: Interview) -> list[str]:
    """Return the languages of an interview that readers may see, in the order of the settings."""
    public = {version.language for version in interview.language_versions.all() if version.public}
    return [code for code in language.languages() if code in public]


def load_public(interview: Interview) -> t.Transcript:
    """Return an interview as readers may see it: in its public languages."""
    return load(interview, languages=public_languages(interview))


def _load_conference(row: Conference) -> t.Conference:
    return t.Conference(
        acronym=row.acronym,
        edition=row.edition,
        name=language.read(row, "name"),
        start=row.start or None,
        end=row.end or None,
        city=language.read(row, "city"),
        country=row.country,
    )


def _load_speaker(row: Participation, keys: Mapping[int, str]) -> t.Speaker:
    return t.Speaker(
        key=keys[row.speaker_id],
        name=language.read(row.speaker, "name"),
        honorific=language.read(row.speaker, "honorific"),
        affiliation=language.read(row, "affiliation"),
        role=row.role,
        disclosure=language.read(row, "disclosure"),
    )


def _origin(row: Turn) -> t.Text:
    return language.read(row, "origin").only(frozenset(language.read(row, "text")))
