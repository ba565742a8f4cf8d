"""Everything works without JavaScript; it only improves."""

import pytest


@pytest.fixture
def reader(visitor):
    return visitor(java_script_enabled=False)


def test_the_toggle_leads_to_the_same_page_in_the_other_language(reader, paths):
    for here, there in zip(sorted(paths["en"]), sorted(paths["zh-hans"]), strict=True):
        if "no-such-page" in here or "withdrawn-one" in here or "/with/" in here:
            continue
        reader.go(here)
        reader.page.locator(".toggle a[hreflang=zh-Hans]").click()
        assert reader.page.url == reader.origin + there
        assert reader.page.locator("html").get_attribute("lang") == "zh-Hans"


def test_the_toggle_keeps_the_query(reader):
    reader.go("/en/interviews/?language=en&page=1")
    reader.page.locator(".toggle a[hreflang=zh-Hans]").click()
    assert reader.page.url == f"{reader.origin}/zh-hans/interviews/?language=en&page=1"


def test_the_whole_interview_is_read(reader, paths):
    reader.go(next(path for path in paths["en"] if path.endswith("/with/zh-hans/")))
    turns = reader.page.locator(".turn[id]")
    assert turns.count() > 3
    assert all(turn.is_visible() for turn in turns.all())
