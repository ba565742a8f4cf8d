"""The ways to narrow a list: each says how many it leads to, and none leads to nothing."""

import re
from datetime import UTC, datetime

import pytest

from interviews.catalog import current
from interviews.transcripts.transcript import Conference, Text
from tests import builders as build
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(db):
    people = (build.speaker(), build.speaker(("周砚", "Yan Zhou"), "s2"))
    for number in range(9):
        build.interview(
            ("问", "Question" if number % 3 else ""),
            slug=f"i{number}",
            title=Text({"zh-hans": "题"}),
            speakers=people[: 1 + number % 2],
            tags=tuple(Text({"en": f"Topic {other}"}) for other in range(number % 4)),
            conference=Conference("ABC", str(2024 + number % 2)) if number % 4 else None,
            published_at=datetime(2020 + number % 3, 5, 1, tzinfo=UTC),
        )


def facets(page):
    """Return the links of the facets with the numbers beside them."""
    sections = [e for e in page.all("section") if e["class"] == "facet"]
    items = [li for section in sections for li in _inside(section, "li")]
    return {li.inside[0]["href"]: (int(li.inside[1].text), li.inside[0]["aria-current"]) for li in items}


def _inside(element, tag):
    for child in element.inside:
        if child.tag == tag:
            yield child
        yield from _inside(child, tag)


def found(page):
    return int(re.match(r"\d+", page.one("p", class_="found").text)[0])


def test_each_facet_says_how_many_interviews_it_leads_to(client, archive):
    first = facets(read(client.get("/en/interviews/")))
    states = {"/en/interviews/", *[*first][::2]}
    checked = 0
    for state in states:
        for address, (count, chosen) in facets(read(client.get(state))).items():
            assert count > 0, (state, address)
            if not chosen:
                assert found(read(client.get(address))) == count, (state, address)
                checked += 1
    assert checked > 40


def test_every_kind_of_facet_is_offered_and_no_machine_is_sent_into_their_combinations(client, archive):
    page = read(client.get("/en/interviews/"))
    names = {re.search(r"\?(\w+)=", address)[1] for address in facets(page)}
    assert names == {"topic", "speaker", "conference", "year", "language"}
    assert {link["rel"] for link in page.all("a") if (link["href"] or "").startswith("/en/interviews/?")} == {
        "nofollow"
    }


def test_chosen_ones_combine_and_are_taken_away_singly(client, archive):
    page = read(client.get("/en/interviews/?topic=topic-0&speaker=yan-zhou&year=2021&sort=title"))
    away = [link["href"] for link in page.all("a", class_="take-away")]
    assert away == [
        "/en/interviews/?speaker=yan-zhou&year=2021&sort=title",
        "/en/interviews/?topic=topic-0&year=2021&sort=title",
        "/en/interviews/?topic=topic-0&speaker=yan-zhou&sort=title",
    ]
    current = {address for address, (_count, chosen) in facets(page).items() if chosen}
    assert current == {*away}
    assert page.meta("robots") == "noindex"
    assert page.canonical().endswith("/en/interviews/")


def test_a_facet_is_exchanged_for_another_of_its_kind(client, archive):
    page = read(client.get("/en/interviews/?year=2021"))
    assert facets(page)["/en/interviews/?year=2020"] == (3, None)


def test_a_long_facet_shows_a_dozen_and_folds_the_rest(client):
    for number in range(3):
        tags = tuple(Text({"en": f"Topic {other}"}) for other in range(14 + number))
        build.interview(slug=f"i{number}", tags=tags, speakers=())
    page = read(client.get("/en/interviews/"))
    section = next(e for e in page.all("section", class_="facet") if e["aria-labelledby"] == "facet-topic")
    shown, folded = (e for e in _inside(section, "ul"))
    assert (len(shown.inside), len(folded.inside)) == (12, 4)
    assert next(_inside(section, "summary")).text == "4 more"
    chosen = read(client.get("/en/interviews/?topic=topic-15"))
    section = next(e for e in chosen.all("section", class_="facet") if e["aria-labelledby"] == "facet-topic")
    assert next(_inside(section, "li")).inside[0]["aria-current"] == "true"


def test_what_fits_nothing_says_so_and_offers_ways_to_widen(client, archive):
    page = read(client.get("/en/interviews/?topic=topic-1&year=1999"))
    assert found(page) == 0
    assert "No interview fits." in page.one("main").text
    widened = {link["href"] for link in page.all("a") if "Without" in link.text}
    assert widened == {"/en/interviews/?topic=topic-1"}  # the other leads to nothing as well
    assert [link["href"] for link in page.all("a") if link.text == "Show all"] == ["/en/interviews/"]


def test_the_list_is_ordered_by_title_in_the_language_of_the_page(client):
    for slug, pair in (("one", ("移植", "Apples")), ("two", ("白血病", "Zebra")), ("three", ("抗体", "“Middle”"))):
        build.interview(slug=slug, title=build.text(pair), speakers=())

    def order(code):
        links = read(client.get(f"/{code}/interviews/?sort=title")).all("a", data_interview="")
        return [link["href"].split("/")[3] for link in links]

    assert order("en") == ["one", "three", "two"]
    assert order("zh-hans") == ["two", "three", "one"]
    assert "?sort=title" in read(client.get("/en/interviews/")).links().__repr__()


def test_the_order_is_kept_from_page_to_page_and_through_facets(client, archive):
    for number in range(20):
        build.interview(slug=f"more-{number}", speakers=())
    page = read(client.get("/en/interviews/?sort=title"))
    assert "sort=title" in page.one("a", rel="next")["href"]
    assert all("sort=title" in address for address in facets(page))
    assert page.meta("robots") == "noindex"


def test_a_row_that_an_address_names_is_not_read_again_for_the_facets(archive, client, django_assert_num_queries):
    current().find()  # what the lists of a revision share is read once
    # The revision, the three rows that are named, two for the lines; of the facets the other people and conferences.
    with django_assert_num_queries(8):
        page = client.get("/en/interviews/?conference=abc-2025&topic=topic-0&speaker=anhe-lin&year=2022").text
    assert 'class="item-title"' in page
    assert "Topic 0" in page
