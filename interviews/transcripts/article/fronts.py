"""Where an article's front is: its titles, and the head of the second article where two languages follow each other."""

from bisect import bisect_right
from collections.abc import Mapping, Set

from . import sections as s
from .asking import asks
from .labels import NUMBER, PERSON, PUBLICATION, Label
from .language import language_of
from .lines import Line
from .titles import choose_titles, is_title_like

# Fewer lines of a language are no article of its own.
_FEWEST_LINES = 4


class Front:
    """Finds the lines of the titles, and the line at which a second whole article begins (or None)."""

    def __init__(
        self, lines: list[Line], sections: Mapping[int, s.Section], labels: Mapping[int, Label], facts: Set[int]
    ) -> None:
        self.lines, self.sections, self.labels, self.facts = lines, sections, labels, facts
        self.speaking = sorted(index for index, label in labels.items() if label.kind != NUMBER)
        self.titles = self._titles()
        self.second = self._second_article()

    def _titles(self) -> set[int]:
        """The lines of the titles above the interview; a title may look like a label (`Prof. X: New horizons`)."""
        candidates: list[int] = []
        led: set[str] = set()
        below_a_career = False  # careers may stand above all; the title is then the line above the date
        for index in range(min(len(self.lines), 60)):
            line = self.lines[index]
            section = self.sections.get(index)
            below_a_career = below_a_career or (section is not None and section.kind == s.BIOGRAPHY and not candidates)
            if below_a_career and (section or index + 1 not in self.facts):
                continue
            if section and section.kind not in (s.FURNITURE, s.SOURCE, s.TAGS):
                break
            if index in self.labels and not self._is_titled_label(index, candidates):
                break
            if section or index in self.facts or line.language in led:
                continue
            candidates.append(index)
            if line.ends_a_sentence and not is_title_like(line.text):
                led.add(line.language)
        return set(choose_titles(self.lines, candidates).values())

    def _is_titled_label(self, index: int, above: list[int]) -> bool:
        label, line = self.labels[index], self.lines[index]
        if (
            not (label.kind == PERSON or (label.kind == PUBLICATION and self._is_headed(index)))
            or not label.colon
            or not label.rest
            or not is_title_like(line.text)
            or asks(label.rest)
        ):
            return False
        return all(
            self.lines[other].language != line.language or is_title_like(self.lines[other].text) for other in above
        )

    def _is_headed(self, index: int) -> bool:
        """Whether facts, a note or a question follow at once, so that what looks like speech is a title."""
        below, label = index + 1, self.labels.get(index + 1)
        return below in self.facts or below in self.sections or (label is not None and label.asks)

    def _second_article(self) -> int | None:
        """Where, below a whole article in one language, the head of the same article in the other one begins."""
        spoken = [
            (index, language_of(self.labels[index].rest) or self.labels[index].language) for index in self.speaking
        ]
        spoken = [(index, language) for index, language in spoken if language and index not in self.titles]
        if not spoken:
            return self._second_without_speech()
        languages = list(dict.fromkeys(language for _, language in spoken))
        if len(languages) != 2:
            return None
        first = next(place for place, (_, language) in enumerate(spoken) if language == languages[1])
        if any(language == languages[0] for _, language in spoken[first:]) or first < 1:
            return None
        return self._first_line_of_head(spoken[first][0], spoken[first - 1][0], languages[1])

    def _second_without_speech(self) -> int | None:
        """Where nobody is labelled: the title at which the one and only change of language happens."""
        texts = [
            (index, line.language)
            for index, line in enumerate(self.lines)
            if line.language and index not in self.titles and index not in self.facts
            if index not in self.sections or self.sections[index].kind == s.NOTE
        ]
        changes = [place for place in range(1, len(texts)) if texts[place][1] != texts[place - 1][1]]
        if len(changes) != 1 or not _FEWEST_LINES <= changes[0] <= len(texts) - _FEWEST_LINES:
            return None
        start = texts[changes[0]][0]
        if start in self.sections:
            return start
        if not is_title_like(self.lines[start].text) or self.lines[start].language in self._title_languages():
            return None
        self.titles.add(start)
        return start

    def _title_languages(self) -> set[str]:
        return {self.lines[index].language for index in self.titles}

    def _first_line_of_head(self, speech: int, before: int, language: str) -> int | None:
        """Go up from the first speech of a language as long as the lines are in that language; its title is the top."""
        top, start, noted = speech, None, False
        for index in range(speech - 1, before, -1):
            line, section = self.lines[index], self.sections.get(index)
            if section and section.kind == s.NOTE:
                noted = True
            elif section:
                break
            if line.language not in ("", language):
                break
            top = index
            if is_title_like(line.text) and index not in self.facts and index not in self.sections and line.language:
                start = index
        if start is None and self._is_second_title(speech, language):
            start = speech
        if start is not None:
            self.titles.add(start)
            return start
        return top if noted and top < speech else None

    def _is_second_title(self, index: int, language: str) -> bool:
        """A short label-like line right above the second language's first question is its title."""
        label, line = self.labels[index], self.lines[index]
        if label.kind != PERSON or not label.rest or not is_title_like(line.text) or asks(label.rest):
            return False
        place = bisect_right(self.speaking, index)
        following = self.labels[self.speaking[place]] if place < len(self.speaking) else None
        return following is not None and following.asks and (following.language == language)
