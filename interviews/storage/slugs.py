"""Addresses of rows: ASCII, said once, never taken over by another row."""

from collections.abc import Iterable

from django.db import models, transaction
from django.utils.text import slugify

from interviews.models import Conference, FormerSlug, Interview, Speaker, Term, Topic, language
from interviews.transcripts.transcript import Transcript

SECTIONS = {
    Interview: "interviews",
    Speaker: "speakers",
    Conference: "conferences",
    Topic: "topics",
    Term: "terms",
}
LONGEST = 100


def latin(text: str) -> str:
    """Return the ASCII slug of a text that is written in Latin letters, or "" where it holds other letters.

    A Chinese name is not transcribed: as a surname 单 is Shan, and no machine knows which it is.
    """
    if any(ord(character) > 0x24F and character.isalpha() for character in text):
        return ""
    return slugify(text)[:LONGEST].strip("-")


def give(row: models.Model, parts: Iterable[str]) -> None:
    """Set the slug of a saved row that has none: its Latin parts, made unique, else its number; saves the row."""
    wanted = "-".join(filter(None, map(latin, parts)))[:LONGEST].strip("-") or str(row.pk)
    row.slug = next(slug for slug in _counted(wanted) if is_free(row, slug))
    type(row).objects.filter(pk=row.pk).update(slug=row.slug)


def of_name(row: models.Model) -> list[str]:
    """Return the parts of the slug of a row that is called by its name: the first name in Latin letters.

    A person's other names, which an editor wrote down, come after those that were printed.
    """
    names = [*language.read(row, "name").values(), *(row.aliases if isinstance(row, Speaker) else [])]
    return [next(filter(None, map(latin, names)), "")]


def of_interview(transcript: Transcript) -> list[str]:
    """Return the parts of the slug of an interview: conference, year and the Latin names of its guests, as printed."""
    conference = transcript.conference
    parts = [conference.acronym, conference.edition] if conference else []
    if transcript.published_at and not any(part.isdigit() for part in parts):
        parts.append(str(transcript.published_at.year))
    guests = [speaker for speaker in transcript.speakers if speaker.role == "interviewee"]
    return parts + [next(filter(latin, speaker.name.values()), "") for speaker in guests]


def is_free(row: models.Model, slug: str) -> bool:
    """Return whether a row may have a slug: no other row of its kind has it or had it."""
    former = FormerSlug.objects.filter(section=SECTIONS[type(row)], slug=slug).exclude(row=row.pk)
    return not type(row).objects.filter(slug=slug).exclude(pk=row.pk).exists() and not former.exists()


@transaction.atomic
def keep_former(row: models.Model, former: str) -> None:
    """Let the address that a row had before lead to it from now on."""
    section = SECTIONS[type(row)]
    FormerSlug.objects.filter(section=section, slug=row.slug).delete()
    if former and former != row.slug:
        FormerSlug.objects.update_or_create(section=section, slug=former, defaults={"row": row.pk})


def _counted(slug: str) -> Iterable[str]:
    yield slug
    number = 2
    while True:
        yield f"{slug}-{number}"
        number += 1
