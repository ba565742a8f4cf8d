"""Interviews as lists show them, each rendered once in a revision and language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string
from django.utils.translation import get_language

from interviews.catalog import Catalog
from interviews.models import Interview, Participation
from interviews.models.language import columns, languages, read
from interviews.transcripts.transcript import Speaker, Text


@dataclass(frozen=True)
class Held:
    """What a conference is called."""

    slug: str
    acronym: str
    edition: str
    name: Text

    def __str__(self) -> str:
        return f"{self.acronym} {self.edition}".strip()


@dataclass(frozen=True)
class Listed:
    """What a list shows of an interview; its title and its languages are those that readers may see."""

    slug: str
    text_kind: str
    published_at: datetime | None
    title: Text
    conference: Held | None
    people: tuple[Speaker, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """An interview as a list shows it, and its date."""

    published_at: datetime | None
    html: str


class Lines:
    """Interviews as lists show them, under headings of a level; only the part that is asked for is fetched."""

    def __init__(self, catalog: Catalog, keys: Sequence[int], level: int = 2) -> None:
        self._keys, self._catalog, self._as = keys, catalog, (level, get_language())

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, part: slice) -> list[Line]:
        """Return a part of the list; an interview that is not public any more by now is left out."""
        return self._catalog.lines.get_many([(*self._as, key) for key in self._keys[part]], self._rendered)

    def _rendered(self, missing: list[tuple]) -> dict[tuple, Line]:
        found = _fetched(self._catalog, [key for *_as, key in missing])
        return {(*self._as, key): Line(each.published_at, self._html(each)) for key, each in found.items()}

    def _html(self, interview: Listed) -> str:
        return render_to_string("interviews/_item.html", {"interview": interview, "level": self._as[0]})


def listed(interview: Interview) -> Listed:
    """Return what a list shows of an interview that was fetched for one."""
    codes = tuple(version.language for version in interview.language_versions.all() if version.public)
    speakers = [row.speaker for row in interview.participations.all()]
    held = interview.conference
    return Listed(
        *(interview.slug, interview.text_kind, interview.published_at),
        read(interview, "title").only(frozenset(codes)),
        Held(held.slug, held.acronym, held.edition, read(held, "name")) if held else None,
        tuple(Speaker(each.slug, read(each, "name"), read(each, "honorific")) for each in speakers),
        codes,
    )


HELD = ("conference__slug", "conference__acronym", "conference__edition")


def _fetched(catalog: Catalog, keys: Sequence[int]) -> dict[int, Listed]:
    """The interviews of some keys, from plain values: rows as objects cost more than all that is done with them."""
    fields = ("slug", "text_kind", "published_at", *HELD, *columns("conference__name", "title"))
    rows = Interview.objects.published().filter(pk__in=keys).order_by().values_list("pk", *fields)
    people, codes = _people(keys), _languages(catalog, keys)
    return {pk: _listed(values, people.get(pk, ()), codes.get(pk, ())) for pk, *values in rows}


def _listed(values: Sequence, people: Iterable[Speaker], codes: Iterable[str]) -> Listed:
    slug, kind, date, held, acronym, edition, *texts = values
    name, title = _texts(texts)
    conference = Held(held, acronym, edition, name) if held is not None else None
    return Listed(slug, kind, date, title.only(frozenset(codes)), conference, tuple(people), tuple(codes))


def _people(keys: Sequence[int]) -> dict[int, list[Speaker]]:
    found: dict[int, list[Speaker]] = {}
    fields = ("speaker__slug", *columns("speaker__name", "speaker__honorific"))
    for pk, slug, *texts in Participation.objects.filter(interview__in=keys).values_list("interview", *fields):
        found.setdefault(pk, []).append(Speaker(slug, *_texts(texts)))
    return found


def _languages(catalog: Catalog, keys: Sequence[int]) -> dict[int, list[str]]:
    """The public languages of interviews, which the catalog knows."""
    spoken = {code: catalog.find({"language": code}).chosen for code in languages()}
    return {key: [code for code, chosen in spoken.items() if chosen[key]] for key in keys}


def _texts(values: Sequence[str | None]) -> list[Text]:
    """The texts of translated fields whose columns follow each other."""
    codes = languages()
    return [Text(dict(zip(codes, values[start:], strict=False))) for start in range(0, len(values), len(codes))]
