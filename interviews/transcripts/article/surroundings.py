"""What stands around a label: whether speech follows, whether anybody is asked, and what is said right below it."""

from bisect import bisect_right
from collections.abc import Mapping, Set

from .inline_careers import BIOGRAPHICAL, FIRST_PERSON
from .labels import NUMBER, PERSON, Label
from .language import language_of
from .lines import Line

_MUCH = 60
_LONGEST_CAREER_LINE = 120
_NEAR = 4


class Surroundings:
    """Knows the lines, the labels among them and the lines that head a section."""

    def __init__(self, lines: list[Line], labels: Mapping[int, Label], sections: Set[int]) -> None:
        self.lines, self.labels, self.sections = lines, labels, sections
        self.speaking = sorted(index for index, label in labels.items() if label.kind != NUMBER)

    def speech_follows(self, index: int) -> bool:
        """Say whether anybody speaks below a line."""
        return bool(self.speaking) and self.speaking[-1] > index

    def text_below(self, index: int) -> str:
        """Return the next line's text."""
        return self.lines[index + 1].text if index + 1 < len(self.lines) else ""

    def next_label_asks(self, index: int) -> bool:
        """Say whether the first label among the next lines asks."""
        near = range(index + 1, min(index + _NEAR, len(self.lines)))
        later = next((later for later in near if later in self.labels), None)
        return later is not None and self.labels[later].asks

    def is_spoken_below(self, index: int) -> bool:
        """A name alone in the head is a label if much is said below, or if it stands so again and again."""
        if index + 1 >= len(self.lines) or index + 1 in self.sections or index + 1 in self.labels:
            return False
        name = self.labels[index].name
        alone = [one for one in self.labels.values() if one.name == name and not one.colon and not one.rest]
        return len(self.lines[index + 1].text) > _MUCH or len(alone) > 1

    def heads_a_career(self, index: int) -> bool:
        """A speaker's name alone below the interview, above lines of a career, needs no heading of its own."""
        label = self.labels[index]
        if label.kind == PERSON and label.colon:
            return self._tells_a_career(index, label)
        if label.kind != PERSON or label.rest or index + 1 >= len(self.lines) or index + 1 in self.labels:
            return False
        below, before = self.lines[index + 1], self._before(index)
        asked = before is not None and before.asks
        if asked or len(below.text) > _LONGEST_CAREER_LINE or self._is_asked_later(index, below.language):
            return False
        # An answer ends in a full stop and may well name a hospital once.
        enough = 2 if below.ends_a_sentence and not below.text.endswith((";", "；")) else 1
        return len(BIOGRAPHICAL.findall(below.text)) >= enough

    def _before(self, index: int) -> Label | None:
        place = bisect_right(self.speaking, index) - 2
        return self.labels[self.speaking[place]] if place >= 0 else None

    def _is_asked_later(self, index: int, language: str) -> bool:
        """Whether the interview goes on in a language below a line."""
        return any(
            language == (language_of(self.labels[one].rest[:200]) or language_of(self.text_below(one)[:200]))
            for one in self.speaking[bisect_right(self.speaking, index) :]
            if self.labels[one].asks
        )

    def _tells_a_career(self, index: int, label: Label) -> bool:
        """The last label of all, of a name that labels nothing else: `Name: member of the academy, director of …`."""
        if self.speech_follows(index) or not BIOGRAPHICAL.search(label.rest[:40]) or FIRST_PERSON.search(label.rest):
            return False
        before = self._before(index)
        if before is None or before.asks:
            return False
        return all(self.labels[other].name != label.name for other in self.speaking if other < index)
