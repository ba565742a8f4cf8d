"""The desk's page of interviews."""

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.forms import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from interviews import storage
from interviews.admin import addresses, corrections
from interviews.admin.interview_form import InterviewForm
from interviews.admin.interview_parts import LanguageVersionInline, ParticipationInline, TurnInline
from interviews.admin.languages import LanguagesAdmin, row
from interviews.admin.publishing import PublishingAdmin
from interviews.admin.site import desk
from interviews.models import Interview, LanguageVersion, language


class LanguageFilter(admin.SimpleListFilter):
    """Interviews that have text in a language."""

    title = _("language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        """Return the languages of the archive."""
        return [(code, str(LanguageVersion(language=code))) for code in language.languages()]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        """Return the interviews with a version in the language asked for."""
        return queryset.filter(language_versions__language=self.value()) if self.value() else queryset


@admin.register(Interview, site=desk)
class InterviewAdmin(PublishingAdmin, LanguagesAdmin):
    """Interviews with everything that belongs to one."""

    form = InterviewForm
    inlines = [ParticipationInline, LanguageVersionInline, TurnInline]
    autocomplete_fields = ["conference", "topics"]
    readonly_fields = ["state"]
    fieldsets = [
        (None, {"fields": [row("title"), ("state", "text_kind", "slug"), row("editors_note"), row("notice"), "seen"]}),
        (
            _("Where and when"),
            {
                "fields": [
                    row("publication"),
                    row("column"),
                    ("published_at", "source_url"),
                    ("conference", "topics"),
                ]
            },
        ),
        (_("At the foot"), {"fields": ["credits", row("disclaimer"), row("funding")]}),
    ]
    list_display = ["__str__", "status", "conference", "published_at", "spoken", "changed_at"]
    list_filter = [
        "status",
        "text_kind",
        LanguageFilter,
        "published_at",
        ("conference", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["conference"]
    search_fields = [
        "slug",
        *language.columns("title"),
        *(f"participations__speaker__{name}" for name in language.columns("name")),
    ]

    @admin.display(description=_("status"))
    def state(self, interview: Interview) -> str:
        """Return where the interview stands in its life."""
        return interview.get_status_display()

    @admin.display(description=_("languages"))
    def spoken(self, interview: Interview) -> str:
        """Return the interview's languages in words."""
        return ", ".join(map(str, interview.language_versions.all()))

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """Return the interviews with what the list shows of each."""
        return super().get_queryset(request).prefetch_related("language_versions")

    def get_fieldsets(self, request: HttpRequest, obj: Interview | None = None) -> Any:
        """Return the rows of the form; what readers already see is corrected with a word about it."""
        fieldsets = list(super().get_fieldsets(request, obj))
        if obj and obj.status == "published" and self.has_change_permission(request, obj):
            fieldsets.append(corrections.FIELDSET)
        return fieldsets

    def get_inlines(self, request: HttpRequest, obj: Interview | None) -> list[type]:
        """Return what stands below; turns can be given to people once these are stored."""
        return self.inlines if obj else [ParticipationInline]

    def save_model(self, request: HttpRequest, obj: Interview, form: InterviewForm, change: bool) -> None:
        """Store the interview's own fields."""
        with storage.writing():
            super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: InterviewForm, formsets: list[BaseInlineFormSet], change: bool
    ) -> None:
        """Store what belongs to the interview, then all that follows from the change."""
        correction = corrections.correction_of(form)
        with corrections.telling_editions(request, correction), storage.writing():
            super().save_related(request, form, formsets, change)
            addresses.keep(form.instance, form)
            public = form.instance.status == "published"
            storage.settle(form.instance, by=request.user, correction=correction)
        if public and form.instance.status != "published":
            messages.warning(request, _("Readers would see nothing of it any more, so it is a draft again."))

    def response_add(self, request: HttpRequest, obj: Interview, post_url_continue: str | None = None) -> HttpResponse:
        """Go on to the stored interview, where its turns are written."""
        request.POST = request.POST.copy()
        request.POST["_continue"] = "1"
        return super().response_add(request, obj, post_url_continue)

    def view_on_site(self, interview: Interview) -> str | None:
        """Return the public page of an interview that has one."""
        return addresses.public(interview) if interview.status == "published" else None
