"""Every public page at every width, in both themes and languages: usable by all, and nobody else is asked."""

from pathlib import Path

import axe_playwright_python
import pytest

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# Everything that axe knows, its best practices included.
# No element has to be found again by a path, which would cost as much as the rules.
RUN_AXE = """(options) => axe.run(document, {resultTypes: ['violations'], selectors: false, ...options})
  .then(({violations}) => violations)"""
COLORS_ONLY = {"runOnly": ["cat.color"]}
IS_TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
WIDTHS = (360, 768, 1440)
PARTS = 3  # for as many processes as may share in it
# Every kind of page at every width, light and dark, the languages taking turns.
LIGHT = {(360, "zh-hans"), (768, "en"), (1440, "en")}
DARK = {(360, "en"), (768, "zh-hans"), (1440, "zh-hans")}
SHAPES = {(1440, "en")}  # here the further interviews too
MISSING = {"no-such-page": 404, "withdrawn-one": 410}


def status_of(path):
    return next((status for name, status in MISSING.items() if name in path), 200)


def is_expected(complaint):
    """Return whether Chromium only reports that a missing page is missing; all else is ours to mend."""
    url, text = complaint.split(": ", 1)
    return "the server responded with a status of" in text and str(status_of(url)) in text


def violations(page, options=None):
    """Return what axe finds on a page, as a line each."""
    return [
        f"{page.url} {found['id']}: {node['html'][:160]} {node['failureSummary']}"
        for found in page.evaluate(RUN_AXE, options or {})
        for node in found["nodes"]
    ]


def unusable(reader, language, width, kinds, path):
    """Return what is wrong with the open page at a width; what cannot differ between languages, in one of them."""
    reader.page.set_viewport_size({"width": width, "height": 900})
    if (path in kinds and (width, language) in LIGHT) or (width, language) in SHAPES:
        yield from violations(reader.page)
    if path in kinds and (width, language) in DARK:
        reader.page.emulate_media(color_scheme="dark")  # the same page in other colors
        yield from violations(reader.page, COLORS_ONLY)
        reader.page.emulate_media(color_scheme="light")
    if reader.page.evaluate(IS_TOO_WIDE):
        yield f"{path} scrolls sideways at {width}"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("part", range(PARTS))
def test_everybody_can_use_every_page(visitor, paths, kinds, part, language):
    """A page is loaded once and its window resized: no script asks for the width before a reader does something."""
    reader = visitor(color_scheme="light")
    found = []
    for path in paths[language][part::PARTS]:
        assert reader.go(path) == status_of(path), path
        reader.page.evaluate(AXE)
        for width in WIDTHS:
            found += unusable(reader, language, width, kinds[language], path)
    assert found == []
    assert [line for line in reader.complaints if not is_expected(line)] == []
    assert {url for url in reader.requested if not url.startswith(reader.origin)} == set()


def test_the_check_finds_what_it_should(visitor):
    reader = visitor(color_scheme="light")
    reader.go("/en/about/")
    reader.page.evaluate(AXE)
    reader.page.evaluate("document.querySelector('main').append(new Image(900, 10))")
    assert any("image-alt" in line for line in violations(reader.page))
    assert not reader.page.evaluate(IS_TOO_WIDE)
    # Readable on light paper alone.
    reader.page.evaluate("document.querySelector('h1').style.color = 'rgb(90, 90, 90)'")
    assert not any("color-contrast:" in line for line in violations(reader.page))
    found = list(unusable(reader, "en", 360, ["/en/about/"], "/en/about/"))
    assert any("color-contrast:" in line for line in found)
    assert found[-1] == "/en/about/ scrolls sideways at 360"
    reader.page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: '1'}))")
    reader.page.wait_for_timeout(50)
    assert any("Content Security Policy" in line for line in reader.complaints)
