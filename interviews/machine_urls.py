"""Addresses for machines: they stand under no language."""

from django.conf import settings
from django.contrib.sitemaps.views import sitemap
from django.urls import path, register_converter
from django.views.static import serve

from interviews.formats import FORMATS
from interviews.sitemaps import SITEMAPS, index
from interviews.views import exports, home, opensearch


class FormatConverter:
    """The name of one of the archive's formats."""

    regex = "|".join(FORMATS)

    def to_python(self, value: str) -> str:
        """Return the name as it stands in the address."""
        return value

    def to_url(self, value: str) -> str:
        """Return the name as it stands in the list of formats."""
        return value


register_converter(FormatConverter, "format")

urlpatterns = [
    path("interviews/<slug:slug>.<format:name>", exports.export, name="export"),
    path("sitemap.xml", index, name="sitemaps"),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    # Portraits: a few small pictures that editors add while the archive runs, so not among the static files.
    path("media/portraits/<path:path>", serve, {"document_root": settings.MEDIA_ROOT / "portraits"}, name="portrait"),
    # Each language has its own, which the pages name; this one is for whoever looks for it in the usual place.
    path("opensearch.xml", opensearch.description),
    path("robots.txt", home.robots, name="robots"),
    path("health/", home.health, name="health"),
]
