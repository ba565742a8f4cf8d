"""Quoting: what is copied says who spoke, where, when, what kind of text it is, and where it stands."""

import pytest
from playwright.sync_api import expect

COPIED = "() => navigator.clipboard.readText()"
# From the middle of one sentence's text to the middle of another's.
SELECT = """([from, to]) => {
  const texts = (id) => {
    const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.parentElement.checkVisibility()) found.push(walker.currentNode);
    return found;
  };
  const range = document.createRange();
  range.setStart(texts(from)[0], 2);
  const last = texts(to).at(-1);
  range.setEnd(last, Math.max(1, last.length - 2));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
# The text of a turn in a language as the reader sees it.
SEEN = """([turn, language]) => [...document.querySelectorAll(`#${turn} .row:not(.row-who) > p`)]
  .filter((cell) => cell.lang === language).map((cell) => cell.innerText.trim()).join('\\n\\n')"""


@pytest.fixture(scope="module")
def interview(paths):
    return next(path for path in paths["en"] if "iseh-2025" in path)


@pytest.fixture
def reader(visitor, interview):
    reader = visitor(permissions=["clipboard-read", "clipboard-write"])
    reader.go(interview)
    return reader


def copied(reader):
    expect(reader.page.locator(".copied")).to_have_text("Copied")
    return reader.page.evaluate(COPIED)


def open_menu(reader, number):
    reader.page.hover(f"#t{number}")
    reader.page.click(f"#t{number} .turn-menu > summary")
    return reader.page.locator(f"#t{number} .turn-menu-panel")


def source_of(reader, language):
    """Return what the page says about the interview: title, kind of text and date in a language."""
    page = reader.page
    title = page.locator(f".head [lang={language}]:is(h1, .head-also)").inner_text()
    date, kind = {"en": ("Oct. 16, 2025", "Condensed account"), "zh-Hans": ("2025年10月16日", "转述摘要")}[language]
    return title, date, kind


@pytest.mark.parametrize(("language", "button"), [("en", "Copy in English"), ("zh-Hans", "Copy in Simplified Chinese")])
def test_a_turn_is_copied_with_all_that_a_citation_needs(reader, interview, language, button):
    open_menu(reader, 5).get_by_role("button", name=button).click()
    passage, source, address = copied(reader).rsplit("\n", 2)
    assert passage == f"“{reader.page.evaluate(SEEN, ['t5', language])}”"
    who = reader.page.locator(f"#t5 .who[lang={language}]").inner_text()
    assert source.startswith(who)
    for part in source_of(reader, language):
        assert part in source
    assert address == f"{reader.origin}{interview}#t5"


def test_a_turn_is_copied_in_both_languages(reader, interview):
    open_menu(reader, 5).get_by_role("button", name="Copy in both languages").click()
    text = copied(reader)
    for language in ("en", "zh-Hans"):
        assert reader.page.evaluate(SEEN, ["t5", language]) in text
        assert all(part in text for part in source_of(reader, language))
    assert text.count(f"{reader.origin}{interview}#t5\n") + text.endswith("#t5") == 2


def test_a_turn_is_copied_with_the_keyboard_alone(reader, interview):
    reader.page.evaluate("document.getElementById('t5').scrollIntoView()")
    reader.page.focus("#t5 .turn-number a")
    reader.page.keyboard.press("q")
    assert reader.page.evaluate("document.activeElement.closest('.turn-menu-panel') !== null")
    reader.page.keyboard.press("Escape")
    assert reader.page.locator("#t5 .turn-menu[open]").count() == 0
    assert reader.page.evaluate("document.activeElement.matches('#t5 summary')")
    reader.page.keyboard.press("Enter")
    for _ in range(4):
        reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("document.activeElement.textContent") == "Copy the link"
    reader.page.keyboard.press("Enter")
    assert copied(reader) == f"{reader.origin}{interview}#t5"
    assert reader.page.evaluate("document.activeElement.matches('#t5 summary')")


def test_a_menu_closes_by_a_press_elsewhere(reader):
    open_menu(reader, 5)
    reader.page.click("h1")
    assert reader.page.locator(".turn-menu[open]").count() == 0


def test_a_selection_is_copied_as_it_was_selected(reader, interview):
    reader.page.evaluate(SELECT, ["t5s1", "t5s1"])
    bar = reader.page.get_by_role("group", name="Quote")
    bar.get_by_role("button", name="Copy in English").click()
    text = copied(reader)
    selected = reader.page.locator("#t5s1").inner_text().rstrip()
    passage = text.split("\n", 1)[0].strip("“”")
    assert passage == selected[2 : 2 + len(passage)]
    assert len(passage) > len(selected) - 6
    assert text.endswith(f"{reader.origin}{interview}#t5s1")
    assert reader.page.locator("#t5 .who[lang=en]").inner_text() in text


def test_a_selection_is_copied_with_its_counterpart(reader):
    reader.page.evaluate(SELECT, ["t5s1", "t5s1"])
    reader.page.get_by_role("group", name="Quote").get_by_role("button", name="Copy in both languages").click()
    counterpart = reader.page.locator("p[lang=zh-Hans] [data-segment=t5s1]").inner_text().strip()
    assert f"“{counterpart}”" in copied(reader)


def test_a_selection_over_two_columns_stays_in_the_language_in_which_it_starts(reader):
    last = reader.page.evaluate("[...document.querySelectorAll('#t9 .row:last-child .segment[id]')].at(-1).id")
    reader.page.evaluate(SELECT, ["t9s1", last])
    reader.page.get_by_role("group", name="Quote").get_by_role("button", name="Copy in English").click()
    passage = copied(reader).rsplit("\n", 2)[0]
    assert "\n\n" in passage
    assert passage.strip("“”") in reader.page.evaluate(SEEN, ["t9", "en"])


def test_what_two_persons_say_stays_two_quotations(reader, interview):
    reader.page.evaluate(SELECT, ["t2s1", "t3s1"])
    reader.page.get_by_role("group", name="Quote").get_by_role("button", name="Copy in English").click()
    quotations = [lines.splitlines() for lines in copied(reader).split("\n\n")]
    assert [lines[-1] for lines in quotations] == [f"{reader.origin}{interview}#{id_}" for id_ in ("t2s1", "t3s1")]
    for number, lines in zip((2, 3), quotations, strict=True):
        assert lines[-2].startswith(reader.page.locator(f"#t{number} .who[lang=en]").inner_text())
        assert lines[0].strip("“”") in reader.page.evaluate(SEEN, [f"t{number}", "en"])


def test_the_keyboard_reaches_the_bar_under_a_selection(reader, interview):
    reader.page.evaluate(SELECT, ["t5s1", "t5s1"])
    reader.page.locator(".quotation-bar").wait_for()
    reader.page.keyboard.press("q")
    assert reader.page.evaluate("document.activeElement.closest('.quotation-bar') !== null")
    reader.page.keyboard.press("c")
    assert copied(reader) == f"{reader.origin}{interview}#t5s1"


def test_c_copies_the_link_to_what_the_reader_is_at(reader, interview):
    reader.page.keyboard.press("c")
    assert copied(reader) == reader.origin + interview
    reader.page.keyboard.press("n")
    reader.page.evaluate("document.querySelector('.copied').textContent = ''")
    reader.page.keyboard.press("c")
    assert copied(reader).endswith("#t1s1")


def test_the_bar_stays_on_a_phones_screen(visitor, interview):
    reader = visitor(360, 740, permissions=["clipboard-read", "clipboard-write"])
    reader.go(interview)
    reader.page.evaluate("document.getElementById('t5').scrollIntoView()")
    reader.page.evaluate(SELECT, ["t5s1", "t5s1"])
    reader.page.locator(".quotation-bar").wait_for()
    box = reader.page.locator(".quotation-bar").bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["y"] + box["height"] <= 740


def test_without_scripts_nothing_offers_what_would_not_work(visitor, interview):
    reader = visitor(java_script_enabled=False)
    reader.go(interview)
    assert reader.page.locator(".turn-menu, .quotation-bar").count() == 0
    assert reader.page.locator("#t5 .turn-number a").first.get_attribute("href") == "#t5"
