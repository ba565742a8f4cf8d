"""The answer to a question: the interviews that say it, how many, and under what they are filed."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from django.utils.functional import cached_property

from interviews.catalog import current
from interviews.catalog.rows import interviews
from interviews.finding.excerpts import Asked, Hit
from interviews.finding.facets import Value, facets
from interviews.finding.question import Question
from interviews.finding.turns import Spoken, spoken
from interviews.indexing import finding, keys
from interviews.models import Interview
from interviews.models.language import languages
from interviews.search import ranking
from interviews.search.ranking import Candidate, Gathered, Group
from interviews.storage import public_languages

# Hits on a page of results, as many of each interview; the others are one link away. Two are enough to choose among
# ten interviews; where only one or two answer, there is room for more of what they say.
SHOWN, FEWEST, MOST = 20, 2, 6
NEWEST, BEST = "newest", "best"
READ = 100  # hits whose texts decide which come first


@dataclass(frozen=True)
class Found:
    """An interview with its best hits, and how many more there are in it; `title` is the hit that its title is."""

    interview: Interview
    title: Hit | None
    hits: tuple[Hit, ...]
    further: int


class Answer:
    """What the archive has to say to a question, in whatever language a page says it."""

    def __init__(self, question: Question, sort: str = BEST) -> None:
        """Look through the newest passages that fit; `sort` is the order."""
        self.question, self.sort = question, sort
        asks = question and not question.unknown
        self.window = finding.in_interviews(question.expression, question.years) if asks else finding.NOTHING

    def __len__(self) -> int:
        return len(self.window)

    @property
    def more(self) -> bool:
        """Whether there are more hits than were looked through."""
        return self.window.more

    @cached_property
    def groups(self) -> list[Group | Gathered]:
        """The hits by interview: the most useful first, or the newest.

        The texts are read of the interviews that speak of it most often; they are more than anybody pages through.
        """
        window = self.window
        gathered = ranking.gathered(window.columns.key, window.kinds, window.columns.interview)
        if self.sort == NEWEST:
            return sorted(gathered, key=lambda group: -keys.day_of(group.hits[0]))
        first = bisect_left(list(accumulate(len(group.hits) for group in gathered)), READ) + 1
        return [*self._ranked(gathered[:first]), *gathered[first:]]

    @cached_property
    def facets(self) -> dict[str, list[Value]]:
        """The ways to narrow the question, by facet."""
        return facets(self.question, self.window, current())

    def show(self, groups: Iterable[Group | Gathered], here: str) -> list[Found]:
        """Return the groups of a page with their rows and the excerpts of their best hits.

        `here` is the language of the page.
        """
        asked = Asked(self.question.expression, tuple(sorted(languages(), key=lambda code: code != here)))
        groups = self._read(groups)
        most = min(MOST, max(FEWEST, SHOWN // max(1, len(groups))))
        titled = {group.interview: [hit for hit in group.hits if hit.kind == "title"] for group in groups}
        shown = {group.interview: [hit for hit in group.hits if hit.kind != "title"][:most] for group in groups}
        rows = interviews(current(), shown)
        every = (hit for hits in shown.values() for hit in hits)
        turns = spoken([keys.row_of(hit.key) for hit in every if hit.kind not in {"title", "note"}])
        return [
            Found(
                row,
                next(iter(_hits(asked, row, titled[group.interview], turns)), None),
                _hits(asked, row, shown[group.interview], turns),
                len(group.hits) - len(shown[group.interview]) - len(titled[group.interview]),
            )
            for group in groups
            if (row := rows.get(group.interview))
        ]

    def _read(self, groups: Iterable[Group | Gathered]) -> list[Group]:
        """Groups with the best hits first, those too that were not read to find the best groups."""
        groups = list(groups)
        ranked = self._ranked([group for group in groups if isinstance(group, Gathered)])
        read = {group.interview: group for group in ranked}
        return [read.get(group.interview, group) for group in groups]

    def _ranked(self, groups: Sequence[Gathered]) -> list[Group]:
        words = finding.words_of(key for group in groups for key in group.hits)
        return ranking.ranked(groups, keys.kind_of, words, self.question.expression)


def _hits(asked: Asked, interview: Interview, hits: Sequence[Candidate], turns: dict[int, Spoken]) -> tuple[Hit, ...]:
    public = public_languages(interview)
    return tuple(
        asked.head(hit.kind, interview, public)
        if hit.kind in {"title", "note"}
        else asked.turn(hit.kind, turns[keys.row_of(hit.key)], public)
        for hit in hits
        if hit.kind in {"title", "note"} or keys.row_of(hit.key) in turns
    )


def answer(question: Question, sort: str = BEST) -> Answer:
    """Return the answer to a question; its other pages, and those in another language, find it kept for a while."""
    return current().answers.get((question, sort == NEWEST), lambda: Answer(question, sort))
