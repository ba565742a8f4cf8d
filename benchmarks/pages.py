"""The pages to measure: each kind, with the values that most and that few interviews share, first and deep ones."""

from collections.abc import Iterator, Sequence

from django.db import models
from django.urls import reverse
from django.utils import translation

from benchmarks.measuring import Case
from interviews.models import Conference, Interview, Speaker, Term, Topic
from interviews.models.language import languages
from interviews.views.paging import PER_PAGE

SEVERAL = 5
FACETS = {"topic": Topic, "speaker": Speaker, "conference": Conference}


def lists() -> list[Case]:
    """Return the list of interviews, whole and narrowed by each facet, as cases."""
    with translation.override(languages()[-1]):
        return list(_lists(reverse("interviews")))


def pages() -> list[Case]:
    """Return all other kinds of pages as cases."""
    with translation.override(languages()[-1]):
        return list(_pages())


def _lists(path: str) -> Iterator[Case]:
    found = Interview.objects.published()
    yield from _paged("list", path, "", found.count())
    for name, model in FACETS.items():
        rows = list(model.objects.in_use().order_by("-interview_count", "pk"))
        yield from _paged(f"list, {name} of most", path, f"{name}={rows[0].slug}", rows[0].interview_count)
        middle = rows[len(rows) // 2 :][:SEVERAL]
        yield Case(f"list, {name} of some", [f"{path}?{name}={row.slug}" for row in middle])
    for year in found.dates("published_at", "year")[:1]:
        count = found.filter(published_at__year=year.year).count()
        yield from _paged("list, year", path, f"year={year.year}", count)
    for code in languages():
        yield from _paged(f"list, language {code}", path, f"language={code}", found.speaking(code).count())
    newest = found.whole().filter(topics__isnull=False).newest_first()[:SEVERAL]
    yield Case("list, topic and language", [f"{path}?topic={_topic(row)}&{_spoken(row)}" for row in newest])
    yield Case("list, topic and year", [f"{path}?topic={_topic(row)}&year={row.published_at.year}" for row in newest])
    yield Case("list, all facets together", [f"{path}?{_all_of(row)}" for row in newest])


def _paged(name: str, path: str, query: str, count: int) -> Iterator[Case]:
    """The first page of a list, and where it is long one in its midst and its last."""
    last = -(-count // PER_PAGE)
    yield Case(name, [f"{path}?{query}"])
    if last > SEVERAL:
        yield Case(f"{name}, page {last // 2}", [f"{path}?{query}&page={last // 2}"])
        yield Case(f"{name}, page {last}", [f"{path}?{query}&page={last}"])


def _topic(interview: Interview) -> str:
    return interview.topics.all()[0].slug


def _spoken(interview: Interview) -> str:
    return f"language={interview.language_versions.all()[0].language}"


def _all_of(interview: Interview) -> str:
    speaker = interview.participations.all()[0].speaker.slug
    rest = f"conference={interview.conference.slug}&year={interview.published_at.year}"
    return f"topic={_topic(interview)}&speaker={speaker}&{rest}&{_spoken(interview)}"


def _pages() -> Iterator[Case]:
    yield Case("home", [reverse("home")])
    newest = Interview.objects.published().newest_first()
    yield Case("interview", [reverse("interview", args=[row.slug]) for row in newest[:SEVERAL]])
    for plural, singular, model in (
        ("speakers", "speaker", Speaker),
        ("conferences", "conference", Conference),
        ("topics", "topic", Topic),
        ("terms", "term", Term),
    ):
        rows = model.objects.in_use().order_by("-interview_count", "pk")
        yield Case(plural, [reverse(plural)])
        yield Case(f"{singular} of most", [reverse(singular, args=[rows[0].slug])])
        yield Case(f"{singular} of some", [reverse(singular, args=[row.slug]) for row in _middle(rows)])


def _middle(rows: models.QuerySet) -> Sequence[models.Model]:
    middle = rows.count() // 2
    return rows[middle : middle + SEVERAL]
