"""Addresses: machines under none, people under a language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from interviews.admin.site import desk
from interviews.views import home, interviews

handler404 = "interviews.views.errors.not_found"
handler500 = "interviews.views.errors.server_error"

# The desk's preview is the readers' page; the desk itself knows nothing of views.
desk.page = interviews.page

for_staff = [] if settings.READ_ONLY else [path("admin/", desk.urls)]
to_staff = [] if settings.READ_ONLY else [path("admin/", home.root, {"rest": "admin/"})]

urlpatterns = [
    path("", home.root, name="root"),
    path("", include("interviews.machine_urls")),
    *to_staff,
    *i18n_patterns(*for_staff, path("", include("interviews.urls"))),
]
