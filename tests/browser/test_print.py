"""The interview on paper: an offprint with turn numbers and addresses, nothing to click, nothing cut off."""

import re

import pytest

from tests.browser.conftest import Visitor

A4_INSIDE_MARGINS = {"width": 672, "height": 990}  # in CSS pixels
HIDDEN = (
    ".masthead-nav, .toggle, .display, .views, .skip, .footer"
    ", .turn-menu, .turn-elsewhere, .contents, .copied, .term-card"
)
# Boxes of text that reach out of the sheet, or lie over the box before them.
ASTRAY = """() => {
  const boxes = [...document.querySelectorAll('h1, .row > p, .note-rows > p, .foot p, .card p, .card li')]
    .filter((each) => each.checkVisibility() && each.innerText.trim());
  const out = boxes.filter((each) => {
    const box = each.getBoundingClientRect();
    return box.left < 0 || box.right > innerWidth || each.scrollWidth > each.clientWidth + 1;
  });
  const rows = [...document.querySelectorAll('.turns .row')];
  const over = rows.filter((row, place) => place
    && row.getBoundingClientRect().top < rows[place - 1].getBoundingClientRect().bottom - 1);
  return [...out, ...over].map((each) => each.outerHTML.slice(0, 100));
}"""


@pytest.fixture(scope="module")
def interview(paths):
    return {code: next(path for path in found if "iseh-2025" in path) for code, found in paths.items()}


@pytest.fixture(scope="module", params=["", "?view=interleaved", "only/"])
def sheet(browser, origin, interview, request):
    """The interview as it is printed, in each view, for a reader of dark pages with large letters."""
    context = browser.new_context(viewport=A4_INSIDE_MARGINS, color_scheme="dark")
    reader = Visitor(context.new_page(), origin)
    reader.page.add_init_script("localStorage.theme = 'dark'; localStorage.size = 'large'")
    reader.go(f"{interview['en']}{request.param}#t5s1")
    reader.page.emulate_media(media="print")
    reader.view = request.param
    yield reader
    context.close()


def test_nothing_to_click_is_printed(sheet):
    assert [
        each.evaluate("(each) => each.className") for each in sheet.page.locator(HIDDEN).all() if each.is_visible()
    ] == []
    assert sheet.page.locator(".term button:visible").count() == 0
    assert sheet.page.locator(".term:visible").count() > 10


def test_turn_numbers_title_date_kind_and_address_are_printed(sheet, interview):
    assert [number.inner_text() for number in sheet.page.locator(".turn-number").all()] == [
        str(n) for n in range(1, 15)
    ]
    assert sheet.page.locator("h1").is_visible()
    foot = sheet.page.locator(".offprint").inner_text()
    for part in (sheet.page.locator("h1").inner_text(), "Oct. 16, 2025", "Condensed account"):
        assert part in foot
    assert foot.endswith(f"{sheet.origin}{interview['en']}")


def test_the_foot_is_for_paper_alone(visitor, interview):
    reader = visitor()
    reader.go(interview["en"])
    assert reader.page.locator(".offprint").is_hidden()


def test_the_two_columns_stay_beside_each_other_on_paper_and_the_pair_below(sheet):
    first, *rest = (
        cell.bounding_box() for cell in sheet.page.locator("#t5 .row:not(.row-who) [data-segment=t5s1]").all()
    )
    assert [abs(box["y"] - first["y"]) < 10 for box in rest] == {"": [True], "?view=interleaved": [False], "only/": []}[
        sheet.view
    ]


def test_nothing_is_cut_off_or_printed_over_something_else(sheet):
    assert sheet.page.evaluate(ASTRAY) == []


def test_the_experts_follow_the_text(sheet):
    text, cards = sheet.page.locator(".reading").bounding_box(), sheet.page.locator(".card")
    assert cards.count() == 2
    assert all(card.is_visible() and card.bounding_box()["y"] >= text["y"] + text["height"] for card in cards.all())


def test_paper_is_white_and_letters_have_their_size(sheet):
    assert sheet.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    letters = sheet.page.locator("#t5s1").evaluate("(each) => parseFloat(getComputedStyle(each).fontSize)")
    assert 12 < letters < 15  # 9 to 11 points
    assert (
        sheet.page.locator("#t5s1").evaluate("(each) => getComputedStyle(each).backgroundColor") == "rgba(0, 0, 0, 0)"
    )


def test_the_pdf_has_few_pages_of_a4_and_links_that_lead_to_the_archive(sheet):
    pdf = sheet.page.pdf(prefer_css_page_size=True)
    pages = len(re.findall(rb"/Type /Page\b(?!s)", pdf))
    assert 3 <= pages <= 7
    [width, height] = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf).groups()
    assert (round(float(width)), round(float(height))) == (595, 842)
    assert f"/URI ({sheet.origin}/en/terms/".encode() in pdf
