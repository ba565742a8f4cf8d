"""Saving on the desk: corrections in the open, another's work never lost, addresses that keep leading somewhere."""

import pytest
from django.urls import reverse

from interviews import storage
from interviews.models import FormerSlug, Interview, Speaker
from tests import builders as build
from tests.admin_pages import Form, added, errors, messages, opened, save

pytestmark = pytest.mark.django_db


def texts(interview):
    return [dict(turn.text) for turn in storage.load(Interview.objects.whole().get(pk=interview.pk)).turns]


def test_a_correction_stands_in_the_new_edition(staff_client):
    made = build.interview()
    changes = {
        "turns-1-text_en": "A cancer of blood cells.",
        "correction_en": "Wording.",
        "correction_zh_hans": "措辞。",
    }
    response = save(staff_client, made, changes)
    newest = made.editions.order_by("-number").first()
    assert (newest.number, newest.correction_en, newest.correction_zh_hans) == (2, "Wording.", "措辞。")
    assert newest.by.username == "editor"
    assert "A cancer of blood cells." in newest.content
    assert "1 new edition" in messages(response)


def test_a_correction_without_a_change_is_not_lost_silently(staff_client):
    made = build.interview()
    response = save(staff_client, made, {"correction_en": "Nothing, really."})
    assert made.editions.count() == 1
    assert "Nothing, really." in messages(response)


def test_a_draft_asks_for_no_correction(staff_client):
    assert "correction_en" not in opened(staff_client, build.interview(status="draft"))


def test_the_second_of_two_saves_is_refused_and_loses_nothing(staff_client):
    made = build.interview(status="draft")
    first, second = opened(staff_client, made), opened(staff_client, made)
    save(staff_client, made, {"turns-0-text_en": "First editor"}, fields=first)
    response = save(staff_client, made, {"turns-0-text_en": "Second editor"}, fields=second)
    assert "Somebody else changed this interview" in errors(response)
    assert "Second editor" in response.text
    assert texts(made)[0]["en"] == "First editor"


def test_a_save_over_a_publication_is_refused(staff_client):
    made = build.interview(status="draft")
    fields = opened(staff_client, made)
    storage.publish(made)
    response = save(staff_client, made, {}, fields=fields)
    assert "Somebody else" in errors(response)
    made.refresh_from_db()
    assert made.status == "published"


def test_a_changed_address_leads_on(staff_client):
    made = build.interview(slug="old-address")
    save(staff_client, made, {"slug": "new-address"})
    assert Interview.objects.get().slug == "new-address"
    assert FormerSlug.objects.get(section="interviews", slug="old-address").row == made.pk


def test_an_emptied_address_is_given_anew(staff_client):
    made = build.interview(slug="old-address")
    save(staff_client, made, {"slug": ""})
    assert Interview.objects.get().slug == "anhe-lin"


@pytest.mark.parametrize("taken", ["present", "former"])
def test_an_address_of_another_interview_is_refused(staff_client, taken):
    other, made = build.interview(slug="former"), build.interview(slug="mine")
    save(staff_client, other, {"slug": "present"})
    assert "is, or was" in errors(save(staff_client, made, {"slug": taken}))


def test_an_address_is_ascii(staff_client):
    made = build.interview(slug="mine")
    assert errors(save(staff_client, made, {"slug": "白血病"}))


def test_a_new_interview_gets_an_address_and_goes_on_to_its_turns(staff_client):
    storage.store(build.transcript())
    speaker = Speaker.objects.get()
    page = reverse("admin:interviews_interview_add")
    fields = Form(staff_client.get(page).text).fields
    changes = {"title_en": "A new one", **added(fields, "participations", speaker=speaker.pk)}
    response = staff_client.post(page, {**fields, **changes, "_save": "x"}, follow=True)
    made = Interview.objects.get(title_en="A new one")
    assert made.slug == "anhe-lin-2"
    assert response.redirect_chain[-1][0].endswith(f"/{made.pk}/change/")
    assert made.participations.get().position == 1
