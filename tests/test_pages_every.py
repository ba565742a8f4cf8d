"""What holds on every page, in both languages, whatever stands in it."""

import pytest

from interviews.models import Speaker
from interviews.transcripts.transcript import Biography, BiographyEntry, Conference, Credit, Text
from tests import builders as build
from tests.pages import Page, read

pytestmark = pytest.mark.django_db
LANGUAGES = {"zh-hans": "zh-Hans", "en": "en"}
MARKUP = "<script>alert('1')</script> & \"quoted\" <b>"


@pytest.fixture
def archive():
    """An archive whose every text holds the other script and markup."""

    def mixed(chinese, english):
        return build.text((f"{chinese} {MARKUP}", f"{english} 王建国 {MARKUP}"))

    def only(language, text):
        return Text({language: f"{text} 李红 {MARKUP}"})

    congress = Conference("ASH", "2025", mixed("年会", "Congress"), "2025-12-05", "2025-12-08", mixed("苏州", "Suzhou"))
    career = Biography(
        "s1",
        (
            BiographyEntry("research", None, None, mixed("淋巴瘤", "Lymphoma")),
            BiographyEntry("position", "2019", "present", only("en", "Chief")),
            BiographyEntry("award", "2003-12", "2004", only("zh-hans", "奖")),
        ),
    )
    people = (
        build.speaker(
            (f"林安和{MARKUP}", f"Anhe Lin 林 {MARKUP}"),
            disclosure=mixed("无", "None"),
            affiliation=mixed("血液病医院", "Hospital"),
        ),
        build.speaker(("", "Ada Fong"), "s2", role="moderator", affiliation=only("en", "Clinic"), honorific=Text()),
        build.speaker(("周砚秋", ""), "s3", role="interviewer"),
    )
    build.interview(
        (f"问题？{MARKUP}", f"Question on 王建国? {MARKUP}"),
        (f"回答。{MARKUP}\n\n第二段", "Answer of 李红, 王建国 and others."),
        ("只有中文的问题", ""),
        ("", "An answer in English only 王"),
        slug="mixed",
        title=mixed("标题", "Title"),
        publication=mixed("血液学笔谈", "Conversations"),
        column=mixed("专访", "Interviews"),
        editors_note=mixed("编者按", "Note"),
        notice=mixed("声明", "Notice"),
        disclaimer=mixed("免责", "Disclaimer"),
        funding=mixed("基金", "Funding"),
        conference=congress,
        speakers=people,
        biographies=(career,),
        credits=(Credit("责任编辑", "Mei Sun"), Credit("Editor", "孙梅")),
        tags=(mixed("白血病", "Leukemia"), only("en", "Trials"), only("zh-hans", "移植")),
        source_url='https://publisher.example/?a="b"&c=<d>',
        text_kind="condensed",
    )
    build.interview(("只有中文。", ""), slug="chinese", title=Text({"zh-hans": "中文标题"}), text_kind="fictional")
    build.interview(("", "English only."), slug="english", title=Text({"en": "English 王"}))
    build.interview(slug="bare", title=Text(), publication=Text(), speakers=())
    build.interview(slug="gone", status="withdrawn")
    Speaker.objects.update(orcid="")


def is_shown(response):
    """Return whether a browser shows an answer as a page instead of saving it."""
    return response["Content-Type"].startswith("text/html") and not response.has_header("Content-Disposition")


def crawled(client, start):
    """Return every page that links lead to from some, redirects and downloads left out."""
    waiting, seen, pages = {*start}, set(), {}
    while waiting:
        path = waiting.pop()
        seen.add(path)
        response = client.get(path)
        if response.status_code not in {301, 302} and is_shown(response):
            pages[path] = response
            # Filters combine without end; two at a time are enough.
            waiting |= {link for link in Page(response.text).links() if link.count("=") < 3} - seen
    return pages


def address_says_status_and_language(path, page, response):
    expected = 404 if "/no" in path else 410 if "/gone/" in path else 200
    html_code = LANGUAGES[path.split("/")[1]]
    return (response.status_code, page.one("html")["lang"], response["Content-Language"]) == (
        expected,
        html_code,
        html_code,
    )


def chinese_is_marked(_path, page, _response):
    return page.unmarked_chinese() == []


def nothing_comes_from_another_host(_path, page, _response):
    return page.foreign() == []


def markup_in_a_text_is_text(_path, page, _response):
    written = [element for element in page.elements if element.tag == "b" or "alert" in "".join(element.texts)]
    return all(element.tag not in {"b", "script"} for element in written)


def scripts_and_styles_are_files(_path, page, _response):
    inline = [name for e in page.elements for name in e.attributes if name.startswith("on") or name == "style"]
    return not inline and not page.all("style") and not any(script.texts for script in page.all("script"))


def one_heading_names_the_page(_path, page, _response):
    return len(page.all("h1")) == 1


def every_link_says_where_it_leads(_path, page, _response):
    return all(link.text.strip() or any(inside["alt"] for inside in link.inside) for link in page.all("a"))


def no_language_is_left_empty(_path, page, _response):
    return not any(element["lang"] == "" for element in page.elements)


def fragments_lead_to_what_stands_once(_path, page, _response):
    ids = [element["id"] for element in page.elements if element["id"]]
    leading = {link["href"][1:] for link in page.all("a") if (link["href"] or "").startswith("#")}
    return len(ids) == len(set(ids)) and leading <= set(ids)


def the_toggle_leads_to_the_same_place(path, page, _response):
    if path.endswith("/nothing/"):  # an address that no language has: the others lead home
        same = {
            html_code: path if path.startswith(f"/{code}/") else f"/{code}/" for code, html_code in LANGUAGES.items()
        }
    else:
        same = {html_code: f"/{code}/{path.split('/', 2)[2]}" for code, html_code in LANGUAGES.items()}
    return page.toggle() == same


PROMISES = (
    address_says_status_and_language,
    chinese_is_marked,
    nothing_comes_from_another_host,
    markup_in_a_text_is_text,
    scripts_and_styles_are_files,
    one_heading_names_the_page,
    every_link_says_where_it_leads,
    no_language_is_left_empty,
    fragments_lead_to_what_stands_once,
    the_toggle_leads_to_the_same_place,
)


def test_every_page_keeps_what_every_page_promises_and_every_link_leads_somewhere(client, archive):
    rests = ("", "nothing/", "interviews/none/", "interviews/gone/", "interviews/gone/only/", "interviews/?year=1")
    pages = crawled(client, [f"/{code}/{rest}" for code in LANGUAGES for rest in rests])
    kinds = {path.split("/")[2] for path in pages if path.count("/") > 2}
    assert {"interviews", "speakers", "conferences", "topics", "about", "nothing"} <= kinds
    broken = [
        (path, promise.__name__)
        for path, response in pages.items()
        for promise in PROMISES
        if not promise(path, Page(response.text), response)
    ]
    assert broken == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_error_of_the_server_is_a_page_with_the_toggle(client, monkeypatch, code):
    monkeypatch.setattr("interviews.views.home.current", None)
    client.raise_request_exception = False
    page = read(client.get(f"/{code}/?a=1"), 500)
    assert page.one("html")["lang"] == LANGUAGES[code]
    assert page.toggle() == {"zh-Hans": "/zh-hans/?a=1", "en": "/en/?a=1"}
    assert page.unmarked_chinese() == []
    assert page.canonical() is None
