"""The languages of a text beside each other: one row of a form, a column per language of the settings."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst, format_lazy
from django.utils.translation import to_locale
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline

from interviews.admin.fields import FittedTextarea, LinesField, ProseField
from interviews.models import language
from interviews.transcripts.transcript import Text


def row(field: str) -> tuple[str, ...]:
    """Return one row of a fieldset: a translated field in every language."""
    return tuple(language.columns(field))


def label(name: Any, code: str) -> Any:
    """Return what stands above one language's field, in the language of the page."""
    return format_lazy("{} · {}", name, dict(settings.LANGUAGES)[code])


def speak(field: forms.Field, code: str) -> forms.Field:
    """Mark a form field as written in a language, for the right glyphs and the right spelling checker."""
    field.widget.attrs["lang"] = to_locale(code).replace("_", "-")
    return field


def text_fields(name: str, title: Any) -> dict[str, forms.Field]:
    """Return form fields for a text that is asked for in every language."""
    return {
        language.column(name, code): speak(ProseField(label=label(title, code), required=False), code)
        for code in language.languages()
    }


def text_of(form: forms.BaseForm, name: str) -> Text:
    """Return what was written into the fields of `text_fields`."""
    return Text({code: form.cleaned_data.get(language.column(name, code)) for code in language.languages()})


class BesideEachOther:
    """What all forms of translated tables share: honest text fields, labelled and marked with their language."""

    formfield_overrides = {
        models.TextField: {"form_class": ProseField, "widget": FittedTextarea},
        models.JSONField: {"form_class": LinesField, "widget": FittedTextarea},
        models.URLField: {"assume_scheme": "https"},
    }

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **options: Any) -> forms.Field | None:
        """Return a column's form field with its language said in words."""
        field = super().formfield_for_dbfield(db_field, request, **options)
        original = getattr(db_field, "translated_field", None)
        if field and original:
            field.label = capfirst(label(original.verbose_name, db_field.language))
            speak(field, db_field.language)
        if isinstance(field and field.widget, RelatedFieldWidgetWrapper):
            # Deleting a person from within an interview's page is an accident.
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field


class LanguagesAdmin(BesideEachOther, TranslationAdmin):
    """The desk's page of a translated table."""


class LanguagesInline(BesideEachOther, TranslationStackedInline):
    """Rows of a translated table inside another's page."""

    extra = 0
