"""The editors' desk in a real browser: nothing against its security policy, nothing from elsewhere, texts in full."""

import pytest

from tests.browser.conftest import Visitor

ACCOUNT = (
    "from django.contrib.auth.models import User; User.objects.create_superuser('editor', password='a long password')"
)
INTERVIEWS = "/en/admin/interviews/interview/"
PAGES = ("interviews/edition", "interviews/source", "interviews/term/add", "interviews/speaker/add", "auth/user/add")
CUT_OFF = "() => [...document.querySelectorAll('textarea')].filter((area) => area.scrollHeight > area.clientHeight)"


@pytest.fixture(scope="module")
def staffed(serving):
    """The address of an archive with the sample articles and an account for its editor."""
    with serving(ACCOUNT) as address:
        yield address


@pytest.fixture
def editor(new_context, staffed):
    """An editor who has signed in."""
    signed_in = Visitor(new_context(viewport={"width": 1440, "height": 900}).new_page(), staffed)
    signed_in.go("/en/admin/login/?next=/en/admin/")
    signed_in.page.fill("[name=username]", "editor")
    signed_in.page.fill("[name=password]", "a long password")
    signed_in.page.click("[type=submit]")
    signed_in.page.wait_for_url("**/en/admin/")
    return signed_in


def first_interview(editor):
    editor.go(INTERVIEWS)
    return editor.page.locator("#result_list tbody th a").first.get_attribute("href").split("?")[0]


def test_the_desk_keeps_to_its_security_policy(editor):
    change = first_interview(editor)
    for page in ("change", "history", "delete", "publish", "withdraw"):
        assert editor.go(change.replace("change", page)) == 200, page
    for path in PAGES:
        assert editor.go(f"/zh-hans/admin/{path}/") == 200, path
    assert [line for line in editor.complaints if "Autofocus" not in line] == []
    assert {url for url in editor.requested if not url.startswith((editor.origin, "data:"))} == set()


def test_an_editor_adds_a_turn_and_finds_a_conference(editor):
    editor.go(first_interview(editor))
    turns = editor.page.locator("#turns-group .inline-related:not(.empty-form)")
    before = turns.count()
    editor.page.click("#turns-group .add-row a")
    assert turns.count() == before + 1
    editor.page.click(".field-conference .select2-selection")
    editor.page.wait_for_selector(".select2-results__option[aria-selected]")
    assert editor.complaints == []


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_texts_stand_in_full_at_every_width(editor, width):
    change = first_interview(editor)
    editor.page.set_viewport_size({"width": width, "height": 900})
    editor.go(change)
    assert editor.page.locator("textarea:visible").count() > 10
    assert editor.page.evaluate(CUT_OFF) == []
    assert editor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_languages_of_a_turn_stand_beside_each_other_on_a_wide_screen(editor):
    editor.go(first_interview(editor))
    row = editor.page.locator("#turns-0 .form-multiline:has(textarea)")
    tops = [area.bounding_box()["y"] for area in row.locator("textarea").all()]
    assert len(tops) == len(editor.page.locator(".desk-languages a").all()) > 1
    assert len(set(tops)) == 1
