"""Conferences and topics: what interviews are filed under."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from interviews.models import Conference, Interview, Topic
from interviews.models.language import languages
from interviews.views.addresses import absolute, alternates
from interviews.views.paging import known_as, paged


@require_safe
def conferences(request: HttpRequest) -> HttpResponse:
    """List the conferences of published interviews, the latest first."""
    return _render(request, "interviews/conferences.html", {"conferences": Conference.objects.in_use()})


@require_safe
def conference(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a conference with its interviews."""
    found = get_object_or_404(Conference.objects.in_use(), slug=slug)
    page = paged(request, Interview.objects.published().filter(conference=found).for_lists().newest_first())
    return _render(request, "interviews/conference.html", {"conference": found, "page": page})


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """List the topics of published interviews."""
    return _render(request, "interviews/topics.html", {"topics": Topic.objects.in_use()})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a topic with its interviews."""
    found = get_object_or_404(Topic.objects.in_use(), slug=slug)
    page = paged(request, Interview.objects.published().filter(topics=found).for_lists().newest_first())
    return _render(request, "interviews/topic.html", {"topic": found, "page": page})


def _render(request: HttpRequest, template: str, found: dict[str, Any]) -> HttpResponse:
    page = found.get("page")
    alone = {"canonical": absolute(request.path), "alternates": alternates(request.path, languages())}
    return render(request, template, {**found, **(known_as(request, page) if page else alone)})
