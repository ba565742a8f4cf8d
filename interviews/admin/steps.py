"""The steps of an interview's life: what each asks, tells and does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from interviews import storage
from interviews.admin.languages import text_fields, text_of
from interviews.models import Interview
from interviews.transcripts.transcript import NO_TEXT, Text

# What storage refuses with, so that the catalogues hold it.
REFUSALS = (
    gettext_noop("an interview without turns cannot be published"),
    gettext_noop("a withdrawal needs a reason"),
)
CorrectionForm = type("CorrectionForm", (forms.Form,), text_fields("correction", _("Correction")))


class ReasonForm(type("ReasonFields", (forms.Form,), text_fields("reason", _("Reason")))):
    """Why something is taken from the readers, in at least one language."""

    def clean(self) -> dict[str, Any]:
        """Return the reasons; raises ValidationError where none is given."""
        if not text_of(self, "reason"):
            raise forms.ValidationError(_("Give a reason in at least one language. Readers will see it."))
        return super().clean()


@dataclass(frozen=True)
class Step:
    """One step: its words, the form that it asks with, and the deed of storage behind it."""

    title: str
    explanation: str
    done: str
    take: Callable[[Interview, AbstractBaseUser, Text], None]
    form: type[forms.Form] = forms.Form
    field: str = ""

    def text(self, form: forms.Form) -> Text:
        """Return what the editor wrote into the step's form."""
        return text_of(form, self.field) if self.field else NO_TEXT


STEPS = {
    "publish": Step(
        title=_("Publish"),
        explanation=_(
            "Readers will see it at once, and what they see is kept as an edition. "
            "If it was published before, say what was corrected and why."
        ),
        done=_("has been published"),
        take=lambda interview, by, text: storage.publish(interview, by=by, correction=text),
        form=CorrectionForm,
        field="correction",
    ),
    "unpublish": Step(
        title=_("Unpublish"),
        explanation=_("It becomes a draft again, and its address answers as if it had never been. Editions are kept."),
        done=_("is a draft again"),
        take=lambda interview, _by, _text: storage.unpublish(interview),
    ),
    "withdraw": Step(
        title=_("Withdraw"),
        explanation=_("Its address will say that it was withdrawn, and give the reason. Editions are kept."),
        done=_("has been withdrawn"),
        take=lambda interview, _by, text: storage.withdraw(interview, text),
        form=ReasonForm,
        field="reason",
    ),
}
