"""What a reader types, read into a value, and put into the databases' own languages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.search.expression import Columns, Expression, Need, fts5, standing, tsquery
from interviews.search.phrases import Phrase
from interviews.search.query import LONGEST, MOST, Query, years

TYPED = st.text(
    st.sampled_from("移植 的CAR-Tt19\"“”':;,，。、()（）*^{}\\|&!<>?%_ＡaORNOTANDspeaker专家会议.～ß…\n\0"), max_size=40
)
COLUMNS = Columns(["tokens_zh_hans", "tokens_en"], ["characters_zh_hans", "characters_en"], "filed")


def said(raw):
    """Return the clauses of a query as they are typed."""
    return [str(clause) for clause in Query.parse(raw).clauses]


@pytest.mark.parametrize(
    ("raw", "clauses"),
    [
        ("移植 CAR-T", ["移植", "CAR-T"]),
        ("移植，复发；治疗", ["移植", "复发", "治疗"]),
        ('"minimal residual disease" cure', ['"minimal residual disease"', "cure"]),
        ("“微小残留病”", ['"微小残留病"']),
        ('"never closed', ['"never closed"']),
        ("-relapse 白血病", ["-relapse", "白血病"]),
        ('-"graft failure"', ['-"graft failure"']),
        ("10,000 cases", ["10,000", "cases"]),
        ("cure cure", ["cure"]),
        ("？ … --", []),
        ("what:ever", ["what", "ever"]),
    ],
)
def test_clauses(raw, clauses):
    assert said(raw) == clauses


@pytest.mark.parametrize(
    ("raw", "limits"),
    [
        ("speaker:Hosen", ["speaker:Hosen"]),
        ('speaker:"Naoki Hosen" x', ['speaker:"Naoki Hosen"']),
        ("专家：王建祥", ["speaker:王建祥"]),
        ("会议:ASH 年份:2024..2026", ["conference:ASH", "year:2024..2026"]),
        ("LANG:zh-hans", ["language:zh-hans"]),
        ("speaker: Hosen", ["speaker:Hosen"]),
        ("会议： “ASH 2025” 移植", ['conference:"ASH 2025"']),
        ("speaker:", []),
        ("speaker: -移植 topic: year:2025", ["year:2025"]),
        ("topic:a topic:a", ["topic:a"]),
        ('-speaker:Hosen -kind:"a b"', ["-speaker:Hosen", '-kind:"a b"']),
    ],
)
def test_limits(raw, limits):
    assert [str(limit) for limit in Query.parse(raw).limits] == limits


def test_what_is_wanted_and_what_is_not():
    query = Query.parse("cure -relapse year:2025")
    assert [clause.text for clause in query.wanted] == ["cure"]
    assert [clause.text for clause in query.unwanted] == ["relapse"]
    assert str(query.without(query.limits[0])) == "cure -relapse"
    assert str(query.without(query.unwanted[0])) == "cure year:2025"
    assert str(query.spelling(query.wanted[0], "care")) == "care -relapse year:2025"


def test_phrases_become_words():
    assert str(Query.parse('"graft failure" -cure').unquoted()) == "graft failure -cure"


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2025", (2025, 2025)),
        ("2024..2026", (2024, 2026)),
        ("2026-2024", (2024, 2026)),
        ("2024至2026", (2024, 2026)),
        ("2025年", (2025, 2025)),
        ("2024年至2026年", (2024, 2026)),
        ("2024..", (2024, 9999)),
        ("..2026", (0, 2026)),
        ("20242026", None),
        ("2024年2026年", None),
        ("年", None),
        ("recent", None),
        ("..", None),
        ("", None),
    ],
)
def test_years(value, found):
    assert years(value) == found


def test_a_pasted_text_is_cut_and_said_to_be():
    assert Query.parse("a " * LONGEST).cut
    many = Query.parse(" ".join(f"w{number}" for number in range(MOST + 1)))
    assert many.cut
    assert len(many.clauses) == MOST
    assert not Query.parse("a b").cut


def test_nothing_is_no_query():
    assert not Query.parse(" 。 ")
    assert Query.parse("a")
    assert Query.parse("year:2025")


@given(TYPED)
def test_a_query_typed_again_is_the_same(raw):
    query = Query.parse(raw)
    assert Query.parse(str(query)) == query


@pytest.mark.parametrize(
    ("text", "tokens", "prefix"),
    [
        ("移植", ("移植",), False),
        ("移植术", ("移植", "植术"), False),
        ("移", ("移",), True),
        ("CAR-T细", ("car", "t", "细"), True),
        ("抗CD19抗体", ("抗", "cd19", "抗体"), False),
        ("relapsed", ("relaps",), False),
    ],
)
def test_phrases(text, tokens, prefix):
    phrase = Phrase.of(text)
    assert (phrase.tokens, phrase.prefix) == (tokens, prefix)


def test_there_is_no_phrase_without_a_word():
    assert Phrase.of("？！") is None


def expression(raw):
    """Return what must and must not be said, as plainly as a query says it."""
    query = Query.parse(raw)
    return Expression(
        tuple(Need.of(clause.phrase) for clause in query.wanted), tuple(clause.phrase for clause in query.unwanted)
    )


@given(TYPED.filter(lambda raw: Query.parse(raw).wanted))
def test_nothing_typed_is_an_operator_of_fts5(raw):
    """Without what stands in quotes only the words that we wrote are left, and in the quotes are tokens alone."""
    made = fts5(expression(raw), COLUMNS)
    assert re.fullmatch(
        r"[ ()*:]*(?:(?:AND|OR|NOT|\{(?:tokens|characters)_zh_hans (?:tokens|characters)_en\})[ ()*:]*)*",
        re.sub('"[^"]*"', "", made),
    )
    for quoted in re.findall('"([^"]*)"', made):
        assert all(token.isalnum() or re.fullmatch(r"\w+", token) for token in quoted.split(" "))
        assert "_" not in quoted


@given(TYPED.filter(lambda raw: Query.parse(raw).wanted))
def test_nothing_typed_is_an_operator_of_postgresql(raw):
    asked = expression(raw)
    made = tsquery(asked, COLUMNS)
    assert re.fullmatch(r"[ ()&|!]*(?:(?::\*)?[ ()&|!]*)*", re.sub("'[^']*'", "", made))
    for quoted in re.findall("'([^']*)'", made):
        assert re.fullmatch(r"(?:tokens|characters)_(?:zh_hans|en)[^\W_]+", quoted)
    condition, values = standing(asked, ["words"])
    assert re.fullmatch(r"(?:strpos\(words, %s\) > 0|AND|OR|NOT|[ ()])*", condition)
    assert condition.count("%s") == len(values)
    assert all(value in f" {value.strip()} " for value in values)


def test_an_expression_in_both_languages():
    asked = Expression(
        (Need(((Phrase.of("移植"),), (Phrase.of("graft"), Phrase.of("host")))), Need.of(Phrase.of("移"))),
        (Phrase.of("relapse"),),
        (("s1", "s2"), ("y2025",)),
    )
    tokens, characters = "{tokens_zh_hans tokens_en}", "{characters_zh_hans characters_en}"
    assert fts5(asked, COLUMNS) == (
        f'((({tokens} : "移植") OR ({tokens} : "graft" AND {tokens} : "host")) AND (({characters} : "移")) '
        f'AND filed : (("s1") OR ("s2")) AND filed : (("y2025"))) NOT (({tokens} : "relaps"))'
    )
    assert tsquery(asked, Columns(["a", "b"], ["c", "d"], "e")) == (
        "(('a移植' | 'b移植') | ('agraft' | 'bgraft') & ('ahost' | 'bhost')) & (('c移' | 'd移')) "
        "& ('es1' | 'es2') & ('ey2025') & !('arelaps' | 'brelaps')"
    )
    assert standing(asked, ["words"]) == ("", [])


def test_postgresql_looks_in_the_words_whether_the_tokens_of_a_phrase_follow_each_other():
    asked = Expression(
        (Need(((Phrase.of("graft"),), (Phrase.of("CAR-T"),))), Need.of(Phrase.of("移植"))), (Phrase.of("干细胞"),)
    )
    assert tsquery(asked, Columns(["a", "b"], ["c", "d"], "e")) == (
        "(('agraft' | 'bgraft') | ('acar' & 'at' | 'bcar' & 'bt')) & (('a移植' | 'b移植'))"
    )
    assert standing(asked, ["words"]) == (
        " AND (((strpos(words, %s) > 0)) OR ((strpos(words, %s) > 0))) AND NOT (strpos(words, %s) > 0)",
        [" graft ", " car t ", "干细胞"],
    )
