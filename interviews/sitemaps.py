"""What search engines are shown: pages in the languages in which they exist, and texts as published."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import get_default_timezone
from django.views.decorators.http import require_safe

from interviews.models import Conference, Interview, Speaker, Term, Topic
from interviews.storage import public_languages


class ArchiveSitemap(Sitemap):
    """A sitemap whose addresses come from SITE_ORIGIN, each with its counterparts in the other languages."""

    i18n = True
    alternates = True
    limit = 5000

    def get_domain(self, site: Any = None) -> str:
        """Return the host of the site's own origin, whatever host the request named."""
        return urlsplit(settings.SITE_ORIGIN).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        """Return the scheme of the site's own origin."""
        return urlsplit(settings.SITE_ORIGIN).scheme

    def get_urls(self, page: int = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        """Return the addresses; the first language stands for all others (`x-default`).

        Django's own x-default is an address without a language, which this site does not have.
        """
        urls = super().get_urls(page, site, protocol)
        for url in urls:
            if url["alternates"]:
                url["alternates"].append({**url["alternates"][0], "lang_code": "x-default"})
        return urls


class PageSitemap(ArchiveSitemap):
    """The pages that are there by themselves."""

    def items(self) -> list[str]:
        """Return the names of the pages."""
        return ["home", "interviews", "speakers", "conferences", "topics", "years", "terms", "about"]

    def location(self, item: str) -> str:
        """Return the page's path."""
        return reverse(item)


class InterviewSitemap(ArchiveSitemap):
    """Interviews whose text is as published, in the languages that each one has."""

    def items(self) -> QuerySet[Interview]:
        """Return the interviews in a fixed order."""
        return Interview.objects.published().for_indexing().order_by("pk")

    def get_languages_for_item(self, item: Interview) -> list[str]:
        """Return the languages that readers may see."""
        return public_languages(item)

    def location(self, item: Interview) -> str:
        """Return the path of the normal view."""
        return reverse("interview", kwargs={"slug": item.slug})

    def lastmod(self, item: Interview) -> Any:
        """Return when the interview was changed."""
        return item.changed_at


class FiledSitemap(ArchiveSitemap):
    """People, conferences, topics or terms that stand in an interview as published."""

    def __init__(self, model: type[Speaker | Conference | Topic | Term], name: str) -> None:
        self.model, self.name = model, name

    def items(self) -> QuerySet:
        """Return the rows in a fixed order."""
        return self.model.objects.for_indexing().order_by("pk")

    def location(self, item: Any) -> str:
        """Return the row's path."""
        return reverse(self.name, kwargs={"slug": item.slug})


class YearSitemap(ArchiveSitemap):
    """Years of interviews as published."""

    def items(self) -> list[int]:
        """Return the years, the earliest first."""
        interviews = Interview.objects.for_indexing().prefetch_related(None).order_by()
        zone = get_default_timezone()
        return [moment.year for moment in interviews.datetimes("published_at", "year", tzinfo=zone)]

    def location(self, item: int) -> str:
        """Return the year's path."""
        return reverse("year", kwargs={"year": item})


SITEMAPS = {
    "pages": PageSitemap(),
    "interviews": InterviewSitemap(),
    "speakers": FiledSitemap(Speaker, "speaker"),
    "conferences": FiledSitemap(Conference, "conference"),
    "topics": FiledSitemap(Topic, "topic"),
    "years": YearSitemap(),
    "terms": FiledSitemap(Term, "term"),
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the sitemaps, page by page.

    Django's own index writes the host of the request into them.
    """
    sites = []
    for section, site in SITEMAPS.items():
        address = settings.SITE_ORIGIN + reverse("sitemap", kwargs={"section": section})
        sites += [address if page == 1 else f"{address}?p={page}" for page in site.paginator.page_range]
    return render(request, "sitemap_index.xml", {"sitemaps": sites}, content_type="application/xml")
