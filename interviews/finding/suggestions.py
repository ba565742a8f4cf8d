"""What a reader may be about to type: people, terms, topics, conferences, titles, by the beginnings of words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models

from interviews.finding.expansion import simplified
from interviews.indexing import finding, keys
from interviews.indexing.records import RECORDS
from interviews.models import Interview, language
from interviews.search.expression import Expression, Need
from interviews.search.phrases import Phrase
from interviews.search.query import BETWEEN, LONGEST
from interviews.search.tokens import fold
from interviews.storage import public_languages
from interviews.transcripts.readings import sort_key
from interviews.transcripts.transcript import Text

SHOWN = 8
LOOKED_AT = 16  # of people, and of all other records
WORDS = 8
INTERVIEW = "interview"
KINDS = ("speaker", "term", "topic", "conference", INTERVIEW)  # of equally good ones, the first kind first


@dataclass(frozen=True)
class Suggestion:
    """A row that may be meant: its kind, its name by language, and whether that begins with what was typed."""

    kind: str
    row: models.Model
    names: Text
    begins: bool


def suggest(typed: str) -> list[Suggestion]:
    """Return what a beginning may be completed to, the likeliest first; any text may be typed."""
    text = simplified(typed.replace("\0", " ")[:LONGEST])
    words = BETWEEN.sub(" ", text).split()[:WORDS]
    phrases = [Phrase.of(word, stemmed=False, begun=word is words[-1]) for word in words]
    if not any(phrases):
        return []
    needs = tuple(Need.of(phrase) for phrase in phrases if phrase)
    wanted = fold(" ".join(words))
    found = list(_records(needs, wanted))
    # Titles come last among equals, so that there is no need of them where enough begins so already.
    if sum(each.begins for each in found) < SHOWN:
        found += _titles(needs, wanted)
    # Of those that begin so the shortest is the nearest to what was typed.
    found.sort(key=lambda each: (not each.begins, KINDS.index(each.kind), max(map(len, each.names.values()))))
    return found[:SHOWN]


def _records(needs: tuple[Need, ...], wanted: str) -> Iterator[Suggestion]:
    rows: dict[str, dict[int, None]] = {}
    for filed in (("kspeaker",), ("kterm", "ktopic", "kconference")):
        for passage in finding.named(Expression(needs, filed=(filed,)), LOOKED_AT).passages:
            rows.setdefault(keys.kind_of(passage.key), {})[keys.row_of(passage.key)] = None
    read_so = _read_so(wanted)
    for person in read_so:
        rows.setdefault("speaker", {})[person] = None
    for kind, chosen in rows.items():
        for row in RECORDS[kind].rows().filter(pk__in=chosen):
            shown = _named(kind, row)
            begins = _begins(shown, wanted) or (kind == "speaker" and row.pk in read_so)
            yield Suggestion(kind, row, shown, begins)


def _read_so(wanted: str) -> set[int]:
    """The people whose reading begins so; a name in Chinese characters is found by its pinyin."""
    beginning = sort_key(wanted) if wanted.isascii() else ""
    if not beginning:
        return set()
    people = RECORDS["speaker"].rows().filter(initial=beginning[0], sort_key__startswith=beginning)
    return set(people.values_list("pk", flat=True)[:SHOWN])


def _titles(needs: tuple[Need, ...], wanted: str) -> Iterator[Suggestion]:
    passages = finding.titled(Expression(needs), SHOWN).passages
    chosen = [passage.interview for passage in passages]
    rows = Interview.objects.published().prefetch_related("language_versions").filter(pk__in=chosen)
    for row in rows.only("slug", *language.columns("title")) if chosen else ():
        titles = language.read(row, "title").only(frozenset(public_languages(row)))
        if titles:
            yield Suggestion(INTERVIEW, row, titles, _begins(titles, wanted))


def _named(kind: str, row: models.Model) -> Text:
    if kind == "conference" and row.acronym:
        return Text(dict.fromkeys(language.languages(), str(row)))
    return language.read(row, "name") or Text({language.languages()[0]: row.slug})


def _begins(names: Text, wanted: str) -> bool:
    return any(fold(name).startswith(wanted) for name in names.values())
