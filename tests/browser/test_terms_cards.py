"""Terms in the text: a card by click and keyboard, with and without scripts, usable by all."""

import pytest

from tests.browser.test_every_page import AXE, COLORS_ONLY, violations

OPEN = ".term-card:popover-open"
# Marks behind a term that stand on another line than its last letter.
BEGIN_LINES = """() => [...document.querySelectorAll('.term')].filter((term) => {
  const next = term.nextSibling;
  if (next?.nodeType !== Node.TEXT_NODE || !/^[，。、；：）,.;:)]/.test(next.data)) return false;
  const mark = document.createRange();
  mark.setStart(next, 0);
  mark.setEnd(next, 1);
  const last = [...term.querySelector('span').getClientRects()].at(-1);
  return Math.abs(mark.getBoundingClientRect().bottom - last.bottom) > 12;
}).map((term) => term.outerHTML)"""


@pytest.fixture(scope="module")
def interview(paths):
    return {code: next(path for path in found if "iseh-2025" in path) for code, found in paths.items()}


@pytest.mark.parametrize("scripts", [True, False])
def test_a_click_opens_the_card_and_escape_closes_it(visitor, interview, scripts):
    reader = visitor(java_script_enabled=scripts)
    reader.go(interview["en"])
    term = reader.page.locator("#t5 .term").first
    term.click()
    card = reader.page.locator(OPEN)
    assert card.count() == 1
    assert card.get_attribute("id") == term.locator("button").get_attribute("popovertarget")
    names = card.locator(".term-name, .term-also")
    assert names.count() >= 2
    assert card.locator("a[href^='/en/terms/']").inner_text().startswith("In ")
    reader.page.keyboard.press("Escape")
    assert card.count() == 0
    term.click()
    reader.page.locator(OPEN).get_by_role("button", name="Close").click()
    assert card.count() == 0


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_opens_the_card_and_comes_back_to_the_term(visitor, interview, key):
    reader = visitor()
    reader.go(interview["en"])
    term = reader.page.locator("#t5 .term button").nth(1)
    term.focus()
    reader.page.keyboard.press(key)
    assert reader.page.locator(OPEN).count() == 1
    assert reader.page.evaluate("document.activeElement.closest('.term-card:popover-open') !== null")
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("document.activeElement.matches('.term-card:popover-open a')")
    reader.page.keyboard.press("Escape")
    assert reader.page.locator(OPEN).count() == 0
    assert term.evaluate("(term) => document.activeElement === term")


def test_a_screen_reader_hears_a_button_and_a_named_dialog(visitor, interview):
    reader = visitor()
    reader.go(interview["en"])
    term = reader.page.locator("#t5").get_by_role("button").filter(has_not_text="Quote").first
    term.click()
    card = reader.page.locator(OPEN)
    named = card.locator(".term-name").inner_text()
    assert reader.page.get_by_role("dialog", name=named).count() == 1


def test_the_card_stays_on_the_screen(visitor, interview):
    for width, height in ((360, 640), (768, 600), (1440, 900)):
        reader = visitor(width, height)
        reader.go(interview["zh-hans"])
        for term in (reader.page.locator("#t5 .term").first, reader.page.locator("#t9 .term").last):
            term.click()
            box = reader.page.locator(OPEN).bounding_box()
            assert box["x"] >= 0
            assert box["y"] >= 0
            assert box["x"] + box["width"] <= width
            assert box["y"] + box["height"] <= height
            reader.page.keyboard.press("Escape")


@pytest.mark.parametrize("code", ["en", "zh-hans"])
def test_a_term_breaks_over_lines_as_words_do_and_keeps_its_comma(visitor, interview, code):
    reader = visitor(360, 740)
    reader.go(interview[code])
    lines = reader.page.locator(".term > span").evaluate_all("(all) => all.map((each) => each.getClientRects().length)")
    assert max(lines) > 1
    assert reader.page.evaluate(BEGIN_LINES) == []
    paragraph = reader.page.locator("#t5 .row:not(.row-who) .segment").first
    assert paragraph.inner_text().strip() == paragraph.text_content().strip()


def test_each_term_is_explained_once_in_a_turn_and_language(visitor, interview):
    reader = visitor(java_script_enabled=False)
    reader.go(interview["en"])
    for language in ("en", "zh-Hans"):
        terms = reader.page.locator(f"#t5 p[lang={language}] .term button").all()
        keys = [term.get_attribute("popovertarget") for term in terms]
        assert len(keys) > 2
        assert len(set(keys)) == len(keys)


def test_where_popovers_are_unknown_a_link_stands_in_the_place(visitor, interview):
    """The rules that such a browser would pass over are taken away; what is left is what it shows."""
    reader = visitor()
    reader.go(interview["en"])
    assert reader.page.locator("#t5 .term-link").first.is_hidden()
    reader.page.evaluate("""() => {
      const prune = (rules) => {
        for (let place = rules.cssRules.length - 1; place >= 0; place -= 1) {
          const rule = rules.cssRules[place];
          if (rule.conditionText?.includes('popover-open')) rules.deleteRule(place);
          else if (rule.cssRules?.length) prune(rule);
        }
      };
      for (const sheet of document.styleSheets) prune(sheet);
    }""")
    assert reader.page.locator("#t5 .term button").first.is_hidden()
    assert reader.page.locator("#t5 .term").first.is_visible()
    link = reader.page.locator("#t5 .term-link").first
    assert link.is_visible()
    link.click()
    reader.page.wait_for_url("**/en/terms/*/")
    assert reader.page.locator("h1").is_visible()


@pytest.mark.parametrize("width", [360, 1440])
def test_everybody_can_use_an_open_card_and_an_open_menu(visitor, interview, width):
    reader = visitor(width, permissions=["clipboard-read", "clipboard-write"])
    reader.go(interview["en"])
    reader.page.evaluate(AXE)
    reader.page.locator("#t5 .term").first.click()
    found = violations(reader.page)
    reader.page.emulate_media(color_scheme="dark")
    found += violations(reader.page, COLORS_ONLY)
    reader.page.emulate_media(color_scheme="light")
    reader.page.keyboard.press("Escape")
    reader.page.keyboard.press("n")
    reader.page.evaluate("getSelection().selectAllChildren(document.getElementById('t3s1'))")
    reader.page.locator(".quotation-bar").wait_for()
    # All at once, as no reader has them: each press elsewhere would close the others.
    reader.page.evaluate(
        "document.querySelectorAll('#t5 .turn-menu, .display').forEach((menu) => { menu.open = true; })"
    )
    found += violations(reader.page)
    reader.page.keyboard.press("?")
    found += violations(reader.page)
    assert found == []
