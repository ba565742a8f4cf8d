"""What is pressed is large enough for a finger."""

import pytest

# WCAG 2.5.8 excepts what stands in a sentence: terms, and links within notices.
SMALL = """() => [...document.querySelectorAll('a[href], button, summary, input, select')]
  .filter((each) => each.checkVisibility({visibilityProperty: true}) && !each.matches('.skip, .term *, .notice a'))
  .map((each) => [each, each.getBoundingClientRect()])
  .filter(([, box]) => box.width < 23.9 || box.height < 23.9)
  .map(([each, box]) => `${each.outerHTML.slice(0, 120)} ${Math.round(box.width)} × ${Math.round(box.height)}`)"""


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("code", ["en", "zh-hans"])
def test_nothing_to_press_on_a_phone_is_smaller_than_24_pixels(visitor, paths, code, scripts):
    reader = visitor(360, 740, has_touch=True, java_script_enabled=scripts)
    reader.go(next(path for path in paths[code] if "pptc-2025" in path))
    for fold in reader.page.locator(".fold > summary").all():
        fold.click()
    assert reader.page.locator("main a").count() > 20
    assert reader.page.evaluate(SMALL) == []
