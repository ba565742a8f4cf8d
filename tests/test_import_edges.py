"""Files that are no article of an editor's: what another command printed, and what brings the parser down."""

import json

import pytest

from interviews import importing
from interviews.formats import json as archive_json
from tests import builders as build

pytestmark = pytest.mark.django_db


def test_what_parse_article_prints_can_be_imported(tmp_path):
    printed = {**archive_json.as_data(build.transcript()), "findings": [{"line": 1, "kind": "dropped"}]}
    path = tmp_path / "parsed.json"
    path.write_text(json.dumps(printed, ensure_ascii=False))
    assert importing.import_file(path).result == "added"


def test_a_fault_of_ours_in_one_article_does_not_stop_the_rest(tmp_path, monkeypatch):
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text(archive_json.dump(build.transcript(("问？", f"{name}?"))))
    read = archive_json.load
    monkeypatch.setattr(archive_json, "load", lambda text: read(text) if "b?" in text else {}["gone"])
    outcomes = list(importing.import_files(sorted(tmp_path.glob("*.json"))))
    assert [outcome.result for outcome in outcomes] == ["failed", "added"]
    assert outcomes[0].detail == "KeyError: 'gone'"
