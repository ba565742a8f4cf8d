"""The form of an interview's own fields."""

from datetime import MAXYEAR, datetime
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from interviews import storage
from interviews.admin.addresses import AddressForm
from interviews.admin.corrections import CorrectedForm
from interviews.admin.fields import CreditsField
from interviews.models import Interview


class InterviewForm(AddressForm, CorrectedForm):
    """An interview as one editor saw it: a save over another editor's save is refused."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        field_classes = {"credits": CreditsField}

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if self.instance.pk:
            self.initial["seen"] = self.instance.changed_at.isoformat()

    def clean_published_at(self) -> datetime | None:
        """Return the date of the article; raises ValidationError at the ends of the calendar, where zones end."""
        moment = self.cleaned_data["published_at"]
        if moment and not 1 < moment.year < MAXYEAR:
            raise forms.ValidationError(_("No article is of that year."))
        return moment

    def clean(self) -> dict[str, Any]:
        """Return the fields; raises ValidationError where the interview changed since this editor opened it."""
        cleaned = super().clean()
        if self.instance.pk and "seen" in self.fields:
            # As a writer, until the whole save is done: of two saves at one moment the second sees the first.
            with storage.writing():
                changed_at = Interview.objects.values_list("changed_at", flat=True).get(pk=self.instance.pk)
            if cleaned.get("seen") != changed_at.isoformat():
                message = _(
                    "Somebody else changed this interview (%(when)s) after you opened it, so it was not saved. "
                    "What you wrote still stands below: copy it, open the interview again, and enter it there."
                )
                when = date_format(localtime(changed_at), "DATETIME_FORMAT")
                raise forms.ValidationError(message, code="stale", params={"when": when})
        return cleaned
