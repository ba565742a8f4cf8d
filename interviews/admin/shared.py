"""Rows that many interviews share: a change to one is a change to each of these interviews."""

from typing import Any

from django.db import models
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from interviews import storage
from interviews.admin import addresses, corrections
from interviews.admin.languages import LanguagesAdmin
from interviews.models import Interview


class SharedForm(addresses.AddressForm, corrections.CorrectedForm):
    """A shared row with its address and a word about what was corrected."""


class SharedAdmin(LanguagesAdmin):
    """The desk's page of a row that interviews share; every save and deletion settles them."""

    form = SharedForm

    def interviews_with(self, row: models.Model) -> models.QuerySet:
        """Return the interviews whose transcript says something of a row."""
        raise NotImplementedError(f"{type(self).__name__} must say which interviews share a row")

    def interviews_under(self, row: models.Model) -> models.QuerySet:
        """Return the interviews that the search index files under a row."""
        return self.interviews_with(row)

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """Return the rows of the form; what readers already see is corrected with a word about it."""
        fieldsets = list(super().get_fieldsets(request, obj))
        if obj and self.has_change_permission(request, obj) and self.interviews_with(obj).published().exists():
            fieldsets.append(corrections.FIELDSET)
        return fieldsets

    def save_model(self, request: HttpRequest, obj: models.Model, form: SharedForm, change: bool) -> None:
        """Store the row's own fields."""
        with storage.writing():
            super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: SharedForm, formsets: list[BaseInlineFormSet], change: bool
    ) -> None:
        """Store what belongs to the row, then all that follows for the interviews that share it."""
        correction = corrections.correction_of(form)
        with corrections.telling_editions(request, correction), storage.writing():
            super().save_related(request, form, formsets, change)
            addresses.keep(form.instance, form)
            shown = self.interviews_with(form.instance)
            storage.settle_all(shown, [form.instance], by=request.user, correction=correction)

    def view_on_site(self, row: models.Model) -> str | None:
        """Return the public page of a row that a published interview uses."""
        return addresses.public(row) if self.interviews_with(row).published().exists() else None

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        """Delete a row, and settle the interviews that had it."""
        self.delete_queryset(request, type(obj).objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        """Delete rows, and settle the interviews that had them."""
        with storage.writing():
            concerned = {pk for row in queryset for pk in self.interviews_with(row).values_list("pk", flat=True)}
            filed = {pk for row in queryset for pk in self.interviews_under(row).values_list("pk", flat=True)}
            super().delete_queryset(request, queryset)
            storage.settle_all(Interview.objects.filter(pk__in=concerned), by=request.user)
            storage.reindex_interviews(filed)
