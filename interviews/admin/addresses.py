"""The addresses of rows: given where none is typed, never taken from another row, kept when they change."""

from typing import Any

from django import forms
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interviews import storage
from interviews.models import Conference, Interview
from interviews.storage import slugs


class AddressForm(forms.ModelForm):
    """A form in which an empty address means: give one."""

    def clean_slug(self) -> str:
        """Return the address typed; raises ValidationError where another row has it or had it."""
        slug = self.cleaned_data["slug"]
        if slug and not slugs.is_free(self.instance, slug):
            raise forms.ValidationError(_("This address is, or was, that of another entry. Choose another one."))
        return slug


def keep(row: models.Model, form: forms.ModelForm) -> None:
    """Give a saved row an address if it has none, and let the one it had lead to it."""
    if not row.slug:
        slugs.give(row, _parts(row))
    if (former := form.initial.get("slug")) and former != row.slug:
        slugs.keep_former(row, former)


def public(row: models.Model) -> str:
    """Return the address of a row's public page in the language of the desk."""
    return reverse(row._meta.model_name, kwargs={"slug": row.slug})


def _parts(row: Any) -> list[str]:
    if isinstance(row, Interview):
        return slugs.of_interview(storage.load(Interview.objects.whole().get(pk=row.pk)))
    if isinstance(row, Conference):
        return [row.acronym, row.edition] if row.acronym else [*slugs.of_name(row), row.edition]
    return slugs.of_name(row)
