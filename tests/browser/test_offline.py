"""An interview saved for offline: one file that opens from a memory stick and asks nobody for anything."""

import re
import urllib.request

import pytest

HREFS = "() => [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))"


@pytest.fixture(scope="module")
def interviews(paths):
    return {
        code: [path for path in found if re.fullmatch(rf"/{code}/interviews/(?!withdrawn)[\w-]+/", path)]
        for code, found in paths.items()
    }


@pytest.fixture(scope="module")
def saved(origin, interviews, tmp_path_factory):
    """The saved file of each interview, each in a folder of its own."""

    def save(path):
        with urllib.request.urlopen(f"{origin}{path}offline/") as response:
            assert "attachment" in response.headers["Content-Disposition"]
            file = tmp_path_factory.mktemp("stick") / "interview.html"
            file.write_bytes(response.read())
        return file

    return {code: [save(path) for path in found] for code, found in interviews.items()}


def test_the_page_offers_the_file(visitor, interviews):
    reader = visitor(java_script_enabled=False)
    reader.go(interviews["en"][0])
    with reader.page.expect_download() as download:
        reader.page.get_by_role("link", name="Save for offline").click()
    assert download.value.suggested_filename.endswith("-en.html")


@pytest.mark.parametrize("code", ["en", "zh-hans"])
def test_it_opens_from_a_memory_stick_and_asks_nobody(visitor, saved, origin, code):
    reader = visitor(offline=True)
    for file in saved[code]:
        reader.requested.clear()
        reader.page.goto(file.as_uri())
        assert {url for url in reader.requested if not url.startswith("data:")} == {file.as_uri()}
        hrefs = reader.page.evaluate(HREFS)
        assert [href for href in hrefs if not href.startswith(("#", origin, "https://", "mailto:"))] == []
        assert [href for href in hrefs if href.startswith("#") and not reader.page.locator(href).count()] == []
        assert reader.page.locator("link[href^='data:']").count() == 1
        assert reader.page.locator("main").evaluate("(main) => getComputedStyle(main).maxWidth") != "none"
    assert reader.complaints == []


def test_it_shows_the_whole_interview_in_both_languages(visitor, saved, interviews):
    reader, saver = visitor(), visitor(offline=True)
    for path, file in zip(interviews["en"], saved["en"], strict=True):
        reader.go(path)
        saver.page.goto(file.as_uri())
        cells = ".turns .row:not(.row-who) > p, .card, .head, .foot .disclaimer"
        for here, there in zip(reader.page.locator(cells).all(), saver.page.locator(cells).all(), strict=True):
            assert there.text_content() == here.text_content()


def test_it_says_where_it_is_from(visitor, saved, interviews, origin):
    reader = visitor(offline=True)
    reader.page.goto(saved["en"][0].as_uri())
    assert reader.page.locator(f".meta a[href='{origin}{interviews['en'][0]}']").is_visible()


def test_its_terms_and_sentences_work(visitor, saved):
    reader = visitor(offline=True, java_script_enabled=False)
    reader.page.goto(next(file for file in saved["en"] if b'id="t14"' in file.read_bytes()).as_uri() + "#t5s1")
    assert 0 <= reader.page.locator("#t5s1").bounding_box()["y"] < 200
    reader.page.locator("#t5 .term").first.click()
    assert reader.page.locator(".term-card:popover-open").is_visible()
    reader.page.keyboard.press("Escape")
    assert reader.page.locator(".term-card:popover-open").count() == 0
