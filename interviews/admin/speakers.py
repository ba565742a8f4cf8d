"""The desk's page of speakers."""

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from interviews.admin.languages import LanguagesInline, row
from interviews.admin.ordering import OrderedFormSet, PlacedForm
from interviews.admin.shared import SharedAdmin, SharedForm
from interviews.admin.site import desk
from interviews.models import BiographyEntry, Interview, Speaker, language
from interviews.storage import people


class BiographyInline(LanguagesInline):
    """A career, entry by entry."""

    model = BiographyEntry
    form = PlacedForm
    formset = OrderedFormSet
    fieldsets = [(None, {"fields": [("section", "start", "end", "position"), row("text")]})]


@admin.register(Speaker, site=desk)
class SpeakerAdmin(SharedAdmin):
    """People with their careers."""

    inlines = [BiographyInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    row("name"),
                    row("honorific"),
                    row("affiliation"),
                    row("headline"),
                    ("reading", "orcid", "slug"),
                    ("aliases", "portrait"),
                ]
            },
        )
    ]
    list_display = ["__str__", "reading", "affiliation", "orcid"]
    search_fields = ["slug", "reading", "orcid", *language.columns("name", "affiliation")]

    def save_model(self, request: HttpRequest, obj: Speaker, form: SharedForm, change: bool) -> None:
        """Store a person; a reading that nobody has written follows the names."""
        if change and "reading" not in form.changed_data:
            people.propose_again(obj, Speaker.objects.get(pk=obj.pk).proposed_reading())
        super().save_model(request, obj, form, change)

    def interviews_with(self, row: Speaker) -> models.QuerySet:
        """Return the interviews in which a person speaks."""
        return Interview.objects.filter(participations__speaker=row)
