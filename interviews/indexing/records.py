"""People, careers, topics, terms and conferences as passages; those that no published interview shows have none."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from django.db import models

from interviews.indexing import keys
from interviews.indexing.passages import RECORD, Passage
from interviews.models import Conference, Interview, Participation, Speaker, Term, Topic, language

Lines = dict[str, list[str]]


@dataclass(frozen=True)
class Record:
    """A kind of record: its rows that readers may see, what stands on each, and what each is called, by language."""

    rows: Callable[[], models.QuerySet]
    lines: Callable[[models.Model], Lines]
    names: Callable[[models.Model], Lines]

    def passages(self, kind: str, chosen: Collection[int] | None = None) -> Iterator[Passage]:
        """Yield the passages of the rows, or of the chosen ones among them."""
        rows = self.rows() if chosen is None else self.rows().filter(pk__in=chosen)
        for row in rows.iterator(chunk_size=500):
            lines = self.lines(row)
            if any(lines.values()):
                names = [name for names in self.names(row).values() for name in names]
                yield Passage(keys.of_record(kind, row.pk), None, lines, f"{RECORD} k{kind}", names)


def read(row: models.Model, *fields: str) -> Lines:
    """Return what stands in some translated fields of a row, a line each, by language."""
    texts = [language.read(row, field) for field in fields]
    return {code: [text[code] for text in texts if code in text] for code in language.languages()}


def everywhere(lines: Lines, further: Iterable[str]) -> Lines:
    """Add lines that belong to no language, such as an abbreviation, to those of each."""
    added = list(filter(None, further))
    return {code: [*texts, *added] for code, texts in lines.items()}


def speaker_names(person: Speaker) -> Lines:
    """Return what a person is called: the printed names and the other ones."""
    return everywhere(read(person, "name"), person.aliases)


def speaker_lines(person: Speaker) -> Lines:
    """Return what a person is called, and where they work."""
    names, places = speaker_names(person), read(person, "headline", "affiliation")
    return {code: [*lines, *places[code]] for code, lines in names.items()}


def career_lines(person: Speaker) -> Lines:
    """Return a person's career, an entry a line."""
    entries = [language.read(entry, "text") for entry in person.biography.all()]
    return {code: [entry[code] for entry in entries if code in entry] for code in language.languages()}


def term_names(term: Term) -> Lines:
    """Return every name of a term with its abbreviation."""
    names, aliases = read(term, "name"), language.read(term, "aliases")
    return everywhere({code: [*lines, *aliases.get(code, [])] for code, lines in names.items()}, [term.abbreviation])


def term_lines(term: Term) -> Lines:
    """Return the names of a term and what it means."""
    definition = read(term, "definition")
    return {code: [*lines, *definition[code]] for code, lines in term_names(term).items()}


def topic_names(topic: Topic) -> Lines:
    """Return the names of a topic."""
    return read(topic, "name")


def conference_names(conference: Conference) -> Lines:
    """Return the names of a conference: in full, and the acronym with its year."""
    return everywhere(read(conference, "name"), [f"{conference.acronym} {conference.edition}".strip()])


def conference_lines(conference: Conference) -> Lines:
    """Return the names of a conference and its place."""
    cities = read(conference, "city")
    return {code: [*lines, *cities[code]] for code, lines in conference_names(conference).items()}


def speakers() -> models.QuerySet:
    """Return the people of published interviews."""
    return _used(Speaker.objects.order_by(), Participation.objects.published(), "speaker")


def topics() -> models.QuerySet:
    """Return the topics of published interviews."""
    return _used(Topic.objects.order_by(), Interview.objects.published(), "topics")


def terms() -> models.QuerySet:
    """Return the terms that published interviews use."""
    return Term.objects.in_use().order_by()


def conferences() -> models.QuerySet:
    """Return the conferences of published interviews."""
    return _used(Conference.objects.order_by(), Interview.objects.published(), "conference")


def _used(records: models.QuerySet, uses: models.QuerySet, name: str) -> models.QuerySet:
    """The records that have a use: one is enough, where `in_use` would count them all with every save."""
    return records.filter(models.Exists(uses.filter(**{name: models.OuterRef("pk")})))


RECORDS = {
    "speaker": Record(speakers, speaker_lines, speaker_names),
    "biography": Record(lambda: speakers().with_biography(), career_lines, lambda _person: {}),
    "topic": Record(topics, topic_names, topic_names),
    "term": Record(terms, term_lines, term_names),
    "conference": Record(conferences, conference_lines, conference_names),
}
KINDS_OF = {Speaker: ("speaker", "biography"), Topic: ("topic",), Term: ("term",), Conference: ("conference",)}
# The marks on the parts of an interview that name a record.
MARKS = {"s": Speaker, "t": Topic, "m": Term, "c": Conference}
