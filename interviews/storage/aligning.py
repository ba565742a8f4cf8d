"""What is computed from a turn's texts when they change: the alignment, and where the languages seem to disagree."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings

from interviews.bilingual import parity, segments
from interviews.bilingual.lexicon import Lexicon
from interviews.models import Term, Turn, language


def update(turn: Turn, terms: "Pairs") -> bool:
    """Bring a turn's segments and differences up to date; returns whether they had been made from another text.

    `terms` are the archive's own translations, as `term_pairs` gives them.
    """
    texts = dict(language.read(turn, "text"))
    if segments.is_current(turn.segments, texts):
        return False
    turn.segments = segments.align(texts, _lexicon(terms) if len(texts) > 1 else None)
    turn.differences = {"hash": turn.segments["hash"], "findings": _differences(texts, turn.segments["items"])}
    return True


Pairs = tuple[tuple[str, str], ...]


def term_pairs() -> Pairs:
    """Return the names of the vocabulary's terms in the two languages that the dictionary knows; one query."""
    columns = [language.column("name", code) for code in parity.LANGUAGES if code in language.languages()]
    rows = Term.objects.order_by("pk").values_list(*columns) if len(columns) > 1 else ()
    return tuple((first, second) for first, second in rows if first and second)


@lru_cache(maxsize=1)
def _lexicon(terms: Pairs) -> Lexicon:
    return Lexicon.open(settings.DATA_DIR, terms)


def _differences(texts: Mapping[str, str], items: list[dict[str, list[int]]]) -> list[dict[str, Any]]:
    """The findings of a turn: the number of the segment, the kind, and what each language prints."""
    if not set(parity.LANGUAGES) <= texts.keys():
        return []
    pairs = [
        {code: texts[code][item[code][0] : item[code][1]] for code in parity.LANGUAGES if code in item}
        for item in items
    ]
    return [
        {"segment": place + 1, "kind": difference.kind, "printed": dict(difference.printed)}
        for place, difference in parity.compare_turn(pairs)
    ]
