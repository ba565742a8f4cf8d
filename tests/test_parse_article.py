"""`manage.py parse_article`: what was understood of one file, for a person or as JSON, and nothing stored."""

import io
import json
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from interviews.formats.json import as_data
from interviews.transcripts import article
from interviews.transcripts.article.decoding import decode

TWIN = Path(__file__).parent / "articles" / "twin.txt"
SHORT = "《肿瘤瞭望》:好吗?\n王教授:好。\n发表评论\n"


def run(*arguments):
    out = io.StringIO()
    call_command("parse_article", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def from_standard_input(monkeypatch):
    def give(data):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return give


def test_table_shows_fields_speakers_turns_and_findings():
    table = run(str(TWIN))
    for shown in (
        "NHS 2031",
        "林静澜",
        "Jinglan Lin",
        "Prof.",
        "question",
        "answer",
        "发表评论",
        "dropped",
        "6 entries",
    ):
        assert shown in table


def test_table_gives_each_turn_a_row_with_both_openings():
    rows = [line for line in run(str(TWIN)).splitlines() if " answer " in line or " question " in line]
    assert len(rows) == 10
    assert "塔林" not in rows[0]
    assert "2 / 2" in rows[6]


def test_table_escapes_what_looks_like_markup(tmp_path):
    file = tmp_path / "article.txt"
    file.write_text("《肿瘤瞭望》:好吗?\n王教授:[red]好[/red]。\n", encoding="utf-8")
    assert "[red]好[/red]" in run(str(file))


def test_json_is_the_transcript_with_its_findings():
    parsed = article.parse(TWIN.read_text(encoding="utf-8"))
    printed = json.loads(run(str(TWIN), "--json"))
    assert printed.pop("findings") == [vars(finding) for finding in parsed.findings]
    assert printed == as_data(parsed.transcript)


def test_json_keeps_chinese_readable():
    assert "林静澜" in run(str(TWIN), "--json")


def test_standard_input_is_read_for_a_dash(from_standard_input):
    from_standard_input(SHORT.encode())
    assert json.loads(run("-", "--json"))["turns"][1]["text"] == {"zh-hans": "好。"}


def test_missing_file_is_said_plainly(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        run(str(tmp_path / "nothing.txt"))


def test_text_that_is_no_interview_is_said_plainly(from_standard_input):
    from_standard_input(b"hello")
    with pytest.raises(CommandError, match="does not look like an interview"):
        run("-")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_files_of_older_systems_are_read(encoding):
    text, _ = decode(SHORT.encode(encoding))
    assert text == SHORT


def test_other_encodings_than_utf_8_are_named_as_a_finding(tmp_path):
    file = tmp_path / "old.txt"
    file.write_bytes(SHORT.encode("gb18030"))
    findings = json.loads(run(str(file), "--json"))["findings"]
    assert [(one["line"], one["kind"]) for one in findings if "gb18030" in one["why"]] == [(1, "unsure")]


@pytest.mark.parametrize("data", [b"\xff\xff\xff\xfe", b"\x00\x01\x80\x81", b"\xff\xfe\x00\xd8"])
def test_bytes_that_are_no_text_are_refused_plainly(data, from_standard_input):
    from_standard_input(data)
    with pytest.raises(CommandError):
        run("-")
