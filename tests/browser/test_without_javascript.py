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


@pytest.mark.parametrize("width", [360, 1440])
def test_each_turn_offers_itself_in_the_other_views(visitor, paths, width):
    reader = visitor(width, java_script_enabled=False)
    interview = next(path for path in paths["en"] if "iseh-2025" in path)
    for rest, offered in (("", ["?view=interleaved", "only/"]), ("only/", ["", "?view=interleaved"])):
        reader.go(interview + rest)
        reader.page.locator("#t9").scroll_into_view_if_needed()
        reader.page.hover("#t9 .who >> nth=0")
        reader.page.click("#t9 .turn-views summary")
        links = reader.page.locator("#t9 .turn-views a")
        assert [link.get_attribute("href") for link in links.all()] == [f"{interview}{view}#t9" for view in offered]
        assert [link.is_visible() for link in links.all()] == [width > 360 or "view" not in view for view in offered]
    links.first.click()
    assert 0 <= reader.page.locator("#t9").bounding_box()["y"] < 120


def test_scripts_leave_that_to_the_views_themselves(visitor, paths):
    reader = visitor()
    reader.go(next(path for path in paths["en"] if "iseh-2025" in path))
    assert reader.page.locator(".turn-views").count() == 0
