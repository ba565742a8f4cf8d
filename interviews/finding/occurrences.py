"""Every place where the newest hits say what was asked for: the rows of a concordance."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from interviews.finding.excerpts import Asked, Hit, Side
from interviews.finding.question import Question
from interviews.finding.turns import Spoken, spoken
from interviews.indexing import finding, keys
from interviews.models import Interview, LanguageVersion, Turn, language
from interviews.search.concordance import WIDTH, Context
from interviews.search.excerpt import Span, joined
from interviews.storage import public_languages
from interviews.transcripts.transcript import Text

LEFT, RIGHT = "left", "right"
FIELDS = {"title": "title", "note": "editors_note"}
NOWHERE = (0, Text())


class Place(NamedTuple):
    """Where something is said: the passage, the language, the text, and the stretch of it."""

    passage: finding.Fitting
    code: str
    text: str
    span: Span

    @property
    def kind(self) -> str:
        """The kind of the passage."""
        return keys.kind_of(self.passage.key)

    @property
    def row(self) -> int:
        """The key of the turn, or of the interview."""
        return keys.row_of(self.passage.key)

    def context(self, width: int) -> Context:
        """Return the stretch with what stands around it."""
        return Context.of(self.text, self.span, width)


@dataclass(frozen=True)
class Occurrence:
    """A row: a stretch in its context, the segment that it stands in, and the public languages of the interview."""

    code: str
    context: Context
    hit: Hit
    interview: Interview
    public: tuple[str, ...]

    @property
    def counterpart(self) -> Side | None:
        """The segment in another language."""
        return next((side for side in self.hit.sides if side.code != self.code), None)


class Concordance:
    """The places in which the newest hits say what a question needs, in the order of the texts or of a context.

    A sequence that reads the rows of a part when the part is asked for.
    """

    def __init__(self, question: Question, here: str, sort: str = "", width: int = WIDTH) -> None:
        """Look through the newest passages that fit; `here` is the language of the page, `sort` LEFT or RIGHT.

        `width` is how wide the contexts are.
        """
        self.width = width
        self.asked = Asked(question.expression, tuple(sorted(language.languages(), key=lambda code: code != here)))
        asks = bool(question.expression.needs) and not question.unknown
        found = finding.in_interviews(question.expression, question.years) if asks else None
        self.more = bool(found and found.more)
        self._places = list(self._said(found.passages)) if found else []
        if sort in {LEFT, RIGHT}:
            self._places.sort(key=lambda place: getattr(place.context(WIDTH), f"by_{sort}"))

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, part: slice) -> list[Occurrence]:
        """Return some of the rows; what is not public any more by now is left out."""
        places = self._places[part]
        wanted = {place.row for place in places if place.kind not in FIELDS}
        turns = spoken(wanted)
        rows = Interview.objects.published().for_lists().in_bulk({place.passage.interview for place in places})
        return [found for place in places if (found := self._occurrence(place, rows, turns))]

    def _said(self, passages: Sequence[finding.Fitting]) -> Iterator[Place]:
        """The places of the passages, interview by interview, the newest first, there in the order of the text."""
        texts, public = _texts(passages), _public(passages)
        # An index gives first what was stored last, which need not be what was published last.
        days = {each.interview: keys.day_of(each.key) for each in passages}
        newest = sorted(days, key=lambda interview: days[interview], reverse=True)
        order = {interview: number for number, interview in enumerate(newest)}
        in_order = sorted(passages, key=lambda each: (order[each.interview], texts.get(each.key, NOWHERE)[0]))
        for passage in in_order:
            said = texts.get(passage.key, NOWHERE)[1].only(public.get(passage.interview, frozenset()))
            marks = self.asked.marks(said)
            for code in self.asked.codes:
                for span in joined(span for _need, span in marks.get(code, ())):
                    yield Place(passage, code, said[code], span)

    def _occurrence(self, place: Place, rows: Mapping[int, Interview], turns: dict[int, Spoken]) -> Occurrence | None:
        interview = rows.get(place.passage.interview)
        if not interview:
            return None
        asked, public = self.asked.beginning_with(place.code), tuple(public_languages(interview))
        if place.kind in FIELDS:
            hit = asked.head(place.kind, interview, public)
        elif turn := turns.get(place.row):
            hit = asked.at(place.kind, turn, public, place.code, place.span[0])
        else:
            return None
        return Occurrence(place.code, place.context(self.width), hit, interview, public)


def _interview(passage: finding.Fitting) -> int:
    return passage.interview


def _texts(passages: Sequence[finding.Fitting]) -> dict[int, tuple[int, Text]]:
    """The texts of passages by key, each with its place in the interview: title, note, turns."""
    found = {}
    turns = {keys.row_of(each.key): each.key for each in passages if keys.kind_of(each.key) not in FIELDS}
    for pk, position, *texts in _read(Turn, turns, "position", *language.columns("text")):
        found[turns[pk]] = (position, _text(texts))
    for place, (kind, field) in enumerate(FIELDS.items(), start=-len(FIELDS)):
        heads = {keys.row_of(each.key): each.key for each in passages if keys.kind_of(each.key) == kind}
        for pk, *texts in _read(Interview, heads, *language.columns(field)):
            found[heads[pk]] = (place, _text(texts))
    return found


def _read(model: type[Interview | Turn], rows: Collection[int], *fields: str) -> Iterable[tuple]:
    return model.objects.filter(pk__in=list(rows)).values_list("pk", *fields).order_by() if rows else ()


def _text(texts: Iterable[str | None]) -> Text:
    return Text(dict(zip(language.languages(), texts, strict=True)))


def _public(passages: Sequence[finding.Fitting]) -> dict[int, frozenset[str]]:
    """The languages of the passages' interviews that readers may see."""
    versions = LanguageVersion.objects.filter(interview__in=set(map(_interview, passages)), public=True)
    found: dict[int, frozenset[str]] = {}
    for interview, code in versions.values_list("interview", "language").order_by():
        found[interview] = found.get(interview, frozenset()) | {code}
    return found
