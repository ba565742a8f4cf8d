"""Editing an interview on the desk: texts in both languages, the order of turns, people, the list."""

import pytest

from interviews import storage
from interviews.models import Edition, Interview, Participation, Speaker, Turn
from tests import builders as build
from tests.admin_pages import added, address, errors, opened, save

pytestmark = pytest.mark.django_db


def texts(interview):
    return [dict(turn.text) for turn in storage.load(Interview.objects.whole().get(pk=interview.pk)).turns]


def test_opening_and_saving_changes_nothing(staff_client):
    made = build.interview(
        ("什么？\n\n为什么？", "What?\n\nWhy?"), ("　因为。", "Because."), biographies=(build.career(),)
    )
    before = storage.load(Interview.objects.whole().get(pk=made.pk))
    response = save(staff_client, made, {})
    assert response.redirect_chain
    assert storage.load(Interview.objects.whole().get(pk=made.pk)) == before
    assert made.editions.count() == 1


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_both_languages_of_a_turn_are_edited_on_one_page(staff_client, language):
    made = build.interview(status="draft")
    changes = {"turns-0-text_zh_hans": "什么是\r\n\r\n淋巴瘤？", "turns-0-text_en": "What is\r\n\r\nlymphoma?"}
    save(staff_client, made, changes, language=language)
    assert texts(made)[0] == {"zh-hans": "什么是\n\n淋巴瘤？", "en": "What is\n\nlymphoma?"}


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_text_can_be_emptied_in_either_language_under_either(staff_client, language):
    for field, kept in (("turns-0-text_zh_hans", "en"), ("turns-0-text_en", "zh-hans")):
        made = build.interview(status="draft")
        save(staff_client, made, {field: ""}, language=language)
        assert list(texts(made)[0]) == [kept]


def test_blank_lines_part_paragraphs_however_many_were_typed(staff_client):
    made = build.interview(status="draft")
    save(staff_client, made, {"turns-0-text_en": "One.\r\n \r\n\r\n\r\nTwo.\r\nThree.\r\n"})
    assert texts(made)[0]["en"] == "One.\n\nTwo.\nThree."


def test_the_unsuffixed_column_does_not_depend_on_who_saves(staff_client):
    made = build.interview(status="draft")
    save(staff_client, made, {"title_en": "Another title", "title_zh_hans": "另一个标题"}, language="en")
    assert Interview.objects.raw("SELECT id, title AS stored FROM interviews_interview")[0].stored == "另一个标题"


def test_a_new_turn_gets_the_next_number_that_was_never_given(staff_client):
    made = build.interview(status="draft")
    fields = opened(staff_client, made)
    save(staff_client, made, {"turns-1-DELETE": "on"})
    fields = opened(staff_client, made)
    save(staff_client, made, added(fields, "turns", text_en="And then?", kind="question"))
    assert list(made.turns.values_list("number", "position")) == [(1, 1), (3, 2)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"turns-0-position": "3"}, [2, 3, 1, 4]),
        ({"turns-3-position": "1"}, [4, 1, 2, 3]),
        ({"turns-1-position": "3", "turns-2-position": "2"}, [1, 3, 2, 4]),
        ({"turns-0-position": "99"}, [2, 3, 4, 1]),
        ({"turns-0-position": ""}, [1, 2, 3, 4]),
    ],
)
def test_a_turn_goes_to_the_place_that_is_typed(staff_client, typed, expected):
    made = build.interview(*[(f"第{n}句", f"Sentence {n}") for n in range(1, 5)], status="draft")
    save(staff_client, made, typed)
    assert list(made.turns.values_list("number", flat=True)) == expected
    assert list(made.turns.values_list("position", flat=True)) == [1, 2, 3, 4]


def test_a_new_turn_may_stand_in_the_middle(staff_client):
    made = build.interview(*[(f"第{n}句", f"Sentence {n}") for n in range(1, 4)], status="draft")
    fields = opened(staff_client, made)
    save(staff_client, made, added(fields, "turns", text_en="Between", position="2"))
    assert list(made.turns.values_list("number", flat=True)) == [1, 4, 2, 3]


def test_credits_are_lines_of_role_and_name(staff_client):
    made = build.interview(status="draft")
    save(staff_client, made, {"credits": "责任编辑：周明\r\n\r\nTranslation: Mei Zhou"})
    made.refresh_from_db()
    assert made.credits == [{"role": "责任编辑", "name": "周明"}, {"role": "Translation", "name": "Mei Zhou"}]
    assert opened(staff_client, made)["credits"] == "责任编辑: 周明\r\nTranslation: Mei Zhou"


def test_a_credit_without_a_name_is_refused_by_its_line(staff_client):
    made = build.interview(status="draft")
    assert "just a name" in errors(save(staff_client, made, {"credits": "Editor: Mei Zhou\r\njust a name"}))


def test_a_person_with_turns_cannot_be_taken_out(staff_client):
    made = build.interview(status="draft")
    assert "still speaks in turns" in errors(save(staff_client, made, {"participations-0-DELETE": "on"}))
    assert made.participations.count() == 1


def test_the_turns_of_a_replaced_person_follow(staff_client):
    made = build.interview(status="draft")
    namesake = Speaker.objects.create(name_en="Another Anhe Lin", slug="another")
    save(staff_client, made, {"participations-0-speaker": namesake.pk})
    assert set(Turn.objects.exclude(speaker=None).values_list("speaker", flat=True)) == {namesake.pk}
    assert Participation.objects.get().speaker == namesake


def test_turns_are_offered_the_people_of_the_interview_only(staff_client):
    made = build.interview(status="draft")
    Speaker.objects.create(name_en="A Stranger", slug="stranger")
    page = staff_client.get(address(made)).text
    assert "Anhe Lin" in page
    assert "Stranger" not in page


def test_a_language_version_can_be_kept_from_readers(staff_client):
    made = build.interview()
    fields = opened(staff_client, made)
    del fields["language_versions-0-public"]
    save(staff_client, made, {}, fields=fields)
    assert made.language_versions.filter(public=False).count() == 1
    assert made.editions.count() == 2


def test_hiding_every_language_makes_a_draft_and_says_so(staff_client):
    made = build.interview()
    fields = opened(staff_client, made)
    for place in range(2):
        del fields[f"language_versions-{place}-public"]
    page = save(staff_client, made, {}, fields=fields)
    made.refresh_from_db()
    assert made.status == "draft"
    assert "it is a draft again" in page.text


def test_origin_and_review_are_kept_for_each_language(staff_client):
    made = build.interview(status="draft")
    save(staff_client, made, {"turns-0-origin_en": "translation", "turns-0-reviewed_en": "on"})
    turn = made.turns.first()
    assert (turn.origin_zh_hans, turn.origin_en) == ("unknown", "translation")
    assert (turn.reviewed_zh_hans, turn.reviewed_en) == (False, True)


def test_a_draft_can_be_deleted(staff_client):
    made = build.interview(status="draft")
    staff_client.post(address(made, "delete"), {"post": "yes"})
    assert not Interview.objects.exists()


def test_what_was_published_cannot_be_deleted_and_the_desk_says_so(staff_client):
    made = build.interview()
    response = staff_client.post(address(made, "delete"), {"post": "yes"})
    assert "kept for good" in response.text
    assert Edition.objects.exists()


@pytest.mark.parametrize(
    "query", ["", "?status__exact=draft", "?language=en", "?text_kind__exact=published", "?q=林安和"]
)
def test_the_list_is_searched_and_filtered(staff_client, query):
    build.interview(status="draft")
    page = staff_client.get("/en/admin/interviews/interview/" + query)
    assert page.context["cl"].result_count == 1


@pytest.mark.parametrize("query", ["?status__exact=published", "?q=nobody", "?text_kind__exact=condensed"])
def test_the_list_leaves_out_what_does_not_match(staff_client, query):
    build.interview(status="draft")
    assert staff_client.get("/en/admin/interviews/interview/" + query).context["cl"].result_count == 0


def queries(client, path, django_assert_max_num_queries):
    with django_assert_max_num_queries(100) as counted:
        assert client.get(path).status_code == 200
    return len(counted)


def test_the_page_of_an_interview_asks_no_more_for_more_turns(staff_client, django_assert_max_num_queries):
    few = build.interview(*[(f"第{n}句", f"Sentence {n}") for n in range(2)])
    many = build.interview(*[(f"第{n}句", f"Sentence {n}") for n in range(30)])
    queries(staff_client, address(few), django_assert_max_num_queries)
    counts = [queries(staff_client, address(made), django_assert_max_num_queries) for made in (few, many)]
    assert counts[0] == counts[1] <= 20


def test_the_list_asks_no_more_for_more_interviews(staff_client, django_assert_max_num_queries):
    path = "/en/admin/interviews/interview/"
    build.interview()
    queries(staff_client, path, django_assert_max_num_queries)
    before = queries(staff_client, path, django_assert_max_num_queries)
    for _number in range(5):
        build.interview()
    assert queries(staff_client, path, django_assert_max_num_queries) == before <= 15
