"""Sentences and their counterparts: addresses, marks, and the keys that step through them and the turns."""

import pytest

MARKED = "(name) => [...document.querySelectorAll(`.segment.${name}`)].map((each) => each.dataset.segment)"
TOP_OF = "(id) => document.getElementById(id).getBoundingClientRect().top"
DOUBLE_IDS = """() => [...document.querySelectorAll('[id]')].map((each) => each.id)
  .filter((id, place, all) => all.indexOf(id) !== place)"""
SEGMENT_IDS = "() => [...document.querySelectorAll('.segment[id]')].map((each) => each.id).sort()"
SCROLL_INTO = "(id) => document.getElementById(id).scrollIntoView()"


@pytest.fixture(scope="module")
def interview(paths):
    """The address of the sample interview of 14 turns, in each language."""
    return {code: next(path for path in found if "iseh-2025" in path) for code, found in paths.items()}


@pytest.fixture
def reader(visitor, interview):
    reader = visitor()
    reader.go(interview["en"])
    return reader


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
    for sentence, marked in (("t3s1", ["t3s1"] * 2), ("t4s1", ["t4s1"] * 2), ("t4s1", []), ("t3s1", ["t3s1"] * 2)):
        reader.page.tap(f"#{sentence}", position={"x": 3, "y": 5})
        assert reader.page.evaluate(MARKED, "is-marked") == marked
    reader.page.tap("#t3 .who >> nth=0")
    assert reader.page.evaluate(MARKED, "is-marked") == []


def test_a_finger_that_scrolls_marks_nothing(visitor, interview):
    reader = visitor(360, 740, has_touch=True, is_mobile=True)
    reader.go(interview["en"])
    reader.page.evaluate(SCROLL_INTO, "t4")
    box, before = reader.page.locator("#t4s1").bounding_box(), reader.page.evaluate("scrollY")
    hand = reader.page.context.new_cdp_session(reader.page)
    hand.send("Input.synthesizeScrollGesture", {"x": box["x"] + 9, "y": box["y"] + 9, "yDistance": -200})
    assert reader.page.evaluate("scrollY") > before
    assert reader.page.evaluate(MARKED, "is-marked") == []


def test_a_sentence_and_its_counterpart_are_marked_while_the_focus_is_in_it(reader):
    reader.page.focus("#t5 .turn-number a")
    while not reader.page.evaluate("document.activeElement.matches('#t5 .term button')"):
        reader.page.keyboard.press("Tab")
    sentence = reader.page.evaluate("document.activeElement.closest('[data-segment]').dataset.segment")
    assert reader.page.evaluate(MARKED, "is-marked") == [sentence, sentence]
    reader.page.focus(".masthead a")
    assert reader.page.evaluate(MARKED, "is-marked") == []


def test_a_slash_leads_to_the_field_to_search_in(reader):
    reader.page.keyboard.press("/")
    assert reader.page.evaluate("document.activeElement.matches('.masthead input[type=search]')")
    reader.page.keyboard.type("MRD/")
    assert reader.page.input_value(".masthead input[type=search]") == "MRD/"


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
    assert set(dialog.locator("kbd").all_inner_texts()) == set("jknpvl/cq?")
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
