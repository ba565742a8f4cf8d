"""Labels of no known form that ask again and again: a publication of unknown spelling."""

import re
from collections.abc import Mapping

from . import names
from .asking import asks
from .labels import PERSON, PUBLICATION, Label
from .language import language_of
from .lines import Line
from .sections import Section

_MOST_NAMES = 100
_GENERIC = re.compile(
    r"^(?P<name>[^\s:：,，。?？!！]{2,24}(?: [^\s:：,，。?？!！]{1,20}){0,4})\s{0,3}[:：]\s*(?P<rest>.+)$", re.DOTALL
)


def generic_askers(
    lines: list[Line], sections: Mapping[int, Section], candidates: Mapping[int, Label]
) -> dict[int, Label]:
    """Return a publication's label for each use of a repeated label that is no name and always asks."""
    found: dict[str, list[tuple[int, str]]] = {}
    for index, line in enumerate(lines):
        match = _GENERIC.match(line.text) if index not in sections else None
        label = candidates.get(index)
        if match and (label is None or (label.kind == PERSON and not label.honorific and not label.role)):
            found.setdefault(match["name"], []).append((index, match["rest"]))
    honored = [one.name for one in candidates.values() if one.kind == PERSON and one.honorific][:_MOST_NAMES]
    return {
        index: Label(PUBLICATION, name, language=language_of(name), rest=rest)
        for name, uses in found.items()
        if len(uses) > 1 and all(asks(rest) for _, rest in uses) and not names.is_short_han_name(name)
        if not any(name in one for one in honored)
        for index, rest in uses
    }
