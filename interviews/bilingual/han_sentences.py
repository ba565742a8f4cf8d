"""Where Chinese and Japanese sentences end."""

import re
from collections.abc import Iterator

from interviews.bilingual import latin_sentences

# Closing quotation marks and brackets belong to the sentence that they close.
CLOSING = "”’」』）》】〉〕）)\\]\"'"
END = re.compile(rf"(?:[。！？!?｡]+|…+|\.{{3,}}|(?<!\.)\.(?!\.))(?:[。！？!?…]*)(?P<closing>[{CLOSING}]*)")
OPENING = dict(zip("（(《【「『", "）)》】」』", strict=True))
# After a closing mark these go on with the sentence: 提出“为什么？”的问题, 「はい。」と答えた.
GOING_ON = re.compile(r"\s*(?:[的地得之等，、；：,;:)）」』]|と|って|という|は|が|を|に|の|も)")
REPORTING = re.compile(
    r"[^，。！？；：“”\"…\n]{0,12}?(?:说道?|问道?|答道?|回答|喊道?|叫道?|嚷道?|笑道|心想|想道?|自语|自问|反问|追问|道)"
    r"[^，。！？；：“”\"\n]{0,6}[，。；,]"
)
HAN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
STOP_AFTER_HAN = re.compile(rf"[{HAN}）)”\"%％》」]")
GOING_ON_IN_LATIN = re.compile(r"\s*[,，、;；0-9a-z]")
LONGEST_ASIDE = 200


def ends(paragraph: str) -> Iterator[int]:
    """Yield the offset behind each sentence of a paragraph but the last."""
    asides = _Around(_asides(paragraph))
    marks = latin_sentences.Marks(paragraph)
    start = 0
    for found in END.finditer(paragraph):
        end = found.end()
        inside = asides.of(start, found.start())
        if end >= marks.last or (inside and end < inside[1]):
            continue
        if _ends(found, marks, inside is not None):
            yield end
            start = latin_sentences.SPACES.match(paragraph, end).end()


def _ends(found: re.Match[str], marks: latin_sentences.Marks, aside: bool) -> bool:
    mark, paragraph, end = found[0].removesuffix(found["closing"]), found.string, found.end()
    if mark == ".":
        return _full_stop(found, marks)
    if found["closing"] or aside:
        if GOING_ON.match(paragraph, end) or (aside and "。" not in mark):
            return False
        return "。" in mark or not REPORTING.match(paragraph, end)
    return not set(mark) <= set("….") and not paragraph.startswith(tuple("，、；,;"), end)


def _full_stop(found: re.Match[str], marks: latin_sentences.Marks) -> bool:
    """Return whether a half-width stop ends a sentence: after Han yes, after Latin as English would have it."""
    before = found.string[found.start() - 1 : found.start()]
    if STOP_AFTER_HAN.match(before):
        return not GOING_ON_IN_LATIN.match(found.string, found.end())
    return marks.ends_at(found.start(), 0) and before.isalpha()


class _Around:
    """The brackets around places that are asked for from the first to the last."""

    def __init__(self, asides: list[tuple[int, int, bool]]) -> None:
        self._coming = sorted(asides, reverse=True)
        self._open: list[tuple[int, int, bool]] = []

    def of(self, start: int, place: int) -> tuple[int, int, bool] | None:
        """Return the innermost brackets around a place, inside the sentence that began at `start`.

        What is bracketed as a whole is a sentence, unless it is a title.
        """
        while self._coming and self._coming[-1][0] < place:
            self._open.append(self._coming.pop())
        while self._open and self._open[-1][1] <= place:
            self._open.pop()
        inside = self._open[-1] if self._open else None
        return inside if inside and (start < inside[0] or (inside[2] and start == inside[0])) else None


def _asides(paragraph: str) -> list[tuple[int, int, bool]]:
    """Find brackets, and titles: a question mark inside one does not end the sentence around it."""
    asides, open_at = [], []
    for place, character in enumerate(paragraph):
        if character in OPENING:
            open_at.append((place, OPENING[character]))
        elif open_at and character == open_at[-1][1]:
            begun = open_at.pop()[0]
            if place - begun < LONGEST_ASIDE:
                asides.append((begun, place + 1, character == "》"))
    return asides
