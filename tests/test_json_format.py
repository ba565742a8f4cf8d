"""The archive's own format: out and in without loss, one text for one interview, and plain words for bad input."""

import json
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.formats import FORMATS
from interviews.formats import json as archive_json
from interviews.transcripts.transcript import Biography, BiographyEntry, Conference, Credit, Speaker, Text, Transcript
from tests import builders as build
from tests import strategies

WHOLE = build.transcript(
    published_at=datetime.fromisoformat("2025-10-16T14:59:39+08:00"),
    source_url="https://publisher.example/article",
    conference=Conference("ABC", "2025", build.text(("年会", "Congress")), "2025-10", "2025-10-09"),
    biographies=(build.career(),),
    credits=(Credit("责任编辑", "苏梓涵"),),
    tags=(build.text(("白血病", "Leukemia")),),
)


def changed(path, value):
    """Return the JSON of a whole interview in which one place, written as the errors write it, says something else."""
    data = archive_json.as_data(WHOLE)
    place, steps = data, path.replace("[", ".").replace("]", "").split(".")[1:]
    for step in steps[:-1]:
        place = place[int(step) if step.isdecimal() else step]
    place[int(steps[-1]) if steps[-1].isdecimal() else steps[-1]] = value
    return json.dumps(data)


def places(data, path="transcript"):
    """Return the path of every value in an interview's data, the way the errors write it."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    found = []
    for key, value in inside:
        here = f"{path}[{key}]" if isinstance(data, list) else f"{path}.{key}"
        found += [here, *places(value, here)]
    return found


PLACES = places(archive_json.as_data(WHOLE))


@given(strategies.transcripts())
@settings(max_examples=60)
def test_what_is_written_is_read_back_the_same(transcript):
    written = archive_json.dump(transcript)
    read = archive_json.load(written)
    assert read == transcript
    assert archive_json.dump(read) == written
    assert json.loads(written) == archive_json.as_data(transcript)


def test_keys_are_sorted_at_every_depth():
    written = archive_json.dump(WHOLE)
    assert written == json.dumps(json.loads(written), ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def test_characters_are_written_as_they_are():
    written = archive_json.dump(build.transcript(("移植🩸“？”", "é & <b>")))
    assert "移植🩸“？”" in json.loads(written)["turns"][0]["text"]["zh-hans"]
    assert "移植🩸" in written
    assert "é & <b>" in written
    assert "\\u" not in written


def test_languages_without_text_are_left_out():
    data = archive_json.as_data(build.transcript(("只有中文。", "")))
    assert data["turns"][0]["text"] == {"zh-hans": "只有中文。"}


def test_the_shape_is_the_published_one():
    data = archive_json.as_data(WHOLE)
    assert set(data) == {
        *("schema", "title", "publication", "column", "published_at", "source_url", "conference", "text_kind"),
        *("editors_note", "notice", "speakers", "turns", "biographies", "credits", "tags", "disclaimer", "funding"),
    }
    assert data["schema"] == 1
    assert data["published_at"] == "2025-10-16T14:59:39+08:00"
    assert set(data["speakers"][0]) == {"key", "name", "honorific", "affiliation", "role", "disclosure"}
    assert set(data["turns"][0]) == {"number", "kind", "speaker", "text", "origin"}
    assert set(data["biographies"][0]["entries"][0]) == {"section", "start", "end", "text"}
    assert data["conference"]["end"] == "2025-10-09"


def test_what_a_file_does_not_mention_is_empty():
    assert archive_json.load('{"schema": 1}') == Transcript()


def test_a_missing_address_may_be_null():
    assert archive_json.load('{"schema": 1, "source_url": null}').source_url == ""


def test_the_format_is_on_the_list_of_formats():
    assert FORMATS["json"].render(WHOLE) == archive_json.dump(WHOLE)
    assert FORMATS["json"].media_type == "application/json"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("transcript.title", "a title"),
        ("transcript.title.en", 7),
        ("transcript.title.en", "half a pair \ud800"),
        ("transcript.title.en", "a\0b"),
        ("transcript.published_at", "yesterday"),
        ("transcript.published_at", "2025-10-16T14:59:39"),
        ("transcript.published_at", "0001-01-01T00:00:00+08:00"),
        ("transcript.published_at", "9999-12-31T23:59:59-08:00"),
        ("transcript.published_at", 20251016),
        ("transcript.source_url", "javascript:alert(1)"),
        ("transcript.source_url", "publisher.example/article"),
        ("transcript.text_kind", "satire"),
        ("transcript.text_kind", ["published"]),
        ("transcript.conference", "ABC 2025"),
        ("transcript.conference.start", "October"),
        ("transcript.conference.end", "2025-13"),
        ("transcript.conference.end", "present"),
        ("transcript.speakers", {"s1": "Lin"}),
        ("transcript.speakers[0]", None),
        ("transcript.speakers[0].role", "guest"),
        ("transcript.turns[1].number", 0),
        ("transcript.turns[1].number", True),
        ("transcript.turns[1].number", 1.5),
        ("transcript.turns[1].number", "2"),
        ("transcript.turns[1].number", 2**31),
        ("transcript.turns[1].number", 10**40),
        ("transcript.turns[1].kind", "speech"),
        ("transcript.turns[1].origin.en", "guessed"),
        ("transcript.biographies[0].entries[1].section", "hobby"),
        ("transcript.biographies[0].entries[1].start", "2019年3月"),
        ("transcript.biographies[0].entries[1].end", "today"),
        ("transcript.credits[0].name", None),
        ("transcript.tags[0]", "Leukemia"),
        ("transcript.tags[0]", {"en": ""}),
    ],
)
def test_a_bad_value_is_refused_by_its_place(path, value):
    with pytest.raises(ValueError, match="^" + path.replace("[", r"\[").replace("]", r"\]") + ":"):
        archive_json.load(changed(path, value))


@pytest.mark.parametrize("path", ["transcript.subtitle", "transcript.turns[0].note", "transcript.conference.venue"])
def test_an_unknown_key_is_refused_rather_than_lost(path):
    place, _, key = path.rpartition(".")
    with pytest.raises(ValueError, match="unknown key '" + key + "'") as error:
        archive_json.load(changed(path, "x"))
    assert str(error.value).startswith(place + ":")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ('{"schema": ' + "9" * 5000 + "}", "not JSON"),
        ('{"schema": 1, "title": {"en": "a"}, "title": {"en": "b"}}', "'title' stands there twice"),
        ("[]", "schema"),
        ("null", "schema"),
        ('{"title": {}}', "schema"),
        ('{"schema": 2}', "schema"),
        ('{"schema": true}', "schema"),
        ('{"schema": "1"}', "schema"),
        ('{"schema": 1, "turns": [{"number": 1}]}', r"transcript.turns\[0\]: missing .*'kind'"),
        ('{"schema": 1, "speakers": [{"name": {}}]}', r"transcript.speakers\[0\]: missing .*'key'"),
    ],
)
def test_a_text_that_is_no_transcript_says_why(text, says):
    with pytest.raises(ValueError, match=says):
        archive_json.load(text)


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"speakers": (Speaker("s1"), Speaker("s1"))}, "two speakers have one key"),
        ({"turns": (build.transcript().turns[0],) * 2}, "two turns have one number"),
        ({"speakers": ()}, "no speaker has the key 's1'"),
        ({"biographies": (Biography("s9"),)}, "no speaker has the key 's9'"),
        ({"biographies": (build.career(), Biography("s1", (BiographyEntry(),)))}, "two careers of one speaker"),
    ],
)
def test_parts_that_do_not_fit_together_are_refused(parts, says):
    with pytest.raises(ValueError, match=says):
        archive_json.load(archive_json.dump(replace(WHOLE, **parts)))


def refusal(text):
    """Return in which words a text is refused, None where it is read; any other exception is a test's failure."""
    try:
        archive_json.load(text)
    except ValueError as error:
        return str(error)
    return None


@given(st.sampled_from(PLACES), strategies.anything())
def test_whatever_stands_at_a_place_is_read_or_refused_in_words(path, value):
    text = changed(path, value)
    words = refusal(text)
    if words is None:
        read = archive_json.load(text)
        assert archive_json.load(archive_json.dump(read)) == read
    else:
        assert words.startswith(("transcript", "not a transcript"))


@given(strategies.anything())
def test_any_other_data_is_refused_in_words(value):
    assert refusal(json.dumps(value)).startswith("not a transcript")


@given(st.text(max_size=40))
def test_any_other_text_is_refused_in_words(text):
    assert refusal(text).startswith("not ")


def test_a_text_takes_any_language_and_the_archive_decides():
    transcript = archive_json.load('{"schema": 1, "title": {"ja": "白血病の治療"}}')
    assert transcript.title == Text({"ja": "白血病の治療"})
