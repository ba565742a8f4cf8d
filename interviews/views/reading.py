"""A transcript laid out for reading: which languages stand beside each other, paragraph by paragraph.

A segment is a stretch of the text and its counterparts, as `bilingual.segments` stores them; its address (`#t7s3`) is
the same in every language and view.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from interviews.bilingual import segments
from interviews.transcripts.transcript import Speaker, Transcript, Turn
from interviews.views import pairing

Span = tuple[int, int]
Items = Sequence[Mapping[str, Span]]


@dataclass(frozen=True)
class Fragment:
    """A run of text in one language; `key` names the term that it is an occurrence of, or is empty."""

    code: str
    text: str
    key: str = ""


@dataclass(frozen=True)
class Piece:
    """The part of a segment that stands in one paragraph; `anchor` is its address where this is the place for it.

    A piece without fragments is the mere address of a segment that has nothing in this language.
    """

    segment: int
    anchor: str
    fragments: tuple[Fragment, ...] = ()

    @property
    def text(self) -> str:
        """What the piece says."""
        return "".join(fragment.text for fragment in self.fragments)


@dataclass(frozen=True)
class Cell:
    """What stands in one row in one language; `missing` where the whole turn has no text in it.

    The groups of a row's cells answer each other; where the cells stand under each other, so do the groups.
    """

    code: str
    groups: tuple[tuple[Piece, ...], ...] = ()
    missing: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces in their order."""
        return tuple(piece for group in self.groups for piece in group)


@dataclass(frozen=True)
class Laid:
    """One turn as rows of paragraphs; `who` is a speaker, or None where the publication speaks.

    `differing` are the numbers of the segments in which the languages are known to disagree; `beyond` are those of the
    paragraphs that only languages which are not shown have.
    """

    number: int
    kind: str
    who: Speaker | None
    rows: tuple[tuple[Cell, ...], ...]
    elsewhere: tuple[str, ...]
    differing: frozenset[int] = frozenset()
    beyond: tuple[int, ...] = ()


# Given a language and a turn's paragraphs in it: for each paragraph the terms to explain there, as start, end, key.
Explain = Callable[[str, Sequence[str]], Sequence[Sequence[tuple[int, int, str]]]]


def lay_out(
    transcript: Transcript,
    columns: Sequence[str],
    stored: Mapping[int, Items] | None = None,
    explain: Explain | None = None,
    differing: Mapping[int, Set[int]] | None = None,
) -> list[Laid]:
    """Return the turns with their paragraphs paired in the order of `columns`, language codes from the start side.

    `stored` holds the segments of turns by number; a turn without any has a segment per paragraph. A turn that has no
    text in any of the columns is shown in the language that it has. `differing` holds, by the number of a turn, the
    segments to be marked.
    """
    speakers = {speaker.key: speaker for speaker in transcript.speakers}
    laid = []
    for turn in transcript.turns:
        shown = columns if any(code in turn.text for code in columns) else [next(iter(turn.text), columns[0])]
        items = (stored or {}).get(turn.number) or segments.by_paragraph(turn.text)
        rows = _Turn(turn, shown, items, explain).rows()
        marked = frozenset((differing or {}).get(turn.number, ()))
        who, beyond = speakers.get(turn.speaker), _beyond(turn, len(rows))
        laid.append(Laid(turn.number, turn.kind, who, rows, tuple(sorted(turn.text)), marked, beyond))
    return laid


def _beyond(turn: Turn, rows: int) -> tuple[int, ...]:
    longest = max((len(list(segments.paragraphs(text))) for text in turn.text.values()), default=0)
    return tuple(range(rows + 1, longest + 1))


@dataclass
class _Turn:
    """One turn while it is laid out; `placed` are the segments whose address has its place already."""

    turn: Turn
    columns: Sequence[str]
    items: Items
    explain: Explain | None
    placed: set[int] = field(default_factory=set)

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        columns = [self._column(code) for code in self.columns]
        return tuple(
            tuple(
                Cell(code, groups, missing=not column and number == 0)
                for code, column, groups in zip(self.columns, columns, _grouped(row), strict=True)
            )
            for number, row in enumerate(zip_longest(*columns, fillvalue=()))
        )

    def _column(self, code: str) -> list[list[Piece]]:
        text = self.turn.text.get(code, "")
        spans = list(segments.paragraphs(text))
        terms: Any = (
            self.explain(code, [text[start:end] for start, end in spans]) if self.explain else [()] * len(spans)
        )
        return [
            self._pieces(code, span, found, last=span == spans[-1]) for span, found in zip(spans, terms, strict=True)
        ]

    def _pieces(self, code: str, paragraph: Span, terms: Sequence[tuple[int, int, str]], *, last: bool) -> list[Piece]:
        """The segments of one paragraph; the space between two sentences joins the one before it."""
        start, end = paragraph
        here = [
            (number, max(start, item[code][0]), min(end, item[code][1]))
            for number, item in enumerate(self.items, start=1)
            if code in item and item[code][0] < end and item[code][1] > start
        ]
        if not here:  # Stored for another text: the paragraph is shown all the same, without addresses.
            return [Piece(0, "", self._fragments(code, start, start, end, terms))]
        pieces = []
        for place, (number, first, _stop) in enumerate(here):
            begin = start if place == 0 else first
            stop = here[place + 1][1] if place + 1 < len(here) else end
            pieces += self._empty_before(number, code)
            pieces.append(Piece(number, self._anchor(number), self._fragments(code, start, begin, stop, terms)))
        return pieces + (self._empty_before(len(self.items) + 1, code) if last else [])

    def _empty_before(self, number: int, code: str) -> list[Piece]:
        """The addresses of earlier segments that none of the columns has text for."""
        if code != next(column for column in self.columns if self.turn.text.get(column)):
            return []
        empty = (
            earlier
            for earlier in range(1, number)
            if earlier not in self.placed and not any(column in self.items[earlier - 1] for column in self.columns)
        )
        return [Piece(earlier, self._anchor(earlier)) for earlier in empty]

    def _anchor(self, number: int) -> str:
        if number in self.placed:
            return ""
        self.placed.add(number)
        return f"t{self.turn.number}s{number}"

    def _fragments(
        self, code: str, origin: int, begin: int, stop: int, terms: Sequence[tuple[int, int, str]]
    ) -> tuple[Fragment, ...]:
        text, fragments, at = self.turn.text[code], [], begin
        for start, end, key in ((origin + first, origin + last, key) for first, last, key in terms):
            if at <= start and end <= stop:
                fragments += [Fragment(code, text[at:start]), Fragment(code, text[start:end], key)]
                at = end
        fragments.append(Fragment(code, text[at:stop]))
        return tuple(fragment for fragment in fragments if fragment.text)


def _grouped(row: Sequence[Sequence[Piece]]) -> list[tuple[tuple[Piece, ...], ...]]:
    """The groups of each paragraph of a row, as many in each that says anything."""
    group = pairing.groups([{piece.segment: piece.text for piece in pieces} for pieces in row])
    count = max(group.values(), default=0) + 1
    return [
        tuple(
            tuple(piece for piece in pieces if group[piece.segment] == place) for place in range(count if pieces else 0)
        )
        for pieces in row
    ]
