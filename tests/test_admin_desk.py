"""The desk around the interviews: what interviews share, what is only read, languages, accounts."""

import pytest
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from interviews import storage
from interviews.admin import lines
from interviews.models import BiographyEntry, Conference, Edition, FormerSlug, Interview, Source, Speaker, Term, Topic
from interviews.transcripts import transcript as t
from tests import builders as build
from tests.admin_pages import Form, added, address, errors, opened, save

WORD = st.text(min_size=1).filter(str.strip)


@given(st.lists(WORD))
def test_every_list_of_names_comes_back_from_its_lines(names):
    assert lines.read(lines.write(names)) == names


@given(st.lists(st.tuples(st.text(), WORD)))
def test_every_list_of_credits_comes_back_from_its_lines(pairs):
    assert lines.read_pairs(lines.write_pairs(pairs)) == pairs


def test_both_widths_of_the_colon_part_role_and_name():
    assert lines.read_pairs("编辑：周明\r\nEditor:Mei: Zhou") == [("编辑", "周明"), ("Editor", "Mei: Zhou")]


@pytest.mark.django_db
class TestSharedRows:
    def test_a_changed_person_is_told_in_each_published_interview(self, staff_client):
        published, draft = build.interview(), build.interview(status="draft")
        person = Speaker.objects.get()
        save(staff_client, person, {"name_en": "An-He Lin", "correction_en": "The name."})
        assert published.editions.first().number == 2
        assert "An-He Lin" in published.editions.first().content
        assert published.editions.first().correction_en == "The name."
        assert not draft.editions.exists()

    def test_a_changed_career_is_told_too(self, staff_client):
        made = build.interview(biographies=(build.career(),))
        person = Speaker.objects.get()
        save(staff_client, person, {"biography-0-position": "3", "biography-0-text_en": "All leukemias"})
        entries = list(person.biography.values_list("position", "text_en"))
        assert entries == [(1, "Chief of lymphoma"), (2, "Young investigator award"), (3, "All leukemias")]
        assert made.editions.count() == 2

    def test_a_new_entry_of_a_career_goes_to_the_end(self, staff_client):
        build.interview(biographies=(build.career(),))
        person = Speaker.objects.get()
        fields = opened(staff_client, person)
        save(staff_client, person, added(fields, "biography", text_en="A prize", section="award", start="2020-05"))
        newest = BiographyEntry.objects.order_by("-position").first()
        assert (newest.position, newest.text_en, newest.start) == (4, "A prize", "2020-05")

    def test_other_names_are_lines(self, staff_client):
        build.interview()
        person = Speaker.objects.get()
        save(staff_client, person, {"aliases": "Lin An-He\r\n林 安和\r\n"})
        person.refresh_from_db()
        assert person.aliases == ["Lin An-He", "林 安和"]

    def test_a_term_has_other_names_in_each_language(self, staff_client):
        page = "/en/admin/interviews/term/add/"
        fields = Form(staff_client.get(page).text).fields
        names = {
            "name_en": "Measurable residual disease",
            "aliases_en": "minimal residual disease",
            "abbreviation": "MRD",
        }
        staff_client.post(page, {**fields, **names, "name_zh_hans": "可测量残留病", "aliases_zh_hans": "微小残留病"})
        term = Term.objects.get()
        assert (term.aliases_en, term.aliases_zh_hans) == (["minimal residual disease"], ["微小残留病"])
        assert term.slug == "measurable-residual-disease"

    def test_the_uses_of_a_term_are_found_again_under_its_new_name(self, staff_client):
        build.interview()
        term = Term.objects.create(name_en="Lymphoma", slug="lymphoma")
        assert not term.uses.exists()
        save(staff_client, term, {"name_en": "Leukemia"})
        assert term.uses.exists()

    def test_a_changed_conference_is_told(self, staff_client):
        made = build.interview(conference=t.Conference("ASH", "2024", city=build.text(("圣迭戈", "San Diego"))))
        save(staff_client, Conference.objects.get(), {"city_en": "Orlando"})
        assert "Orlando" in made.editions.first().content

    def test_a_changed_topic_is_told_and_keeps_its_old_address(self, staff_client):
        made = build.interview(tags=(build.text(("淋巴瘤", "Lymphoma")),))
        topic = Topic.objects.get()
        save(staff_client, topic, {"name_en": "Lymphomas", "slug": "lymphomas"})
        assert "Lymphomas" in made.editions.first().content
        assert FormerSlug.objects.get(section="topics", slug="lymphoma").row == topic.pk

    @pytest.mark.parametrize("at_once", [True, False])
    def test_a_deleted_topic_leaves_its_interviews_in_the_open(self, staff_client, at_once):
        made = build.interview(tags=(build.text(("淋巴瘤", "Lymphoma")),))
        topic = Topic.objects.get()
        if at_once:
            chosen = {"action": "delete_selected", "_selected_action": [topic.pk], "post": "yes"}
            staff_client.post("/en/admin/interviews/topic/", chosen)
        else:
            staff_client.post(address(topic, "delete"), {"post": "yes"})
        assert not Topic.objects.exists()
        assert "Lymphoma" not in made.editions.first().content

    def test_a_person_of_an_interview_cannot_be_deleted(self, staff_client):
        build.interview()
        person = Speaker.objects.get()
        response = staff_client.post(address(person, "delete"), {"post": "yes"})
        assert response.status_code == 200
        assert Speaker.objects.exists()

    def test_the_page_of_a_person_leads_to_the_public_one_if_there_is_one(self, staff_client):
        made, person = build.interview(status="draft"), Speaker.objects.get()
        public = f'href="/en/speakers/{person.slug}/"'
        assert public not in staff_client.get(address(person)).text
        storage.publish(made)
        assert public in staff_client.get(address(person)).text

    def test_a_wrong_partial_date_is_refused(self, staff_client):
        build.interview(conference=t.Conference("ASH", "2024"))
        assert "Write a year" in errors(save(staff_client, Conference.objects.get(), {"start": "Dec 2024"}))


@pytest.mark.django_db
class TestRecords:
    def source(self):
        findings = [{"line": 2, "kind": "dropped", "text": "分享 <b>", "why": "page furniture"}]
        made = build.interview()
        return Source.objects.create(
            interview=made, text="第一行\n分享 <b>", sha256="0" * 64, received_from="one.txt", findings=findings
        )

    def test_a_source_is_read_with_its_findings(self, staff_client):
        page = staff_client.get(address(self.source())).text
        assert "<td>page furniture</td>" in page
        assert '<li id="line-2">分享 &lt;b&gt;</li>' in page

    def test_an_edition_is_read_with_its_content(self, staff_client):
        edition = build.interview().editions.get()
        page = staff_client.get(address(edition)).text
        assert edition.sha256 in page
        assert "What is leukemia?" in page

    @pytest.mark.parametrize("model", ["source", "edition"])
    def test_records_are_not_added_changed_or_deleted(self, staff_client, model):
        record = self.source() if model == "source" else build.interview().editions.get()
        assert staff_client.get(f"/en/admin/interviews/{model}/").status_code == 200
        assert staff_client.get(f"/en/admin/interviews/{model}/add/").status_code == 403
        assert staff_client.post(address(record), {"sha256": "1"}).status_code == 403
        assert staff_client.post(address(record, "delete"), {"post": "yes"}).status_code == 403
        assert type(record).objects.get(pk=record.pk).sha256 == record.sha256

    def test_a_redaction_leaves_the_reason_and_who_gave_it(self, staff_client):
        edition = build.interview().editions.get()
        assert "/redact/" in staff_client.get(address(edition)).text
        staff_client.post(address(edition, "redact"), {"reason_en": "A wrong dose", "reason_zh_hans": "剂量有误"})
        edition = Edition.objects.get()
        assert edition.redacted_by.username == "editor"
        assert edition.redaction_reason == "剂量有误\nA wrong dose"
        assert "leukemia" not in edition.content
        assert "A wrong dose" in edition.content
        assert LogEntry.objects.filter(object_id=str(edition.pk)).exists()

    def test_a_redaction_wants_a_reason(self, staff_client):
        edition = build.interview().editions.get()
        assert "Give a reason" in staff_client.post(address(edition, "redact"), {}).text
        assert Edition.objects.get().redacted_at is None

    def test_an_edition_is_redacted_once(self, staff_client):
        edition = build.interview().editions.get()
        for reason in ("First", "Second"):
            assert staff_client.post(address(edition, "redact"), {"reason_en": reason}).status_code == 302
        assert Edition.objects.get().redaction_reason == "First"
        assert "/redact/" not in staff_client.get(address(edition)).text


@pytest.mark.django_db
class TestDesk:
    @pytest.mark.parametrize("path", ["", "interviews/interview/", "interviews/interview/add/", "auth/user/"])
    def test_every_page_offers_itself_in_the_other_languages(self, staff_client, path):
        page = staff_client.get(f"/en/admin/{path}").text
        assert f'href="/zh-hans/admin/{path}" hreflang="zh-Hans" lang="zh-Hans"' in page
        assert "简体中文" in page

    def test_the_login_does_too_and_keeps_where_to_go(self):
        page = Client().get("/en/admin/login/?next=/en/admin/auth/user/").text
        assert 'href="/zh-hans/admin/login/?next=/en/admin/auth/user/"' in page

    def test_the_desk_speaks_the_language_of_its_address(self, staff_client):
        assert 'lang="zh-hans"' in staff_client.get("/zh-hans/admin/").text
        assert "登出" in staff_client.get("/zh-hans/admin/").text or "注销" in staff_client.get("/zh-hans/admin/").text

    def test_the_desk_lists_interviews_first_and_nothing_of_the_machinery(self, staff_client):
        apps = staff_client.get("/en/admin/").context["app_list"]
        assert [app["app_label"] for app in apps] == ["interviews", "auth"]
        assert apps[0]["models"][0]["object_name"] == "Interview"

    def test_every_page_loads_from_this_host_alone(self, staff_client):
        made = build.interview()
        for row in (made, made.editions.get(), Speaker.objects.get()):
            page = staff_client.get(address(row)).text
            assert "jquery-ui" not in page
            assert 'src="http' not in page
            assert "src='http" not in page

    @pytest.mark.parametrize("model", ["speaker", "conference", "topic", "term", "source", "edition"])
    def test_lists_can_be_searched(self, staff_client, model):
        build.interview(conference=t.Conference("ASH", "2024"), tags=(build.text(("淋巴瘤", "Lymphoma")),))
        assert staff_client.get(f"/en/admin/interviews/{model}/?q=zzz").context["cl"].result_count == 0

    def test_people_are_found_by_name_while_typing(self, staff_client):
        build.interview()
        query = "?term=林安&app_label=interviews&model_name=participation&field_name=speaker"
        assert "Anhe Lin" in staff_client.get(f"/en/admin/autocomplete/{query}").json()["results"][0]["text"]

    def test_guessing_passwords_ends_in_a_lockout(self, django_user_model):
        django_user_model.objects.create_superuser("editor", password="a long password")
        client, page = Client(), "/en/admin/login/"
        for _attempt in range(settings.AXES_FAILURE_LIMIT):
            locked = client.post(page, {"username": "editor", "password": "wrong"})
        assert locked.status_code == 429
        assert client.post(page, {"username": "editor", "password": "a long password"}).status_code == 429

    def test_staff_sign_in(self, django_user_model):
        django_user_model.objects.create_superuser("editor", password="a long password")
        client = Client()
        given = {"username": "editor", "password": "a long password", "next": "/en/admin/"}
        assert client.post("/en/admin/login/", given)["Location"] == "/en/admin/"
        assert client.get("/en/admin/").status_code == 200

    def test_a_turn_shows_a_column_for_every_language(self, staff_client):
        fields = opened(staff_client, build.interview())
        for code, _name in settings.LANGUAGES:
            assert f"turns-0-text_{code.replace('-', '_')}" in fields

    def test_an_interview_opens_as_it_was_stored(self, staff_client):
        made = build.interview()
        assert opened(staff_client, made)["title_en"] == "Treating leukemia"
        assert storage.load(Interview.objects.whole().get()).title["en"] == "Treating leukemia"
