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
