"""Chinese characters inside a text of another script: a reader's device must be told of each run."""

import re
from collections.abc import Iterator

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
# Full-width punctuation and spaces between two Han characters belong to their run.
RUN = re.compile(rf"[{HAN}]+(?:[\u3000-\u3004\u3008-\u303f\uff00-\uffef·\s]*[{HAN}]+)*")


def has_han(text: str) -> bool:
    """Return whether any Chinese character stands in a text."""
    return RUN.search(text) is not None


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Split a text into runs, each with whether it is written in Chinese characters; joined they are the text."""
    start = 0
    for found in RUN.finditer(text):
        if found.start() > start:
            yield text[start : found.start()], False
        yield found.group(), True
        start = found.end()
    if start < len(text):
        yield text[start:], False
