"""The archive with a keyboard alone."""

import pytest

FOCUSED = """() => {
  const element = document.activeElement;
  // A term's button is unseen: the words around it show that it has the focus.
  const shown = element.closest('.term') ?? element;
  const box = shown.getBoundingClientRect(), style = getComputedStyle(shown);
  return {
    name: element.outerHTML.slice(0, 120),
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
    seen: box.width > 0 && box.bottom > 0 && box.right > 0
      && box.top < innerHeight && box.left < innerWidth && style.opacity !== '0',
    body: element === document.body,
  };
}"""


@pytest.fixture
def reader(visitor, paths):
    reader = visitor(1000)
    reader.go(next(path for path in paths["en"] if path.endswith("/with/zh-hans/")))
    return reader


def test_the_first_stop_skips_to_the_content(reader):
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("document.activeElement.hash") == "#content"
    assert reader.page.evaluate(FOCUSED)["seen"]
    reader.page.keyboard.press("Enter")
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("document.querySelector('#content').contains(document.activeElement)")


def test_every_stop_shows_where_the_reader_is(reader):
    stops = []
    for _ in range(200):
        reader.page.keyboard.press("Tab")
        stop = reader.page.evaluate(FOCUSED)
        if stop["body"]:
            break
        stops.append(stop)
    assert len(stops) > 20
    assert [stop["name"] for stop in stops if not (stop["ring"] and stop["seen"])] == []
    assert stop["body"], "the keyboard never comes out of the page"
