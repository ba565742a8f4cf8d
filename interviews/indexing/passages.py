"""Rows into passages: what is said of an interview or a record, and the marks under which it is filed."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, QuerySet
from django.utils.timezone import get_default_timezone

from interviews.indexing import keys
from interviews.models import Interview, LanguageVersion, Participation, TermUse, Turn, language

TURN_KINDS = {"note": "remark"}  # an interview's note is the editor's
INTERVIEW = "d"  # the mark of every part of an interview
RECORD = "r"
TITLE = "kinterview"  # the mark of a title as a name
BEFORE_FILED = 3  # marks of an interview that stand before those: INTERVIEW, its own, its kind of text
FIRST_YEAR, LAST_YEAR = 1900, 2258
SPEAKERS = re.compile(" s([0-9]+)")
BATCH = 100  # interviews at a time: an editor who saves while the index is rebuilt waits for one batch at most
Texts = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Passage:
    """What becomes a row of the index.

    `texts` are its lines by language, `names` what is completed while somebody types, `filed` its marks parted by
    spaces: of a part of an interview first those of the whole, then its kind, its speakers and its terms.
    """

    key: int
    interview: int | None
    texts: Texts
    filed: str
    names: Sequence[str] = ()


def _by_date() -> QuerySet:
    return Interview.objects.published().order_by(F("published_at").asc(nulls_first=True), "pk")


def year_marks(first: int, last: int) -> tuple[str, ...]:
    """Return the marks of some years, as far as there have been articles and will be."""
    return tuple(f"y{year}" for year in range(max(first, FIRST_YEAR), min(last, LAST_YEAR) + 1)) or ("y",)


def published_batches() -> Iterator[list[int]]:
    """Yield the keys of all published interviews, some at a time, the oldest first and the undated before them."""
    every = list(_by_date().values_list("pk", flat=True))
    for start in range(0, len(every), BATCH):
        yield every[start : start + BATCH]


class Interviews:
    """The passages of some interviews, read in a fixed number of queries; only what readers may see becomes one."""

    def __init__(self, interviews: Collection[int]) -> None:
        self.codes = language.languages()
        fields = ["pk", "published_at", "conference", "text_kind", *language.columns("title", "editors_note")]
        self.rows = list(_by_date().filter(pk__in=interviews).values_list(*fields))
        published = [row[0] for row in self.rows]
        self.public: dict[int, set[str]] = _gathered(
            LanguageVersion.objects.filter(interview__in=published, public=True).values_list("interview", "language")
        )
        people = Participation.objects.filter(interview__in=published).values_list("interview", "speaker")
        self.people: dict[int, set[int]] = _gathered(people)
        filed = Interview.topics.through.objects.filter(interview__in=published).values_list("interview", "topic")
        self.topics: dict[int, set[int]] = _gathered(filed)
        uses = TermUse.objects.filter(turn__interview__in=published).values_list("turn", "term")
        self.terms: dict[int, set[int]] = _gathered(uses)
        turns = Turn.objects.filter(interview__in=published)
        self.turns = defaultdict(list)
        for row in turns.values_list("interview", "pk", "kind", "speaker", *language.columns("text")).iterator():
            self.turns[row[0]].append(row[1:])

    def passages(self) -> Iterator[Passage]:
        """Yield the passages of each interview: its title, which every interview has, its note, its turns."""
        for pk, published_at, conference, text_kind, *texts in self.rows:
            titles, notes = texts[: len(self.codes)], texts[len(self.codes) :]
            day = _day(published_at)
            own = [INTERVIEW, f"i{pk}", f"x{text_kind}", *([f"c{conference}"] if conference else [])]
            own += [*([f"y{day.year}"] if day else []), *(f"t{topic}" for topic in sorted(self.topics[pk]))]
            about = " ".join(own)
            people = [f"s{speaker}" for speaker in sorted(self.people[pk])]
            yield _passage("title", pk, pk, day, self._public(pk, titles), about, people)
            if note := self._public(pk, notes):
                yield _passage("note", pk, pk, day, note, about, people)
            for turn, kind, speaker, *said in self.turns[pk]:
                marks = [f"s{speaker}"] if speaker else []
                marks += [f"m{term}" for term in sorted(self.terms[turn])]
                yield _passage(TURN_KINDS.get(kind, kind), pk, turn, day, self._public(pk, said), about, marks)

    def names(self) -> Iterator[Passage]:
        """Yield the titles as what interviews are called."""
        for pk, _published_at, _conference, _text_kind, *texts in self.rows:
            titles = self._public(pk, texts[: len(self.codes)])
            if lines := [line for lines in titles.values() for line in lines]:
                yield Passage(keys.of_record("interview", pk), pk, {}, TITLE, lines)

    def _public(self, pk: int, texts: Sequence[str | None]) -> Texts:
        return {code: [text] for code, text in zip(self.codes, texts, strict=True) if text and code in self.public[pk]}


def _passage(
    kind: str, interview: int, row: int, day: date | None, texts: Texts, about: str, marks: list[str]
) -> Passage:
    key = keys.of_interview(kind, row, day)
    return Passage(key, interview, texts, " ".join([about, f"k{kind}", *marks]))


def own_marks(filed: str) -> list[str]:
    """Return what an interview with all its parts is filed under: its conference, its year, its topics."""
    return filed.partition(" k")[0].split()[BEFORE_FILED:]


def speakers_of(filed: Iterable[str]) -> list[str]:
    """Return the keys of the speakers of all that is filed so, each as often as it is there."""
    return SPEAKERS.findall(" ".join(filed))


def _gathered(pairs: Collection[tuple]) -> dict:
    found = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return found


def _day(published_at: datetime | None) -> date | None:
    return published_at and published_at.astimezone(get_default_timezone()).date()
