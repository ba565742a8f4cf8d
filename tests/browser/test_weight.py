"""What an interview page weighs, how often it asks, and that nothing moves while a page loads."""

import time

import pytest

from tests.browser.slow_line import slow_line

LIMIT = 60_000  # bytes, compressed
REQUESTS = 8
SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) shifts.push([entry.value, entry.sources.map((each) => each.node?.nodeName)]);
}).observe({type: 'layout-shift', buffered: true});
"""


@pytest.fixture(scope="module")
def interview(paths):
    return {code: next(path for path in found if "iseh-2025" in path) for code, found in paths.items()}


@pytest.mark.parametrize("code", ["en", "zh-hans"])
def test_a_page_of_fourteen_turns_is_light(visitor, interview, code):
    reader = visitor()
    answers = []
    reader.page.on("response", lambda answer: answers.append(answer))
    reader.page.goto(reader.origin + interview[code], wait_until="networkidle")
    assert reader.page.locator(".turn").count() == 14
    kinds = [answer.request.resource_type for answer in answers]
    assert len(kinds) <= REQUESTS
    assert kinds.count("script") <= 2
    assert kinds.count("stylesheet") == 1
    assert all(answer.url.startswith(reader.origin) for answer in answers)
    counted = [answer for answer in answers if answer.request.resource_type in {"document", "script", "stylesheet"}]
    assert all(answer.headers.get("content-encoding") for answer in counted if "first-paint" not in answer.url)
    assert sum(answer.request.sizes()["responseBodySize"] for answer in counted) <= LIMIT


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_moves_while_a_page_loads(visitor, interview, width):
    """The script comes late, as over a slow line, so that the page is painted without it first."""
    reader = visitor(width)
    reader.page.add_init_script(SHIFTS)
    reader.page.add_init_script("localStorage.size = 'large'; localStorage.theme = 'dark'")

    def late(route):
        time.sleep(0.3)
        route.continue_()

    reader.page.route("**/js/site*.js", late)
    deep = [f"{interview['zh-hans']}#t7s3", f"{interview['zh-hans']}?view=interleaved#t9p2", f"{interview['en']}#t11"]
    for path in (interview["en"], f"{interview['zh-hans']}?view=interleaved", "/en/", "/en/interviews/", *deep):
        reader.page.goto(reader.origin + path)
        assert reader.page.locator(".display").is_visible()
        reader.page.wait_for_timeout(150)  # a few frames, for what the script would move
        assert reader.page.evaluate("window.shifts") == [], path
        if "#" in path:
            assert 0 <= reader.page.locator(f"#{path.partition('#')[2]}").bounding_box()["y"] < 160
        reader.page.goto("about:blank")


def moved_on_a_slow_line(reader, path, **changed):
    reader.page.add_init_script(SHIFTS)
    with slow_line(reader.origin, **changed) as address:
        reader.page.goto(address + path, wait_until="load")
        return reader.page.evaluate("window.shifts")


@pytest.mark.parametrize(
    ("width", "path"), [(768, "/en/interviews/"), (360, "/zh-hans/"), (1440, "/en/interviews/iseh-2025-hosen-wang/")]
)
def test_nothing_moves_while_a_page_comes_in_pieces(visitor, width, path):
    """A busy machine paints between any two tags too: an empty frame jumped when its text came."""
    assert moved_on_a_slow_line(visitor(width), path) == []


def test_painted_in_pieces_it_would_move(visitor):
    waiting = b' blocking="render"'
    assert moved_on_a_slow_line(visitor(768), "/en/interviews/", without=waiting) != []


def test_a_move_would_be_seen(visitor, interview):
    reader = visitor()
    reader.page.add_init_script(SHIFTS)
    reader.go(interview["en"])
    reader.page.wait_for_timeout(600)  # what moves within half a second of a click or a load by the reader is no shift
    reader.page.evaluate("document.querySelector('h1').style.marginTop = '200px'")
    reader.page.wait_for_timeout(200)
    assert reader.page.evaluate("window.shifts.length") > 0
