"""Publishing, unpublishing, withdrawing and previewing on the desk, and who may do so."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from archive import urls
from interviews.models import Edition, Interview
from tests import builders as build
from tests.admin_pages import address, messages, opened, save

pytestmark = pytest.mark.django_db
LIST = "/en/admin/interviews/interview/"


def status(interview):
    return Interview.objects.get(pk=interview.pk).status


def signed_in(*permissions, is_staff=True):
    user = User.objects.create_user("someone", password="a long password", is_staff=is_staff)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_publishing_asks_first(staff_client):
    made = build.interview(status="draft")
    assert "Readers will see it" in staff_client.get(address(made, "publish")).text
    assert status(made) == "draft"


def test_publishing_writes_an_edition(staff_client):
    made = build.interview(status="draft")
    response = staff_client.post(address(made, "publish"), {"confirmed": "yes"}, follow=True)
    assert status(made) == "published"
    assert made.editions.get().by.username == "editor"
    assert "published" in messages(response)


def test_saving_can_go_on_to_publishing(staff_client):
    made = build.interview(status="draft")
    response = save(staff_client, made, {"title_en": "New title"}, button="_publish")
    assert response.redirect_chain[-1][0].endswith(f"/{made.pk}/publish/")
    assert Interview.objects.get().title_en == "New title"


def test_publishing_again_may_say_what_was_corrected(staff_client):
    made = build.interview()
    staff_client.post(address(made, "unpublish"), {"confirmed": "yes"})
    save(staff_client, made, {"title_en": "Corrected title"})
    staff_client.post(address(made, "publish"), {"confirmed": "yes", "correction_en": "The title was wrong."})
    assert made.editions.get(number=2).correction_en == "The title was wrong."


def test_an_interview_without_turns_is_refused_in_words(staff_client):
    made = build.interview(status="draft")
    made.turns.all().delete()
    response = staff_client.post(address(made, "publish"), {"confirmed": "yes"}, follow=True)
    assert "without turns cannot be published" in messages(response)
    assert status(made) == "draft"


def test_unpublishing_keeps_the_editions(staff_client):
    made = build.interview()
    staff_client.post(address(made, "unpublish"), {"confirmed": "yes"})
    assert status(made) == "draft"
    assert made.editions.count() == 1


def test_withdrawing_asks_for_a_reason(staff_client):
    made = build.interview()
    response = staff_client.post(address(made, "withdraw"), {"confirmed": "yes"})
    assert "Give a reason" in response.text
    assert status(made) == "published"


def test_withdrawing_tells_readers_why_in_each_language(staff_client):
    made = build.interview()
    given = {"confirmed": "yes", "reason_zh_hans": "数据有误", "reason_en": "The data were wrong"}
    staff_client.post(address(made, "withdraw"), given)
    made.refresh_from_db()
    assert (made.status, made.withdrawn_reason_en) == ("withdrawn", "The data were wrong")
    assert "数据有误" in Client().get(f"/zh-hans/interviews/{made.slug}/").text


def test_each_step_stands_in_the_history(staff_client):
    made = build.interview(status="draft")
    staff_client.post(address(made, "publish"), {"confirmed": "yes"})
    assert "published" in staff_client.get(address(made, "history")).text


@pytest.mark.parametrize(
    ("before", "action", "more", "after"),
    [
        ("draft", "publish_selected", {}, "published"),
        ("published", "unpublish_selected", {}, "draft"),
        ("published", "withdraw_selected", {"reason_en": "Wrong"}, "withdrawn"),
    ],
)
def test_a_step_is_taken_with_many_at_once(staff_client, before, action, more, after):
    made = [build.interview(status=before) for _number in range(2)]
    chosen = {"action": action, "_selected_action": [str(interview.pk) for interview in made]}
    page = staff_client.post(LIST, chosen)
    assert [status(interview) for interview in made] == [before, before]
    assert all(str(interview.pk) in page.text for interview in made)
    staff_client.post(LIST, {**chosen, "confirmed": "yes", **more})
    assert [status(interview) for interview in made] == [after, after]


@pytest.mark.parametrize("step", ["publish", "unpublish", "withdraw"])
def test_a_step_wants_a_token_against_forged_requests(staff_client, step):
    made = build.interview()
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = staff_client.cookies
    assert strict.post(address(made, step), {"confirmed": "yes", "reason_en": "Wrong"}).status_code == 403
    assert status(made) == "published"


@pytest.mark.parametrize("step", ["publish", "withdraw", "change", "preview"])
def test_without_permission_nothing_is_done_or_shown(step):
    made = build.interview(status="draft")
    client = signed_in()
    assert client.post(address(made, step), {"confirmed": "yes", "reason_en": "Wrong"}).status_code == 403
    assert status(made) == "draft"


def test_who_may_look_may_preview_but_change_nothing():
    made = build.interview(status="draft")
    client = signed_in("view_interview", "view_turn", "view_participation", "view_languageversion")
    page = client.get(address(made))
    assert "What is leukemia?" in page.text
    assert "_save" not in page.text
    assert "/publish/" not in page.text
    assert client.get(address(made, "preview")).status_code == 200
    assert client.post(address(made, "publish"), {"confirmed": "yes"}).status_code == 403


def test_the_desk_knows_the_page_that_readers_see():
    assert callable(urls.desk.page)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_draft_is_previewed_as_readers_would_see_it(staff_client, language):
    made = build.interview(status="draft")
    response = staff_client.get(address(made, "preview", language))
    assert "What is leukemia?" in response.text
    assert response["Cache-Control"] == "private, no-store"


def test_a_preview_is_for_nobody_else():
    made = build.interview(status="draft")
    for client in (Client(), signed_in("view_interview", is_staff=False)):
        response = client.get(address(made, "preview"))
        assert response.status_code == 302
        assert "/login/" in response["Location"]


def test_a_preview_of_nothing_is_not_found(staff_client):
    assert staff_client.get("/en/admin/interviews/interview/404/preview/").status_code == 404


def test_the_page_leads_to_the_public_page_of_what_is_published_only(staff_client):
    published, draft = build.interview(slug="shown"), build.interview(slug="hidden", status="draft")
    assert 'href="/en/interviews/shown/"' in staff_client.get(address(published)).text
    assert 'href="/en/interviews/hidden/"' not in staff_client.get(address(draft)).text


def test_a_published_interview_is_corrected_in_the_open(staff_client):
    made = build.interview()
    fields = opened(staff_client, made)
    save(staff_client, made, {"turns-0-text_en": "What, then, is leukemia?"}, fields=fields)
    assert Edition.objects.filter(interview=made).count() == 2
