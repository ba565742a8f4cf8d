"""The order of titles, the same on every database."""

import re
import unicodedata
from array import array
from collections.abc import Sequence

from interviews.catalog.columns import Flags
from interviews.catalog.reading import gathered
from interviews.models import Interview, language

MARKS = re.compile(r"^\W+|[\u0300-\u036f]+")  # what precedes the first letter, and accents

ONE = b"\1"


def sort_key(text: str) -> bytes:
    """Return what a title is ordered by: Latin without case and accents, before Chinese in the order of GB 18030.

    The Chinese national standard lists the common characters by their pinyin, and this needs no dictionary. Quotation
    marks and brackets at the beginning do not count.
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    return MARKS.sub("", plain).casefold().encode("gb18030", "replace")


def by_title(newest: Sequence[int], first: str, public: dict[str, Flags]) -> array:
    """Return, for each key of an interview, its place among the published ones ordered by title.

    A title counts in the language `first`, or the next one that it has and readers may see; what has none counts by
    its address. Of two equal titles the newer interview comes first.
    """
    codes = sorted(language.languages(), key=lambda code: code != first)
    rows = Interview.objects.published().order_by()
    interviews, slugs, *texts = gathered(rows, "pk", "slug", *(language.column("title", code) for code in codes))
    shown = {}
    for pk, slug, *titles in zip(interviews, slugs, *texts, strict=True):
        seen = (title for code, title in zip(codes, titles, strict=True) if title and public[code][pk : pk + 1] == ONE)
        shown[pk] = sort_key(next(seen, slug))
    places = array("q", bytes(8 * (max(newest, default=0) + 1)))
    for place, pk in enumerate(sorted(newest, key=lambda pk: shown.get(pk, b""))):
        places[pk] = place
    return places
