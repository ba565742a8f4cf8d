"""Hits as readers see them: the sentence that answers beside its counterpart, with what was asked for marked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from interviews.bilingual import segments
from interviews.finding.turns import Spoken
from interviews.models import Interview, Speaker, language
from interviews.search.excerpt import Fragment, Span, excerpt, joined
from interviews.search.expression import Expression
from interviews.search.phrases import Folded

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Side:
    """What a hit says in one language."""

    code: str
    fragments: tuple[Fragment, ...]

    @property
    def is_hit(self) -> bool:
        """Whether something in it was asked for."""
        return any(fragment.hit for fragment in self.fragments)


@dataclass(frozen=True)
class Hit:
    """A passage of an interview; `anchor` is its address on the page, "" for the title."""

    kind: str
    anchor: str
    sides: tuple[Side, ...]
    number: int = 0
    speaker: Speaker | None = None


@dataclass(frozen=True)
class Asked:
    """What a text is looked through for, and the languages in the order in which they are shown."""

    expression: Expression
    codes: tuple[str, ...]

    def marks(self, texts: Texts) -> dict[str, list[tuple[int, Span]]]:
        """Return where texts say what is needed: by language, the number of each need with a stretch."""
        found: dict[str, list[tuple[int, Span]]] = {}
        for code, text in texts.items():
            folded = Folded(text)
            looked = not self.expression.languages or code in self.expression.languages
            found[code] = [
                (place, span)
                for place, need in enumerate(self.expression.needs if looked else ())
                for phrase in need.phrases()
                for span in phrase.places(folded)
            ]
        return found

    def sides(self, texts: Texts) -> tuple[Side, ...]:
        """Return a short text (a title, a line) in the two languages that say most, each cut around its marks."""
        marks = self.marks(texts)
        sides = (
            Side(code, tuple(excerpt(texts[code], joined(span for _need, span in marks[code]))))
            for code in self.codes
            if texts.get(code)
        )
        return _two(sides)

    def turn(self, kind: str, turn: Spoken, public: Iterable[str]) -> Hit:
        """Return the hit in a turn: its segment that says most of what is needed, in its public languages."""
        said = _Said(self, kind, turn, public)
        worth = [(len(set(needs)), len(needs)) for needs in said.needs()]
        # Of equal ones the first.
        return said.hit(worth.index(max(worth)) if worth else 0)

    def every(self, kind: str, turn: Spoken, public: Iterable[str]) -> list[Hit]:
        """Return each segment of a turn that says something of what is needed, in order; its first where none does."""
        said = _Said(self, kind, turn, public)
        places = [place for place, needs in enumerate(said.needs()) if needs]
        return [said.hit(place) for place in places or [0]]

    def at(self, kind: str, turn: Spoken, public: Iterable[str], code: str, start: int) -> Hit:
        """Return the segment of a turn that holds a place of its text in a language."""
        said = _Said(self, kind, turn, public)
        spans = [item.get(code, (0, 0)) for item in said.items]
        return said.hit(next((place for place, (first, last) in enumerate(spans) if first <= start < last), 0))

    def beginning_with(self, code: str) -> "Asked":
        """Return the same with a language as the first that is shown."""
        return replace(self, codes=(code, *(other for other in self.codes if other != code)))

    def head(self, kind: str, interview: Interview, public: Iterable[str]) -> Hit:
        """Return the hit in a title or an editor's note."""
        field = {"title": "title", "note": "editors_note"}[kind]
        texts = language.read(interview, field).only(frozenset(public))
        return Hit(kind, "note" if kind == "note" else "", self.sides(texts))


def _two(sides: Iterable[Side]) -> tuple[Side, ...]:
    """The first side, and beside it the one that was asked for, or else the next."""
    first, *others = [side for side in sides if side.fragments] or [None]
    if first is None:
        return ()
    return (first, *sorted(others, key=lambda side: not side.is_hit)[:1])


class _Said:
    """A turn in its public languages, in the segments that stand beside each other, with what was asked for."""

    def __init__(self, asked: Asked, kind: str, turn: Spoken, public: Iterable[str]) -> None:
        self.asked, self.kind, self.turn = asked, kind, turn
        self.texts = turn.text.only(frozenset(public))
        self.is_current = segments.is_current(turn.segments, dict(turn.text))
        self.items = turn.segments["items"] if self.is_current else segments.by_paragraph(self.texts)
        self.marks = asked.marks(self.texts)

    def needs(self) -> list[list[int]]:
        """The numbers of the needs that each segment says, each as often as it does."""
        found: list[list[int]] = [[] for _item in self.items]
        for code, marks in self.marks.items():
            held = [(*item[code], needs) for item, needs in zip(self.items, found, strict=True) if code in item]
            for need, (first, _last) in marks:
                for start, end, needs in held:
                    if start <= first < end:
                        needs.append(need)
        return found

    def hit(self, place: int) -> Hit:
        """The segment at a place, beginning with 0."""
        item = self.items[place] if self.items else {}
        sides = (
            Side(code, tuple(_cut(self.texts[code], item[code], [span for _need, span in self.marks[code]])))
            for code in self.asked.codes
            if code in item and code in self.texts
        )
        anchor = f"t{self.turn.number}" + (f"s{place + 1}" if self.is_current else "")
        return Hit(self.kind, anchor, _two(sides), self.turn.number, self.turn.speaker)


def _cut(text: str, span: Sequence[int], marks: Iterable[Span]) -> list[Fragment]:
    start, end = span
    inside = [
        (max(first, start) - start, min(last, end) - start) for first, last in marks if first < end and last > start
    ]
    return excerpt(text[start:end].strip("\n"), joined(inside))
