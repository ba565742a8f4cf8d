"""Find in an interview without leaving it: list, marks, steps; and a page of its own without JavaScript."""

import re

import pytest

from tests.browser.test_every_page import AXE, COLORS_ONLY, IS_TOO_WIDE, violations

PATH = "/{}/interviews/iseh-2025-hosen-wang/{}"
MARKED = "(name) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString())"


def opened(visitor, language="en", view="", **options):
    reader = visitor(**options)
    reader.go(PATH.format(language, view))
    if not field(reader).is_visible():
        reader.page.locator(".find > summary").click()
    return reader


def field(reader):
    return reader.page.locator(".find input[name=q]")


def count(reader):
    return reader.page.locator("[data-count]")


def find(reader, text):
    field(reader).fill(text)
    field(reader).press("Enter")
    count(reader).wait_for()
    return reader


def marked(reader, name="found"):
    return reader.page.evaluate(MARKED, name)


def current(reader):
    return reader.page.locator(".find-list [aria-current]")


def is_seen(reader):
    """Return whether the marked place stands in the window."""
    return reader.page.evaluate(
        """() => {
          const box = [...CSS.highlights.get('found-here')][0].getBoundingClientRect();
          return box.top > 0 && box.bottom < innerHeight;
        }"""
    )


@pytest.mark.parametrize(("language", "word"), [("en", "relapse"), ("zh-hans", "复发")])
def test_the_words_are_marked_in_both_languages_without_leaving_the_page(visitor, language, word):
    reader = opened(visitor, language)
    reader.page.evaluate("window.stayed = true")
    find(reader, word)
    assert reader.page.evaluate("window.stayed")
    said = marked(reader)
    assert "复发" in said
    assert any(text.startswith("relaps") for text in said)
    assert set(marked(reader, "found-here")) <= set(said)
    assert is_seen(reader)


def test_enter_goes_on_and_round_shift_enter_back_escape_ends_it(visitor):
    reader = find(opened(visitor), "CAR-T")
    total = reader.page.locator(".find-list .hit").count()
    assert total > 5
    assert count(reader).text_content() == f"1 of {total}"
    reader.page.keyboard.press("Enter")
    assert count(reader).text_content() == f"2 of {total}"
    reader.page.keyboard.press("Shift+Enter")
    reader.page.keyboard.press("Shift+Enter")
    assert count(reader).text_content() == f"{total} of {total}"
    assert is_seen(reader)
    assert re.search(r"#t\d+", reader.page.url)
    assert current(reader).get_attribute("href") == f"#{reader.page.url.split('#')[1]}"
    reader.page.keyboard.press("Escape")
    assert count(reader).is_hidden()
    assert marked(reader) == marked(reader, "found-here") == []
    assert reader.page.locator(".find-list > *").count() == 0
    assert field(reader).evaluate("(input) => document.activeElement === input")


def test_the_buttons_step_keep_the_focus_and_end_it(visitor):
    reader = find(opened(visitor), "CAR-T")
    following = reader.page.get_by_role("button", name="Next")
    following.click()
    assert count(reader).text_content().startswith("2 of")
    assert following.evaluate("(button) => document.activeElement === button")
    reader.page.get_by_role("button", name="Previous").click()
    assert count(reader).text_content().startswith("1 of")
    reader.page.get_by_role("button", name="Close").click()
    assert count(reader).is_hidden()


def test_a_place_of_the_list_leads_there_in_the_same_view(visitor):
    reader = find(opened(visitor, view="?view=interleaved"), "CAR-T")
    links = reader.page.locator(".find-list .hit .meta a")
    links.last.click()
    assert count(reader).text_content() == f"{links.count()} of {links.count()}"
    assert "view=interleaved#t" in reader.page.url
    assert is_seen(reader)


def test_in_one_language_alone_the_other_s_places_are_steps_too(visitor):
    reader = find(opened(visitor, view="only/"), "复发")
    assert all(text.startswith("relaps") for text in marked(reader))
    reader.page.keyboard.press("Enter")
    assert is_seen(reader)


def test_what_is_said_nowhere_is_said_so(visitor):
    reader = opened(visitor)
    field(reader).fill("zebra")
    field(reader).press("Enter")
    reader.page.locator(".find-list .nothing").wait_for()
    assert count(reader).is_hidden()
    assert marked(reader) == []


def test_an_input_method_s_enter_is_its_own(visitor):
    reader = find(opened(visitor, "zh-hans"), "CAR-T")
    field(reader).focus()
    said = count(reader).text_content()
    session = reader.page.context.new_cdp_session(reader.page)
    session.send("Input.imeSetComposition", {"text": "fu", "selectionStart": 2, "selectionEnd": 2})
    reader.page.keyboard.press("Shift+Enter")
    assert count(reader).text_content() == said


def test_without_an_answer_it_goes_where_it_goes_without_javascript(visitor):
    reader = opened(visitor)
    answers = iter(["abort"])

    def fail_once(route):
        route.abort() if next(answers, "") else route.continue_()

    reader.page.route("**/find/**", fail_once)
    field(reader).fill("CAR-T")
    field(reader).press("Enter")
    reader.page.wait_for_url(re.compile(r"/find/\?q=CAR-T$"))


def test_without_javascript_it_is_a_page(visitor):
    reader = opened(visitor, "zh-hans", java_script_enabled=False)
    assert count(reader).is_hidden()
    field(reader).fill("复发")
    field(reader).press("Enter")
    reader.page.wait_for_url(re.compile(r"/find/\?q="))
    assert reader.page.locator(".finds mark").count() > 2
    reader.page.locator(".finds .meta a").last.click()
    reader.page.wait_for_url(re.compile(r"/zh-hans/interviews/iseh-2025-hosen-wang/#t\d+"))


def unusable(reader, places):
    """Return what is wrong with the open page at each width, in both themes, its places in sight."""
    reader.page.evaluate(AXE)
    for width in (360, 768, 1440):
        reader.page.set_viewport_size({"width": width, "height": 900})
        assert reader.page.locator(places).first.is_visible()
        yield from violations(reader.page)
        reader.page.emulate_media(color_scheme="dark")
        yield from violations(reader.page, COLORS_ONLY)
        reader.page.emulate_media(color_scheme="light")
        if reader.page.evaluate(IS_TOO_WIDE):
            yield f"{reader.page.url} scrolls sideways at {width}"


def test_everybody_can_use_what_is_found_in_place(visitor):
    reader = find(opened(visitor, "zh-hans", width=360), "移植")
    assert list(unusable(reader, ".find-list .hit")) == []
    assert reader.complaints == []


@pytest.mark.parametrize(
    "path", ["search/concordance/?q=移植&sort=left", "interviews/iseh-2025-hosen-wang/find/?q=移植"]
)
def test_everybody_can_use_a_page_of_places(visitor, path):
    reader = visitor()
    reader.go(f"/zh-hans/{path}")
    assert list(unusable(reader, "main mark")) == []
    assert reader.complaints == []
