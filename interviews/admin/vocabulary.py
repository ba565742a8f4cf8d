"""The desk's pages of what interviews are filed under."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from interviews.admin.languages import row
from interviews.admin.shared import SharedAdmin, SharedForm
from interviews.admin.site import desk
from interviews.models import Conference, Interview, Term, Topic, language
from interviews.storage import terms


@admin.register(Conference, site=desk)
class ConferenceAdmin(SharedAdmin):
    """Congresses."""

    fieldsets = [
        (
            None,
            {"fields": [("acronym", "edition", "slug"), row("name"), ("start", "end", "country"), row("city")]},
        )
    ]
    list_display = ["__str__", "name", "start", "city"]
    search_fields = ["slug", "acronym", "edition", *language.columns("name", "city")]

    def interviews_with(self, row: Conference) -> models.QuerySet:
        """Return the interviews held at a conference."""
        return Interview.objects.filter(conference=row)


@admin.register(Topic, site=desk)
class TopicAdmin(SharedAdmin):
    """Subjects."""

    fieldsets = [(None, {"fields": [row("name"), ("slug", "mesh_id")]})]
    list_display = ["__str__", "slug", "mesh_id"]
    search_fields = ["slug", "mesh_id", *language.columns("name")]

    def interviews_with(self, row: Topic) -> models.QuerySet:
        """Return the interviews on a topic."""
        return Interview.objects.filter(topics=row)


@admin.register(Term, site=desk)
class TermAdmin(SharedAdmin):
    """Technical terms."""

    fieldsets = [(None, {"fields": [row("name"), row("aliases"), ("abbreviation", "slug"), row("definition")]})]
    list_display = ["__str__", "abbreviation"]
    search_fields = ["slug", "abbreviation", *language.columns("name")]

    def save_related(self, request: HttpRequest, form: SharedForm, formsets: list[Any], change: bool) -> None:
        """Store a term; where it is called otherwise now, find its uses anew."""
        super().save_related(request, form, formsets, change)
        if {"abbreviation", *language.columns("name", "aliases")} & {*form.changed_data}:
            terms.note_all()

    def interviews_with(self, row: Term) -> models.QuerySet:
        """Return none: what a term means stands on its own page, in no interview's transcript."""
        return Interview.objects.none()

    def interviews_under(self, row: Term) -> models.QuerySet:
        """Return the interviews that use a term."""
        return Interview.objects.filter(turns__terms__term=row).distinct()
