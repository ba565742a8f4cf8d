"""Corrections in the open: what was changed in published interviews, and the editions that say so."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from interviews.admin.languages import row, text_fields, text_of
from interviews.models import Edition
from interviews.transcripts.transcript import Text

FIELDSET = (
    gettext_lazy("Correction"),
    {
        "fields": [row("correction")],
        "classes": ["correction"],
        "description": gettext_lazy("What was corrected and why. Readers see it with the new edition."),
    },
)
# One field per language of the settings, so that the class is made rather than written.
CorrectedForm = type("CorrectedForm", (forms.ModelForm,), text_fields("correction", gettext_lazy("Correction")))


def correction_of(form: forms.BaseForm) -> Text:
    """Return the correction that came with a form."""
    return text_of(form, "correction")


@contextmanager
def telling_editions(request: HttpRequest, correction: Text) -> Iterator[None]:
    """Tell the editor afterwards which editions a change made, and when a correction found no edition to stand in."""
    before = Edition.objects.count()
    yield
    written = Edition.objects.count() - before
    if written:
        told = ngettext("%(count)d new edition was written.", "%(count)d new editions were written.", written)
        messages.info(request, told % {"count": written})
    elif correction:
        lost = _("Readers see nothing new, so no edition was written and the correction was not kept: %(text)s")
        messages.warning(request, lost % {"text": " / ".join(correction.values())})
