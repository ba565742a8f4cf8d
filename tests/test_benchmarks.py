"""The archive that the benchmarks invent: the same for the same seed, and an archive like any other."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from benchmarks import pages
from benchmarks.corpus import Corpus, Size
from benchmarks.filling import NotEmptyError, fill, is_filled
from benchmarks.measuring import Browser, Case
from benchmarks.searches import searches
from benchmarks.sizes import sizes
from interviews import storage
from interviews.bilingual import segments, sentences
from interviews.models import Interview, Speaker, Term, Turn, language
from interviews.storage.terms import note_all
from tests import builders as build

TINY = Size(interviews=6, turns_each=4)


def said(size):
    """Return the texts of all turns of a corpus, and what its interviews are called."""
    batches = list(Corpus(size).batches(interviews_each=4))
    turns = [row for batch in batches for row in batch.turns]
    titles = [dict(language.read(row, "title")) for batch in batches for row in batch.interviews]
    return [(row["text_zh_hans"], row["text_en"]) for row in turns if {"text_zh_hans", "text_en"} <= row.keys()], titles


def test_the_same_seed_says_the_same():
    assert said(TINY) == said(TINY)
    assert said(TINY) != said(Size(interviews=6, turns_each=4, seed=2))


def test_what_is_frequent_in_the_field_is_frequent_and_both_languages_tell_the_same_figures():
    texts, _titles = said(Size(interviews=40))
    assert 0.2 < sum("移植" in chinese for chinese, _english in texts) / len(texts) < 0.6
    assert 0.2 < sum("CAR-T" in english for _chinese, english in texts) / len(texts) < 0.6
    figures = [[sorted(re.findall(r"[\d.]+%", text)) for text in pair] for pair in texts]
    assert [pair for pair in figures if pair[0] != pair[1]] == []


@pytest.fixture
def archive(db):
    """A tiny archive as the benchmarks make it."""
    fill(TINY)


def test_every_page_of_it_answers(archive, client):
    with translation.override("en"):
        paths = [reverse("interview", args=[row.slug]) for row in Interview.objects.all()]
    cases = [*pages.lists(), *pages.pages(), *searches(Corpus(TINY))]
    answers = {path: client.get(path).status_code for path in [*paths, *(case.addresses[0] for case in cases)]}
    assert {path: code for path, code in answers.items() if code != 200} == {}
    assert Interview.objects.published().count() == TINY.interviews
    assert Speaker.objects.in_use().exists()


def test_its_alignment_is_that_of_its_texts(archive):
    for turn in Turn.objects.all():
        texts = dict(language.read(turn, "text"))
        assert segments.is_current(turn.segments, texts)
        for code, text in texts.items():
            stored = [tuple(item[code]) for item in turn.segments["items"]]
            assert sum(end - start for start, end in stored) >= len("".join(text.split()))
            assert {end for _start, end in stored} >= {end for _start, end in sentences.split(text, code)[-1:]}


def test_its_uses_of_terms_are_those_that_its_turns_make(archive):
    with storage.writing():
        assert note_all() == 0
    assert Term.objects.in_use().exists()
    for term in Term.objects.all():
        published = Interview.objects.published().filter(turns__terms__term=term).distinct()
        assert term.interview_count == term.using.count() == published.count()


def test_another_archive_is_never_filled(db):
    assert not is_filled(TINY)
    build.interview()
    with pytest.raises(NotEmptyError):
        is_filled(TINY)


def test_its_own_archive_is_known_again(archive):
    assert is_filled(TINY)
    with pytest.raises(NotEmptyError):
        is_filled(Size(interviews=7, turns_each=4))


def test_what_does_not_answer_is_not_measured(archive):
    with pytest.raises(ValueError, match="404"):
        Browser().measure(Case("nothing", ["/en/interviews/nothing/"]), runs=2)


def test_a_measurement_tells_time_queries_and_length(archive):
    measured = Browser().measure(Case("home", ["/en/"]), runs=3)
    assert 0 < measured.p50 <= measured.p95
    assert 0 < measured.again < measured.busy
    assert measured.queries > 0
    assert measured.size > 1000


def test_what_is_measured_is_made_and_only_what_is_asked_for_again_was_kept(archive, django_assert_num_queries):
    browser, path = Browser(), f"/en/interviews/{Interview.objects.first().slug}/"
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            browser.get(path)
    assert len(queries) > 1
    browser.get(path, again=True)
    with django_assert_num_queries(1):
        browser.get(path, again=True)


def test_sizes_are_those_of_the_texts(archive):
    found = sizes()
    assert found.texts["zh-hans"] == sum(len((turn.text_zh_hans or "").encode()) for turn in Turn.objects.all())
    assert found.whole > found.text
