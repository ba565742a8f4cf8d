"""Under which letters people are sorted."""

import pytest

from interviews.transcripts.readings import OTHERS, initial, proposed, sort_key

PROPOSED = (
    # A printed Latin name decides; the Chinese one tells which part of it is the surname.
    (["王建祥", "Jianxiang Wang"], "Wang Jianxiang"),
    (["王建祥", "Wang Jianxiang"], "Wang Jianxiang"),
    (["单国强", "Guoqiang Shan"], "Shan Guoqiang"),
    (["单国强", "Shan Guoqiang"], "Shan Guoqiang"),
    (["曾曾", "Ceng Zeng"], "Zeng Ceng"),
    (["欧阳明", "Ming Ouyang"], "Ouyang Ming"),
    (["欧阳明", "Ming Ou-Yang"], "Ou-Yang Ming"),
    (["欧阳明", "Ou Yang Ming"], "Ou Yang Ming"),
    (["吕思", "Si Lyu"], "Lyu Si"),
    (["吕思", "Lü Si"], "Lü Si"),
    (["吕思", "Lu Si"], "Lu Si"),
    (["刘大志", "Ta-Chih Liu"], "Liu Ta-Chih"),
    # Any other Latin name ends in its surname, particles kept.
    (["保仙直毅", "Naoki Hosen"], "Hosen Naoki"),
    (["陈大文", "Tai Man Chan"], "Chan Tai Man"),
    (["约翰·史密斯", "John Smith"], "Smith John"),
    (["", "Kees van den Berg"], "van den Berg Kees"),
    (["Leonardo de la Cruz Jr."], "de la Cruz Leonardo"),
    (["Marco Di Persio"], "Di Persio Marco"),
    (["De Wang"], "Wang De"),
    (["Daniel Okoro-Reyes"], "Okoro-Reyes Daniel"),
    (["Smith, John"], "Smith John"),
    (["John Smith, MD, PhD"], "Smith John"),
    (["HOSEN Naoki"], "HOSEN Naoki"),
    (["Plato"], "Plato"),
    # No Latin name: read by table, surnames as surnames.
    (["王建祥"], "Wang Jianxiang"),
    (["单国强"], "Shan Guoqiang"),
    (["曾晓"], "Zeng Xiao"),
    (["仇英"], "Qiu Ying"),
    (["解缙"], "Xie Jin"),
    (["查良"], "Zha Liang"),
    (["任飞"], "Ren Fei"),
    (["盖叫"], "Ge Jiao"),
    (["朴明"], "Piao Ming"),
    (["区成"], "Ou Cheng"),
    (["翟志"], "Zhai Zhi"),
    (["尉迟恭"], "Yuchi Gong"),
    (["万俟明"], "Moqi Ming"),
    (["欧阳明"], "Ouyang Ming"),
    (["林 安和"], "Lin Anhe"),
    (["王"], "Wang"),
    (["约翰·史密斯"], "Shimisi Yuehan"),
    # Nothing is guessed for other scripts.
    (["高橋さくら"], ""),
    (["Иван Петров"], ""),
    (["", None], ""),
    ([], ""),
)


@pytest.mark.parametrize(("names", "reading"), PROPOSED)
def test_a_reading_is_proposed_from_the_printed_names(names, reading):
    assert proposed(names) == reading


def test_a_name_in_another_script_is_no_obstacle_to_a_latin_one():
    assert proposed(["Иван Петров", "Ivan Petrov"]) == "Petrov Ivan"


def test_sorting_knows_neither_capitals_nor_accents_nor_signs():
    assert sort_key("Ødegård Ümit") == sort_key("ODEGARD umit")
    assert sort_key("d’Amico Gia") == sort_key("D'Amico Gia") == "damico0gia"


def test_a_shorter_surname_comes_before_a_longer_one_that_begins_alike():
    readings = ["Lian Bo", "Li Wei", "Li An", "van den Berg Kees", "Vandal Ada"]
    assert sorted(readings, key=sort_key) == ["Li An", "Li Wei", "Lian Bo", "van den Berg Kees", "Vandal Ada"]


def test_keys_hold_what_every_database_sorts_alike():
    keys = [sort_key(reading) for _names, reading in PROPOSED]
    assert all(key == "" or (key.isascii() and key.isalnum() and key == key.lower()) for key in keys)


@pytest.mark.parametrize(
    ("reading", "letter"),
    [("Wang Jianxiang", "w"), ("Ødegård", "o"), ("łukasz", "l"), ("", OTHERS), ("Ли", OTHERS), ("3M", OTHERS)],
)
def test_the_first_letter_decides_where_a_reading_stands(reading, letter):
    assert initial(reading) == letter
