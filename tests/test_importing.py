"""Articles from files into the archive: again and again, one by one, and nothing overwritten unasked."""

import pytest

from interviews import importing, storage
from interviews.formats import json as archive_json
from interviews.models import Conference, Interview, Source, Speaker, Topic, Turn, language
from interviews.transcripts.transcript import Text
from tests import builders as build

pytestmark = pytest.mark.django_db
ARTICLE = """白血病患者的随访
血液学笔谈   发表时间:2031/5/9 8:03:07

《血液学笔谈》:随访应当怎么做?
林安和教授:我们每三个月随访一次。

Hematology Conversations: How do you follow up?
Prof. Anhe Lin: We follow up every three months.
"""
CHANGED = ARTICLE.replace("每三个月", "每六个月")


def write(folder, name="article.txt", text=ARTICLE):
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def run(*paths, **options):
    """Import files; returns the result of each, and the words of the last."""
    outcomes = list(importing.import_files(importing.article_files(paths), **options))
    return [outcome.result for outcome in outcomes], outcomes[-1].detail


def texts(interview):
    return [dict(language.read(turn, "text")) for turn in interview.turns.all()]


def rows():
    """Return every row of the archive's own tables but the sources."""
    return {model: list(model.objects.order_by("pk").values()) for model in (Interview, Turn, Speaker)}


def test_an_article_becomes_a_draft_with_its_source(tmp_path):
    path = write(tmp_path)
    assert run(path) == (["added"], Interview.objects.get().slug)
    interview, source = Interview.objects.get(), Source.objects.get()
    assert interview.status == "draft"
    assert texts(interview)[1]["zh-hans"] == "我们每三个月随访一次。"
    assert (source.interview, source.text, source.applied) == (interview, ARTICLE, True)
    assert source.received_from.endswith("article.txt")
    assert all({"line", "kind", "text", "why"} == set(finding) for finding in source.findings)


def test_an_article_is_published_where_that_is_asked(tmp_path):
    run(write(tmp_path), publish=True)
    assert Interview.objects.get().status == "published"
    assert Interview.objects.get().editions.count() == 1


def test_the_same_file_again_is_unchanged(tmp_path):
    run(write(tmp_path))
    before = rows()
    assert run(write(tmp_path))[0] == ["unchanged"]
    assert rows() == before


def test_the_same_text_is_unchanged_after_an_editors_changes(tmp_path):
    run(write(tmp_path), publish=True)
    turn = Turn.objects.first()
    language.assign(turn, "text", build.text(("改过的问题", "A corrected question")))
    turn.save()
    storage.settle(turn.interview)
    before = rows()
    assert run(write(tmp_path))[0] == ["unchanged"]
    assert run(write(tmp_path), replace=True)[0] == ["unchanged"]
    assert rows() == before


def test_the_same_text_under_another_name_is_unchanged(tmp_path):
    run(write(tmp_path))
    assert run(write(tmp_path, "other/name.txt"))[0] == ["unchanged"]
    assert Interview.objects.count() == 1


def test_a_changed_source_is_reported_and_kept_and_not_applied(tmp_path):
    run(write(tmp_path))
    before = rows()
    result, why = run(write(tmp_path, text=CHANGED))
    assert (result, "--replace" in why) == (["differs"], True)
    assert rows() == before
    assert Source.objects.get(text=CHANGED).applied is False
    assert run(write(tmp_path, text=CHANGED))[0] == ["differs"]


def test_a_changed_source_is_known_by_its_title_and_date_in_another_place(tmp_path):
    run(write(tmp_path))
    assert run(write(tmp_path, "elsewhere/a.txt", CHANGED))[0] == ["differs"]


def test_another_article_of_another_day_is_added(tmp_path):
    run(write(tmp_path))
    assert run(write(tmp_path, "b.txt", CHANGED.replace("2031/5/9", "2032/5/9")))[0] == ["added"]


def test_a_changed_source_takes_the_place_of_a_draft_where_that_is_asked(tmp_path):
    run(write(tmp_path))
    slug = Interview.objects.get().slug
    assert run(write(tmp_path, text=CHANGED), replace=True) == (["replaced"], slug)
    assert "每六个月" in texts(Interview.objects.get())[1]["zh-hans"]
    assert run(write(tmp_path, text=CHANGED))[0] == ["unchanged"]


def test_a_source_that_was_replaced_is_no_longer_what_the_draft_says(tmp_path):
    run(write(tmp_path))
    run(write(tmp_path, text=CHANGED), replace=True)
    assert run(write(tmp_path))[0] == ["differs"]
    assert run(write(tmp_path), replace=True)[0] == ["replaced"]
    assert "每三个月" in texts(Interview.objects.get())[1]["zh-hans"]


@pytest.mark.parametrize("after", [lambda interview: None, storage.unpublish])
def test_nothing_takes_the_place_of_what_was_published(tmp_path, after):
    run(write(tmp_path), publish=True)
    after(Interview.objects.get())
    before = rows()
    result, why = run(write(tmp_path, text=CHANGED), replace=True)
    assert (result, "never published" in why) == (["failed"], True)
    assert rows() == before
    assert Source.objects.get().text == ARTICLE


def test_a_deleted_draft_is_added_again(tmp_path):
    run(write(tmp_path))
    Interview.objects.get().delete()
    assert run(write(tmp_path))[0] == ["added"]
    assert Source.objects.get().interview == Interview.objects.get()


def test_one_bad_file_does_not_stop_the_rest(tmp_path):
    write(tmp_path, "a.txt", "这不是访谈。")
    write(tmp_path, "b.txt")
    write(tmp_path, "c.json", '{"schema": 1, "turns": 7}')
    write(tmp_path, "d.txt", b"\xff\xfe\x00")
    write(tmp_path, "e.txt", b"")
    assert run(tmp_path)[0] == ["failed", "added", "failed", "failed", "failed"]
    assert Interview.objects.count() == 1


@pytest.mark.parametrize(
    "text",
    [
        '{"schema": 1, "turns": [{"number": 9999999999999999999999, "kind": "note"}]}',
        '{"schema": 1, "published_at": "0001-01-01T00:00:00+08:00"}',
        '{"schema": 1, "title": {"en": "a\\u0000b"}}',
        '{"schema": 1, "title": {"fr": "Leucémie"}}',
        '{"schema": 1, "conference": {"edition": "2025"}}',
        '{"schema": 1, "title": {"en": "half \\ud800"}}',
        "[" * 50_000,
    ],
)
def test_what_no_table_holds_is_reported_and_leaves_nothing(tmp_path, text):
    assert run(write(tmp_path, "a.json", text))[0] == ["failed"]
    assert not Interview.objects.exists()
    assert not Source.objects.exists()


def test_an_error_in_the_middle_leaves_nothing(tmp_path, monkeypatch):
    def fail(interview):
        raise ValueError("interrupted")

    monkeypatch.setattr(importing.storage, "publish", fail)
    assert run(write(tmp_path), publish=True) == (["failed"], "interrupted")
    assert not any(model.objects.exists() for model in (Interview, Turn, Speaker, Source))


def test_a_transcript_as_json_is_an_article_too(tmp_path):
    transcript = build.transcript(biographies=(build.career(),), text_kind="fictional")
    assert run(write(tmp_path, "a.json", archive_json.dump(transcript)))[0] == ["added"]
    found = storage.load(Interview.objects.whole().get())
    assert (found.title, found.biographies) == (transcript.title, transcript.biographies)
    assert run(write(tmp_path, "a.json", archive_json.dump(transcript)))[0] == ["unchanged"]


@pytest.mark.parametrize("name", ["a.txt", "a.json"])
def test_a_sidecar_adds_what_the_article_does_not_tell(tmp_path, name):
    write(tmp_path, name, ARTICLE if name == "a.txt" else archive_json.dump(build.transcript()))
    beside = """
        slug = "abc-2031-lin"
        text_kind = "fictional"
        notice = { en = "Invented." }
        topics = [{ en = "Follow-up" }]
        conference = { acronym = "ABC", edition = "2031" }
        aliases = { "林安和" = ["Lin An-he"] }
    """
    write(tmp_path, "a.toml", beside)
    assert run(tmp_path) == (["added"], "abc-2031-lin")
    interview = Interview.objects.get(slug="abc-2031-lin")
    assert interview.text_kind == "fictional"
    assert language.read(interview, "notice") == Text({"en": "Invented."})
    assert Conference.objects.get() == interview.conference
    assert language.read(Topic.objects.get(), "name") == Text({"en": "Follow-up"})
    assert Speaker.objects.get().aliases == ["Lin An-he"]


@pytest.mark.parametrize(
    ("beside", "says"),
    [
        ("titel = 7", "a.toml: titel"),
        ("x = [", "a.toml: not TOML"),
        (b"\xff\xff", "a.toml"),
        ('notice = { fr = "Avis" }', "'fr'"),
    ],
)
def test_an_error_in_a_sidecar_names_the_file_and_the_key(tmp_path, beside, says):
    write(tmp_path, "a.txt")
    write(tmp_path, "a.toml", beside)
    result, why = run(tmp_path)
    assert (result, says in why) == (["failed"], True), why
    assert not Interview.objects.exists()


def test_a_sidecar_that_names_the_address_of_another_interview_takes_nothing_over(tmp_path):
    interview = build.interview(slug="abc-2031-lin")
    before = texts(interview)
    write(tmp_path, "a.txt")
    write(tmp_path, "a.toml", 'slug = "abc-2031-lin"')
    assert run(tmp_path)[0] == ["differs"]
    assert texts(interview) == before


def test_an_article_in_an_older_chinese_encoding_is_read(tmp_path):
    run(write(tmp_path, text=ARTICLE.encode("gb18030")))
    assert texts(Interview.objects.get())[1]["zh-hans"] == "我们每三个月随访一次。"


def test_a_guess_about_a_person_is_told_and_kept_with_the_source(tmp_path):
    build.interview(speakers=(build.speaker(("林安和", ""), affiliation=Text()),))
    outcome = importing.import_file(write(tmp_path))
    unsure = [finding.why for finding in outcome.findings if finding.kind == "unsure"]
    assert any("林安和" in why for why in unsure)
    assert [finding["why"] for finding in Source.objects.get().findings if finding["kind"] == "unsure"] == unsure
