"""Addresses for people: they stand under a language."""

from django.urls import path, re_path

from interviews.views import (
    concordance,
    find,
    home,
    interviews,
    opensearch,
    people,
    search,
    suggestions,
    terms,
    vocabularies,
    years,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("interviews/", interviews.index, name="interviews"),
    path("interviews/<slug:slug>/", interviews.detail, name="interview"),
    path("interviews/<slug:slug>/only/", interviews.only, name="interview_only"),
    path("interviews/<slug:slug>/offline/", interviews.offline, name="interview_offline"),
    path("interviews/<slug:slug>/find/", find.find, name="interview_find"),
    path("interviews/<slug:slug>/with/<slug:other>/", interviews.beside, name="interview_with"),
    path("speakers/", people.index, name="speakers"),
    path("speakers/<slug:slug>/", people.detail, name="speaker"),
    path("conferences/", vocabularies.conferences, name="conferences"),
    path("conferences/<slug:slug>/", vocabularies.conference, name="conference"),
    path("topics/", vocabularies.topics, name="topics"),
    path("topics/<slug:slug>/", vocabularies.topic, name="topic"),
    path("years/", years.index, name="years"),
    re_path(r"^years/(?P<year>[1-9][0-9]{0,3})/$", years.detail, name="year"),
    path("terms/", terms.index, name="terms"),
    path("terms/<slug:slug>/", terms.detail, name="term"),
    path("search/", search.search, name="search"),
    path("search/suggestions/", suggestions.suggestions, name="suggestions"),
    path("search/suggestions/browser/", suggestions.for_browsers, name="browser_suggestions"),
    path("opensearch.xml", opensearch.description, name="opensearch"),
    path("search/concordance/", concordance.concordance, name="concordance"),
    path("search/concordance.csv", concordance.download, name="concordance_file"),
    path("about/", home.about, name="about"),
]
