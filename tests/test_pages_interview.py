"""The interview page: languages beside each other, what is missing said plainly, experts and contents beside it."""

import re

import pytest

from interviews.transcripts.transcript import Conference, Credit, Text, Turn
from tests import builders as build
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def whole(db):
    return build.interview(
        ("什么是白血病？请您谈谈。", "What is leukemia?"),
        ("一种血液肿瘤。\n\n第二段。", "A cancer of the blood."),
        ("只有中文的问题？", ""),
        ("", "An answer in English only."),
        slug="whole",
        biographies=(build.career(),),
        conference=Conference("ABC", "2025", build.text(("年会", "Congress")), city=build.text(("苏州", "Suzhou"))),
        editors_note=Text({"zh-hans": "编者按的话。"}),
        credits=(Credit("责任编辑", "苏梓涵"),),
        disclaimer=build.text(("仅供专业人士参考", "For professionals")),
        source_url="https://publisher.example/1",
    )


def turn(page, number):
    return next(section for section in page.all("section") if section["id"] == f"t{number}")


def paragraphs(element):
    """Return the texts in an element's rows, each with its language, in order."""
    rows = [row for row in element.inside if row.tag == "div" and "row-who" not in row["class"]]
    return [[(p["lang"], p.text) if p["lang"] else p.text for p in row.inside] for row in rows]


@pytest.mark.parametrize(("code", "first"), [("zh-hans", 0), ("en", 1)])
def test_the_pages_language_comes_first_and_its_counterpart_beside_it(client, whole, code, first):
    page = read(client.get(f"/{code}/interviews/whole/"))
    pair = [("zh-Hans", "什么是白血病？请您谈谈。"), ("en", "What is leukemia?")]
    assert paragraphs(turn(page, 1)) == [pair if first == 0 else pair[::-1]]
    titles = [page.one("h1").text, page.one("p", class_="head-also").text]
    expected = ["白血病的治疗", "Treating leukemia"]
    assert titles == (expected if first == 0 else expected[::-1])


def test_paragraphs_are_paired_row_by_row_and_each_row_has_its_address(client, whole):
    page = read(client.get("/zh-hans/interviews/whole/"))
    rows = [row for row in turn(page, 2).inside if row.tag == "div" and "row-who" not in row["class"]]
    assert [row["id"] for row in rows] == [None, "t2p2"]
    assert paragraphs(turn(page, 2)) == [
        [("zh-Hans", "一种血液肿瘤。"), ("en", "A cancer of the blood.")],
        [("zh-Hans", "第二段。"), ""],
    ]


def test_a_paragraph_that_the_one_language_lacks_keeps_its_address(client, whole):
    page = read(client.get("/en/interviews/whole/only/"))
    assert [(e["id"], e.text) for e in turn(page, 2).inside if e["class"] == "beyond"] == [("t2p2", "")]


@pytest.mark.parametrize(
    ("code", "chinese", "english"),
    [("en", "Not available in Simplified Chinese", "Not available in English"), ("zh-hans", "简体中文", "英语|英文")],
)
def test_a_missing_side_is_said_plainly_in_the_language_of_the_page(client, whole, code, chinese, english):
    page = read(client.get(f"/{code}/interviews/whole/"))
    missing = [p.text for number in (3, 4) for p in _inside(turn(page, number)) if p["class"] == "missing"]
    assert len(missing) == 2
    assert re.search(english, missing[0])
    assert re.search(chinese, missing[1])
    note = next(section for section in page.all("section") if "note-rows" in (section["class"] or ""))
    assert any(p["class"] == "missing" for p in note.inside)


def _inside(element):
    return [element, *(found for inner in element.inside for found in _inside(inner))]


def test_the_name_of_who_speaks_is_in_each_columns_language(client, whole):
    page = read(client.get("/en/interviews/whole/"))
    asks, answers = (
        [(p["lang"], p.text) for p in _inside(turn(page, number)) if p["class"] == "who"] for number in (1, 2)
    )
    assert asks == [("en", "Hematology Conversations"), ("zh-Hans", "血液学笔谈")]
    assert answers == [("en", "Prof. Anhe Lin"), ("zh-Hans", "林安和教授")]


def test_beside_the_text_stand_the_questions_and_the_expert(client, whole):
    page = read(client.get("/en/interviews/whole/"))
    aside = next(found for found in page.all("aside"))
    links = {link["href"]: link.text for link in _inside(aside) if link.tag == "a"}
    assert links["#t1"] == "What is leukemia?"
    assert links["#t3"] == "只有中文的问题？"
    assert "Anhe Lin" in links["/en/speakers/anhe-lin/"]
    for said in ("Plateau Institute of Hematology", "Chief of lymphoma", "2019.03", "present", "Chronic lymphocytic"):
        assert said in aside.text, said


def test_credits_disclaimer_source_and_download_stand_at_the_foot(client, whole):
    page = read(client.get("/en/interviews/whole/"))
    foot = next(footer for footer in page.all("footer") if footer["class"] == "foot")
    assert "苏梓涵" in foot.text
    assert "For professionals" in foot.text
    hrefs = {link["href"]: link["rel"] for link in _inside(foot) if link.tag == "a"}
    assert hrefs["https://publisher.example/1"] == "external"
    assert "/interviews/whole.json" in hrefs


@pytest.mark.parametrize(
    ("code", "kept", "gone"), [("zh-hans", "一种血液肿瘤", "A cancer"), ("en", "A cancer", "一种血液肿瘤")]
)
def test_one_language_alone(client, whole, code, kept, gone):
    reading = read(client.get(f"/{code}/interviews/whole/only/")).one("div", class_="reading").text
    assert kept in reading
    assert gone not in reading


def test_a_turn_that_the_one_language_lacks_is_shown_in_the_other(client, whole):
    page = read(client.get("/en/interviews/whole/only/"))
    assert paragraphs(turn(page, 3)) == [[("zh-Hans", "只有中文的问题？")]]


def test_any_two_languages_have_an_address(client, whole):
    page = read(client.get("/en/interviews/whole/with/zh-hans/"))
    assert paragraphs(turn(page, 1))[0][0] == ("en", "What is leukemia?")
    for other in ("fr", "ja", "zh"):
        assert client.get(f"/en/interviews/whole/with/{other}/").status_code == 404


@pytest.mark.parametrize("path", ["/en/interviews/whole/with/en/", "/en/interviews/chinese/only/"])
def test_a_view_that_the_language_lacks_leads_to_the_normal_one_and_keeps_the_query(client, whole, path):
    build.interview(("只有中文。", ""), slug="chinese", title=Text({"zh-hans": "标题"}))
    response = client.get(f"{path}?view=interleaved")
    assert response.status_code == 302
    assert response["Location"] == f"/en/interviews/{path.split('/')[3]}/?view=interleaved"


def test_an_interview_in_one_language_is_a_page_of_either_language_around_it(client):
    build.interview(("只有中文。", ""), slug="chinese", title=Text({"zh-hans": "标题"}))
    page = read(client.get("/en/interviews/chinese/"))
    assert page.one("html")["lang"] == "en"
    assert paragraphs(turn(page, 1)) == [[("zh-Hans", "只有中文。")]]
    assert "available in Simplified Chinese only" in page.one("main").text
    assert "available in" not in read(client.get("/zh-hans/interviews/chinese/")).one("main").text


@pytest.mark.parametrize(("kind", "says"), [("condensed", "Condensed account"), ("fictional", "Fictional sample")])
def test_the_kind_of_text_is_said_on_the_page_and_in_every_list(client, kind, says):
    build.interview(text_kind=kind, slug="kind", tags=(Text({"en": "Leukemia"}),), conference=Conference("ABC", "2025"))
    rests = ("", "interviews/", "interviews/kind/", "interviews/kind/only/", "speakers/anhe-lin/", "topics/leukemia/")
    for rest in (*rests, "conferences/abc-2025/"):
        page = read(client.get(f"/en/{rest}"))
        # A person's page says it of the interview, and of what is quoted from it.
        times = 2 if rest.startswith("speakers/") else 1
        assert [e.text for e in page.all("span", class_="kind")] == [says] * times, rest


def test_a_text_as_published_has_no_such_mark(client, whole):
    page = read(client.get("/en/interviews/whole/"))
    assert page.all("span", class_="kind") == []
    assert page.all("p", class_="notice") == []


@pytest.mark.parametrize(
    "fields", [{"title": Text()}, {"speakers": ()}, {"publication": Text()}, {"title": Text({"en": "x" * 600})}]
)
def test_what_an_interview_lacks_or_overdoes_breaks_no_page(client, fields):
    interview = build.interview(slug="odd", **fields)
    for code in ("zh-hans", "en"):
        for rest in ("", "interviews/", "interviews/odd/", "interviews/odd/only/"):
            read(client.get(f"/{code}/{rest}"))
    assert interview.slug == "odd"


def test_a_turn_without_text_and_a_turn_of_nobody_break_no_page(client):
    turns = (
        Turn(1, "question", None, Text()),
        Turn(2, "answer", None, Text({"en": "Yes."})),
        Turn(5, "heading", None, Text({"en": "Part two"})),
    )
    build.interview(slug="odd", turns=turns)
    page = read(client.get("/zh-hans/interviews/odd/"))
    assert [section["id"] for section in page.all("section") if (section["class"] or "").startswith("turn ")] == [
        "t2",
        "t5",
    ]


def test_very_long_names_break_no_page(client):
    long = build.speaker(("长" * 500, "Long " * 200), affiliation=build.text(("院" * 900, "H" * 900)))
    interview = build.interview(slug="long", speakers=(long,))
    person = interview.participations.get().speaker
    assert len(person.slug) <= 120
    for rest in ("interviews/long/", f"speakers/{person.slug}/", "speakers/", ""):
        read(client.get(f"/en/{rest}"))
