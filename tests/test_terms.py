"""Terms in running text: which names are found, where, and which are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.bilingual.terms import Entry, Glossary, cut, first_occurrences

ENTRIES = [
    Entry("all", (("en", ("acute lymphoblastic leukemia",)), ("zh-hans", ("急性淋巴细胞白血病",))), "ALL"),
    Entry("leukemia", (("en", ("leukemia",)), ("zh-hans", ("白血病",)))),
    Entry("car-t", (("en", ("CAR-T cell therapy", "CAR-T cell")), ("zh-hans", ("CAR-T细胞治疗",))), "CAR-T"),
    Entry("antibody", (("en", ("bispecific antibody",)), ("zh-hans", ("双特异性抗体",)))),
    Entry("flt3", (("en", ("FLT3",)),)),
    Entry("gvhd", (("en", ("graft-versus-host disease",)), ("zh-hans", ("移植物抗宿主病",))), "GVHD"),
    Entry("transplant", (("en", ("transplant",)), ("zh-hans", ("移植",)))),
    Entry("relapse", (("en", ("relapse",)), ("zh-hans", ("复发",)))),
    Entry("inati-cel", (("en", ("inaticabtagene autoleucel",)), ("zh-hans", ("纳基奥仑赛",))), "Inati-cel"),
    Entry("mrd", (("en", ("measurable residual disease", "minimal residual disease")),), "MRD"),
]
GLOSSARY = Glossary(ENTRIES)
OTHER = {"en": "zh-hans", "zh-hans": "en"}


def found(text, language="en"):
    """Return what is found in a text, as the words that stand there with the term's key."""
    return [(text[start:end], key) for start, end, key in GLOSSARY.find(text, language)]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("acute lymphoblastic leukemia", "all"),
        ("Acute Lymphoblastic Leukemia", "all"),
        ("ACUTE LYMPHOBLASTIC LEUKEMIA", "all"),
        ("acute  lymphoblastic\nleukemias", "all"),
        ("ALL", "all"),
        ("CAR-T", "car-t"),
        ("CAR T", "car-t"),
        ("CAR–T", "car-t"),
        ("CART", "car-t"),
        ("CAR-Ts", "car-t"),
        ("CAR T-cells", "car-t"),
        ("FLT3", "flt3"),
        ("FLT-3", "flt3"),
        ("bispecific antibodies", "antibody"),
        ("Graft versus host disease", "gvhd"),
        ("graft‑versus‑host disease", "gvhd"),
        ("inati-cel", "inati-cel"),
        ("Inati-cel", "inati-cel"),
        ("minimal residual disease", "mrd"),
        ("measurable residual disease", "mrd"),
    ],
)
def test_a_name_is_found_however_it_is_written(written, key):
    assert found(f"Here {written}, they said.") == [(written, key)]


@pytest.mark.parametrize(
    "text",
    [
        "All patients, all of them, overall.",
        "They called it CALL, and then BALLS.",
        "He takes cART against HIV.",
        "A cart and a Cart.",
        "FLT30 and XFLT3 are other things.",
        "relapsed, prerelapse",
        "gvhd, mrd",
        "acute lymphoblastic\n\nleukemoid",
    ],
)
def test_what_only_looks_like_a_name_is_not_found(text):
    assert found(text) == []


def test_a_paragraph_ends_a_name():
    assert found("It was acute lymphoblastic\n\nleukemia came later.") == [("leukemia", "leukemia")]


def test_the_longest_name_is_found_first():
    assert found("急性淋巴细胞白血病不是一般的白血病。", "zh-hans") == [
        ("急性淋巴细胞白血病", "all"),
        ("白血病", "leukemia"),
    ]


@pytest.mark.parametrize("written", ["CAR-T细胞治疗", "CAR-T 细胞治疗", "CAR T细胞治疗", "ＣＡＲ－Ｔ细胞治疗"])
def test_a_name_of_two_scripts_is_found_with_and_without_a_space(written):
    assert found(f"选择{written}的患者", "zh-hans") == [(written, "car-t")]


def test_latin_names_are_found_inside_chinese():
    assert found("用于ALL患者（FLT3突变），MRD转阴，inaticabtagene autoleucel已获批。", "zh-hans") == [
        ("ALL", "all"),
        ("FLT3", "flt3"),
        ("MRD", "mrd"),
        ("inaticabtagene autoleucel", "inati-cel"),
    ]


@pytest.mark.parametrize("text", ["感染反复发生", "移植物功能不良", "曾行肾移植", "反复发热"])
def test_characters_that_belong_to_another_word_are_not_a_term(text):
    assert found(text, "zh-hans") == []


def test_a_transplant_of_an_organ_is_not_one_of_stem_cells():
    assert found("After a kidney transplant came a transplant.") == [("transplant", "transplant")]
    assert GLOSSARY.find("After a kidney transplant came a transplant.", "en")[0].start == 33


def test_chinese_names_are_not_sought_in_another_language():
    assert found("The word 白血病 is Chinese.") == []


def test_a_name_that_two_terms_share_is_found_as_neither():
    shared = Glossary([*ENTRIES, Entry("other", (("en", ("relapse",)),))])
    assert shared.find("at relapse", "en") == []
    assert shared.ambiguous("en") == ["relapse"]


def test_the_first_occurrence_in_a_turn_is_told_from_the_later_ones():
    paragraphs = ["ALL is a leukemia.", "ALL again, and relapse; leukemia, relapse."]
    firsts = first_occurrences(paragraphs, GLOSSARY, "en")
    assert [[(p[o.start : o.end]) for o in row] for p, row in zip(paragraphs, firsts, strict=True)] == [
        ["ALL", "leukemia"],
        ["relapse"],
    ]


def test_cutting_a_text_loses_nothing():
    text = "CAR-T in ALL."
    assert list(cut(text, GLOSSARY.find(text, "en"))) == [
        ("CAR-T", "car-t"), (" in ", None), ("ALL", "all"), (".", None),
    ]  # fmt: skip


NAMES = [(code, name, entry.key) for entry in ENTRIES for code, names in entry.names for name in names]
WORDS = st.sampled_from(
    [name for _code, name, _key in NAMES] + ["ALL", "CAR-T", "和", "of", " ", "-", "，", "\n\n", "İß"]
)
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=12).map("".join)


@given(TEXTS, st.sampled_from(list(OTHER)))
def test_occurrences_stand_in_order_and_never_overlap(text, language):
    places = [place for start, end, _key in GLOSSARY.find(text, language) for place in (start, end)]
    assert places == sorted(places)
    assert all(start < end <= len(text) for start, end, _key in GLOSSARY.find(text, language))


@given(TEXTS, st.sampled_from(list(OTHER)))
def test_the_pieces_of_a_text_are_the_text(text, language):
    assert "".join(piece for piece, _key in cut(text, GLOSSARY.find(text, language))) == text


@given(st.sampled_from(NAMES), st.sampled_from(["", "。", "，", "（", "\n\n", "123 "]))
def test_every_name_is_found_between_other_signs(name, sign):
    code, written, key = name
    text = f"{sign}{written}{sign}".removesuffix("123 ")
    assert [(o.start, o.end, o.key) for o in GLOSSARY.find(text, code)] == [(len(sign), len(sign) + len(written), key)]


@given(TEXTS)
def test_the_first_occurrences_of_one_paragraph_are_one_for_each_term_it_names(text):
    [firsts] = first_occurrences([text], GLOSSARY, "en")
    assert [o.key for o in firsts] == list(dict.fromkeys(o.key for o in GLOSSARY.find(text, "en")))
