"""A whole archive of invented interviews, the same for the same seed, written in batches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from random import Random
from typing import Any

from django.db.models import Model

from benchmarks import prose
from benchmarks.people import people
from benchmarks.prose import Passage, Writer
from benchmarks.terminology import TIMES, Named, Terminology
from interviews.models import Conference, Interview, LanguageVersion, Participation, Speaker, Term, Topic
from interviews.models import language as columns
from interviews.transcripts.transcript import Text

ACRONYMS = ("AHC", "BSF", "CELL", "EHM", "GLC", "HOT", "ICBM", "LYMC", "MYF", "NBD", "PHS", "TCM")
YEARS = range(2010, 2026)
GROUPS = {"": "", "儿童": " in children", "老年": " in older adults"}
LANGUAGES = ("zh-hans", "en")
SPEAKING = (LANGUAGES, LANGUAGES[:1], LANGUAGES[1:])
HOW_MANY_SPEAK = (90, 95, 100)  # of a hundred: both, Chinese alone, English alone
HOW_MANY_ANSWER = (60, 90, 100)  # of a hundred: one expert, two, three


@dataclass(frozen=True)
class Size:
    """How large a corpus is; a brief one has short turns, for lists alone."""

    interviews: int
    turns_each: int = 14
    brief: bool = False
    seed: int = 1

    @property
    def turns(self) -> int:
        """How many turns the corpus has."""
        return self.interviews * self.turns_each

    @property
    def speakers(self) -> int:
        """How many experts the interviews share."""
        return min(8000, 20 + self.interviews // 10)


@dataclass
class Batch:
    """The rows of some interviews; the many, turns and uses of terms, are columns with values, not instances."""

    interviews: list[Interview]
    languages: list[LanguageVersion]
    participations: list[Participation]
    topics: list[Model]
    turns: list[dict[str, Any]]
    uses: list[dict[str, Any]]


class Corpus:
    """Makes the rows; what they share is made at once, the interviews as they are asked for."""

    def __init__(self, size: Size) -> None:
        self.size = size
        random = Random(f"{size.seed} corpus")
        self.terminology = Terminology(random)
        self.writer = Writer(random, self.terminology)
        self.speakers, self.careers = people(random, size.speakers)
        self.conferences = list(_conferences())
        spoken_of = [*self.terminology.known, *self.terminology.rare]
        self.terms = [_term(key, term) for key, term in enumerate(spoken_of, start=1)]
        self.topics = list(_topics(self.terminology.known))
        self._keys = {row.slug: row.pk for row in self.terms}
        # The best known is asked a few hundred times in a large archive, most once or twice.
        self._fame = list(accumulate(rank**-0.4 for rank in range(1, size.speakers + 1)))
        self._fashion = list(accumulate(1 / (rank + 5) for rank in range(1, len(self.topics) + 1)))
        self._rare = _places_of(random, self.terminology.rare, size.turns)

    def batches(self, interviews_each: int = 150) -> Iterator[Batch]:
        """Yield the interviews with all that hangs on them."""
        for start in range(1, self.size.interviews + 1, interviews_each):
            batch = Batch([], [], [], [], [], [])
            for key in range(start, min(start + interviews_each, self.size.interviews + 1)):
                self._add(key, batch)
            yield batch

    def _add(self, key: int, batch: Batch) -> None:
        random = Random(f"{self.size.seed} interview {key}")
        spoken = random.choices(SPEAKING, cum_weights=HOW_MANY_SPEAK)[0]
        experts = self._experts(random)
        batch.interviews.append(self._interview(random, key, spoken, experts))
        batch.languages += [LanguageVersion(interview_id=key, language=code) for code in spoken]
        batch.participations += [
            Participation(interview_id=key, speaker_id=expert.pk, position=position)
            for position, expert in enumerate(experts, start=1)
        ]
        filed = dict.fromkeys(random.choices(self.topics, cum_weights=self._fashion, k=random.randint(1, 3)))
        batch.topics += [Interview.topics.through(interview_id=key, topic_id=topic.pk) for topic in filed]
        for number in range(1, self.size.turns_each + 1):
            place = (key - 1) * self.size.turns_each + number
            passage = self._passage(random, place, spoken, asks=number % 2 == 1)
            expert = None if number % 2 else random.choice(experts)
            batch.turns.append(_turn(place, key, number, expert, passage))
            uses = sorted(self._keys[slug] for slug in passage.terms)
            batch.uses += [{"term_id": term, "turn_id": place} for term in uses]

    def _passage(self, random: Random, place: int, spoken: Sequence[str], *, asks: bool) -> Passage:
        length = prose.BRIEF if self.size.brief else prose.QUESTION if asks else prose.ANSWER
        return self.writer.passage(random, length, spoken, asks=asks, about=self._rare.get(place, ()))

    def _experts(self, random: Random) -> list[Speaker]:
        count = random.choices((1, 2, 3), cum_weights=HOW_MANY_ANSWER)[0]
        return list(dict.fromkeys(random.choices(self.speakers, cum_weights=self._fame, k=count)))

    def _interview(self, random: Random, key: int, spoken: Sequence[str], experts: Sequence[Speaker]) -> Interview:
        conference = random.choice(self.conferences)
        opening = datetime(int(conference.edition), 1, 2, tzinfo=UTC)
        row = Interview(
            pk=key,
            slug=f"{conference.slug}-{key}",
            status="published",
            conference=conference,
            published_at=opening + timedelta(minutes=random.randrange(360 * 24 * 60)),
            last_turn_number=self.size.turns_each,
        )
        one, other = (random.choice(self.terminology.known).row["name"] for _ in range(2))
        names = columns.read(experts[0], "name")
        title = {"zh-hans": f"{one['zh-hans']}与{other['zh-hans']}：{names['zh-hans']}访谈"}
        title["en"] = f"{one['en']} and {other['en']}: {names['en']} in conversation"
        note = self.writer.passage(random, prose.BRIEF, spoken)
        columns.assign(row, "title", Text(title).only(frozenset(spoken)))
        columns.assign(row, "editors_note", Text(note.texts))
        columns.assign(row, "publication", Text({"zh-hans": "血液学笔谈", "en": "Hematology Conversations"}))
        return row


def _turn(key: int, interview: int, number: int, expert: Speaker | None, passage: Passage) -> dict[str, Any]:
    texts = {columns.column("text", code): text for code, text in passage.texts.items()}
    return {
        "id": key,
        "interview_id": interview,
        "number": number,
        "position": number,
        "kind": "answer" if expert else "question",
        "speaker_id": expert and expert.pk,
        "text": next(iter(passage.texts.values())),  # as modeltranslation leaves it
        "segments": passage.segments,
        "differences": {"hash": passage.segments["hash"], "findings": []},
        **texts,
    }


def _conferences() -> Iterator[Conference]:
    for key, (acronym, year) in enumerate(((name, year) for name in ACRONYMS for year in YEARS), start=1):
        row = Conference(pk=key, slug=f"{acronym.lower()}-{year}", acronym=acronym, edition=str(year))
        row.start = row.end = f"{year}-06"
        columns.assign(row, "name", Text({"zh-hans": f"{year}年{acronym}大会", "en": f"{acronym} Congress {year}"}))
        columns.assign(row, "city", Text({"zh-hans": "海州", "en": "Haizhou"}))
        yield row


def _topics(terms: Sequence[Named]) -> Iterator[Topic]:
    named = ((term, group) for group in GROUPS.items() for term in terms)
    for key, (term, (chinese, english)) in enumerate(named, start=1):
        row = Topic(pk=key, slug=f"{term.slug}{english.replace(' ', '-')}")
        name = term.row["name"]
        columns.assign(row, "name", Text({"zh-hans": chinese + name["zh-hans"], "en": name["en"] + english}))
        yield row


def _term(key: int, term: Named) -> Term:
    row = Term(pk=key, slug=term.slug, abbreviation=term.row.get("abbreviation", ""))
    for field in ("name", "definition"):
        columns.assign(row, field, Text(term.row.get(field, {})))
    for code in LANGUAGES:
        setattr(row, columns.column("aliases", code), list(term.row.get("aliases", {}).get(code, ())))
    return row


def _places_of(random: Random, rare: Sequence[Named], turns: int) -> dict[int, list[Named]]:
    """In which turns the rare terms are named; a tiny corpus has no room for all of them."""
    places: dict[int, list[Named]] = {}
    for term in rare:
        for place in random.sample(range(1, turns + 1), min(TIMES, turns // len(rare))):
            places.setdefault(place, []).append(term)
    return places
