"""The answer to a question: the interviews that say it, how many, and under what they are filed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from interviews.finding.excerpts import Asked, Hit
from interviews.finding.question import FACETS, Question
from interviews.indexing import finding, keys
from interviews.models import Conference, Interview, Speaker, Topic, Turn
from interviews.models.language import languages
from interviews.search import ranking
from interviews.search.ranking import Candidate, Group
from interviews.storage import public_languages

SHOWN = 3  # hits of an interview on a page of results; the others are one link away
NEWEST, BEST = "newest", "best"
MARKS = {"s": ("speaker", Speaker), "t": ("topic", Topic), "c": ("conference", Conference)}
LISTED = 12  # values of a facet


@dataclass(frozen=True)
class Value:
    """A value of a facet: as the address has it, its row if it is one, and how many hits have it."""

    value: str
    row: Any
    count: int


@dataclass(frozen=True)
class Found:
    """An interview with its best hits, and how many more there are in it; `title` is the hit that its title is."""

    interview: Interview
    title: Hit | None
    hits: tuple[Hit, ...]
    further: int


class Answer:
    """What the archive has to say to a question."""

    def __init__(self, question: Question, here: str, sort: str = BEST) -> None:
        """Look through the newest passages that fit; `here` is the language of the page, `sort` the order."""
        self.question, self.sort = question, sort
        self.asked = Asked(question.expression, tuple(sorted(languages(), key=lambda code: code != here)))
        empty = not question or question.unknown
        self.window = (
            finding.Window((), (), more=False) if empty else finding.in_interviews(question.expression, question.years)
        )
        self.ranked = ranking.ranked(
            [Candidate(each.key, keys.kind_of(each.key), each.interview, each.tokens) for each in self.window.passages],
            question.expression,
        )

    def __len__(self) -> int:
        return len(self.ranked)

    @property
    def more(self) -> bool:
        """Whether there are more hits than were looked through."""
        return self.window.more

    @cached_property
    def groups(self) -> list[Group]:
        """The hits by interview: the most useful first, or the newest."""
        if self.sort == NEWEST:
            return ranking.grouped([replace(each, score=0.0) for each in self.ranked])
        return ranking.grouped(self.ranked)

    def show(self, groups: Iterable[Group], most: int = SHOWN) -> list[Found]:
        """Return some of the groups with their rows and excerpts, `most` hits of each."""
        groups = list(groups)
        titled = {group.interview: [hit for hit in group.hits if hit.kind == "title"] for group in groups}
        shown = {group.interview: [hit for hit in group.hits if hit.kind != "title"][:most] for group in groups}
        rows = Interview.objects.published().for_lists().in_bulk(list(shown))
        turns = self._turns(hit for hits in shown.values() for hit in hits)
        return [
            Found(
                row,
                next(iter(self._hits(row, titled[group.interview], turns)), None),
                self._hits(row, shown[group.interview], turns),
                len(group.hits) - len(shown[group.interview]) - len(titled[group.interview]),
            )
            for group in groups
            if (row := rows.get(group.interview))
        ]

    def _turns(self, hits: Iterable[Candidate]) -> dict[int, Turn]:
        wanted = [keys.row_of(hit.key) for hit in hits if hit.kind not in {"title", "note"}]
        return Turn.objects.select_related("speaker").in_bulk(wanted) if wanted else {}

    def _hits(self, interview: Interview, hits: Sequence[Candidate], turns: dict[int, Turn]) -> tuple[Hit, ...]:
        public = public_languages(interview)
        return tuple(
            self.asked.head(hit.kind, interview, public)
            if hit.kind in {"title", "note"}
            else self.asked.turn(hit.kind, turns[keys.row_of(hit.key)], public)
            for hit in hits
            if hit.kind in {"title", "note"} or keys.row_of(hit.key) in turns
        )

    @cached_property
    def facets(self) -> dict[str, list[Value]]:
        """How many of the hits are filed under what, the most frequent first; a facet that was chosen is left out."""
        chosen = {limit.limit.name for limit in self.question.chosen}
        counted = self._counted()
        found = {name: self._values(name, counted[name]) for name in FACETS if name not in chosen}
        return {name: values for name, values in found.items() if values}

    def _counted(self) -> dict[str, Counter]:
        counted: dict[str, Counter] = {name: Counter() for name in FACETS}
        every = Counter(mark for each in self.window.passages for mark in each.filed.split())
        for mark, count in every.items():
            if mark[0] in MARKS and mark[1:].isdecimal():
                counted[MARKS[mark[0]][0]][int(mark[1:])] = count
            elif mark[0] == "y":
                counted["year"][mark[1:]] = count
        for each in self.ranked:
            counted["kind"][each.candidate.kind] += 1
            counted["language"].update(self.window.languages[place] for place in each.languages)
        return counted

    def _values(self, name: str, counted: Counter) -> list[Value]:
        models = dict(MARKS.values())
        # What every hit has narrows nothing.
        most = [(value, count) for value, count in counted.most_common() if count < len(self)][:LISTED]
        if name not in models:
            return [
                Value(value, None, count) for value, count in (sorted(most, reverse=True) if name == "year" else most)
            ]
        rows = models[name].objects.in_bulk([pk for pk, _count in most]) if most else {}
        return [Value(rows[pk].slug, rows[pk], count) for pk, count in most if pk in rows]
