"""Beside the text: the questions and the experts follow the reading, fold on narrow screens and cover nothing."""

import pytest
from playwright.sync_api import expect

SCROLL_INTO = "(id) => document.getElementById(id).scrollIntoView()"
# Whether the head of an element is in sight: on the screen, and within the part of the sidebar that scrolls.
IN_SIGHT = """(element) => {
  const box = element.getBoundingClientRect(), pane = element.closest('.pane').getBoundingClientRect();
  const head = Math.min(box.bottom, box.top + 60);
  return box.top >= Math.max(0, pane.top) - 1 && head <= Math.min(innerHeight, pane.bottom) + 1;
}"""
TURNS = "() => [...document.querySelectorAll('.turn[id]')].map((turn) => turn.id)"


@pytest.fixture(scope="module")
def interview(paths):
    """The address of the sample interview of 14 turns, in each language."""
    return {code: next(path for path in found if "iseh-2025" in path) for code, found in paths.items()}


@pytest.fixture(scope="module")
def panel(paths):
    """The address of the sample interview with three experts, in each language."""
    return {code: next(path for path in found if "pptc-2025" in path) for code, found in paths.items()}


@pytest.mark.parametrize("height", [900, 320])
def test_the_sidebar_follows_the_reading(visitor, interview, height):
    reader = visitor(1440, height)
    reader.go(interview["en"])
    for number, entry in ((5, "#t4"), (11, "#t10"), (1, "#t1")):
        reader.page.evaluate(SCROLL_INTO, f"t{number}")
        current = reader.page.locator(".contents [aria-current=location]")
        expect(current).to_have_attribute("href", entry)
        box, aside = current.bounding_box(), reader.page.locator(".beside").bounding_box()
        assert aside["y"] <= box["y"] < aside["y"] + aside["height"]
    reader.page.evaluate(SCROLL_INTO, "t5")
    speaker = reader.page.locator("#t5").get_attribute("data-speaker")
    expect(reader.page.locator(".card.is-speaking")).to_have_attribute("data-speaker", speaker)


@pytest.mark.parametrize("width", [360, 768, 1024, 1440])
@pytest.mark.parametrize("scripts", [True, False])
def test_the_sidebar_never_covers_text_and_folds_on_narrow_screens(visitor, interview, width, scripts):
    reader = visitor(width, java_script_enabled=scripts)
    reader.go(interview["en"])
    aside, reading = (reader.page.locator(name).bounding_box() for name in (".beside", ".reading"))
    beside = aside["x"] >= reading["x"] + reading["width"]
    above = aside["y"] + aside["height"] <= reading["y"]
    assert (beside, above) == (width >= 1024, width < 1024)
    card = reader.page.locator(".card").first
    assert card.is_visible() == (width >= 1024)
    if width < 1024:
        reader.page.click(".fold:has(.card) > summary")
        assert card.is_visible()


@pytest.mark.parametrize("height", [900, 700])
@pytest.mark.parametrize("code", ["en", "zh-hans"])
def test_the_question_and_the_speaker_in_view_are_in_sight_together(visitor, panel, code, height):
    reader = visitor(1440, height)
    reader.go(panel[code])
    seen = set()
    for turn in reader.page.evaluate(TURNS):
        reader.page.evaluate(SCROLL_INTO, turn)
        reader.page.wait_for_timeout(60)
        place = reader.page.evaluate("scrollY")
        assert reader.page.locator(".contents [aria-current]").evaluate(IN_SIGHT), turn
        for card in reader.page.locator(".card.is-speaking").all():
            assert card.evaluate(IN_SIGHT), turn
            seen.add(card.get_attribute("data-speaker"))
        assert reader.page.evaluate("scrollY") == place
    assert len(seen) == 3


@pytest.mark.parametrize("scripts", [True, False])
def test_a_long_career_unfolds(visitor, panel, scripts):
    reader = visitor(1440, 700, java_script_enabled=scripts)
    reader.go(panel["en"])
    folded = reader.page.locator(".career-fold:not([open])").first
    assert folded.locator("li").first.is_hidden()
    folded.locator("summary").click()
    assert reader.page.locator(".career-fold[open] li").first.is_visible()


def test_without_scripts_every_card_is_reached_by_scrolling_the_sidebar(visitor, panel):
    reader = visitor(1440, 700, java_script_enabled=False)
    reader.go(f"{panel['en']}#t9")
    for card in reader.page.locator(".card").all():
        card.scroll_into_view_if_needed()
        box = card.locator(".card-name").bounding_box()
        assert 0 <= box["y"] < 700
    assert reader.page.locator("#t9").bounding_box()["y"] < 120
