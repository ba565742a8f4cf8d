"""Editions: what readers saw and when, written at every change and never changed."""

import hashlib

import pytest

from interviews import storage
from interviews.formats import json as archive_json
from interviews.models import Conference, Interview, LanguageVersion, Speaker, Topic, language
from interviews.transcripts.transcript import Biography, BiographyEntry, Text
from interviews.transcripts.transcript import Conference as Congress
from tests import builders as build

pytestmark = pytest.mark.django_db
TOPIC = build.text(("白血病", "Leukemia"))


def published(**fields):
    return build.interview(conference=Congress("ABC", "2025", build.text(("年会", ""))), tags=(TOPIC,), **fields)


def editions(interview):
    return list(interview.editions.order_by("number"))


def test_publishing_writes_the_first_edition_as_readers_see_it():
    interview = published(biographies=(build.career(),))
    (edition,) = editions(interview)
    shown = storage.load_public(Interview.objects.whole().get(pk=interview.pk))
    assert edition.number == 1
    assert edition.content == archive_json.dump(shown)
    assert archive_json.load(edition.content) == shown
    assert edition.sha256 == hashlib.sha256(edition.content.encode()).hexdigest()


def test_a_draft_has_no_edition_whatever_happens_to_it():
    interview = build.interview(status="draft")
    storage.settle(interview)
    storage.settle_all(Interview.objects.all())
    assert editions(interview) == []


def test_a_save_that_changes_nothing_for_readers_writes_none():
    interview = published()
    storage.settle(interview)
    storage.settle_all(Interview.objects.all())
    storage.publish(interview)
    assert len(editions(interview)) == 1


def test_a_changed_turn_writes_a_further_edition_with_its_reason(django_user_model):
    interview, editor = published(), django_user_model.objects.create_user("editor")
    turn = interview.turns.first()
    language.assign(turn, "text", build.text(("何为白血病？", "What is leukemia?")))
    turn.save()
    storage.settle(interview, by=editor, correction=Text({"en": "A word was wrong"}))
    first, second = editions(interview)
    assert (second.number, second.by) == (2, editor)
    assert language.read(second, "correction") == Text({"en": "A word was wrong"})
    assert "何为白血病？" in second.content
    assert "什么是白血病？" in first.content


@pytest.mark.parametrize(("model", "field"), [(Speaker, "name"), (Conference, "name"), (Topic, "name")])
def test_a_change_to_what_interviews_share_writes_an_edition_of_each(model, field):
    interviews = [published(), published()]
    untouched = build.interview(speakers=())
    row = model.objects.get()
    language.assign(row, field, build.text(("新名", "New name")))
    row.save()
    storage.settle_all(Interview.objects.all())
    assert [len(editions(interview)) for interview in interviews] == [2, 2]
    assert len(editions(untouched)) == 1


@pytest.mark.parametrize(
    "told",
    [
        {"speakers": (build.speaker(("林安和", "Anhe Lin")),)},
        {"biographies": (build.career(),), "speakers": (build.speaker(("林安和", "")),)},
        {"conference": Congress("ABC", "2025", Text({"en": "Congress"}))},
        {"tags": (Text({"zh-hans": "白血病", "en": "Leukemia"}),)},
    ],
)
def test_what_a_later_article_tells_of_a_published_one_writes_its_edition(told):
    """The name, the career, the conference and the topic that readers now see in it are not those of its edition."""
    first = build.interview(
        conference=Congress("ABC", "2025", build.text(("年会", ""))),
        tags=(Text({"zh-hans": "白血病"}),),
        speakers=(build.speaker(("林安和", "")),),
    )
    storage.store(build.transcript(**told), to_be_published=True)
    newest = editions(first)[-1]
    assert newest.number == 2
    assert newest.content == archive_json.dump(storage.load_public(Interview.objects.whole().get(pk=first.pk)))


def test_a_draft_changes_nothing_that_readers_see():
    first = build.interview(speakers=(build.speaker(("林安和", "")),), tags=(Text({"zh-hans": "白血病"}),))
    _draft, remarks = storage.store(
        build.transcript(biographies=(build.career(),), tags=(Text({"zh-hans": "白血病", "en": "Leukemia"}),))
    )
    assert len(editions(first)) == 1
    assert not Speaker.objects.get().biography.exists()
    assert language.read(Topic.objects.get(), "name") == Text({"zh-hans": "白血病"})
    assert len([remark for remark in remarks if "readers see this already" in remark]) == 2


def test_an_article_that_tells_nothing_new_writes_none_of_another():
    first = published(biographies=(build.career(),))
    published(biographies=(build.career(),))
    assert len(editions(first)) == 1


def test_an_edition_holds_public_languages_only():
    interview = build.interview(("问题", "Question"), status="draft")
    interview.language_versions.filter(language="en").update(public=False)
    storage.publish(interview)
    assert "Question" not in editions(interview)[0].content
    assert "问题" in editions(interview)[0].content


def test_a_change_in_a_language_that_is_not_public_writes_none():
    interview = build.interview(("问题", "Question"), status="draft")
    interview.language_versions.filter(language="en").update(public=False)
    storage.publish(interview)
    turn = interview.turns.get()
    language.assign(turn, "text", build.text(("问题", "Another question")))
    turn.save()
    storage.settle(interview)
    assert len(editions(interview)) == 1


def test_a_language_made_public_writes_a_further_edition():
    interview = build.interview(("问题", "Question"), status="draft")
    versions = LanguageVersion.objects.filter(interview=interview, language="en")
    versions.update(public=False)
    storage.publish(interview)
    versions.update(public=True)
    storage.settle(interview)
    assert "Question" in editions(interview)[1].content


def test_a_language_whose_text_is_gone_is_no_language_of_the_interview():
    interview = build.interview(("问题", "Question"), title=Text({"zh-hans": "标题"}))
    turn = interview.turns.get()
    language.assign(turn, "text", Text({"zh-hans": "问题"}))
    turn.save()
    storage.settle(interview)
    assert storage.public_languages(interview) == ["zh-hans"]


def test_a_hidden_language_stays_hidden_when_its_text_comes_back():
    interview = build.interview(("问题", "Question"), title=Text({"zh-hans": "标题"}))
    interview.language_versions.filter(language="en").update(public=False)
    turn = interview.turns.get()
    for pair in (("问题", ""), ("问题", "Question")):
        language.assign(turn, "text", build.text(pair))
        turn.save()
        storage.settle(interview)
    assert storage.public_languages(interview) == ["zh-hans"]


def test_publishing_again_after_a_pause_continues_the_count():
    interview = published()
    storage.unpublish(interview)
    interview.turns.first().delete()
    storage.settle(interview)
    storage.publish(interview)
    assert [edition.number for edition in editions(interview)] == [1, 2]


def test_an_interview_that_shows_nothing_cannot_be_published():
    empty, _ = storage.store(build.transcript(speakers=()))
    empty.turns.all().delete()
    hidden = build.interview(status="draft")
    hidden.language_versions.update(public=False)
    for interview in (empty, hidden):
        with pytest.raises(ValueError, match="cannot be published"):
            storage.publish(interview)
        interview.refresh_from_db()
        assert interview.status == "draft"


def test_a_withdrawal_needs_a_reason():
    interview = published()
    with pytest.raises(ValueError, match="reason"):
        storage.withdraw(interview, Text({"en": ""}))
    interview.refresh_from_db()
    assert interview.status == "published"


def test_what_was_withdrawn_keeps_its_editions_and_its_reason():
    interview = build.interview(status="withdrawn")
    assert len(editions(interview)) == 1
    assert language.read(interview, "withdrawn_reason") == build.text(("数据有误", "The data were wrong"))


def test_a_draft_is_replaced_by_a_transcript():
    interview = build.interview(("旧", "Old"), status="draft", slug="kept", tags=(TOPIC,))
    new = build.transcript(("新", "New"), title=Text({"en": "New title"}), biographies=(Biography("s1"),))
    storage.replace(interview, new)
    found = storage.load(Interview.objects.whole().get())
    assert (found.title, found.tags, [turn.text for turn in found.turns]) == (new.title, (), [new.turns[0].text])
    assert Interview.objects.get().slug == "kept"


@pytest.mark.parametrize("after", [lambda interview: None, storage.unpublish])
def test_what_was_ever_published_is_not_replaced(after):
    interview = published()
    after(interview)
    with pytest.raises(ValueError, match="never published"):
        storage.replace(interview, build.transcript(("新", "New")))
    assert interview.turns.count() == 2


def test_an_open_end_of_a_career_is_in_the_edition():
    career = Biography("s1", (BiographyEntry("position", "2019-03", "present", Text({"en": "Chief"})),))
    edition = build.interview(biographies=(career,)).editions.get()
    assert archive_json.load(edition.content).biographies == (career,)
