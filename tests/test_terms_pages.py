"""The list of terms, a term's page and its card."""

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from interviews.models import Term, language
from interviews.storage import slugs
from interviews.storage.terms import note_all
from interviews.views.explaining import card_of
from tests import builders as build

pytestmark = pytest.mark.django_db


@pytest.fixture
def mrd():
    """A term with everything that a term can have."""
    made = Term(slug="mrd", abbreviation="MRD", aliases_zh_hans=["微小残留病"], aliases_en=["minimal residual disease"])
    language.assign(made, "name", build.text(("可测量残留病", "measurable residual disease")))
    language.assign(made, "definition", build.text(("仍能检出的病变。", "Disease that tests still find.")))
    made.save()
    return made


def interview(*turns, **fields):
    """Store an interview in which each turn is a pair of texts, and note its terms."""
    made = build.interview(*turns, **fields)
    note_all()
    return made


def queries(client, address):
    client.get(address)  # what is kept from one request to the next
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_list_shows_each_term_in_use_with_its_names_and_count(client, mrd):
    interview(("什么是MRD？", "What is MRD?"))
    page = client.get("/en/terms/").text
    assert '<a href="/en/terms/mrd/" lang="en">measurable residual disease</a>' in page
    assert '<span class="also" lang="zh-Hans">可测量残留病</span>' in page
    assert "1 interview<" in page


def test_a_term_that_only_a_draft_uses_is_on_no_page(client, mrd):
    interview(("什么是MRD？", "What is MRD?"), status="draft")
    assert "/en/terms/mrd/" not in client.get("/en/terms/").text
    assert client.get("/en/terms/mrd/").status_code == 404


def test_drafts_are_in_no_count_and_no_passage(client, mrd):
    interview(("什么是MRD？", "What is MRD?"))
    interview(("机密的MRD？", "A secret MRD?"), status="draft")
    page = client.get("/en/terms/mrd/").text
    assert "Passages in 1 interview<" in page
    assert "secret" not in page


@pytest.mark.parametrize(("code", "first", "second"), [("en", "en", "zh-Hans"), ("zh-hans", "zh-Hans", "en")])
def test_a_term_is_defined_in_both_languages_the_page_s_own_first(client, mrd, code, first, second):
    interview(("什么是MRD？", "What is MRD?"))
    page = client.get(f"/{code}/terms/mrd/").text
    definitions = {
        "zh-Hans": '<p lang="zh-Hans">仍能检出的病变。</p>',
        "en": '<p lang="en">Disease that tests still find.</p>',
    }
    assert page.index(definitions[first]) < page.index(definitions[second])
    assert "<li>微小残留病</li>" in page
    assert "<li>minimal residual disease</li>" in page


def test_a_passage_marks_the_term_and_stands_beside_its_counterpart(client, mrd):
    made = interview(
        ("先问一句。\n\n微小残留病怎么查？", "One thing first.\n\nHow do you find minimal residual disease?"),
        ("用流式细胞术。", "By flow cytometry."),
    )
    page = client.get("/en/terms/mrd/").text
    english = '<p lang="en">How do you find <mark>minimal residual disease</mark>?</p>'
    assert f'{english}<p lang="zh-Hans"><mark>微小残留病</mark>怎么查？</p>' in page
    assert f'href="/en/interviews/{made.slug}/#t1"' in page
    assert f'href="/en/interviews/{made.slug}/#t2"' not in page
    assert "One thing first" not in page


def test_a_passage_in_the_other_language_only_is_shown_beside_the_page_s_own(client, mrd):
    interview(("MRD怎么查？", "How is that tested?"))
    assert (
        '<p lang="en">How is that tested?</p><p lang="zh-Hans"><mark>MRD</mark>怎么查？</p>'
        in client.get("/en/terms/mrd/").text
    )


def test_a_passage_without_a_counterpart_stands_alone(client, mrd):
    interview(("MRD怎么查？", ""))
    page = client.get("/en/terms/mrd/").text
    assert '<div class="term-row"><p lang="zh-Hans"><mark>MRD</mark>怎么查？</p></div>' in page


def test_a_passage_says_who_speaks_when_and_what_kind_of_text_it_is(client, mrd):
    interview(("什么是MRD？", "What is MRD?"), ("MRD是指……", "MRD means …"), text_kind="fictional")
    page = client.get("/en/terms/mrd/").text
    assert '<span class="who" lang="en">Hematology Conversations</span>' in page
    assert '<span class="who" lang="en">Prof. Anhe Lin</span>' in page
    assert "Fictional sample" in page
    assert '<meta name="robots" content="noindex">' in page


def test_passages_are_grouped_by_interview_and_paged_by_ten_interviews(client, mrd):
    for _number in range(11):
        interview(("什么是MRD？", "What is MRD?"), ("MRD是指……", "MRD means …"))
    first, second = (client.get(f"/en/terms/mrd/{query}").text for query in ("", "?page=2"))
    assert (first.count('class="term-passage"'), first.count('class="item"')) == (20, 10)
    assert (second.count('class="term-passage"'), second.count('class="item"')) == (2, 1)
    assert client.get("/en/terms/mrd/?page=3").status_code == 404


def test_of_an_interview_the_first_passages_are_shown_and_the_way_to_all(client, mrd):
    made = interview(*[("MRD？", "MRD?")] * 5)
    page = client.get("/en/terms/mrd/").text
    assert [page.count(f'href="/en/interviews/{made.slug}/#t{number}"') for number in range(1, 6)] == [1, 1, 0, 0, 0]
    address = f"/en/interviews/{made.slug}/find/?q=measurable%20residual%20disease"
    assert f'<a href="{address}" rel="nofollow">3 further passages in this interview</a>' in page
    assert all(f"#t{number}" in client.get(address).text for number in range(1, 6))


def test_the_newest_interview_stands_first_and_the_undated_last(client, mrd):
    for number, day in enumerate([build.day(2024, 5, 1), None, build.day(2025, 5, 1)]):
        interview(("什么是MRD？", "What is MRD?"), slug=f"number-{number}", published_at=day)
    page = client.get("/en/terms/mrd/").text
    places = [page.index(f'href="/en/interviews/number-{number}/"') for number in (2, 0, 1)]
    assert places == sorted(places)


def test_the_head_names_the_page_in_each_language(client, mrd, settings):
    interview(("什么是MRD？", "What is MRD?"))
    page = client.get("/en/terms/mrd/").text
    assert f'<link rel="canonical" href="{settings.SITE_ORIGIN}/en/terms/mrd/">' in page
    for code, lang in (("en", "en"), ("zh-hans", "zh-Hans")):
        address = f"{settings.SITE_ORIGIN}/{code}/terms/mrd/"
        assert f'<link rel="alternate" hreflang="{lang}" href="{address}">' in page
    assert '<meta name="description" content="Disease that tests still find.">' in page
    assert "noindex" not in page


@pytest.mark.parametrize(("address", "most"), [("/en/terms/", 2), ("/zh-hans/terms/mrd/", 8)])
def test_the_number_of_queries_does_not_grow_with_the_passages(client, mrd, address, most):
    interview(("什么是MRD？", "What is MRD?"))
    few = queries(client, address)
    for _number in range(4):
        interview(("什么是MRD？", "What is MRD?"), ("MRD！", "MRD!"))
    assert queries(client, address) == few <= most


def test_names_and_definitions_are_escaped(client, mrd):
    Term.objects.update(definition_en="<b>bold</b>", name_en="<i>MRD</i>", aliases_en=["<u>x</u>"], abbreviation="M<D")
    interview(("可测量残留病<b>？", "What <script>?"))
    for page in (client.get("/en/terms/mrd/").text, client.get("/en/terms/").text, card(Term.objects.all().get())):
        assert "&lt;i&gt;MRD&lt;/i&gt;" in page
        assert not any(tag in page for tag in ("<b>", "<i>", "<u>", "M<D", "What <script>"))


def card(term, code="en"):
    with translation.override(code):
        return render_to_string("interviews/_term_card.html", {"term": card_of(term)})


def test_the_card_is_a_popover_that_says_its_name_and_leads_to_the_page(mrd):
    interview(("什么是MRD？", "What is MRD?"))
    html = card(Term.objects.all().get())
    assert 'popover id="term-mrd"' in html
    assert 'aria-labelledby="term-mrd-name"' in html
    assert 'id="term-mrd-name" lang="en">measurable residual disease' in html
    assert '<p class="term-also" lang="zh-Hans">可测量残留病</p>' in html
    assert '<a href="/en/terms/mrd/">In 1 interview</a>' in html


def test_the_card_speaks_the_language_of_its_page_first(mrd):
    html = card(mrd, "zh-hans")
    assert html.index("仍能检出的病变。") < html.index("Disease that tests still find.")
    assert 'id="term-mrd-name" lang="zh-Hans">可测量残留病' in html


def test_the_card_of_a_term_that_no_reader_can_look_up_has_no_link(mrd):
    interview(("什么是MRD？", "What is MRD?"), status="draft")
    assert "<a " not in card(Term.objects.all().get())


def test_a_term_s_former_address_leads_to_the_new_one(client, mrd):
    interview(("什么是MRD？", "What is MRD?"))
    mrd.slug = "measurable-residual-disease"
    mrd.save()
    slugs.keep_former(mrd, "mrd")
    assert client.get("/en/terms/mrd/").headers["Location"] == "/en/terms/measurable-residual-disease/"
