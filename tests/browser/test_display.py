"""Text size and colors: chosen once, there before the first paint; forced colors and reduced motion respected."""

import pytest

# What the root element says, and how large its letters are, as soon as there is a body to paint.
WATCH = """
new MutationObserver((changes, observer) => {
  if (!document.body) return;
  observer.disconnect();
  window.first = {...document.documentElement.dataset, font: getComputedStyle(document.documentElement).fontSize,
                  scheme: getComputedStyle(document.documentElement).colorScheme};
}).observe(document, {childList: true, subtree: true});
"""
STYLE = "(name) => getComputedStyle(document.documentElement)[name]"
MOVING = """() => [...document.querySelectorAll('*')].filter((each) => {
  const style = getComputedStyle(each);
  return style.scrollBehavior === 'smooth' || style.animationName !== 'none'
    || style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
}).map((each) => each.className)"""


@pytest.fixture(scope="module")
def interview(paths):
    return next(path for path in paths["en"] if "iseh-2025" in path)


def choose(reader, **settings):
    reader.page.click(".display summary")
    for name, value in settings.items():
        button = reader.page.locator(f".display [data-{name}='{value}']")
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        assert reader.page.locator(f".display [data-{name}][aria-pressed=true]").count() == 1
    reader.page.keyboard.press("Escape")


def test_size_has_three_steps(visitor, interview):
    reader = visitor()
    reader.go(interview)
    sizes = []
    for size in ("small", "", "large"):
        choose(reader, size=size)
        sizes.append(float(reader.page.evaluate(STYLE, "fontSize").removesuffix("px")))
    assert sizes == sorted(set(sizes))
    assert sizes[1] == 16


@pytest.mark.parametrize("system", ["light", "dark"])
def test_a_choice_is_there_before_the_first_paint_of_every_page(visitor, interview, system):
    other = {"light": "dark", "dark": "light"}[system]
    reader = visitor(color_scheme=system)
    reader.page.add_init_script(WATCH)
    reader.go(interview)
    assert reader.page.evaluate("window.first.theme") is None
    choose(reader, theme=other, size="large")
    for path in (interview, "/zh-hans/"):
        reader.go(path)
        first = reader.page.evaluate("window.first")
        assert (first["theme"], first["size"]) == (other, "large")
        assert (first["scheme"], first["font"]) == (other, "19px")


def test_a_choice_is_taken_back(visitor, interview):
    reader = visitor()
    reader.go(interview)
    choose(reader, theme="dark", size="small")
    choose(reader, theme="", size="")
    assert reader.page.evaluate("localStorage.length") == 0
    reader.go(interview)
    assert reader.page.evaluate("Object.keys(document.documentElement.dataset)") == []
    assert reader.page.locator(".display [aria-pressed=true]").count() == 3


def test_the_panel_works_with_the_keyboard_and_closes_by_escape(visitor, interview):
    reader = visitor()
    reader.go(interview)
    reader.page.focus(".display summary")
    reader.page.keyboard.press("Enter")
    for _ in range(3):
        reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    assert reader.page.evaluate("document.documentElement.dataset.size") == "large"
    reader.page.keyboard.press("Escape")
    assert reader.page.evaluate("document.activeElement.matches('.display summary')")
    assert reader.page.locator(".display[open]").count() == 0


@pytest.mark.parametrize("width", [360, 1440])
def test_large_letters_need_no_scrolling_sideways(visitor, interview, width):
    reader = visitor(width)
    reader.go(interview)
    choose(reader, size="large")
    for path in (interview, "/en/", "/zh-hans/interviews/"):
        reader.go(path)
        assert reader.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_without_scripts_nothing_is_offered_and_the_system_decides(visitor, interview):
    reader = visitor(java_script_enabled=False, color_scheme="dark")
    reader.go(interview)
    assert reader.page.locator(".display").is_hidden()
    dark = reader.page.evaluate("getComputedStyle(document.body).backgroundColor")
    reader.page.emulate_media(color_scheme="light")
    assert reader.page.evaluate("getComputedStyle(document.body).backgroundColor") != dark


def looks(reader, selector):
    return reader.page.locator(selector).first.evaluate(
        """(each) => {
          const style = getComputedStyle(each);
          return [style.backgroundColor, style.outlineStyle, style.borderBottomWidth, style.borderInlineStartWidth];
        }"""
    )


def test_forced_colors_keep_every_mark(visitor, interview):
    reader = visitor(forced_colors="active")
    reader.go(f"{interview}#t5s1")
    plain = looks(reader, "#t9 .segment")
    assert looks(reader, "#t5s1") != plain
    reader.page.hover("#t7s1", position={"x": 3, "y": 5})
    assert looks(reader, ".segment.is-marked:not(.is-target)") != plain
    assert looks(reader, ".toggle [aria-current]") != looks(reader, ".toggle a:not([aria-current])")
    assert looks(reader, ".views [aria-current]") != looks(reader, ".views a:not([aria-current])")
    assert looks(reader, ".contents [aria-current]") != looks(reader, ".contents a:not([aria-current])")
    reader.page.click(".display summary")
    assert looks(reader, ".display [aria-pressed=true]") != looks(reader, ".display [aria-pressed=false]")
    reader.go(f"{interview}?view=interleaved#t7")
    assert looks(reader, "#t7") != looks(reader, "#t9")


def test_nothing_moves_for_readers_who_asked_for_that(visitor, interview):
    reader = visitor()
    reader.go(interview)
    assert reader.page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    assert reader.page.evaluate(MOVING) == []
