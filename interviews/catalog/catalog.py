"""The catalog of one revision of the site: what is published, what of it fits, and how often each value is there."""

from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property, lru_cache, wraps
from itertools import compress
from threading import Lock
from typing import TypeVar

from django.db import connection

from interviews.catalog import reading, titles
from interviews.catalog.columns import Column, Flags, both, flagged, keys
from interviews.catalog.keeping import Kept
from interviews.models import SiteRevision, language

FOUND = 64
KEPT = 256
LINES = 2000
ROWS = 4000
Made = TypeVar("Made")
ANSWERS = 8  # each of up to 2,000 hits, a MiB or two


class Found:
    """The interviews of a catalog that fit some values."""

    def __init__(self, newest: array, columns: Mapping[str, Column], chosen: Flags) -> None:
        self._newest, self._columns, self.chosen = newest, columns, chosen
        self.counts: Callable[[str], Counter] = cache(self._counts)

    def __len__(self) -> int:
        return self.chosen.count(1)

    @cached_property
    def newest_first(self) -> array:
        """Their keys, the newest first and the undated last."""
        return keys(compress(self._newest, map(self.chosen.__getitem__, self._newest)))

    def _counts(self, name: str) -> Counter:
        """Return how often each value of a column is there."""
        return self._columns[name].counts(self.chosen)


class Catalog:
    """What one revision of the site publishes. It never changes; a later revision has a catalog of its own.

    Columns are `topic`, `speaker` and `conference`, whose values are keys of rows, `year` and `language`. `kept`,
    `lines`, `rows` and `answers` hold what pages made of it: a few large things, the lines of lists, rows, and what was
    found lately.
    """

    def __init__(self, newest: array, columns: Mapping[str, Column]) -> None:
        self._newest, self._columns = newest, columns
        self._size = max(newest, default=0) + 1
        self._everything = flagged(newest, self._size)
        self._found = lru_cache(FOUND)(self._find)
        self._in_title_order = lru_cache(FOUND)(self._by_title)
        self._places = cache(self._places_of_titles)
        self.kept, self.lines, self.rows, self.answers = Kept(KEPT), Kept(LINES), Kept(ROWS), Kept(ANSWERS)

    def find(self, wanted: Mapping[str, Hashable] | None = None) -> Found:
        """Return the interviews that have each of the wanted values, by column; all of them where nothing is wanted."""
        return self._found(frozenset((wanted or {}).items()))

    def by_title(self, wanted: Mapping[str, Hashable], code: str) -> array:
        """Return the keys of what fits, ordered by title in a language."""
        return self._in_title_order(frozenset(wanted.items()), code)

    def _find(self, wanted: frozenset) -> Found:
        chosen = self._everything
        for name, value in wanted:
            chosen = both(chosen, self._columns[name].having(value, self._size))
        return Found(self._newest, self._columns, chosen)

    def _by_title(self, wanted: frozenset, code: str) -> array:
        return keys(sorted(self._found(wanted).newest_first, key=self._places(code).__getitem__))

    def _places_of_titles(self, code: str) -> array:
        public = {each: self.find({"language": each}).chosen for each in language.languages()}
        return titles.by_title(self._newest, code, public)


_held: tuple[Hashable, Catalog] | None = None
_reading = Lock()
_looked_up: ContextVar[Hashable] = ContextVar("revision")


def revision() -> Hashable:
    """Return what tells the site's present revision from all others, None where nothing was ever published.

    Within `at` it is the one that was looked up before. Every page asks for it: this statement takes a tenth of what
    one that is put together for it takes.
    """
    if known := _looked_up.get(None):
        return known
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT number, mark FROM {SiteRevision._meta.db_table}")  # noqa: S608
        return cursor.fetchone()


@contextmanager
def at(now: Hashable) -> Iterator[None]:
    """Let all that is asked meanwhile, in this thread, be asked of one revision: a page looks it up once."""
    token = _looked_up.set(now)
    try:
        yield
    finally:
        _looked_up.reset(token)


def once_a_revision(make: Callable[[], Made]) -> Callable[[], Made]:
    """Return what makes something again only where the site's revision is another one than when it was last made.

    An archive without a revision has published nothing yet, and is not told of changes: there it is made each time.
    """
    made = lru_cache(maxsize=2)(lambda _now: make())

    @wraps(make)
    def kept() -> Made:
        return made(now) if (now := revision()) else make()

    return kept


def current() -> Catalog:
    """Return the catalog of the site's present revision.

    The revision is looked up before anything is read: what a later change brings in is read again under its own.
    """
    now, held = revision(), _held
    if held is None or held[0] != now:
        with _reading:
            held = _read(now)
    return held[1]


def _read(now: Hashable) -> tuple[Hashable, Catalog]:
    global _held
    held = _held
    if held is None or held[0] != now:
        held = (now, Catalog(*reading.published()))
        if now:  # an archive without one has published nothing yet, and is not told when it does
            _held = held
    return held
