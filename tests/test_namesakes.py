"""People who share a name are told apart by where they work, wherever they stand in one list."""

import json

import pytest

from interviews.models import Speaker
from tests import builders as build

pytestmark = pytest.mark.django_db
PLACES = ("Harbor Hospital", "Valley University")


@pytest.fixture
def namesakes():
    """Two people of one name, and a third one, who all speak of the same."""
    for number, (place, name) in enumerate(
        zip((*PLACES, "Lake Clinic"), ("Wei Wang", "Wei Wang", "Ada Fong"), strict=True)
    ):
        person = build.speaker(("", name), affiliation=build.text(("", place)))
        build.interview(("移植", "transplant"), ("移植", "transplant"), slug=f"interview-{number}", speakers=(person,))
    assert Speaker.objects.filter(name_en="Wei Wang").count() == 2


@pytest.mark.parametrize("address", ["/en/interviews/", "/en/search/?q=transplant", "/zh-hans/search/?q=移植"])
def test_facets_say_where_namesakes_work_and_of_others_only_the_name(client, namesakes, address):
    page = client.get(address).text
    facet = page[page.index('id="facet-speaker"') :].partition("</section>")[0]
    assert facet.count("Wei Wang") == 2
    assert [facet.count(place) for place in PLACES] == [1, 1]
    assert "Ada Fong" in facet
    assert "Lake Clinic" not in facet


def test_suggestions_do_so_too(client, namesakes):
    found = json.loads(client.get("/en/search/suggestions/?q=wang").text)["suggestions"]
    assert {(each["text"], each["also"]) for each in found} == {("Wei Wang", place) for place in PLACES}
    (other,) = json.loads(client.get("/en/search/suggestions/?q=fong").text)["suggestions"]
    assert other["also"] == ""
