"""The vocabulary's file: what it must hold, and that importing it is repeatable and kind to editors."""

import json
import re

import pytest
from django.core.management import CommandError, call_command

from interviews.bilingual.terms import Entry, Glossary
from interviews.models import SiteRevision, Term, TermUse, language
from interviews.storage.vocabulary import read_vocabulary
from tests import builders as build
from tests.conftest import PROJECT

SAMPLE = json.loads((PROJECT / "fixtures" / "vocabulary.json").read_text())
LEUKEMIA = {
    "slug": "leukemia",
    "abbreviation": "",
    "name": {"zh-hans": "白血病", "en": "leukemia"},
    "aliases": {"en": ["leukaemia"]},
    "definition": {"zh-hans": "一种血液肿瘤。", "en": "A cancer of the blood."},
}
pytestmark = pytest.mark.django_db


@pytest.fixture
def importing(tmp_path, capsys):
    """Import a vocabulary given as objects, or as the text of its file, and return what is reported."""

    def run(content, *arguments):
        path = tmp_path / "words.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        call_command("import_vocabulary", path, *arguments)
        return capsys.readouterr().out.strip()

    return run


def test_the_sample_vocabulary_is_imported_by_default_and_only_once(capsys):
    call_command("import_vocabulary")
    call_command("import_vocabulary")
    assert capsys.readouterr().out.splitlines() == [f"{len(SAMPLE)} added.", f"{len(SAMPLE)} unchanged."]
    assert Term.objects.count() == len(SAMPLE) >= 75


def test_a_term_is_stored_in_every_language(importing):
    assert importing([LEUKEMIA]) == "1 added."
    term = Term.objects.get(slug="leukemia")
    assert language.read(term, "name") == LEUKEMIA["name"]
    assert language.read(term, "definition") == LEUKEMIA["definition"]
    assert language.read(term, "aliases") == LEUKEMIA["aliases"]


def test_what_an_editor_changed_is_kept(importing):
    importing([LEUKEMIA])
    term = Term.objects.get()
    language.assign(term, "definition", build.text(("血癌。", "Blood cancer.")))
    term.save()
    assert importing([LEUKEMIA]) == "1 kept. Use --replace to overwrite what was kept."
    assert language.read(Term.objects.get(), "definition") == {"zh-hans": "血癌。", "en": "Blood cancer."}


def test_what_an_editor_changed_is_overwritten_on_request(importing):
    importing([LEUKEMIA])
    Term.objects.update(abbreviation="L")
    assert importing([LEUKEMIA], "--replace") == "1 replaced."
    assert Term.objects.get().abbreviation == ""


@pytest.mark.parametrize("name", [("白血病", ""), ("", "Leukemia")])
def test_a_term_is_found_again_by_its_name_in_any_language_and_keeps_its_address(importing, name):
    term = Term(slug="its-own-address")
    language.assign(term, "name", build.text(name))
    term.save()
    assert importing([LEUKEMIA], "--replace") == "1 replaced."
    assert Term.objects.get().slug == "its-own-address"


def test_two_entries_for_one_term_change_nothing(importing):
    other = {**LEUKEMIA, "slug": "blood-cancer"}
    with pytest.raises(CommandError, match="'blood-cancer' and 'leukemia' are one term"):
        importing([LEUKEMIA, other])
    assert not Term.objects.exists()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("[\n{", "line 2: "),
        ({}, "a vocabulary is a list of terms"),
        (["leukemia"], "entry 1 is not an object"),
        ([LEUKEMIA, {"slug": "x y"}], "entry 2 has no slug"),
        ([{**LEUKEMIA, "names": {}}], "entry 1 has an unknown field 'names'"),
        ([{**LEUKEMIA, "name": {}}], r"entry 1 \(leukemia\) has no name in any language"),
        ([{**LEUKEMIA, "name": {"xx": "a"}}], "unknown language 'xx'"),
        ([{**LEUKEMIA, "name": "leukemia"}], "name is not a text for each language"),
        ([{**LEUKEMIA, "aliases": {"en": "leukaemia"}}], "aliases is not a list for each language"),
        ([{**LEUKEMIA, "aliases": {"en": [1]}}], "aliases holds something other than names"),
        ([{**LEUKEMIA, "abbreviation": "L" * 61}], "at most 60 characters"),
        ([LEUKEMIA, LEUKEMIA], "the slug 'leukemia' stands twice"),
    ],
)
def test_a_vocabulary_that_cannot_be_read_is_refused_with_its_place(importing, content, complaint):
    with pytest.raises(CommandError, match=complaint):
        importing(content)
    assert not Term.objects.exists()


def test_a_missing_file_is_told_without_a_traceback(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_vocabulary", tmp_path / "nothing.json")


def test_uses_are_noted_and_readers_see_them_at_once(importing):
    made = build.interview(("什么是白血病？", "What is leukemia?"))
    before = SiteRevision.objects.get().number
    importing([LEUKEMIA])
    assert [use.turn.interview for use in TermUse.objects.all()] == [made]
    assert SiteRevision.objects.get().number > before


def test_an_import_that_changes_nothing_leaves_the_revision(importing):
    importing([LEUKEMIA])
    before = SiteRevision.objects.get().number
    importing([LEUKEMIA])
    assert SiteRevision.objects.get().number == before


def test_no_two_terms_of_the_sample_share_a_name():
    entries = [
        Entry(entry.slug, tuple((code, (name, *entry.aliases.get(code, ()))) for code, name in entry.name.items()))
        for entry in read_vocabulary(SAMPLE)
    ]
    words = Glossary(entries)
    assert {code: words.ambiguous(code) for code in language.languages()} == {"zh-hans": [], "en": []}


@pytest.mark.parametrize("item", SAMPLE, ids=lambda item: item["slug"])
def test_a_sample_term_is_told_in_both_languages_as_an_editor_sets_them(item):
    assert item["name"].keys() == item["definition"].keys() == set(language.languages())
    chinese, english = item["definition"]["zh-hans"], item["definition"]["en"]
    assert chinese.endswith("。")
    assert english.endswith(".")
    assert not re.search(r"(?<=[\u4e00-\u9fff])[,;:?!()]|[,;:?!(](?=[\u4e00-\u9fff])", chinese)
    assert not re.search(r"[\u3000-\u9fff]|aemi|haem|tumour|centre|(?<!ra)ised\b", english)
