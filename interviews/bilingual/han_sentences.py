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
LONGEST_ASIDE = 200


def ends(paragraph: str) -> Iterator[int]:
    """Yield the offset behind each sentence of a paragraph but the last."""
    asides = _asides(paragraph)
    start = 0
    for found in END.finditer(paragraph):
        end = found.end()
        inside = next((aside for aside in asides if _holds(aside, start, found.start())), None)
        if inside and end < inside[1]:
            continue
        if _ends(paragraph, found, inside is not None):
            yield end
            start = end + len(paragraph[end:]) - len(paragraph[end:].lstrip())


def _ends(paragraph: str, found: re.Match[str], aside: bool) -> bool:
    mark, rest = found[0].removesuffix(found["closing"]), paragraph[found.end() :]
    if not rest.strip():
        return False
    if mark == ".":
        return _full_stop(paragraph, found)
    if found["closing"] or aside:
        if GOING_ON.match(rest) or (aside and "。" not in mark):
            return False
        return "。" in mark or not REPORTING.match(rest)
    return not set(mark) <= set("….") and not rest.startswith(tuple("，、；,;"))


def _full_stop(paragraph: str, found: re.Match[str]) -> bool:
    """Return whether a half-width stop ends a sentence: after Han yes, after Latin as English would have it."""
    before, after = paragraph[found.start() - 1 : found.start()], paragraph[found.end() :]
    if STOP_AFTER_HAN.match(before):
        return not re.match(r"\s*[,，、;；0-9a-z]", after)
    return latin_sentences.ends_at(paragraph, found.start(), 0) and before.isalpha()


def _holds(aside: tuple[int, int, bool], start: int, place: int) -> bool:
    """Return whether a mark stands in brackets inside its sentence; what is bracketed as a whole is a sentence."""
    return aside[0] < place < aside[1] and (start < aside[0] or (aside[2] and start == aside[0]))


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
