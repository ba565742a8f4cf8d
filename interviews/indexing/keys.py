"""The key of a passage: it says what the passage is, and orders passages by date, so that the newest come first.

63 bits at most: whether it is a record (a speaker, a term, a title as a name) rather than a part of an interview; the
day of the interview; the kind; the key of the row. The index can so be read backwards from the newest passage, and
stop.
"""

from collections.abc import Iterable
from datetime import date

KINDS = ("title", "note", "question", "answer", "heading", "remark")
RECORDS = ("speaker", "biography", "topic", "term", "conference", "interview")  # an interview is called by its title

ROW_BITS, KIND_BITS, DAY_BITS = 42, 3, 17
DAY_SHIFT = ROW_BITS + KIND_BITS
KIND_MASK = (1 << KIND_BITS) - 1
FIRST_RECORD = 1 << (DAY_SHIFT + DAY_BITS)
ORIGIN = date(1900, 1, 1).toordinal() - 1  # the day of an interview without a date is 0, before all others


def of_interview(kind: str, row: int, day: date | None) -> int:
    """Return the key of a part of an interview: one of KINDS, the key of its row, the interview's day."""
    count = 0 if day is None else min(max(day.toordinal() - ORIGIN, 1), (1 << DAY_BITS) - 1)
    return (count << DAY_SHIFT) | (KINDS.index(kind) << ROW_BITS) | row


def of_record(kind: str, row: int) -> int:
    """Return the key of a record: one of RECORDS and the key of its row."""
    return FIRST_RECORD | (RECORDS.index(kind) << ROW_BITS) | row


def day_of(key: int) -> int:
    """Return the number of a passage's day: 0 where there is none."""
    return key >> DAY_SHIFT


def kind_of(key: int) -> str:
    """Return the kind of a passage."""
    return (RECORDS if key >= FIRST_RECORD else KINDS)[(key >> ROW_BITS) & KIND_MASK]


def kinds_of(keys: Iterable[int]) -> list[str]:
    """Return the kinds of many parts of interviews."""
    return [KINDS[key >> ROW_BITS & KIND_MASK] for key in keys]


def row_of(key: int) -> int:
    """Return the key of the row that a passage is made of."""
    return key & ((1 << ROW_BITS) - 1)
