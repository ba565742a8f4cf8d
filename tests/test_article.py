"""Every way in which published articles are built, each shown by an invented article and what it means."""

import json
from pathlib import Path

import pytest

from interviews.formats.json import as_data
from interviews.transcripts import article

ARTICLES = Path(__file__).parent / "articles"
NAMES = sorted(path.stem for path in ARTICLES.glob("*.txt"))
# A text is compared with all its languages: one that should not be there is as wrong as one that is missing.
TEXTS = {
    "title", "publication", "column", "editors_note", "name", "honorific", "affiliation", "text", "origin",
    "disclaimer", "funding",
}  # fmt: skip


def read(name):
    return (ARTICLES / f"{name}.txt").read_bytes().decode()


def understood(name):
    parsed = article.parse(read(name))
    findings = [vars(finding) for finding in parsed.findings]
    return {**as_data(parsed.transcript), "findings": findings}


def differences(expected, found, path=""):
    """Yield where what was found is not what is expected; keys that are not expected are not looked at."""
    if isinstance(expected, dict) and isinstance(found, dict):
        if path.rpartition(".")[2] in TEXTS and expected.keys() != found.keys():
            yield f"{path}: in {sorted(found)} rather than {sorted(expected)}"
        for key in expected.keys() & found.keys():
            yield from differences(expected[key], found[key], f"{path}.{key}")
        yield from (f"{path}.{key}: missing" for key in sorted(expected.keys() - found.keys()))
    elif isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            yield f"{path}: {len(found)} rather than {len(expected)}: {found}"
        for place, (one, other) in enumerate(zip(expected, found, strict=False)):
            yield from differences(one, other, f"{path}[{place}]")
    elif expected != found:
        yield f"{path}: {found!r} rather than {expected!r}"


@pytest.mark.parametrize("name", NAMES)
def test_article_is_understood_as_expected(name):
    expected = json.loads((ARTICLES / f"{name}.expected.json").read_text(encoding="utf-8"))
    assert list(differences(expected, understood(name))) == []


def test_every_article_has_an_expectation_and_every_expectation_an_article():
    assert NAMES
    expectations = sorted(path.name.removesuffix(".expected.json") for path in ARTICLES.glob("*.expected.json"))
    assert expectations == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_article_is_understood_the_same_each_time(name):
    assert article.parse(read(name)) == article.parse(read(name))


@pytest.mark.parametrize("name", NAMES)
def test_article_is_understood_alike_with_windows_line_ends(name):
    text = read(name).replace("\r\n", "\n")
    assert article.parse(text.replace("\n", "\r\n")) == article.parse(text)


def test_the_comparison_sees_what_is_missing_extra_or_different():
    expected = {"title": {"en": "A"}, "turns": [{"kind": "answer"}]}
    assert list(differences(expected, {"title": {"en": "A", "zh-hans": "B"}, "turns": [{"kind": "answer"}]}))
    assert list(differences(expected, {"title": {"en": "A"}, "turns": []}))
    assert list(differences(expected, {"title": {"en": "A"}, "turns": [{"kind": "note"}]}))
    assert list(differences(expected, {"turns": [{"kind": "answer"}]}))


def test_congress_is_found_where_only_the_brackets_behind_its_name_give_the_acronym():
    note = "编者按：第12届北方血液学会年会（NHS）于2031年5月2日—5日在图尔库举行。"
    conference = article.parse(f"江雪教授谈会议\n{note}\n记者：好吗?\n江雪教授：好。").transcript.conference
    assert (conference.acronym, conference.edition, conference.start, conference.end) == (
        "NHS", "2031", "2031-05-02", "2031-05-05",
    )  # fmt: skip
