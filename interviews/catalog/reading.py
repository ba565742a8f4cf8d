"""Tables into columns, in as few and as cheap queries as there are."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import compress
from sys import intern
from typing import Any

from django.db import models
from django.utils.timezone import get_default_timezone

from interviews.catalog.columns import Column, keys
from interviews.models import Interview, LanguageVersion, Participation

ALL = 10**9  # only a limit keeps the order of what is gathered


class Gathered(models.Aggregate):
    """All values of a column as one JSON list: fetching one value is four times as fast as fetching rows."""

    function = "JSON_GROUP_ARRAY"
    output_field = models.JSONField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list]:
        """Return the same as PostgreSQL calls it."""
        return self.as_sql(compiler, connection, function="JSONB_AGG", **context)


def published() -> tuple[array, dict[str, Column]]:
    """Return the keys of the published interviews, the newest first, and the columns by which they are chosen.

    The columns may hold pairs of interviews that are not published, but of none above the highest key that is.
    """
    rows = Interview.objects.published().newest_first()[:ALL]
    newest, conferences, dates = gathered(rows, "pk", "conference_id", "published_at")
    last = max(newest, default=0)
    topics = Interview.topics.through.objects.filter(interview_id__lte=last)
    people = Participation.objects.filter(interview_id__lte=last)
    spoken = LanguageVersion.objects.filter(interview_id__lte=last, public=True)
    return keys(newest), {
        "topic": Column(*map(keys, gathered(topics.order_by(), "interview_id", "topic_id"))),
        "speaker": Column(*map(keys, gathered(people.order_by(), "interview_id", "speaker_id"))),
        "conference": _where_known(newest, conferences),
        "year": _where_known(newest, _years(dates)),
        "language": _of_texts(*gathered(spoken.order_by(), "interview_id", "language")),
    }


def gathered(rows: models.QuerySet, *names: str) -> list[list]:
    """Return columns of rows as lists of one length."""
    found = rows.aggregate(**{f"gathered_{place}": Gathered(name) for place, name in enumerate(names)})
    return [values or [] for values in found.values()]


def _where_known(interviews: Sequence[int], values: Sequence[int | None]) -> Column:
    return Column(keys(compress(interviews, values)), keys(filter(None, values)))


def _of_texts(interviews: Sequence[int], texts: Sequence[str]) -> Column:
    return Column(keys(interviews), [*map(intern, texts)])


def _years(dates: Sequence[str | None]) -> list[int]:
    """The years of dates that are ordered, the latest first and the missing last; few need to be looked at."""
    years: list[int] = []
    dated = len(dates) - dates.count(None)
    while len(years) < dated:
        year = _year(dates[len(years)])
        end = bisect_right(dates, -year, len(years), dated, key=lambda date: -_year(date))
        years += [year] * (end - len(years))
    return years + [0] * (len(dates) - dated)


def _year(date: str) -> int:
    """The year of a stored date where the publication is at home."""
    moment = datetime.fromisoformat(date)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(get_default_timezone()).year
