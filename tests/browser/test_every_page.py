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


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_everybody_can_use_every_page(visitor, paths, kinds, width, language):
    reader = visitor(width)
    reader.page.add_init_script(AXE)
    found = []
    for path in paths[language]:
        reader.page.emulate_media(color_scheme="light")
        assert reader.go(path) == status_of(path), path
        if (path in kinds[language] and (width, language) in LIGHT) or (width, language) in SHAPES:
            found += violations(reader.page)
        if path in kinds[language] and (width, language) in DARK:
            reader.page.emulate_media(color_scheme="dark")  # the same page in other colors
            found += violations(reader.page, COLORS_ONLY)
        if reader.page.evaluate(IS_TOO_WIDE):
            found.append(f"{path} scrolls sideways")
    assert found == []
    assert [line for line in reader.complaints if not is_expected(line)] == []
    assert {url for url in reader.requested if not url.startswith(reader.origin)} == set()


def test_the_check_finds_what_it_should(visitor):
    reader = visitor(360)
    reader.page.add_init_script(AXE)
    reader.go("/en/about/")
    reader.page.evaluate("document.querySelector('main').append(new Image(2000, 10))")
    assert any("image-alt" in line for line in violations(reader.page))
    reader.page.evaluate("document.querySelector('h1').style.color = 'rgb(128, 128, 128, .2)'")
    assert any("color-contrast" in line for line in violations(reader.page, COLORS_ONLY))
    assert reader.page.evaluate(IS_TOO_WIDE)
    reader.page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: '1'}))")
    reader.page.wait_for_timeout(50)
    assert any("Content Security Policy" in line for line in reader.complaints)
