"""What is published as columns: the same counts as the tables, never those of an earlier revision."""

from collections import Counter
from datetime import UTC, datetime
from itertools import combinations

import pytest

from interviews import catalog, storage
from interviews.catalog.titles import sort_key
from interviews.models import Interview, LanguageVersion, SiteRevision, Speaker
from interviews.transcripts.transcript import Conference, Text
from tests import builders as build

pytestmark = pytest.mark.django_db


@pytest.fixture
def dozen(db):
    """Twelve interviews that share topics, people, conferences, years and languages in many ways, some not public."""
    people = (build.speaker(), build.speaker(("周砚", "Yan Zhou"), "s2"), build.speaker(("", "Ada Fong"), "s3"))
    for number in range(12):
        build.interview(
            ("问", "Question" if number % 4 else ""),
            slug=f"i{number}",
            status="draft" if number in {3, 7} else "withdrawn" if number == 11 else "published",
            title=Text({"zh-hans": f"题{number}"}),
            speakers=people[: 1 + number % 3],
            tags=tuple(Text({"en": f"Topic {other}"}) for other in range(number % 4)),
            conference=Conference("ABC", str(number % 2)) if number % 5 else None,
            published_at=datetime(2020 + number % 3, 12, 31, 12 + number, tzinfo=UTC) if number != 5 else None,
        )


def values_of(interview):
    """Return what an interview has in each column, as its rows say."""
    moment = interview.published_at
    return {
        "topic": {topic.pk for topic in interview.topics.all()},
        "speaker": {row.speaker_id for row in interview.participations.all()},
        "conference": {interview.conference_id} - {None},
        # The year begins eight hours earlier where the publication is at home.
        "year": {moment.year + (moment.month == 12 and moment.day == 31 and moment.hour >= 16)} if moment else set(),
        "language": {version.language for version in interview.language_versions.all() if version.public},
    }


def test_every_choice_of_values_finds_and_counts_what_the_rows_say(dozen):
    rows = {row.pk: values_of(row) for row in Interview.objects.published().for_lists().prefetch_related("topics")}
    pairs = sorted({(name, value) for row in rows.values() for name in row for value in row[name]}, key=str)
    assert {name for name, _value in pairs} == {"topic", "speaker", "conference", "year", "language"}
    now = catalog.current()
    for chosen in [(), *combinations(pairs, 1), *combinations(pairs, 2)]:
        if len({name for name, _value in chosen}) < len(chosen):
            continue
        fitting = {pk: row for pk, row in rows.items() if all(value in row[name] for name, value in chosen)}
        found = now.find(dict(chosen))
        assert (len(found), {*found.newest_first}) == (len(fitting), {*fitting}), chosen
        for name in ("topic", "speaker", "conference", "year", "language"):
            counted = Counter(value for row in fitting.values() for value in row[name])
            assert found.counts(name) == counted, (chosen, name)


def test_the_newest_come_first_and_the_undated_last(dozen):
    newest = [*Interview.objects.published().newest_first().values_list("pk", flat=True)]
    assert [*catalog.current().find().newest_first] == newest
    assert Interview.objects.get(pk=newest[-1]).published_at is None


def test_what_fits_nothing_is_empty(dozen):
    found = catalog.current().find({"topic": -1})
    assert (len(found), [*found.newest_first], found.counts("speaker")) == (0, [], Counter())


def test_an_empty_archive_has_an_empty_catalog():
    SiteRevision.objects.all().delete()
    assert len(catalog.current().find()) == 0
    build.interview()
    assert len(catalog.current().find()) == 1


def test_a_change_is_seen_at_once():
    made = build.interview()
    assert len(catalog.current().find()) == 1
    storage.unpublish(made)
    assert len(catalog.current().find()) == 0
    storage.publish(made)
    LanguageVersion.objects.filter(interview=made, language="en").update(public=False)
    storage.settle(made)
    assert set(catalog.current().find().counts("language")) == {"zh-hans"}


def test_nothing_is_read_again_while_the_revision_stays(django_assert_num_queries):
    build.interview()
    first = catalog.current()
    with django_assert_num_queries(1):
        assert catalog.current() is first


def test_another_archive_with_the_same_number_is_another_catalog():
    build.interview()
    number = SiteRevision.objects.get().number
    before = catalog.current()
    build.interview(slug="two", speakers=())
    SiteRevision.objects.update(number=number)  # as after a backup was restored, and used again
    assert catalog.current() is not before
    assert len(catalog.current().find()) == 2


def test_a_change_between_the_revision_and_the_tables_is_read_again(monkeypatch):
    build.interview()
    read = catalog.catalog.reading.published

    def interrupted():
        columns = read()
        build.interview(slug="meanwhile", speakers=())
        return columns

    monkeypatch.setattr(catalog.catalog.reading, "published", interrupted)
    storage.bump_revision()
    assert len(catalog.current().find()) == 1
    monkeypatch.undo()
    assert len(catalog.current().find()) == 2


def test_what_is_kept_is_made_once_and_bounded():
    now, made = catalog.current(), []
    for _ in range(2):
        assert now.kept.get("a", lambda: made.append(1) or "value") == "value"
    assert made == [1]
    for number in range(2 * catalog.catalog.KEPT):
        now.kept.get(number, lambda: "other")
    assert len(now.kept) == catalog.catalog.KEPT


@pytest.mark.parametrize(
    "ordered",
    [
        ("Ångström", "apple", "Banana"),
        ("CAR-T", "“Dose” and risk", "Élan"),
        ("Zoo", "白血病", "抗体", "淋巴瘤", "移植", "治疗"),
        ("1990", "2 years", "A", "《血液》", "一线"),
    ],
)
def test_titles_are_ordered_by_letters_and_chinese_by_its_standard(ordered):
    assert sorted(sorted(ordered), key=sort_key) == [*ordered]


def test_a_title_counts_in_the_language_of_the_page_if_readers_may_see_it():
    for slug, pair in (("one", ("移植", "A first")), ("two", ("白血病", "C third")), ("three", ("", "B second"))):
        made = build.interview(slug=slug, title=build.text(pair), speakers=())
        if slug == "two":
            LanguageVersion.objects.filter(interview=made, language="en").update(public=False)
            storage.settle(made)
    slugs = dict(Interview.objects.values_list("pk", "slug"))
    now = catalog.current()
    assert [slugs[pk] for pk in now.by_title({}, "en")] == ["one", "three", "two"]
    assert [slugs[pk] for pk in now.by_title({}, "zh-hans")] == ["three", "two", "one"]
    assert Speaker.objects.count() == 0


def test_what_is_made_once_a_revision_is_made_again_for_the_next_and_each_time_before_the_first():
    made = []

    @catalog.once_a_revision
    def count():
        made.append(len(made))
        return len(made)

    assert (count(), count()) == (1, 2)
    build.interview()
    assert (count(), count()) == (3, 3)
    build.interview()
    assert (count(), count()) == (4, 4)
