"""A person's reading: proposed where nobody has set one, an editor's own for good."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from interviews import storage
from interviews.models import Speaker, language
from interviews.transcripts import readings
from tests import builders as build
from tests.admin_pages import opened, save

pytestmark = pytest.mark.django_db
MIGRATION = import_module("interviews.migrations.0005_propose_readings")


def stored(name, **fields):
    """Store a draft with one speaker; returns the person's record."""
    interview, _remarks = storage.store(build.transcript(speakers=(build.speaker(name),)), **fields)
    return interview.participations.get().speaker


def order():
    return [person.slug for person in Speaker.objects.all()]


def test_an_import_proposes_a_reading():
    assert stored(("单国强", "Guoqiang Shan")).reading == "Shan Guoqiang"
    assert stored(("单国强", ""), aliases={}).reading == "Shan Guoqiang"


def test_other_names_that_an_editor_wrote_down_count():
    assert stored(("翟志", ""), aliases={"翟志": ["Chih Jai"]}).reading == "Jai Chih"


def test_a_name_that_is_learned_later_changes_a_proposal():
    stored(("", "Ge Gao"))
    assert stored(("", "Ge Gao")).reading == "Gao Ge"
    stored(("林安", "Lin An"))
    first = stored(("", "Lin Bo"))
    assert first.reading == "Bo Lin"
    assert stored(("林波", "Lin Bo")) == first
    assert Speaker.objects.get(pk=first.pk).reading == "Lin Bo"


def test_a_name_that_is_learned_later_changes_no_reading_of_an_editor():
    first = stored(("", "Lin Bo"))
    Speaker.objects.filter(pk=first.pk).update(reading="Linn Bo")
    stored(("林波", "Lin Bo"))
    assert Speaker.objects.get(pk=first.pk).reading == "Linn Bo"


def test_people_come_by_their_readings_whatever_the_capitals_and_the_rest_last():
    for slug, reading in (("b", "van Loon B"), ("c", "Vance"), ("a", "Wang A"), ("d", "li D"), ("e", "Lian E")):
        Speaker.objects.create(slug=slug, reading=reading)
    Speaker.objects.bulk_create([Speaker(slug="z", reading=""), Speaker(slug="f", reading="Li F")])
    assert order() == ["d", "f", "e", "b", "c", "a", "z"]


def test_the_desk_proposes_keeps_and_proposes_again(staff_client):
    person = stored(("单国强", "Guoqiang Shan"))
    save(staff_client, person, {"name_en": "Kuo-chiang Shan"})
    assert Speaker.objects.get().reading == "Shan Kuo-chiang"
    save(staff_client, person, {"reading": "Dan Guoqiang"})
    save(staff_client, person, {"name_en": "Guoqiang Shan"})
    assert Speaker.objects.get().reading == "Dan Guoqiang"
    assert (Speaker.objects.get().initial, Speaker.objects.get().sort_key) == ("d", "dan0guoqiang")
    save(staff_client, person, {"reading": ""})
    assert Speaker.objects.get().reading == "Shan Guoqiang"


def test_the_desk_says_what_a_reading_is_for(staff_client):
    person = stored(("单国强", "Guoqiang Shan"))
    assert "reading" in opened(staff_client, person)
    text = staff_client.get(f"/en/admin/interviews/speaker/{person.pk}/change/").text
    assert "Readers never see it" in text


def test_people_known_before_get_theirs_and_what_is_set_stays():
    people = [Speaker(slug="one"), Speaker(slug="two", reading="Ōta Ken"), Speaker(slug="three")]
    for person, name in zip(people, (("单国强", ""), ("太田健", "Ken Ota"), ("", "")), strict=True):
        language.assign(person, "name", build.text(name))
    Speaker.objects.bulk_create(people)
    Speaker.objects.update(initial="", sort_key="")
    MIGRATION.propose(apps, SimpleNamespace(connection=connection))
    found = {person.slug: (person.reading, person.initial, person.sort_key) for person in Speaker.objects.all()}
    assert found == {
        "one": ("Shan Guoqiang", "s", "shan0guoqiang"),
        "two": ("Ōta Ken", "o", "ota0ken"),
        "three": ("", readings.OTHERS, ""),
    }


def test_a_reading_is_on_no_page(client):
    build.interview(slug="one", speakers=(build.speaker(("单国强", "")),))
    for path in ("speakers/", "speakers/?letter=S", f"speakers/{Speaker.objects.get().slug}/", "interviews/one/", ""):
        text = client.get(f"/en/{path}").text
        assert "单国强" in text, path
        assert "Guoqiang" not in text, path
