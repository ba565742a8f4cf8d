"""A transcript laid out for reading: what stands beside what, and which address belongs where."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.transcripts.transcript import Text, Turn
from interviews.views import contents, pairing, reading
from tests import builders as build

ZH, EN, JA = "zh-hans", "en", "ja"


def lay_out(texts, columns, items=None, explain=None):
    """Lay out an interview of one turn, number 7, and return that turn."""
    transcript = build.transcript(turns=(Turn(7, "answer", "s1", Text(texts)),))
    [laid] = reading.lay_out(transcript, columns, {7: items} if items else None, explain)
    return laid


def pieces(laid, column):
    """Return the pieces in a column, a list for each row: the segment, its address where it stands here, the text."""
    return [
        [(p.segment, p.anchor, "".join(f.text for f in p.fragments)) for p in row[column].pieces] for row in laid.rows
    ]


def anchors(laid):
    return [piece.anchor for row in laid.rows for cell in row for piece in cell.pieces if piece.anchor]


SENTENCES = {ZH: "一。二。三。", EN: "One. Three."}
ITEMS = [{ZH: (0, 2), EN: (0, 4)}, {ZH: (2, 4)}, {ZH: (4, 6), EN: (5, 11)}]


def test_sentences_stand_in_their_paragraph_and_share_a_segment():
    laid = lay_out(SENTENCES, [ZH, EN], ITEMS)
    assert pieces(laid, 0) == [[(1, "t7s1", "一。"), (2, "t7s2", "二。"), (3, "t7s3", "三。")]]
    assert pieces(laid, 1) == [[(1, "", "One. "), (3, "", "Three.")]]


def test_a_language_without_the_segment_has_its_empty_address_in_its_place():
    laid = lay_out(SENTENCES, [EN], ITEMS)
    assert pieces(laid, 0) == [[(1, "t7s1", "One. "), (2, "t7s2", ""), (3, "t7s3", "Three.")]]


def test_a_segment_after_the_last_text_has_an_address_too():
    laid = lay_out({ZH: "一。二。", EN: "One."}, [EN], [{ZH: (0, 2), EN: (0, 4)}, {ZH: (2, 4)}])
    assert pieces(laid, 0) == [[(1, "t7s1", "One."), (2, "t7s2", "")]]


def test_the_second_column_gives_the_address_that_the_first_cannot():
    laid = lay_out(SENTENCES, [EN, ZH], ITEMS)
    assert pieces(laid, 1) == [[(1, "", "一。"), (2, "t7s2", "二。"), (3, "", "三。")]]
    assert sorted(anchors(laid)) == ["t7s1", "t7s2", "t7s3"]


def test_an_empty_address_stands_also_where_the_first_column_has_no_text_at_all():
    laid = lay_out({EN: "One.", JA: "いち。に。"}, [ZH, EN], [{EN: (0, 4), JA: (0, 3)}, {JA: (3, 5)}])
    assert laid.rows[0][0].missing
    assert pieces(laid, 1) == [[(1, "t7s1", "One."), (2, "t7s2", "")]]


def test_a_segment_over_two_paragraphs_is_cut_at_their_border_and_addressed_once():
    texts = {ZH: "一。\n\n二。", EN: "One and two."}
    laid = lay_out(texts, [ZH, EN], [{ZH: (0, 6), EN: (0, 12)}])
    assert pieces(laid, 0) == [[(1, "t7s1", "一。")], [(1, "", "二。")]]
    assert pieces(laid, 1) == [[(1, "", "One and two.")], []]


def test_unequal_paragraphs_leave_a_gap_that_is_not_called_missing():
    laid = lay_out({ZH: "一。\n\n二。\n\n三。", EN: "One."}, [ZH, EN])
    assert [[bool(cell.pieces) for cell in row] for row in laid.rows] == [[True, True], [True, False], [True, False]]
    assert not any(cell.missing for row in laid.rows for cell in row)


def test_a_missing_side_is_said_once():
    laid = lay_out({ZH: "一。\n\n二。"}, [ZH, EN])
    assert [[cell.missing for cell in row] for row in laid.rows] == [[False, True], [False, False]]


def test_a_turn_in_none_of_the_columns_is_shown_in_the_language_that_it_has():
    laid = lay_out({JA: "いち。"}, [ZH, EN])
    assert [[cell.code for cell in row] for row in laid.rows] == [[JA]]
    assert laid.elsewhere == (JA,)


def test_a_turn_without_any_text_breaks_nothing():
    assert lay_out({}, [ZH, EN]).rows == ()


def test_text_that_the_stored_segments_do_not_reach_is_shown_all_the_same():
    laid = lay_out({EN: "One.\n\nTwo."}, [EN], [{EN: (0, 4)}])
    assert pieces(laid, 0) == [[(1, "t7s1", "One.")], [(0, "", "Two.")]]


def test_a_term_is_a_fragment_of_its_sentence():
    def explain(code, paragraphs):
        return [[(4, 7, "mrd")] if "MRD" in paragraph else [] for paragraph in paragraphs]

    laid = lay_out({EN: "No. MRD is."}, [EN], [{EN: (0, 3)}, {EN: (4, 11)}], explain)
    found = [[(f.text, f.key) for f in piece.fragments] for piece in laid.rows[0][0].pieces]
    assert found == [[("No. ", "")], [("MRD", "mrd"), (" is.", "")]]


PARAGRAPHS = st.lists(st.sampled_from(["一。二。", "One. Two.", "Ph+ ALL.", "三"]), max_size=4).map("\n\n".join)


@given(st.dictionaries(st.sampled_from([ZH, EN]), PARAGRAPHS), st.permutations([ZH, EN]), st.integers(1, 2))
def test_every_segment_is_addressed_once_in_every_view_and_no_letter_is_lost(texts, order, count):
    columns = order[:count]
    laid = lay_out(texts, columns)
    text = Text(texts)
    shown = [code for code in columns if code in text] or list(text)[:1]
    everywhere = lay_out(texts, [ZH, EN])
    assert sorted(anchors(laid)) == sorted(anchors(everywhere))
    assert len(set(anchors(laid))) == len(anchors(laid))
    for code in shown:
        cells = [cell for row in laid.rows for cell in row if cell.code == code and cell.pieces]
        said = ["".join(f.text for piece in cell.pieces for f in piece.fragments) for cell in cells]
        assert said == [paragraph for paragraph in text[code].split("\n\n") if paragraph]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("第一点已经清楚了。那么第二点怎样理解？", "那么第二点怎样理解？"),
        ("That is 3.5 times more. Why would that be so?", "Why would that be so?"),
        ("The first was clear. Why?", "The first was clear. Why?"),
        ("Please tell us more.", "Please tell us more."),
        ("Part one.\n\nWhat follows from all of this?", "What follows from all of this?"),
    ],
)
def test_the_contents_say_what_is_asked(question, asked):
    code = EN if question.isascii() else ZH
    transcript = build.transcript(turns=(Turn(3, "question", None, Text({code: question})),))
    [entry] = contents.contents(transcript)
    assert (entry.number, entry.text[code].strip()) == (3, asked)


def test_answers_are_no_contents():
    turns = (Turn(1, "answer", "s1", Text({EN: "Is it? It is."})), Turn(2, "heading", None, Text({EN: "Part two"})))
    assert [entry.number for entry in contents.contents(build.transcript(turns=turns))] == [2]


@pytest.mark.parametrize("code", [ZH, EN])
@pytest.mark.parametrize("kind", ["published", "condensed", "fictional"])
def test_a_citation_says_title_publication_and_what_kind_of_text_it_is(code, kind):
    made = contents.citation(build.transcript(text_kind=kind), code)
    expected = {
        (ZH, "published"): "原文照录",
        (ZH, "condensed"): "转述摘要",
        (ZH, "fictional"): "虚构样例",
        (EN, "published"): "As published",
        (EN, "condensed"): "Condensed account",
        (EN, "fictional"): "Fictional sample",
    }[code, kind]
    assert build.transcript().title[code] in made.text
    assert build.transcript().publication[code] in made.text
    assert made.text.endswith(expected)
    assert "…" in made.quotes


def groups(laid, column):
    """Return the texts of the groups of a column's first row."""
    return ["".join(piece.text for piece in group) for group in laid.rows[0][column].groups]


LONG = {ZH: "一" * 60 + "。" + "二" * 60 + "。" + "三。", EN: "A" * 90 + ". " + "B" * 90 + ". C."}
LONG_ITEMS = [{ZH: (0, 61), EN: (0, 91)}, {ZH: (61, 122), EN: (92, 183)}, {ZH: (122, 124), EN: (184, 186)}]


def test_long_paragraphs_are_parted_into_groups_that_answer_each_other():
    laid = lay_out(LONG, [ZH, EN], LONG_ITEMS)
    assert [text[0] + text[-2] for text in groups(laid, 0)] == ["一一", "二三"]
    assert [text[0] for text in groups(laid, 1)] == ["A", "B"]


def test_short_sentences_stay_together_with_their_neighbors():
    assert groups(lay_out(SENTENCES, [ZH, EN], ITEMS), 0) == ["一。二。三。"]


def test_a_group_that_one_language_has_alone_is_an_empty_one_in_the_other():
    items = [LONG_ITEMS[0], {ZH: (61, 122)}, {EN: (92, 183)}]
    laid = lay_out({ZH: LONG[ZH][:122], EN: LONG[EN][:183]}, [ZH, EN], items)
    assert [bool(text) for text in groups(laid, 0)] == [True, True, False]
    assert [bool(text) for text in groups(laid, 1)] == [True, False, True]


def test_a_text_that_stands_alone_stays_whole():
    for columns in ([ZH], [EN]):
        assert len(lay_out(LONG, columns, LONG_ITEMS).rows[0][0].groups) == 1
    assert len(lay_out({ZH: LONG[ZH]}, [ZH, EN]).rows[0][0].groups) == 1


def test_a_paragraph_has_no_more_groups_than_the_style_sheet_orders():
    sentence = "A" * 120 + ". "
    items = [dict.fromkeys((ZH, EN), (n * 122, n * 122 + 121)) for n in range(40)]
    cell = lay_out({ZH: sentence * 40, EN: sentence * 40}, [ZH, EN], items).rows[0][0]
    sheet = (Path(__file__).parent.parent / "static" / "css" / "interleaved.css").read_text()
    assert len(cell.groups) == pairing.MOST == len(re.findall(r"\.group:nth-child\((\d+)\) \{ order: \1; \}", sheet))
    assert len(cell.pieces) == 40


def test_paragraphs_that_only_another_language_has_keep_their_addresses():
    laid = lay_out({ZH: "一。\n\n二。\n\n三。", EN: "One."}, [EN])
    assert (len(laid.rows), laid.beyond) == (1, (2, 3))
    assert lay_out({ZH: "一。\n\n二。", EN: "One."}, [EN, ZH]).beyond == ()
