"""A table of passages with the index over it: its columns, and a row as either database gets it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from interviews.models import language
from interviews.search.expression import Columns
from interviews.search.forms import Forms

FILED = "filed"
NAMES = "names"


class Row(NamedTuple):
    """A passage as it is written: its key, its interview (None for a record), its filing marks, its texts."""

    key: int
    interview: int | None
    filed: str
    texts: Sequence[Forms]


@dataclass(frozen=True)
class Tables:
    """The names of a table and its index, and of their columns.

    Of a table that is `named`, the names are kept in a column of their own; they are few, so that a single character is
    looked for as the beginning of a token. Elsewhere each language has a column of characters in the index.
    """

    passages: str
    index: str
    languages: tuple[str, ...]
    named: bool = False

    @property
    def words(self) -> list[str]:
        """The columns of words in the table."""
        return [*self._each("words"), *([NAMES] if self.named else [])]

    @property
    def kept(self) -> list[str]:
        """The columns of the table that hold what is known of a passage."""
        # The marks come first: what is read of every hit then stands on the row's first page, before its long texts.
        return [FILED, *self.words]

    @property
    def tokens(self) -> list[str]:
        """The columns of tokens in the index, in the order of those of words."""
        return [*self._each("tokens"), *([NAMES] if self.named else [])]

    @property
    def characters(self) -> list[str]:
        """The columns of characters in the index."""
        return [] if self.named else self._each("characters")

    @property
    def indexed(self) -> list[str]:
        """All columns of the index."""
        return [*self.tokens, *self.characters, FILED]

    def searched(self, codes: Sequence[str]) -> Columns:
        """Return where to look for what is said in some languages, all where empty."""
        chosen = [place for place, code in enumerate(self.languages) if not codes or code in codes]
        tokens, characters = self.tokens, self.characters
        return Columns(
            [tokens[place] for place in chosen], [characters[place] for place in chosen] if characters else [], FILED
        )

    def keeps(self, row: Row) -> tuple[str, ...]:
        """Return what the columns of `kept` hold of a row."""
        return (row.filed, *(text.words for text in row.texts))

    def indexes(self, row: Row) -> tuple[str, ...]:
        """Return what the columns of `indexed` hold of a row."""
        single = () if self.named else (text.characters for text in row.texts)
        return (*(text.tokens for text in row.texts), *single, row.filed)

    def row(self, key: int, interview: int | None, kept: Sequence[str]) -> Row:
        """Return the row of what the columns of `kept` hold."""
        filed, *words = kept
        return Row(key, interview, filed, [Forms.of(text) for text in words])

    def _each(self, name: str) -> list[str]:
        return [language.column(name, code) for code in self.languages]


CALLED = Columns([NAMES], [], FILED)  # where names are looked for
