"""One text read into all the facts it tells."""

from collections.abc import Callable
from dataclasses import dataclass

from interviews.bilingual.parity import chinese, english, identifiers, negation, polarity
from interviews.bilingual.parity.facts import Fact
from interviews.bilingual.parity.page import Page


@dataclass(frozen=True, slots=True)
class Reading:
    """The facts of one text: figures and names, the signs of markers, what it denies, and the text `left` over."""

    text: str
    left: str
    facts: tuple[Fact, ...]
    signs: dict[str, dict[str, str]]
    negations: negation.Negations


def _reader(
    figures: Callable[[Page], list[Fact]], denied: Callable[[Page], negation.Negations]
) -> Callable[[str], Reading]:
    def read(text: str) -> Reading:
        page = Page(text)
        signs = polarity.read(page)
        facts = [*identifiers.read(page), *figures(page)]
        return Reading(text, page.text, tuple(sorted(facts, key=lambda fact: fact.start)), signs, denied(page))

    return read


# The languages whose facts can be read; a text in any other is not compared.
READERS = {
    "zh-hans": _reader(chinese.read, negation.chinese),
    "en": _reader(english.read, negation.english),
}
