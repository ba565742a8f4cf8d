"""What is only read: the texts as received and the editions as published."""

import re
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interviews.admin.languages import row, text_of
from interviews.admin.redaction import redact
from interviews.admin.site import desk
from interviews.admin.steps import ReasonForm
from interviews.models import Edition, Source, language


class RecordAdmin(admin.ModelAdmin):
    """A page to read: nothing is added, changed or deleted here."""

    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Refuse."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Refuse."""
        return False


@admin.register(Source, site=desk)
class SourceAdmin(RecordAdmin):
    """Texts as received, with what the parser remarked on."""

    fields = ["interview", "received_from", "received_at", "applied", "sha256", "remarks", "lines"]
    readonly_fields = ["remarks", "lines"]
    list_display = ["__str__", "interview", "received_at", "applied", "number_of_remarks"]
    list_filter = ["applied", "received_at"]
    list_select_related = ["interview"]
    search_fields = ["received_from", "sha256", *(f"interview__{name}" for name in language.columns("title"))]

    @admin.display(description=gettext_lazy("findings"))
    def number_of_remarks(self, source: Source) -> int:
        """Return how many lines were remarked on."""
        return len(source.findings)

    @admin.display(description=gettext_lazy("findings"))
    def remarks(self, source: Source) -> str:
        """Return the findings as a table."""
        return render_to_string("admin/interviews/source/_findings.html", {"findings": source.findings})

    @admin.display(description=gettext_lazy("text"))
    def lines(self, source: Source) -> str:
        """Return the text with its lines numbered, as the findings count them."""
        return render_to_string("admin/interviews/source/_lines.html", {"lines": re.split(r"\r\n|\n|\r", source.text)})


@admin.register(Edition, site=desk)
class EditionAdmin(RecordAdmin):
    """Interviews as they were published."""

    fieldsets = [
        (None, {"fields": ["interview", ("number", "published_at", "by"), row("correction"), "sha256"]}),
        (gettext_lazy("Redaction"), {"fields": [("redacted_at", "redacted_by"), "redaction_reason"]}),
        (gettext_lazy("Content"), {"fields": ["as_published"]}),
    ]
    readonly_fields = ["as_published"]
    list_display = ["interview", "number", "published_at", "by", "redacted_at"]
    list_display_links = ["number"]
    list_filter = ["published_at", "redacted_at"]
    list_select_related = ["interview", "by"]
    search_fields = ["sha256", "interview__slug", *(f"interview__{name}" for name in language.columns("title"))]

    @admin.display(description=gettext_lazy("content"))
    def as_published(self, edition: Edition) -> str:
        """Return the content as it was stored."""
        return render_to_string("admin/interviews/edition/_content.html", {"content": edition.content})

    def get_urls(self) -> list[URLPattern]:
        """Return the address of the redaction beside those of the admin."""
        view = self.admin_site.admin_view(self.redact)
        return [path("<path:object_id>/redact/", view, name="interviews_edition_redact"), *super().get_urls()]

    def redact(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask for the reason, then replace an edition's content by it for good."""
        edition = self.get_object(request, unquote(object_id))
        if edition is None:
            raise Http404
        if not request.user.has_perm("interviews.change_edition"):
            raise PermissionDenied
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if edition.redacted_at:
            messages.error(request, _("This edition was redacted already."))
        elif form.is_valid():
            redact(edition, by=request.user, reason=text_of(form, "reason"))
            self.log_change(request, edition, _("Redacted."))
            messages.success(request, _("The content of this edition was replaced by the reason."))
        else:
            return self._ask(request, edition, form)
        return redirect("admin:interviews_edition_change", edition.pk)

    def _ask(self, request: HttpRequest, edition: Edition, form: ReasonForm) -> TemplateResponse:
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "title": _("Redact an edition"),
            "opts": self.opts,
            "media": self.media,
            "edition": edition,
            "form": form,
        }
        return TemplateResponse(request, "admin/interviews/edition/redact.html", context)
