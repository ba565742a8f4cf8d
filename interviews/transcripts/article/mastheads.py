"""Whether a publication's name alone on its line heads the whole page, or the first question."""

from collections.abc import Mapping, Sequence, Set

from .asking import asks
from .labels import Label
from .lines import Line
from .titles import is_title_like

_LONGEST_QUESTION = 5


def is_masthead(lines: Sequence[Line], index: int, labels: Mapping[int, Label], others: Set[int]) -> bool:
    """Say whether the first publication's label of an article stands above title, date and note and asks nothing.

    `labels` are all that may be labels; `others` the lines that are a section's heading, a tag list or a date.
    """
    label = labels[index]
    if label.colon or label.rest or any(above in others for above in range(index)):
        return False
    for below in range(index + 1, min(index + 1 + _LONGEST_QUESTION, len(lines))):
        if below in labels:
            return not _is_asked(lines, index + 1, below, labels[below])
        if below in others:
            return True
        if asks(lines[below].text):
            return False
    return True


def _is_asked(lines: Sequence[Line], start: int, end: int, following: Label) -> bool:
    """Whether sentences stand between two labels, the second of which does not look like a title itself."""
    if start == end or not lines[end - 1].ends_a_sentence:
        return False
    return not following.rest or not is_title_like(lines[end].text)
