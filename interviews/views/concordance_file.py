"""A concordance as comma-separated values (RFC 4180), as spreadsheets read them."""

import csv
import io

from django.db import models
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localtime

from interviews.finding.occurrences import Occurrence
from interviews.models import Conference, language
from interviews.transcripts.transcript import Text
from interviews.views.addresses import absolute

WIDTH = 160  # of a context; a spreadsheet has more room than a page
COLUMNS = (
    *("language", "left", "keyword", "right", "counterpart_language", "counterpart"),
    *("speaker", "kind", "date", "conference", "title", "kind_of_text", "turn", "address"),
)
# What a spreadsheet would take for the beginning of a formula, in either width.
FORMULA = tuple("=+-@\t\r＝＋－＠")


def head() -> str:
    """Return the names of the columns, after the mark by which Excel knows UTF-8."""
    return "\ufeff" + _line(COLUMNS)


def row(occurrence: Occurrence) -> str:
    """Return the line of an occurrence, in the active language where a name has several."""
    hit, interview, context = occurrence.hit, occurrence.interview, occurrence.context
    counterpart = occurrence.counterpart
    date = interview.published_at
    titles = language.read(interview, "title").only(frozenset(occurrence.public))
    path = reverse("interview", kwargs={"slug": interview.slug}) + (f"#{hit.anchor}" if hit.anchor else "")
    return _line(
        (
            *(occurrence.code, context.left, context.keyword, context.right),
            counterpart.code if counterpart else "",
            "".join(fragment.text for fragment in counterpart.fragments) if counterpart else "",
            *(_name(hit.speaker), hit.kind),
            localtime(date).date().isoformat() if date else "",
            *(_name(interview.conference), _here(titles), interview.text_kind),
            *(str(hit.number or ""), absolute(path)),
        )
    )


def harmless(cell: str) -> str:
    """Return a text that no spreadsheet takes for a formula: with an apostrophe before it if need be."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _line(cells: tuple[str, ...]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(map(harmless, cells))
    return written.getvalue()


def _name(row: models.Model | None) -> str:
    if isinstance(row, Conference) and row.acronym:
        return str(row)
    return _here(language.read(row, "name")) if row else ""


def _here(text: Text) -> str:
    return text.get(translation.get_language()) or next(iter(text.values()), "")
