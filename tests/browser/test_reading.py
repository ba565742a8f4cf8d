"""Reading two languages as one: the views, the reader's place, sentences and their counterparts, keys, the sidebar."""

import re

import pytest
from playwright.sync_api import expect

VIEW = ".views a[data-view={}]"
TOP_SENTENCE = """() => {
  const edge = Math.max(0, document.querySelector('.views')?.getBoundingClientRect().bottom ?? 0);
  const sentence = [...document.querySelectorAll('.segment[id]')].find(
    (segment) => segment.textContent && segment.getBoundingClientRect().bottom > edge + 8);
  return {id: sentence.id, turn: sentence.closest('.turn').id, top: sentence.getBoundingClientRect().top};
}"""
MARKED = "(name) => [...document.querySelectorAll(`.segment.${name}`)].map((each) => each.dataset.segment)"
TOP_OF = "(id) => document.getElementById(id).getBoundingClientRect().top"
DOUBLE_IDS = """() => [...document.querySelectorAll('[id]')].map((each) => each.id)
  .filter((id, place, all) => all.indexOf(id) !== place)"""
SEGMENT_IDS = "() => [...document.querySelectorAll('.segment[id]')].map((each) => each.id).sort()"
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


def test_every_sentence_has_the_same_address_in_every_language_and_view(visitor, interview):
    reader = visitor(java_script_enabled=True)
    found = {}
    for code, path in interview.items():
        for rest in ("", "?view=interleaved", "only/"):
            reader.go(path + rest)
            assert reader.page.evaluate(DOUBLE_IDS) == []
            found[code, rest] = reader.page.evaluate(SEGMENT_IDS)
    first, *others = found.values()
    assert len(first) >= 14
    assert all(other == first for other in others)


def test_a_sentence_in_the_address_is_marked_in_both_columns(reader, interview):
    for view in ("", "?view=interleaved"):
        reader.go(f"{interview['en']}{view}#t5s1")
        assert reader.page.evaluate(MARKED, "is-target") == ["t5s1", "t5s1"]
    reader.page.evaluate("window.location.hash = 't7s1'")
    reader.page.locator("#t7s1.is-target").wait_for()
    assert reader.page.evaluate(MARKED, "is-target") == ["t7s1", "t7s1"]


def test_the_address_of_a_sentence_works_without_scripts(visitor, interview):
    reader = visitor(java_script_enabled=False)
    reader.go(f"{interview['en']}#t5s1")
    sentence = reader.page.locator("#t5s1")
    assert 0 < sentence.bounding_box()["y"] < 200
    plain = reader.page.locator("#t7s1").evaluate("(each) => getComputedStyle(each).backgroundColor")
    assert sentence.evaluate("(each) => getComputedStyle(each).backgroundColor") != plain


def test_a_sentence_and_its_counterpart_are_marked_under_the_pointer(reader):
    reader.page.hover("#t3s1", position={"x": 3, "y": 5})
    assert reader.page.evaluate(MARKED, "is-marked") == ["t3s1", "t3s1"]
    reader.page.hover("h1")
    assert reader.page.evaluate(MARKED, "is-marked") == []


def test_a_sentence_and_its_counterpart_are_marked_by_a_tap(visitor, interview):
    reader = visitor(360, 740, has_touch=True, is_mobile=True)
    reader.go(interview["en"])
    reader.page.evaluate(SCROLL_INTO, "t3")
    reader.page.tap("#t3s1", position={"x": 3, "y": 5})
    assert reader.page.evaluate(MARKED, "is-marked") == ["t3s1", "t3s1"]


def test_the_keyboard_steps_from_sentence_to_sentence(reader):
    reader.go(f"{reader.page.url.removeprefix(reader.origin)}#t3")
    length = reader.page.evaluate("history.length")
    ids = reader.page.evaluate(SEGMENT_IDS)
    reader.page.keyboard.press("n")
    first = reader.page.evaluate("location.hash.slice(1)")
    assert first == "t3s1"
    reader.page.keyboard.press("n")
    second = reader.page.evaluate("location.hash.slice(1)")
    assert second in ids
    assert second != first
    assert reader.page.evaluate(MARKED, "is-target") == [second, second]
    assert reader.page.evaluate("document.activeElement.id") == second
    assert reader.page.evaluate("document.querySelector(':target').id") == second
    reader.page.keyboard.press("p")
    assert reader.page.evaluate("location.hash.slice(1)") == first
    assert reader.page.evaluate("history.length") == length


def test_a_step_to_a_sentence_in_view_moves_nothing(reader):
    reader.page.evaluate(SCROLL_INTO, "t3")
    reader.page.keyboard.press("n")
    before = reader.page.evaluate("scrollY")
    reader.page.keyboard.press("n")
    assert reader.page.evaluate("scrollY") == before


def test_j_and_k_step_from_turn_to_turn(reader):
    for key, number in (("j", 1), ("j", 2), ("j", 3), ("k", 2), ("k", 1)):
        reader.page.keyboard.press(key)
        assert reader.page.evaluate("document.activeElement.closest('.turn').id") == f"t{number}"
        assert 0 <= reader.page.evaluate(TOP_OF, f"t{number}") < 120


def test_v_takes_the_views_in_turn_and_passes_over_those_that_are_not_offered(visitor, interview):
    reader = visitor(360, 740)
    reader.go(interview["en"])
    for rest in ("only/", ""):
        reader.page.keyboard.press("v")
        reader.page.wait_for_url(reader.origin + interview["en"] + rest)


def test_a_question_mark_lists_every_key(reader):
    reader.page.keyboard.press("?")
    dialog = reader.page.get_by_role("dialog", name="Keys")
    assert dialog.is_visible()
    assert set(dialog.locator("kbd").all_inner_texts()) == set("jknpvlcq/?")
    before = reader.page.url
    reader.page.keyboard.press("v")
    reader.page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert reader.page.url == before


def test_keys_are_off_in_fields_with_modifiers_and_where_the_reader_says_so(reader):
    reader.page.evaluate("document.querySelector('main').prepend(document.createElement('input'))")
    before = reader.page.url
    reader.page.focus("main > input")
    reader.page.keyboard.type("vlnj?")
    assert reader.page.input_value("main > input") == "vlnj?"
    reader.page.evaluate("document.activeElement.blur()")
    for keys in ("Control+j", "Alt+n", "Meta+v"):
        reader.page.keyboard.press(keys)
    reader.page.click(".display summary")
    reader.page.click(".display [data-keys=off]")
    reader.page.keyboard.press("Escape")
    for key in "nvl":
        reader.page.keyboard.press(key)
    assert reader.page.url == before
    reader.page.click(".display summary")
    reader.page.click(".display [data-keys='']")
    reader.page.keyboard.press("n")
    assert "#t1s1" in reader.page.url


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
