"""Publish, unpublish, withdraw and preview: the buttons of an interview's page and the actions of the list."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interviews import storage
from interviews.admin.steps import STEPS, Step
from interviews.models import Interview


class PublishingAdmin(admin.ModelAdmin):
    """The steps of an interview's life, one by one and for many at once."""

    actions = ["publish_selected", "unpublish_selected", "withdraw_selected"]

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the steps and of the preview beside those of the admin."""
        view = self.admin_site.admin_view
        steps = [
            path(f"<path:object_id>/{name}/", view(self._step_view(step)), name=f"interviews_interview_{name}")
            for name, step in STEPS.items()
        ]
        preview = path(
            "<path:object_id>/preview/", view(self.preview, cacheable=True), name="interviews_interview_preview"
        )
        return [*steps, preview, *super().get_urls()]

    def preview(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show an interview as readers would see it, to signed-in staff only."""
        interview = self._found(request, object_id)
        if not self.has_view_permission(request, interview):
            raise PermissionDenied
        whole = Interview.objects.whole().get(pk=interview.pk)
        response = self.admin_site.page(request, whole, storage.load(whole), preview=True)
        response["Cache-Control"] = "private, no-store"
        return response

    def response_change(self, request: HttpRequest, obj: Interview) -> HttpResponse:
        """Go on to publishing where the editor saved with that in mind."""
        if "_publish" in request.POST:
            return redirect("admin:interviews_interview_publish", obj.pk)
        return super().response_change(request, obj)

    @admin.action(permissions=["change"], description=gettext_lazy("Publish the selected interviews"))
    def publish_selected(self, request: HttpRequest, queryset: models.QuerySet) -> HttpResponse | None:
        """Publish many."""
        return self._take(request, STEPS["publish"], queryset, action="publish_selected")

    @admin.action(permissions=["change"], description=gettext_lazy("Unpublish the selected interviews"))
    def unpublish_selected(self, request: HttpRequest, queryset: models.QuerySet) -> HttpResponse | None:
        """Unpublish many."""
        return self._take(request, STEPS["unpublish"], queryset, action="unpublish_selected")

    @admin.action(permissions=["change"], description=gettext_lazy("Withdraw the selected interviews…"))
    def withdraw_selected(self, request: HttpRequest, queryset: models.QuerySet) -> HttpResponse | None:
        """Withdraw many for one reason."""
        return self._take(request, STEPS["withdraw"], queryset, action="withdraw_selected")

    def _step_view(self, step: Step) -> Any:
        def view(request: HttpRequest, object_id: str) -> HttpResponse:
            interview = self._found(request, object_id)
            if not self.has_change_permission(request, interview):
                raise PermissionDenied
            page = self._take(request, step, Interview.objects.filter(pk=interview.pk))
            return page or redirect("admin:interviews_interview_change", interview.pk)

        return view

    def _found(self, request: HttpRequest, object_id: str) -> Interview:
        interview = self.get_object(request, unquote(object_id))
        if interview is None:
            raise Http404
        return interview

    def _take(
        self, request: HttpRequest, step: Step, queryset: models.QuerySet, action: str = ""
    ) -> HttpResponse | None:
        """Take a step with each interview, or ask first; gives the page that asks, None when all is done."""
        form = step.form(request.POST if "confirmed" in request.POST else None)
        if not form.is_valid():
            return self._ask(request, step, queryset, form, action)
        for pk in queryset.values_list("pk", flat=True):
            self._take_one(request, step, pk, step.text(form))
        return None

    def _take_one(self, request: HttpRequest, step: Step, pk: int, text: Any) -> None:
        with storage.writing():
            # Read under the lock: a step stores the whole row, and must not bring back what another save replaced.
            interview = Interview.objects.select_for_update().get(pk=pk)
            try:
                step.take(interview, request.user, text)
            except ValueError as error:
                refusal = str(error)
            else:
                refusal = ""
        if refusal:
            messages.error(request, f"{interview}: {_(refusal)}")
        else:
            self.log_change(request, interview, str(step.done))
            messages.success(request, f"{interview}: {step.done}")

    def _ask(
        self, request: HttpRequest, step: Step, queryset: models.QuerySet, form: Any, action: str
    ) -> TemplateResponse:
        interviews = list(queryset)
        back = reverse("admin:interviews_interview_changelist")
        if not action:
            back = reverse("admin:interviews_interview_change", args=[interviews[0].pk])
        context = {
            **self.admin_site.each_context(request),
            "title": step.title,
            "opts": self.opts,
            "media": self.media,
            "step": step,
            "form": form,
            "interviews": interviews,
            "action": action,
            "action_checkbox_name": admin.helpers.ACTION_CHECKBOX_NAME,
            "back": back,
        }
        return TemplateResponse(request, "admin/interviews/interview/step.html", context)
