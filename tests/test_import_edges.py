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


def test_a_corrected_sidecar_is_a_changed_source(tmp_path):
    article = tmp_path / "a.json"
    article.write_text(archive_json.dump(build.transcript()))
    assert importing.import_file(article).result == "added"
    (tmp_path / "a.toml").write_text('text_kind = "fictional"')
    assert importing.import_file(article).result == "differs"
    replaced = importing.import_file(article, replace=True)
    assert (replaced.result, replaced.interview.text_kind) == ("replaced", "fictional")
    assert importing.import_file(article).result == "unchanged"


def test_another_article_in_the_same_file_is_another_interview(tmp_path):
    article = tmp_path / "article.json"
    article.write_text(archive_json.dump(build.transcript(title=build.text(("甲", "A")))))
    first = importing.import_file(article).interview
    article.write_text(archive_json.dump(build.transcript(title=build.text(("乙", "B")))))
    second = importing.import_file(article, replace=True)
    assert second.result == "added"
    assert second.interview != first
