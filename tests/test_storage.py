"""A transcript into rows and out again, and what follows from every write."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import translation
from hypothesis import given, settings

from interviews import storage
from interviews.models import Conference, FormerSlug, Interview, SiteRevision, Speaker, Topic, Turn, language
from interviews.storage import slugs
from interviews.transcripts import transcript as t
from interviews.transcripts.transcript import Text
from tests import builders as build
from tests import strategies

pytestmark = pytest.mark.django_db
ABC = t.Conference("ABC", "2025", build.text(("年会", "Congress")))


def loaded(interview):
    return storage.load(Interview.objects.whole().get(pk=interview.pk))


def as_tables_say(transcript):
    """Return what the tables keep: keys of the speakers' order, an origin for every text, careers that say anything."""
    keys = {speaker.key: f"s{place}" for place, speaker in enumerate(transcript.speakers, start=1)}
    careers = {biography.speaker: biography.entries for biography in transcript.biographies}
    return replace(
        transcript,
        speakers=tuple(replace(speaker, key=keys[speaker.key]) for speaker in transcript.speakers),
        turns=tuple(
            replace(
                turn,
                speaker=keys.get(turn.speaker),
                origin=Text({code: turn.origin.get(code, "unknown") for code in turn.text}),
            )
            for turn in transcript.turns
        ),
        biographies=tuple(t.Biography(keys[key], careers[key]) for key in keys if careers.get(key)),
        tags=(),
    )


def names(tags: Iterable[Text]):
    return {frozenset(tag.items()) for tag in tags}


@given(strategies.transcripts(strategies.LANGUAGES))
@settings(max_examples=25)
def test_what_is_stored_is_loaded_the_same(transcript):
    with transaction.atomic():
        interview, _remarks = storage.store(transcript)
        found = loaded(interview)
        transaction.set_rollback(True)
    assert replace(found, tags=()) == as_tables_say(transcript)
    said = {name for tag in found.tags for name in tag.values()}
    assert {name for tag in transcript.tags for name in tag.values()} <= said or len(transcript.tags) > 1


def test_tags_are_kept_in_the_order_of_their_addresses():
    tags = (build.text(("移植", "Transplant")), build.text(("白血病", "Leukemia")))
    assert loaded(build.interview(tags=tags)).tags == tags[::-1]


def test_storing_what_was_loaded_changes_nothing():
    first = loaded(build.interview(conference=ABC, biographies=(build.career(),), status="draft"))
    interview, remarks = storage.store(first)
    assert loaded(interview) == first
    assert remarks == []


def test_an_interview_is_loaded_in_six_queries(django_assert_num_queries):
    interview = build.interview(conference=ABC, biographies=(build.career(),))
    with django_assert_num_queries(6):
        loaded(interview)


def test_a_moment_is_told_in_the_zone_of_the_publication():
    interview = build.interview(published_at=datetime(2025, 10, 16, 6, 59, 39, tzinfo=UTC))
    with translation.override("en"):
        assert loaded(interview).published_at.isoformat() == "2025-10-16T14:59:39+08:00"


def test_the_language_of_whoever_saves_leaves_no_trace():
    with translation.override("en"):
        interview = build.interview(("问", "Question"))
        assert translation.get_language() == "en"
    with connection.cursor() as cursor:
        cursor.execute("SELECT title FROM interviews_interview WHERE id = %s", [interview.pk])
        assert cursor.fetchone() == ("白血病的治疗",)


def test_a_failed_write_gives_the_language_back():
    with translation.override("en"):
        with pytest.raises(IntegrityError), storage.writing():
            Topic.objects.bulk_create([Topic(slug="a"), Topic(slug="a")])
        assert translation.get_language() == "en"


def test_a_language_that_the_archive_lacks_is_refused_and_nothing_is_stored():
    transcript = build.transcript(tags=(Text({"ja": "白血病"}),), conference=ABC)
    with pytest.raises(storage.UnknownLanguageError, match="'ja'"):
        storage.store(transcript)
    assert not any(model.objects.exists() for model in (Interview, Speaker, Turn, Topic, Conference))


def test_a_conference_without_acronym_and_name_is_refused_and_nothing_is_stored():
    with pytest.raises(ValueError, match="acronym or a name"):
        storage.store(build.transcript(conference=t.Conference(edition="2025")))
    assert not Interview.objects.exists()


def test_a_new_interview_is_a_draft_without_editions():
    interview = build.interview(status="draft")
    assert interview.status == "draft"
    assert not interview.editions.exists()


def test_a_conference_is_found_again_and_learns_what_it_lacked():
    build.interview(conference=t.Conference("ABC", "2025", Text({"zh-hans": "年会"}), country="CN"))
    build.interview(conference=t.Conference("ABC", "2025", Text({"en": "Congress", "zh-hans": "别名"}), "2025-10"))
    conference = Conference.objects.get()
    assert language.read(conference, "name") == build.text(("年会", "Congress"))
    assert (conference.start, conference.country, conference.slug) == ("2025-10", "CN", "abc-2025")


def test_another_edition_is_another_conference():
    build.interview(conference=t.Conference("ABC", "2024"))
    build.interview(conference=t.Conference("ABC", "2025"))
    assert sorted(Conference.objects.values_list("slug", flat=True)) == ["abc-2024", "abc-2025"]


def test_a_conference_without_acronym_is_found_by_its_name():
    for name in (("年会", "Congress"), ("", "Congress")):
        build.interview(conference=t.Conference("", "2025", build.text(name)))
    assert Conference.objects.get().slug == "congress-2025"


def test_a_topic_is_found_again_by_its_name_in_either_language():
    for pair in (("白血病", ""), ("白血病", "Leukemia"), ("", "Leukemia")):
        build.interview(tags=(build.text(pair),))
    assert language.read(Topic.objects.get(), "name") == build.text(("白血病", "Leukemia"))


def test_the_address_is_conference_year_and_latin_names():
    assert build.interview(conference=ABC).slug == "abc-2025-anhe-lin"


def test_without_a_conference_the_year_stands_in_the_address():
    assert build.interview(published_at=datetime(2025, 10, 16, tzinfo=UTC)).slug == "2025-anhe-lin"


def test_a_name_in_chinese_is_not_romanized():
    interview = build.interview(speakers=(build.speaker(("单雪", "")),))
    assert interview.slug == str(interview.pk)


def test_two_interviews_that_would_share_an_address_are_counted():
    assert [build.interview(conference=ABC).slug for _time in range(3)] == [
        "abc-2025-anhe-lin",
        "abc-2025-anhe-lin-2",
        "abc-2025-anhe-lin-3",
    ]


def test_an_address_that_another_interview_has_is_refused():
    build.interview(slug="taken")
    with pytest.raises(ValueError, match="'taken'"):
        build.interview(slug="taken")
    assert Interview.objects.count() == 1


def test_an_address_that_another_interview_had_is_not_given_again():
    moved = build.interview(slug="old")
    Interview.objects.filter(pk=moved.pk).update(slug="new")
    moved.refresh_from_db()
    slugs.keep_former(moved, "old")
    with pytest.raises(ValueError, match="'old'"):
        build.interview(slug="old")
    assert slugs.is_free(moved, "old")


def test_an_interview_that_takes_its_old_address_back_leaves_no_circle():
    interview = build.interview(slug="first")
    for before, after in (("first", "second"), ("second", "first")):
        interview.slug = after
        interview.save()
        slugs.keep_former(interview, before)
    assert [former.slug for former in FormerSlug.objects.all()] == ["second"]


def test_numbers_of_turns_are_never_given_again():
    interview = build.interview(("一", ""), ("二", ""), ("三", ""), status="draft")
    interview.turns.get(number=3).delete()
    assert storage.next_turn_number(interview) == 4
    storage.settle(interview)
    interview.turns.all().delete()
    interview.refresh_from_db()
    assert storage.next_turn_number(interview) == 4


def test_turns_keep_their_numbers_when_they_change_places():
    interview = build.interview(("一", ""), ("二", ""), status="draft")
    interview.turns.filter(number=1).update(position=5)
    storage.settle(interview)
    assert [(turn.number, turn.position) for turn in interview.turns.all()] == [(2, 1), (1, 2)]


def test_a_changed_text_is_aligned_anew_and_an_unchanged_one_is_not_touched():
    interview = build.interview(("一", "One"), ("二", "Two"), status="draft")
    first, second = interview.turns.all()
    Turn.objects.filter(pk=second.pk).update(segments={**second.segments, "mark": "kept"})
    language.assign(first, "text", build.text(("一", "First")))
    first.save()
    storage.settle(interview)
    first, second = interview.turns.all()
    assert first.segments["items"] == [{"zh-hans": [0, 1], "en": [0, 5]}]
    assert second.segments["mark"] == "kept"


def test_every_write_bumps_the_revision_of_the_site():
    interview = build.interview(status="draft")
    steps = (
        lambda: storage.settle(interview),
        lambda: storage.publish(interview),
        lambda: storage.settle_all(Interview.objects.all()),
        lambda: storage.withdraw(interview, Text({"en": "Wrong data"})),
        lambda: storage.unpublish(interview),
    )
    for step in steps:
        before = SiteRevision.objects.get().number
        step()
        assert SiteRevision.objects.get().number > before


def test_the_site_has_one_revision():
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteRevision.objects.create(pk=2)
