"""Who a speaker of an article is: a person of the archive, or one it has not met."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from interviews.models import BiographyEntry, Speaker, language
from interviews.storage import slugs
from interviews.transcripts.transcript import BiographyEntry as Entry
from interviews.transcripts.transcript import Speaker as Met

FIELDS = ("name", "honorific", "affiliation")


@dataclass(frozen=True)
class Recognised:
    """A person's record, found or new.

    `remark` is what an editor should check about it ("" where nothing); `changed` whether the article tells something
    that a known record lacks: it stands in `person`, unsaved.
    """

    person: Speaker
    remark: str = ""
    changed: bool = False


def recognise(met: Met, aliases: Collection[str] = (), taken: Collection[int] = ()) -> Recognised:
    """Return who a speaker of an article is.

    A record is the same person only if name and affiliation agree and exactly one fits: 张伟 is many people. Records
    in `taken` belong to other speakers of the same article.
    """
    namesakes = [person for person in _namesakes(met, aliases) if person.pk not in taken]
    same = [person for person in namesakes if _same_name(person, met, aliases) and _same_affiliation(person, met)]
    if len(same) == 1:
        return Recognised(same[0], changed=_complete(same[0], met, aliases))
    person = _create(met, aliases)
    others = ", ".join(f"{namesake} ({namesake.slug})" for namesake in namesakes)
    remark = others and f"a person of this name is known, and it is not certain that this is the same: {others}"
    return Recognised(person, remark)


def _namesakes(met: Met, aliases: Collection[str]) -> list[Speaker]:
    names = {*met.name.values(), *aliases}
    condition = language.any_language("name", "in", names)
    # An alias is inside a JSON list, which SQLite cannot look into by an index; people are thousands, not millions.
    aliased = Speaker.objects.exclude(aliases=[]).values_list("pk", "aliases")
    condition |= Q(pk__in=[pk for pk, known in aliased if names & {*known}])
    return list(Speaker.objects.filter(condition).order_by("pk"))


def _same_name(person: Speaker, met: Met, aliases: Collection[str]) -> bool:
    """Whether no language prints two names, unless the archive or the sidecar says that the one is also the other."""
    known, new = language.read(person, "name"), met.name
    theirs, given = {*map(_plain, person.aliases)}, {*map(_plain, aliases)}
    return all(
        _plain(known[code]) == _plain(new[code]) or _plain(new[code]) in theirs or _plain(known[code]) in given
        for code in known.keys() & new.keys()
    )


def _same_affiliation(person: Speaker, met: Met) -> bool:
    """Whether two affiliations agree in every language that prints both, and some language does."""
    known, new = language.read(person, "affiliation"), met.affiliation
    shared = known.keys() & new.keys()
    return bool(shared) and all(_plain(known[code]) == _plain(new[code]) for code in shared)


def _plain(text: str) -> str:
    return re.sub(r"[\s·.,-]+", "", unicodedata.normalize("NFKC", text).casefold())


def _create(met: Met, aliases: Collection[str]) -> Speaker:
    person = Speaker(aliases=sorted(aliases))
    for field in FIELDS:
        language.assign(person, field, getattr(met, field))
    person.save()
    slugs.give(person, slugs.of_name(person))
    return person


def _complete(person: Speaker, met: Met, aliases: Collection[str]) -> bool:
    """Add what the archive did not know, without saving it; what it knows stays as it is."""
    proposed_before = person.proposed_reading()
    added = [language.complete(person, field, getattr(met, field)) for field in FIELDS]
    further = {*aliases} - {*person.aliases}
    person.aliases = sorted({*person.aliases, *further})
    propose_again(person, proposed_before)
    return any(added) or bool(further)


def propose_again(person: Speaker, proposed_before: str) -> None:
    """Let a reading that was proposed from a person's former names follow the new ones; an editor's own stays."""
    if person.reading == proposed_before:
        person.reading = person.proposed_reading()


def add_biography(person: Speaker, entries: Collection[Entry]) -> None:
    """Store a career for a person who has none yet."""
    for position, entry in enumerate(entries, start=1):
        row = BiographyEntry(
            speaker=person, position=position, section=entry.section, start=entry.start or "", end=entry.end or ""
        )
        language.assign(row, "text", entry.text)
        row.save()


def biography(person: Speaker) -> tuple[Entry, ...]:
    """Return a person's career in its order."""
    return tuple(
        Entry(row.section, row.start or None, row.end or None, language.read(row, "text"))
        for row in person.biography.all()
    )
