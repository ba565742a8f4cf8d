"""Which figure belongs to whom, and what is told in another way."""

import pytest

from interviews.bilingual import parity


def differences(chinese, english):
    return parity.compare({"zh-hans": chinese, "en": english})


@pytest.mark.parametrize(
    ("chinese", "english", "differs"),
    [
        ("A组的缓解率是60%，B组是40%。", "The rate was 60% in arm A and 40% in arm B.", False),
        ("A组的缓解率是60%，B组是40%。", "In arms A and B the rates were 60% and 40%.", False),
        ("A组的缓解率是60%，B组是40%。", "The rate was 40% in arm B and 60% in arm A.", False),
        ("A组的缓解率是60%，B组是40%。", "In arms A and B the rates were 40% and 60%.", True),
        ("A组的缓解率是60%，B组是40%。", "The rate was 60% in arm B and 40% in arm A.", True),
        ("男孩为71%，女孩为83%。", "It was 83% in boys and 71% in girls.", True),
        ("CD19的阳性率为90%，CD22为75%。", "CD19 was positive in 75% and CD22 in 90%.", True),
        (
            "CD19阴性后，CD22的缓解率由40%升至60%。",
            "With CD19 negative, rates for CD22 rose to 60%, up from 40%.",
            False,
        ),
    ],
)
def test_figures_that_change_places_between_two_subjects_are_found(chinese, english, differs):
    assert bool(differences(chinese, english)) is differs


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("十个病人里有七个能够停药。", "Seven out of ten patients can stop."),
        ("MRD为阴性。", "MRD remained negative."),
        ("他合并FLT3-ITD阴性。", "He has no FLT3-ITD."),
    ],
)
def test_what_is_told_in_another_way_is_no_difference(chinese, english):
    assert not differences(chinese, english)


def test_a_marker_that_turns_is_known_by_its_sign():
    assert [difference.kind for difference in differences("MRD转阴。", "MRD turned positive.")] == ["identifier"]
