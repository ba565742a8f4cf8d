"""A transcript into rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import models

from interviews.models import Conference, Interview, Participation, Speaker, Topic, Turn, language
from interviews.storage import people, slugs
from interviews.storage.loading import TEXTS
from interviews.storage.publishing import settle, settle_all
from interviews.transcripts import transcript as t
from interviews.writing import writing


class UnknownLanguageError(ValueError):
    """A transcript holds a language that the archive's settings do not name."""


def store(
    transcript: t.Transcript,
    *,
    slug: str = "",
    aliases: Mapping[str, Iterable[str]] | None = None,
    to_be_published: bool = False,
) -> tuple[Interview, list[str]]:
    """Store a transcript as a new draft.

    `aliases` maps a printed name to further names of that person. What the article adds to a person, a conference or a
    topic that readers see already is stored only if it is `to_be_published`: a draft changes no public page. Returns
    the interview and what an editor should check, in sentences. Raises UnknownLanguageError rather than lose a text,
    ValueError for a `slug` that is or was another interview's address.
    """
    with writing():
        interview = Interview()
        if slug and not slugs.is_free(interview, slug):
            raise ValueError(f"the address {slug!r} is, or was, that of another interview")
        interview.save()
        filling = _Filling(interview, transcript, aliases or {}, to_be_published)
        filling.fill()
        interview.slug = slug
        if not slug:
            slugs.give(interview, slugs.of_interview(transcript))
        filling.finish()
        return interview, filling.remarks


def replace(
    interview: Interview,
    transcript: t.Transcript,
    *,
    aliases: Mapping[str, Iterable[str]] | None = None,
    to_be_published: bool = False,
) -> list[str]:
    """Put a transcript in the place of everything a draft held, as `store` does; returns what an editor should check.

    Raises ValueError for anything but a draft: what was public is corrected in the open, not exchanged.
    """
    if interview.status not in {"draft", "review"} or interview.editions.exists():
        raise ValueError("only a draft that was never published can be replaced")
    with writing():
        for rows in (interview.turns, interview.participations, interview.language_versions):
            rows.all().delete()
        interview.topics.clear()
        filling = _Filling(interview, transcript, aliases or {}, to_be_published)
        filling.fill()
        filling.finish()
        return filling.remarks


@dataclass
class _Filling:
    """A transcript on its way into an interview's rows.

    `remarks` are for an editor; `changed` are rows that were there before and learned something.
    """

    interview: Interview
    transcript: t.Transcript
    aliases: Mapping[str, Iterable[str]]
    to_be_published: bool
    remarks: list[str] = field(default_factory=list)
    changed: list[models.Model] = field(default_factory=list)

    def fill(self) -> None:
        interview, transcript = self.interview, self.transcript
        if unknown := sorted(t.all_languages(transcript) - set(language.languages())):
            known = "its languages are set in the settings"
            raise UnknownLanguageError(f"the archive has no language {unknown[0]!r}; {known}")
        for name in TEXTS:
            language.assign(interview, name, getattr(transcript, name))
        interview.published_at = transcript.published_at
        interview.source_url = transcript.source_url
        interview.text_kind = transcript.text_kind
        interview.conference = transcript.conference and self._conference(transcript.conference)
        interview.credits = [{"role": credit.role, "name": credit.name} for credit in transcript.credits]
        interview.topics.set([self._topic(tag) for tag in transcript.tags])
        persons = self._persons()
        for position, turn in enumerate(transcript.turns, start=1):
            _store_turn(interview, turn, position, persons.get(turn.speaker))

    def finish(self) -> None:
        """Save the interview and all that follows, also for the published ones that show what was learned."""
        self.interview.save()
        settle(self.interview)
        if self.changed:
            settle_all(_showing(self.changed), self.changed)

    def _persons(self) -> dict[str, Speaker]:
        persons: dict[str, Speaker] = {}
        careers = {biography.speaker: biography.entries for biography in self.transcript.biographies}
        for position, met in enumerate(self.transcript.speakers, start=1):
            persons[met.key] = self._person(met, {person.pk for person in persons.values()})
            _store_participation(self.interview, met, persons[met.key], position)
            self._career(persons[met.key], careers.get(met.key, ()))
        return persons

    def _person(self, met: t.Speaker, taken: set[int]) -> Speaker:
        names = {alias for name in met.name.values() for alias in self.aliases.get(name, ())}
        found = people.recognise(met, names, taken)
        if found.remark:
            self.remarks.append(f"{found.person}: {found.remark}")
        if found.changed and not self._learn(found.person):
            found.person.refresh_from_db()
        return found.person

    def _career(self, person: Speaker, entries: tuple[t.BiographyEntry, ...]) -> None:
        known = people.biography(person)
        if not known and entries:
            if self._learn(person):
                people.add_biography(person, entries)
        elif entries and known != entries:
            self.remarks.append(f"{person}: the article tells the career differently; the archive's was kept")

    def _conference(self, conference: t.Conference) -> Conference:
        if not conference.acronym and not conference.name:
            raise ValueError("a conference needs an acronym or a name")
        row = _known_conference(conference) or Conference(acronym=conference.acronym, edition=conference.edition)
        added = [language.complete(row, name, getattr(conference, name)) for name in ("name", "city")]
        for name in ("start", "end", "country"):
            if (value := getattr(conference, name)) and not getattr(row, name):
                setattr(row, name, value)
                added.append(True)
        parts = [row.acronym, row.edition] if row.acronym else [*slugs.of_name(row), row.edition]
        self._keep(row, parts, changed=any(added))
        return row

    def _topic(self, name: t.Text) -> Topic:
        row = Topic.objects.named(*name.values()).first() or Topic()
        added = language.complete(row, "name", name)
        self._keep(row, slugs.of_name(row), changed=added)
        return row

    def _keep(self, row: models.Model, slug_parts: list[str], *, changed: bool) -> None:
        if row.pk is None:
            row.save()
            slugs.give(row, slug_parts)
        elif changed and not self._learn(row):
            row.refresh_from_db()

    def _learn(self, row: models.Model) -> bool:
        """Save what a known row learns from the article, unless a draft would so change what readers see."""
        if self.to_be_published or not _showing([row]).published().exists():
            row.save()
            self.changed.append(row)
            return True
        why = "what the article adds is left to an editor, for readers see this already and the article is a draft"
        remark = f"{type(row).__name__.lower()} {row.slug}: {why}"
        if remark not in self.remarks:
            self.remarks.append(remark)
        return False


def _known_conference(conference: t.Conference) -> Conference | None:
    if conference.acronym:
        return Conference.objects.filter(acronym=conference.acronym, edition=conference.edition).first()
    return Conference.objects.filter(edition=conference.edition).named(*conference.name.values()).first()


def _store_participation(interview: Interview, met: t.Speaker, person: Speaker, position: int) -> None:
    row = Participation(interview=interview, speaker=person, position=position, role=met.role)
    language.assign(row, "affiliation", met.affiliation)
    language.assign(row, "disclosure", met.disclosure)
    row.save()


def _store_turn(interview: Interview, turn: t.Turn, position: int, speaker: Speaker | None) -> None:
    row = Turn(interview=interview, number=turn.number, position=position, kind=turn.kind, speaker=speaker)
    language.assign(row, "text", turn.text)
    for code in language.languages():
        setattr(row, language.column("origin", code), turn.origin.get(code, "unknown"))
        setattr(row, language.column("reviewed", code), False)
    row.save()


def _showing(rows: Iterable[models.Model]) -> models.QuerySet:
    """The interviews that show any of some people, conferences and topics."""
    rows = list(rows)
    of = {kind: [row.pk for row in rows if isinstance(row, kind)] for kind in (Speaker, Conference, Topic)}
    return Interview.objects.filter(
        models.Q(participations__speaker__in=of[Speaker])
        | models.Q(conference__in=of[Conference])
        | models.Q(topics__in=of[Topic])
    )
