"""What stands inside an interview's page: its turns, the people who took part, its languages."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from interviews import storage
from interviews.admin.languages import LanguagesInline, row
from interviews.admin.ordering import OrderedFormSet, PlacedForm
from interviews.models import Interview, LanguageVersion, Participation, Speaker, Turn, language
from interviews.models.turn import ORIGIN_LABELS

# Each language's origin and review stand under its text.
STATE = tuple(language.column(field, code) for code in language.languages() for field in ("origin", "reviewed"))


class TurnFormSet(OrderedFormSet):
    """Turns whose numbers are given by the archive."""

    def save_new(self, form: forms.ModelForm, commit: bool = True) -> Turn:
        """Store a new turn under the next number that was never given."""
        form.instance.number = storage.next_turn_number(self.instance)
        return super().save_new(form, commit)


class TurnInline(LanguagesInline):
    """The turns in their order, the languages beside each other."""

    model = Turn
    form = PlacedForm
    formset = TurnFormSet
    fieldsets = [(None, {"fields": [("position", "kind", "speaker"), row("text"), STATE]})]

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **options: Any) -> forms.Field | None:
        """Return a column's form field; an origin that nobody stated is unknown, not a third state."""
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field and getattr(db_field, "translated_field", db_field).name == "origin":
            field.choices, field.required = list(ORIGIN_LABELS.items()), True
        return field

    def get_formset(self, request: HttpRequest, obj: Interview | None = None, **options: Any) -> type[TurnFormSet]:
        """Return the formset; its people are asked for once, not once a turn."""
        formset = super().get_formset(request, obj, **options)
        if field := formset.form.base_fields.get("speaker"):
            people = Speaker.objects.filter(models.Q(participations__interview=obj) | models.Q(turns__interview=obj))
            field.queryset = people.distinct() if obj else Speaker.objects.none()
            field.widget = forms.Select()
            field.choices = [("", _("the publication")), *((person.pk, str(person)) for person in field.queryset)]
            field.help_text = ""
        return formset


class ParticipationFormSet(OrderedFormSet):
    """The people of an interview: who leaves must have nothing to say, and who is replaced hands over the turns."""

    def clean(self) -> None:
        """Raise ValidationError where somebody is taken out whose turns would be left without a speaker."""
        super().clean()
        leaving = [form.instance.speaker_id for form in self.deleted_forms if form.instance.pk]
        if left := Speaker.objects.filter(pk__in=leaving, turns__interview=self.instance.pk).distinct():
            message = _("%(names)s still speaks in turns below. Give these turns to somebody else and save first.")
            raise forms.ValidationError(message, params={"names": ", ".join(map(str, left))})

    def save(self, commit: bool = True) -> list[Any]:
        """Store the people; the turns of a person who was replaced by another follow."""
        replaced = [
            (list(Turn.objects.filter(interview=self.instance, speaker=form.initial["speaker"]).values("pk")), form)
            for form in self.initial_forms
            if "speaker" in form.changed_data and form not in self.deleted_forms
        ]
        saved = super().save(commit)
        for turns, form in replaced:
            Turn.objects.filter(pk__in=[turn["pk"] for turn in turns]).update(speaker=form.instance.speaker)
        return saved


class ParticipationInline(LanguagesInline):
    """Who took part, with the affiliation and disclosure of that day."""

    model = Participation
    form = PlacedForm
    formset = ParticipationFormSet
    autocomplete_fields = ["speaker"]
    fieldsets = [(None, {"fields": [("speaker", "role", "position"), row("affiliation"), row("disclosure")]})]


class LanguageVersionInline(admin.TabularInline):
    """The languages that the interview has text in; they come with the text, never by hand."""

    model = LanguageVersion
    extra = 0
    fields = ["language_name", "translator", "public"]
    readonly_fields = ["language_name"]
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Interview | None = None) -> bool:
        """Refuse: a version appears with the first text in its language."""
        return False

    @admin.display(description=_("language"))
    def language_name(self, version: LanguageVersion) -> str:
        """Return the language in words."""
        return str(version)
