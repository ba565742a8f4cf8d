"""Suggestions under the search field: with keys, with a pointer, with an input method, and never in the way."""

import re

import pytest

from tests.browser.test_every_page import AXE, COLORS_ONLY, violations

WORD = "hos"


@pytest.fixture
def reader(visitor):
    reader = visitor()
    reader.go("/en/about/")
    return reader


def field(reader):
    return reader.page.locator("input[data-suggestions]")


def options(reader):
    return reader.page.get_by_role("option")


def typed(reader, text):
    field(reader).click()
    field(reader).press_sequentially(text)
    options(reader).first.wait_for()
    return reader


def test_arrows_choose_and_enter_leads_there(reader):
    typed(reader, WORD)
    box = field(reader)
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-expanded") == "true"
    assert reader.page.locator(f"#{box.get_attribute('aria-controls')}").get_attribute("role") == "listbox"
    assert box.get_attribute("aria-activedescendant") is None
    reader.page.keyboard.press("ArrowDown")
    first = options(reader).first
    assert box.get_attribute("aria-activedescendant") == first.get_attribute("id")
    assert first.get_attribute("aria-selected") == "true"
    assert box.evaluate("(input) => document.activeElement === input")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(re.compile(r"/en/speakers/naoki-hosen/$"))


def test_arrows_go_round_by_way_of_the_field(reader):
    typed(reader, WORD)
    count = options(reader).count()
    reader.page.keyboard.press("ArrowUp")
    assert options(reader).nth(count - 1).get_attribute("aria-selected") == "true"
    reader.page.keyboard.press("ArrowDown")
    assert field(reader).get_attribute("aria-activedescendant") is None
    reader.page.keyboard.press("ArrowDown")
    assert options(reader).first.get_attribute("aria-selected") == "true"


def test_enter_without_a_choice_searches(reader):
    typed(reader, WORD)
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(re.compile(rf"/en/search/\?q={WORD}$"))


def test_escape_closes_the_list_first_and_keeps_what_was_typed(reader):
    typed(reader, WORD)
    reader.page.keyboard.press("Escape")
    assert options(reader).count() == 0
    assert field(reader).get_attribute("aria-expanded") == "false"
    assert field(reader).input_value() == WORD
    reader.page.keyboard.press("ArrowDown")
    assert options(reader).first.get_attribute("aria-selected") == "true"


def test_leaving_the_field_closes_the_list(reader):
    typed(reader, WORD)
    reader.page.keyboard.press("Tab")
    assert options(reader).count() == 0


def test_a_press_on_a_suggestion_leads_there(reader):
    typed(reader, WORD)
    options(reader).first.click()
    reader.page.wait_for_url(re.compile(r"/en/speakers/naoki-hosen/$"))


def test_the_number_is_said(reader):
    typed(reader, WORD)
    said = reader.page.locator(".suggestions-said")
    assert said.get_attribute("role") == "status"
    assert said.text_content() == f"{options(reader).count()} suggestions"


def test_an_input_method_is_left_in_peace_until_it_is_done(visitor):
    reader = visitor()
    reader.go("/zh-hans/about/")
    asked = []
    reader.page.on("request", lambda request: asked.append(request.url) if "suggestions" in request.url else None)
    field(reader).click()
    session = reader.page.context.new_cdp_session(reader.page)
    session.send("Input.imeSetComposition", {"text": "bai", "selectionStart": 3, "selectionEnd": 3})
    reader.page.wait_for_timeout(400)
    assert asked == []
    session.send("Input.insertText", {"text": "白血病"})
    options(reader).first.wait_for()
    assert len(asked) == 1
    assert "白血病" in options(reader).first.text_content()
    assert options(reader).first.locator(".suggestion-name").get_attribute("lang") == "zh-Hans"


def test_what_is_late_is_not_shown(reader):
    """The answer to what was typed first comes after the one to what was typed then."""
    waiting = []

    def late(route):
        waiting.append(route) if "q=ho" in route.request.url and not waiting else route.continue_()

    reader.page.route("**/suggestions/**", late)
    field(reader).click()
    field(reader).press_sequentially("ho")
    reader.page.wait_for_timeout(300)
    field(reader).fill("wang")
    options(reader).first.wait_for()
    shown = options(reader).all_text_contents()
    waiting[0].abort()
    reader.page.wait_for_timeout(200)
    assert options(reader).all_text_contents() == shown
    assert any("Wang" in text for text in shown)


def test_without_the_network_the_field_still_searches(reader):
    reader.page.route("**/suggestions/**", lambda route: route.abort())
    field(reader).click()
    field(reader).press_sequentially(WORD)
    reader.page.wait_for_timeout(400)
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(re.compile(rf"/en/search/\?q={WORD}$"))


def test_without_javascript_the_field_is_a_field(visitor):
    reader = visitor(java_script_enabled=False)
    reader.go("/en/about/")
    assert field(reader).get_attribute("role") is None
    field(reader).fill(WORD)
    field(reader).press("Enter")
    reader.page.wait_for_url(re.compile(rf"/en/search/\?q={WORD}$"))


@pytest.mark.parametrize("width", [360, 1440])
def test_everybody_can_use_the_list(visitor, width):
    reader = visitor(width)
    reader.go("/zh-hans/about/")
    typed(reader, "白")
    reader.page.keyboard.press("ArrowDown")
    reader.page.evaluate(AXE)
    found = violations(reader.page)
    reader.page.emulate_media(color_scheme="dark")
    found += violations(reader.page, COLORS_ONLY)
    assert found == []
    box = reader.page.get_by_role("listbox").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    if width == 360:
        assert min(each.bounding_box()["height"] for each in options(reader).all()) >= 44
