"""The desk itself: what is on it and in which order."""

from collections.abc import Callable
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _


class Desk(AdminSite):
    """An admin site of its own, so that apps that register themselves somewhere do not clutter it."""

    site_header = _("Editors’ desk")
    site_title = _("Editors’ desk")
    index_title = _("What would you like to edit?")

    # The readers' page of an interview, for the preview. Views are neighbors of the desk, so `archive.urls`, which
    # stands above both, sets it: page(request, interview, transcript, preview=True) gives the response.
    page: Callable[..., HttpResponse]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return what every page of the desk shows; "view site" leads to the home in the desk's language."""
        return {**super().each_context(request), "site_url": f"/{translation.get_language()}/"}

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """Return the tables in the order of their registration: interviews first, accounts last."""
        order = {model: place for place, model in enumerate(self._registry)}
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda entry: order[entry["model"]])
        return sorted(apps, key=lambda app: order[app["models"][0]["model"]])


desk = Desk()
