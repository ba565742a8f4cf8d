"""The README's pictures, taken anew by `make screenshots`: the first sample interview on a wide screen and a phone."""

import pytest

from tests.browser.conftest import PROJECT

PICTURES = PROJECT / "docs" / "pictures"


@pytest.mark.parametrize(
    ("name", "language", "size", "theme"),
    [
        ("wide", "en", (1440, 900), "light"),
        ("phone", "zh-hans", (390, 844), "light"),
    ],
)
def test_take(visitor, paths, name, language, size, theme):
    reader = visitor(*size, color_scheme=theme, device_scale_factor=1 if size[0] > 1000 else 2)
    interview = next(path for path in paths[language] if "iseh-2025" in path)
    assert reader.go(interview) == 200
    PICTURES.mkdir(parents=True, exist_ok=True)
    reader.page.screenshot(path=PICTURES / f"interview-{name}.png")
