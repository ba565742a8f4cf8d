"""The index follows every write, in the transaction of the write."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from interviews import storage
from interviews.indexing import checking, finding, keys, postgresql, reindex_interviews, updating
from interviews.indexing.rebuilding import rebuild
from interviews.models import Conference, Interview, LanguageVersion, Speaker, Term, Topic
from interviews.search.expression import Expression, Need
from interviews.search.phrases import Phrase
from interviews.storage.vocabulary import import_vocabulary, read_vocabulary
from interviews.transcripts.transcript import Conference as Congress
from interviews.transcripts.transcript import Text
from tests import builders as build
from tests.admin_pages import address, save

pytestmark = pytest.mark.django_db
BEGAN = (("移植怎么样？", "How about grafts?"), ("很好。", "They went well."))
LEUKEMIA = {"slug": "leukemia", "name": {"zh-hans": "白血病", "en": "leukemia"}, "definition": {"en": "A cancer."}}


@pytest.fixture(autouse=True)
def clean():
    """Whatever a test of this module writes, the index says what the rows say."""
    yield
    assert list(checking.faults()) == []


def asking(*texts, **fields):
    """Return an expression that each of some texts be said."""
    return Expression(needs=tuple(Need.of(Phrase.of(text)) for text in texts), **fields)


def found(*texts, **fields):
    """Return the kinds of the parts of interviews that say some texts."""
    window = finding.in_interviews(asking(*texts, **fields))
    return [keys.kind_of(passage.key) for passage in window.passages]


def records(text):
    """Return the kinds of the records that say a text."""
    return [keys.kind_of(passage.key) for passage in finding.in_records(asking(text), 100).passages]


def test_what_is_published_is_found_in_either_language():
    made = build.interview(*BEGAN)
    assert found("移植") == found("graft") == found("how about") == ["question"]
    assert found("移植", languages=("en",)) == []
    assert found("治疗") == found("treat") == ["title"]
    assert found("移植", filed=((f"i{made.pk}",),)) == ["question"]
    assert found("移植", filed=((f"i{made.pk + 1}",),)) == []
    assert found("移植", languages=("xx",)) == []


def test_a_note_of_the_editors_is_found():
    build.interview(editors_note=build.text(("编者按语", "")))
    assert found("按语") == ["note"]


@pytest.mark.parametrize("step", [storage.unpublish, lambda made: storage.withdraw(made, Text({"en": "Wrong"}))])
def test_what_is_taken_from_the_readers_leaves_the_index(step):
    made = build.interview(*BEGAN)
    assert records("Anhe") == ["speaker"]
    step(made)
    assert found("移植") == records("Anhe") == []


def test_a_draft_is_in_no_index():
    made = build.interview(*BEGAN, status="draft")
    assert found("移植") == records("Anhe") == []
    storage.publish(made)
    assert found("移植") == ["question"]
    assert records("Anhe") == ["speaker"]


def test_a_deleted_interview_leaves_the_index():
    made = build.interview(*BEGAN)
    with storage.writing():
        key = made.pk
        made.editions.all().delete()
        made.delete()
        reindex_interviews([key])
    assert found("移植") == records("Anhe") == []


def test_a_hidden_language_leaves_the_index_with_the_record_of_what_only_it_says():
    import_vocabulary(read_vocabulary([LEUKEMIA]))
    made = build.interview(("移植与白血病", "How about grafts?"))
    assert records("leukemia") == ["term"]
    made.language_versions.filter(language="zh-hans").update(public=False)
    storage.settle(made)
    assert found("移植") == records("leukemia") == []
    assert found("graft") == ["question"]


def test_a_changed_text_is_found_and_the_former_one_is_not(staff_client):
    made = build.interview(*BEGAN)
    turn = made.turns.get(number=1)
    place = "turns-0-text_en"
    save(staff_client, made, {place: "What of relapses?"})
    assert made.turns.get(pk=turn.pk).text_en == "What of relapses?"
    assert found("relapse") == ["question"]
    assert found("graft") == []


def test_a_change_of_date_moves_a_passage():
    made = build.interview(*BEGAN, published_at=datetime(2024, 5, 1, tzinfo=UTC))
    (before,) = finding.in_interviews(asking("移植"), (2024, 2024)).passages
    made.published_at = datetime(2025, 12, 31, 17, tzinfo=UTC)  # in the archive's own zone that is the next year
    made.save()
    storage.settle(made)
    (after,) = finding.in_interviews(asking("移植"), (2026, 2026)).passages
    assert finding.in_interviews(asking("移植"), (2024, 2025)).passages == ()
    assert before.key != after.key
    assert keys.row_of(before.key) == keys.row_of(after.key)
    assert "y2026" in after.filed.split()


@pytest.mark.parametrize("reaches", [(), (1,), (1, 2), (9,)])
def test_the_newest_come_first_and_what_is_too_much_is_said(monkeypatch, reaches):
    monkeypatch.setattr(postgresql, "REACHES", reaches)  # PostgreSQL looks among so many interviews first
    for year in (2024, 2026, 2025):
        build.interview(*BEGAN, published_at=datetime(year, 5, 1, tzinfo=UTC))
    build.interview(*BEGAN)
    rebuild()  # SQLite's index numbers by date what a rebuild finds, and whatever comes later as the newest
    window = finding.in_interviews(asking("移植"), most=3)
    years = [next(mark for mark in passage.filed.split() if mark[0] == "y") for passage in window.passages]
    assert years == ["y2026", "y2025", "y2024"]
    assert window.more
    assert not finding.in_interviews(asking("移植"), most=4).more


def test_a_renamed_speaker_is_found_by_the_new_name(staff_client):
    build.interview(*BEGAN)
    save(staff_client, Speaker.objects.get(), {"name_en": "Anhe Zhou", "aliases": "Lin Anhe"})
    assert records("Zhou") == records("lin anhe") == ["speaker"]
    named = finding.named(Expression((Need.of(Phrase.of("zhou", stemmed=False)),)), 10)
    assert [keys.kind_of(passage.key) for passage in named.passages] == ["speaker"]


def test_a_career_is_found(staff_client):
    made = build.interview(*BEGAN, biographies=(build.career(),))
    assert records("investigator") == ["biography"]
    person = Speaker.objects.get()
    save(staff_client, person, {"biography-2-text_en": "Prize of youth"})
    assert records("investigator") == []
    assert records("prize") == ["biography"]
    assert made.participations.get().speaker == person


def test_a_deleted_topic_is_found_under_no_interview(staff_client):
    made = build.interview(*BEGAN, tags=(build.text(("白血病", "Leukemia")),))
    topic = Topic.objects.get()
    assert records("leukemia") == ["topic"]
    assert found("移植", filed=((f"t{topic.pk}",),)) == ["question"]
    staff_client.post(address(topic, "delete"), {"post": "yes"})
    assert not made.topics.exists()
    assert records("leukemia") == found("移植", filed=((f"t{topic.pk}",),)) == []


def test_a_record_stays_while_another_interview_shows_it():
    first, second = (build.interview(*BEGAN, tags=(build.text(("白血病", "Leukemia")),)) for _ in range(2))
    storage.unpublish(first)
    assert records("leukemia") == ["topic"]
    storage.unpublish(second)
    assert records("leukemia") == []


def test_a_conference_is_found_and_its_correction_too(staff_client):
    build.interview(*BEGAN, conference=Congress("ABC", "2025", build.text(("年会", "Congress"))))
    assert records("ABC 2025") == ["conference"]
    save(staff_client, Conference.objects.get(), {"city_en": "Kumamoto"})
    assert records("kumamoto") == ["conference"]


def test_a_term_is_found_by_what_it_means_and_under_its_turns(staff_client):
    build.interview(("白血病？", "What is leukemia?"), ("是。", "Yes."))
    import_vocabulary(read_vocabulary([LEUKEMIA]))
    term = Term.objects.get()
    assert records("cancer") == ["term"]
    assert found("what", filed=((f"m{term.pk}",),)) == ["question"]
    save(staff_client, term, {"definition_en": "A tumor."})
    assert records("cancer") == []
    import_vocabulary(read_vocabulary([LEUKEMIA]), replace=True)
    assert records("tumor") == []
    assert records("cancer") == ["term"]
    staff_client.post(address(term, "delete"), {"post": "yes"})
    assert records("cancer") == found("what", filed=((f"m{term.pk}",),)) == []


def test_a_replaced_draft_is_in_no_index_until_it_is_published():
    made = build.interview(*BEGAN, status="draft")
    storage.replace(made, build.transcript(("复发？", "Relapse?")))
    assert found("复发") == found("移植") == []
    storage.publish(made)
    assert found("复发") == ["question"]


def test_a_speaker_of_a_turn_is_a_mark_of_it():
    made = build.interview(*BEGAN)
    person = Speaker.objects.get()
    assert found("很好", filed=((f"s{person.pk}",),)) == ["answer"]
    assert found("移植", filed=((f"s{person.pk}",),)) == []
    assert found("治疗", filed=((f"s{person.pk}",), (f"i{made.pk}",))) == ["title"]


def test_what_is_rolled_back_was_never_there():
    before = build.interview(*BEGAN)

    def written_and_regretted(step):
        with transaction.atomic():
            step()
            raise RuntimeError("regretted")

    for step in (
        lambda: build.interview(("复发？", "Relapse?")),
        lambda: storage.unpublish(Interview.objects.get(pk=before.pk)),
        lambda: import_vocabulary(read_vocabulary([LEUKEMIA])),
    ):
        with pytest.raises(RuntimeError, match="regretted"):
            written_and_regretted(step)
        assert found("复发") == records("cancer") == []
        assert found("移植") == ["question"]


def test_what_is_the_same_is_not_written_again(monkeypatch):
    made = build.interview(*BEGAN)
    added = []
    monkeypatch.setattr(updating, "add", lambda _generation, passages: added.extend(passages))
    storage.settle(made)
    storage.settle_all(Interview.objects.all(), [Speaker.objects.get()])
    assert added == []


def test_a_day_is_that_of_the_archive_and_an_undated_interview_has_none():
    build.interview(*BEGAN)
    (passage,) = finding.in_interviews(asking("移植")).passages
    assert not [mark for mark in passage.filed.split() if mark[0] == "y"]
    assert finding.in_interviews(asking("移植"), (1, 9999)).passages == ()


def test_a_language_that_an_interview_lacks_is_no_fault():
    made = build.interview(("移植", ""), title=build.text(("", "Only here")))
    assert found("移植") == ["question"]
    LanguageVersion.objects.filter(interview=made).update(public=False)
    storage.settle(made)
    assert found("移植") == []
