"""Names of every script and length by which the article parser knows a speaker."""

import pytest

from interviews.transcripts import article


def read(text):
    return article.parse(text).transcript


@pytest.mark.parametrize(
    "name",
    [
        "Łukasz Nowak",
        "Šárka Žilková",
        "Çağla Şimşek-İnan",
        "Ōta Đorđe",
        "Ľubomír Ćosić",
        "Emil von Żarów",
        "Nadia el-Masry",
        "Nora Mac an tSaoi",
        "Trần Thị Bảo Châu",
    ],
)
def test_latin_name_may_begin_with_any_capital_letter(name):
    transcript = read(f"Waiting Well\nOF: Why wait?\nProfessor {name}: Because time is a test.\n")
    assert [dict(speaker.name) for speaker in transcript.speakers] == [{"en": name}]
    assert [turn.kind for turn in transcript.turns] == ["question", "answer"]


def test_latin_name_is_the_same_without_its_accents():
    text = "OF: Why wait?\nProf. Łukasz Nowak: It is a test.\nOF: How long?\nProf. Lukasz Nowak: A month.\n"
    assert len(read(f"Waiting Well\n{text}").speakers) == 1


LONG = ["濮阳子衿", "扎西多吉", "娜仁高娃", "田中健太郎", "让-吕克·杜布瓦"]


@pytest.mark.parametrize("name", LONG)
def test_han_name_of_any_length_speaks_where_it_is_labelled_again_and_again(name):
    text = f"记者：为何等待？\n{name}教授：缩短等待时间，患者因此受益。\n记者：还有吗？\n{name}教授：没有了，谢谢。\n"
    transcript = read(f"等待的意义\n{text}")
    assert [dict(speaker.name) for speaker in transcript.speakers] == [{"zh-hans": name}]
    assert [turn.kind for turn in transcript.turns] == ["question", "answer"] * 2


@pytest.mark.parametrize("name", LONG)
def test_long_han_name_opens_a_biography(name):
    career = f"专家简介\n{name} 教授\n湖畔医院\n2003年：医师\n"
    transcript = read(f"等待的意义\n记者：为何等待？\n{name}教授：缩短等待。\n{career}")
    assert transcript.speakers[0].affiliation == {"zh-hans": "湖畔医院"}
    assert [entry.start for entry in transcript.biographies[0].entries] == ["2003"]


def test_family_name_of_two_characters_finds_its_bearer():
    text = "记者：为何等待？\n田中健太郎教授：缩短等待。\n记者：还有吗？\n田中教授：没有了。\n"
    assert len(read(f"等待的意义\n{text}").speakers) == 1


def test_words_before_a_title_are_no_long_name():
    text = "记者：为何等待？\n江雪教授：缩短等待，患者因此受益。\n当时值班的主任：先等一等。\n这句话我记住了。\n"
    assert [dict(speaker.name) for speaker in read(f"江雪教授谈等待\n{text}").speakers] == [{"zh-hans": "江雪"}]


@pytest.mark.parametrize("name", ["鱼跃渊", "火明远"])
def test_speaker_with_a_rare_surname_opens_the_first_biography(name):
    career = f"专家简介\n{name} 教授\n湖畔医院\n2003年：医师\n江雪 教授\n2005年：医师\n"
    text = f"记者：为何等待？\n{name}教授：缩短等待。\n江雪教授：我同意。\n{career}"
    assert [dict(read(text).speakers[0].name), len(read(text).biographies)] == [{"zh-hans": name}, 2]


def test_long_han_name_speaks_once_where_the_title_prints_it():
    transcript = read("濮阳子衿教授谈等待的意义\n\n濮阳子衿教授：缩短等待时间，患者因此受益。\n")
    assert [dict(speaker.name) for speaker in transcript.speakers] == [{"zh-hans": "濮阳子衿"}]


@pytest.mark.parametrize("role", ["大会执行主席", "本期特邀主持教授", "社区全科医生"])
def test_role_before_a_colon_is_no_long_name(role):
    text = f"江雪教授谈等待\n{role}：北方论坛如期举行\n记者：为何等待？\n江雪教授：缩短等待，患者因此受益。\n"
    assert [dict(speaker.name) for speaker in read(text).speakers] == [{"zh-hans": "江雪"}]
