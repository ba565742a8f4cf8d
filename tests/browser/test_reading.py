"""Reading two languages as one: the views, the reader's place, the sidebar."""

import re

import pytest

VIEW = ".views a[data-view={}]"
TOP_SENTENCE = """() => {
  const edge = Math.max(0, document.querySelector('.views')?.getBoundingClientRect().bottom ?? 0);
  const sentence = [...document.querySelectorAll('.segment[id]')].find(
    (segment) => segment.textContent && segment.getBoundingClientRect().bottom > edge + 8);
  return {id: sentence.id, turn: sentence.closest('.turn').id, top: sentence.getBoundingClientRect().top};
}"""
TOP_OF = "(id) => document.getElementById(id).getBoundingClientRect().top"
SCROLL_INTO = "(id) => document.getElementById(id).scrollIntoView()"
# The last sentence of a long answer, so that the turn's own top is out of sight.
INTO_TURN = """(number) => {
  const segments = [...document.querySelectorAll(`#t${number} .segment[id]`)].filter((each) => each.textContent);
  segments.at(-1).scrollIntoView();
}"""


@pytest.fixture(scope="module")
def interview(paths):
    """The address of the sample interview of 14 turns, in each language."""
    return {code: next(path for path in found if "iseh-2025" in path) for code, found in paths.items()}


@pytest.fixture
def reader(visitor, interview):
    reader = visitor()
    reader.go(interview["en"])
    return reader


def columns(page):
    """Return the languages of a question's cells, and whether they stand beside each other."""
    cells = page.locator("#t1 .row:not(.row-who) > p").all()
    tops = [round(cell.bounding_box()["y"]) for cell in cells]
    return [cell.get_attribute("lang") for cell in cells], len(set(tops)) < len(tops)


@pytest.mark.parametrize("scripts", [True, False])
def test_views_are_links_and_stay_in_the_address(visitor, interview, scripts):
    reader = visitor(java_script_enabled=scripts)
    reader.go(interview["en"])
    for view, rest, expected in (
        ("interleaved", "?view=interleaved", (["en", "zh-Hans"], False)),
        ("only", "only/", (["en"], False)),
        ("beside", "", (["en", "zh-Hans"], True)),
    ):
        reader.page.click(VIEW.format(view))
        reader.page.wait_for_url(re.compile(re.escape(reader.origin + interview["en"] + rest) + "(#.*)?$"))
        assert columns(reader.page) == expected
        current = reader.page.locator(".views [aria-current]:visible")
        assert [current.count(), current.get_attribute("data-view")] == [1, view]


def test_any_two_languages_have_an_address(visitor, interview):
    reader = visitor(java_script_enabled=False)
    reader.go(f"{interview['zh-hans']}with/en/")
    assert columns(reader.page) == (["zh-Hans", "en"], True)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_phone_is_offered_no_columns(visitor, interview, scripts):
    reader = visitor(360, 740, java_script_enabled=scripts)
    for rest in ("", "?view=interleaved"):
        reader.go(interview["en"] + rest)
        assert reader.page.locator(".views a:visible").all_inner_texts() == ["Interleaved", "English only"]
        assert reader.page.locator(".views a:visible[aria-current]").inner_text() == "Interleaved"
        assert columns(reader.page) == (["en", "zh-Hans"], False)
    reader.go(f"{interview['en']}only/")
    assert reader.page.locator(".views a:visible[aria-current]").inner_text() == "English only"


@pytest.mark.parametrize(("view", "rest"), [("interleaved", "?view=interleaved"), ("only", "only/")])
def test_a_remembered_view_rewrites_links_and_redirects_no_arrival(reader, interview, view, rest):
    reader.page.click(VIEW.format(view))
    reader.page.wait_for_url(f"**{rest}")
    reader.go("/en/interviews/")
    links = reader.page.evaluate("[...document.querySelectorAll('a[data-interview]')].map((link) => link.href)")
    assert reader.origin + interview["en"] + rest in links
    reader.go(interview["en"])
    assert reader.page.url == reader.origin + interview["en"]
    assert columns(reader.page) == (["en", "zh-Hans"], True)


@pytest.mark.parametrize("size", [(360, 740), (1440, 900)])
@pytest.mark.parametrize("link", [VIEW.format("only"), ".toggle a:not([aria-current])"])
def test_choosing_keeps_the_very_line_in_view(visitor, interview, size, link):
    reader = visitor(*size)
    reader.go(interview["en"])
    reader.page.evaluate(INTO_TURN, 9)
    before = reader.page.evaluate(TOP_SENTENCE)
    assert before["turn"] == "t9"
    with reader.page.expect_navigation():
        reader.page.evaluate("(link) => document.querySelector(link).click()", link)
    assert reader.page.url.endswith("#t9")
    assert abs(reader.page.evaluate(TOP_OF, before["id"]) - before["top"]) < 2


def test_the_views_stay_at_hand_while_reading(visitor, interview):
    for size in ((360, 740), (1440, 900)):
        reader = visitor(*size)
        reader.go(interview["en"])
        reader.page.evaluate(INTO_TURN, 9)
        before = reader.page.evaluate(TOP_SENTENCE)
        reader.page.click(VIEW.format("only"))
        reader.page.wait_for_url("**/only/#t9")
        assert abs(reader.page.evaluate(TOP_OF, before["id"]) - before["top"]) < 2
        covered = reader.page.evaluate(
            "(id) => [...document.querySelectorAll('.views')].some((bar) => "
            "bar.getBoundingClientRect().bottom > document.getElementById(id).getBoundingClientRect().bottom)",
            before["id"],
        )
        assert not covered


def test_a_link_that_leads_elsewhere_takes_no_place_along(reader, interview):
    reader.page.evaluate(INTO_TURN, 9)
    reader.page.keyboard.press("v")
    reader.page.wait_for_url("**/*view=interleaved#t9")
    reader.go(f"{interview['en']}#t3")
    assert 0 <= reader.page.evaluate(TOP_OF, "t3") < 120


def test_a_sentence_in_the_address_stays_there(reader, interview):
    reader.go(f"{interview['en']}#t5s1")
    reader.page.keyboard.press("l")
    reader.page.wait_for_url(f"**{interview['zh-hans']}#t5s1")
