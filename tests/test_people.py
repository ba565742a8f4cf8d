"""Who is who: the same person only where name and affiliation agree and exactly one fits."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from interviews import storage
from interviews.models import Interview, Speaker, language
from interviews.transcripts.transcript import Biography, BiographyEntry, Text
from tests import builders as build

pytestmark = pytest.mark.django_db
ELSEWHERE = build.text(("湖畔医院", "Lakeside Hospital"))


def stored(*speakers, aliases=None, careers=()):
    """Store a draft with some speakers; returns their records in order and what an editor is told."""
    transcript = build.transcript(speakers=(*speakers,), biographies=careers)
    interview, remarks = storage.store(transcript, aliases=aliases)
    return [row.speaker for row in interview.participations.all()], remarks


def met(name, key="s1", **fields):
    return build.speaker(name, key, **fields)


def test_the_same_name_at_the_same_place_is_the_same_person():
    (first,), _ = stored(met(("林安和", "Anhe Lin")))
    (second,), remarks = stored(met(("林安和", "Anhe Lin")))
    assert second == first
    assert remarks == []


def test_spaces_width_capitals_and_points_make_no_other_person():
    (first,), _ = stored(met(("林安和", "Anhe K. Lin")))
    (second,), _ = stored(met(("林安和", "ANHE  K Lin")))
    assert second == first


def test_one_language_is_enough_where_the_other_is_not_known():
    (first,), _ = stored(met(("林安和", "")))
    (second,), _ = stored(met(("林安和", "Anhe Lin")))
    assert second == first
    assert language.read(Speaker.objects.get(), "name") == build.text(("林安和", "Anhe Lin"))


def test_the_same_name_at_another_place_is_somebody_else_and_an_editor_is_told():
    (first,), _ = stored(met(("张伟", "Wei Zhang")))
    (second,), remarks = stored(met(("张伟", "Wei Zhang"), affiliation=ELSEWHERE))
    assert second != first
    assert len(remarks) == 1
    assert first.slug in remarks[0]


@pytest.mark.parametrize("pair", [("", ""), ("高原血液病研究所", "Lakeside Hospital")])
def test_an_affiliation_that_is_missing_or_contradicts_is_no_proof(pair):
    (first,), _ = stored(met(("张伟", "Wei Zhang")))
    (second,), remarks = stored(met(("张伟", "Wei Zhang"), affiliation=build.text(pair)))
    assert second != first
    assert len(remarks) == 1


def test_where_two_fit_neither_is_taken():
    people = [Speaker.objects.create(slug=slug) for slug in ("one", "two")]
    for person in people:
        language.assign(person, "name", build.text(("张伟", "Wei Zhang")))
        language.assign(person, "affiliation", met(("", "")).affiliation)
        person.save()
    (third,), remarks = stored(met(("张伟", "Wei Zhang")))
    assert third not in people
    assert "one" in remarks[0]
    assert "two" in remarks[0]


def test_names_that_contradict_in_one_language_are_two_persons_and_an_editor_is_told():
    (first,), _ = stored(met(("张伟", "Wei Zhang")))
    (second,), remarks = stored(met(("张伟", "Weiping Zhang")))
    assert second != first
    assert len(remarks) == 1


def test_a_swapped_latin_name_is_not_certain():
    (first,), _ = stored(met(("林安和", "Anhe Lin")))
    (second,), remarks = stored(met(("林安和", "Lin Anhe")))
    assert second != first
    assert len(remarks) == 1


def test_an_alias_in_the_archive_makes_a_swapped_name_certain():
    (first,), _ = stored(met(("林安和", "Anhe Lin")), aliases={"林安和": ["Lin Anhe"]})
    (second,), remarks = stored(met(("林安和", "Lin Anhe")))
    assert second == first
    assert remarks == []


def test_an_alias_beside_the_article_makes_a_swapped_name_certain():
    (first,), _ = stored(met(("林安和", "Anhe Lin")))
    (second,), _ = stored(met(("林安和", "Lin Anhe")), aliases={"林安和": ["Anhe Lin"]})
    assert second == first
    assert Speaker.objects.get().aliases == ["Anhe Lin"]


def test_a_person_whose_own_name_is_an_alias_still_is_nobody_else():
    (first,), _ = stored(met(("张伟", "Wei Zhang")), aliases={"张伟": ["Wei Zhang", "Zhang Wei"]})
    (second,), remarks = stored(met(("张伟", "Weiping Zhang")))
    assert second != first
    assert len(remarks) == 1


def test_an_alias_of_another_place_proves_nothing():
    (first,), _ = stored(met(("林安和", "Anhe Lin")), aliases={"林安和": ["Lin Anhe"]})
    (second,), remarks = stored(met(("", "Lin Anhe"), affiliation=ELSEWHERE))
    assert second != first
    assert len(remarks) == 1


def test_two_speakers_of_one_article_are_never_one_record():
    twins = (met(("张伟", "Wei Zhang")), met(("张伟", "Wei Zhang"), "s2"))
    people, _ = stored(*twins)
    assert people[0] != people[1]
    again, _ = stored(*twins)
    assert again[0] != again[1]


def test_a_speaker_without_a_name_is_nobody_known():
    (first,), _ = stored(met(("", "")))
    (second,), remarks = stored(met(("", "")))
    assert second != first
    assert remarks == []


def test_what_the_archive_knows_of_a_person_stays():
    stored(met(("林安和", "Anhe Lin"), honorific=build.text(("教授", ""))))
    stored(met(("林安和", "Anhe Lin"), honorific=build.text(("院士", "Prof."))))
    assert language.read(Speaker.objects.get(), "honorific") == build.text(("教授", "Prof."))


def test_the_affiliation_of_the_day_stays_with_the_interview():
    (person,), _ = stored(met(("林安和", "Anhe Lin")))
    language.assign(person, "affiliation", ELSEWHERE)
    person.save()
    interview = Interview.objects.whole().get()
    assert storage.load(interview).speakers[0].affiliation == met(("", "")).affiliation


def test_the_first_career_is_kept_and_another_is_told_of():
    stored(met(("林安和", "Anhe Lin")), careers=(build.career(),))
    other = Biography("s1", (BiographyEntry("award", "2010", None, Text({"en": "Prize"})),))
    (person,), remarks = stored(met(("林安和", "Anhe Lin")), careers=(other,))
    assert person.biography.count() == 3
    assert len(remarks) == 1


def test_the_same_career_again_is_no_matter():
    for _time in range(2):
        (person,), remarks = stored(met(("林安和", "Anhe Lin")), careers=(build.career(),))
    assert remarks == []
    assert person.biography.count() == 3


def test_an_orcid_belongs_to_one_person_and_many_have_none():
    stored(met(("林安和", "Anhe Lin")))
    stored(met(("周砚", "Yan Zhou")))
    Speaker.objects.filter(slug="anhe-lin").update(orcid="0000-0002-1825-0097")
    with pytest.raises(IntegrityError), transaction.atomic():
        Speaker.objects.filter(slug="yan-zhou").update(orcid="0000-0002-1825-0097")


@pytest.mark.parametrize("orcid", ["0000-0002-1825-009", "0000000218250097", "https://orcid.org/0000-0002-1825-0097"])
def test_an_orcid_has_its_form(orcid):
    with pytest.raises(ValidationError):
        Speaker(slug="x", orcid=orcid).clean_fields()
