"""What the parser promises of any text: no line is lost, it always ends, and soon."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from interviews.formats import json as archive_json
from interviews.transcripts import article
from interviews.transcripts.article.lines import clean

ARTICLES = Path(__file__).parent / "articles"
SAMPLES = sorted(ARTICLES.glob("*.txt"))
LABEL = re.compile(r"^[^:：]{0,60}[:：]")
WORDLESS = re.compile(r"[\W_]+")
PIECES = st.sampled_from(
    [
        "《肿瘤瞭望》:", "Oncology Frontier: ", "记者：", "Q1", "01", "A1: ", "林静澜教授:", "Prof. Jinglan Lin: ",
        "单教授", "主持人：",
        "Moderator: ", "Dr. Ivy Marlowe (Harbor General Hospital): ", "编者按:", "Editor’s Note", "摘要：",
        "专家简介", "Expert Profile",
        "研究领域:止血学", "获奖经历", "2003年12月—2007年3月:北山大学,讲师", "2020年1月至今:",
        "2010–2016: Fellow, Lakeside Institute",
        "北山大学附属医院血液科主任;", "Osaka Lakeside University", "参考文献", "[1] Stone A, et al. 2030;12:1-9.",
        "▲图1 会场", "责任编辑:孙小满",
        "By Petra Novak", "October 9, 2031", "时间：2033年2月3日", "血液时讯 发表时间:2031/5/9 8:03:07",
        "浏览量:16165", "相关搜索:  血友病",
        "本内容仅供医学专业人士参考", "发表评论", "相关推荐", "首页 资讯 会议 视频 专栏", "当前位置:首页>正文",
        "一、先看风险", "(1)基因治疗；",
        "随访怎么做?", "How do you follow up?", "我们每三个月随访一次,两年后停药。", "We follow up every 3 months.",
        "\n", "\n\n", " \n", "\u3000",
        "\u200b", "&nbsp;", "&ldquo;", "\t", "NHS 2031", "第12届北方血液学会年会(NHS 2031)于5月2日至5日举行。",
        "免责声明:", "Related Articles",
        "基金项目:北方基金", "利益冲突:无", "https://example.org/a", "来源:北方血液网",
    ]
)  # fmt: skip
SPLICED = st.lists(PIECES, min_size=1, max_size=30).map("".join) | st.lists(PIECES, min_size=1, max_size=30).map(
    "\n".join
)
ANYTHING = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def parsed_or_refused(text):
    """Return what was understood, or None for a text that is refused by one clear error."""
    try:
        return article.parse(text)
    except ValueError as error:
        message = str(error)
    assert re.fullmatch(r"the text .+|no question, .+", message)
    return None


def words(text):
    return WORDLESS.sub("", text)


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def lost_lines(text, parsed):
    """The lines of which neither a field nor a finding says anything, labels and dates aside."""
    data = archive_json.as_data(parsed.transcript)
    labels = [text for one in data["speakers"] for code in one["name"] for text in _labels(one, code)]
    whole = "\n".join(words(one) for one in (*strings(data), *labels))
    reported = {finding.line for finding in parsed.findings}
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        content = words(clean(line))
        if (
            content
            and number not in reported
            and content not in whole
            and not _is_held_without_its_label(clean(line), whole)
        ):
            yield number, line


def _labels(speaker, code):
    name, honorific = speaker["name"][code], speaker["honorific"].get(code, "")
    return name + honorific, honorific + name


def _is_held_without_its_label(line, whole):
    line = re.sub(r", October 9, 2025$", "", line)
    if re.match(r"\S{0,6}\s?(?:编辑|文字|关键词|Tags|By |教授，)[:：]?", line):
        return all(words(part) in whole for part in re.split(r"\s+|[:：、;,，]", re.sub("^(?:关键词|Tags)", "", line)))
    line = re.sub(r"^(?:《[^》]+》|[QA]\. |\d\. \d{4}(?:-\d{4}|年至今) |[^（]+（Paul Schmidt）)", "", line.strip())
    return any(words(rest) in whole for rest in _without_labels(line)) or _is_held_in_pieces(line, whole)


HEADINGS = (
    r"About the Experts?|Honors and Awards|Editor['’]s Note|【编者按】|Career|发布时间|来源|作者|标签|相关搜索"
    r"|Keywords|Category|Published online|文(?=/)"
)
DATES = (
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?( \d{1,2}:\d{2})?|October 9, 2025"
    r"|^\d{4}(年|[-–](\d{4}|present))?(?=[ :：])|, MD(, PhD)?$"
)


def _is_held_in_pieces(line, whole):
    """A line of facts, tags or a career is held when each of its pieces is, apart from headings and dates."""
    rest = re.sub(DATES, " ", re.sub(HEADINGS, " ", line.strip())).strip()
    pieces = re.split(r"[\s:：、,，;；|/]+", rest) if len(line) <= 60 else [rest]
    return all(words(piece) in whole for piece in pieces)


def _without_labels(line):
    """What is left of a line when what the fields hold in another form is taken away."""
    structural = (
        r"^(?:专家简介|Expert Profile|编者按|Editor’s Note|参考文献|摘要|获奖经历|研究领域|免责声明|相关搜索|基金项目"
        r"|利益冲突|来源|责任编辑|By|时间)\s?[:：]?\s*"
    )
    bare = re.sub(
        r"发表时间|\d{4}[/年]\d{1,2}[/月]\d{1,2}日?( \d+:\d+:\d+)?|Oct(?:ober|\.) 9, 2031|浏览量:\d+", " ", line
    )
    for rest in (line, bare):
        yield from (rest, re.sub(structural, "", rest), LABEL.sub("", rest, count=1))
        dated = re.sub(r"^\d{4}.{0,24}?[:：]", "", re.sub(structural, "", rest).strip())
        yield from (dated, LABEL.sub("", dated, count=1))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_line_of_a_published_shape_is_lost(path):
    text = path.read_bytes().decode()
    parsed = article.parse(text)
    lost = {line.strip() for _, line in lost_lines(text, parsed)}
    assert lost <= {"工作经历", "研究与职业经历", "Professional Experience", "Awards", "嘉宾简介"}


@ANYTHING
@given(st.text())
def test_any_text_ends_in_a_result_or_one_clear_error(text):
    parsed_or_refused(text)


@ANYTHING
@given(SPLICED)
def test_pieces_of_the_genre_in_any_order_end_in_a_lossless_transcript(text):
    if parsed := parsed_or_refused(text):
        assert archive_json.load(archive_json.dump(parsed.transcript)) == parsed.transcript
        assert all(finding.kind in ("dropped", "unpaired", "unsure") and finding.why for finding in parsed.findings)
        assert [turn.number for turn in parsed.transcript.turns] == list(range(1, len(parsed.transcript.turns) + 1))
        assert all(turn.text for turn in parsed.transcript.turns)


SENTENCES = [
    "随访要点{}应当逐项核对。",
    "Point {} is checked at every visit.",
    "第{}个病例仍在随访之中,结果未知",
    "Case {} remains open, as we said",
]


STARTS = [
        "《肿瘤瞭望》:", "Oncology Frontier: ", "记者：", "林静澜教授:", "Prof. Jinglan Lin: ", "主持人：",
        "编者按:", "专家简介\n", "参考文献\n",
        "2003年12月—2007年3月:", "一、", "(1)", "▲", "", "", "\n", "01\n", "Q2: ", "获奖经历\n", "单教授", "&ldquo;",
        "\u200b",
]  # fmt: skip


NUMBERED = st.lists(st.tuples(st.sampled_from(STARTS), st.sampled_from(SENTENCES)), min_size=1, max_size=20)


@ANYTHING
@given(NUMBERED)
def test_each_sentence_of_any_arrangement_is_found_again(parts):
    lines = [start + sentence.format(place) for place, (start, sentence) in enumerate(parts, start=100)]
    text = "\n".join(lines)
    if parsed := parsed_or_refused(text):
        whole = "\n".join(words(one) for one in strings(archive_json.as_data(parsed.transcript)))
        whole += "\n".join(words(finding.text) for finding in parsed.findings)
        assert [number for number in range(100, 100 + len(parts)) if str(number) not in whole] == []


@pytest.mark.parametrize("text", ["", "   \n\u3000\n", "\ufeff", "hello", "购物清单\n牛奶\n面包"])
def test_what_is_no_interview_is_refused(text):
    with pytest.raises(ValueError, match=r"empty|does not look like an interview"):
        article.parse(text)


@example("《肿瘤瞭望》:好吗?\n王教授:好。\ud800")
@given(st.text(alphabet=st.characters(), max_size=60))
def test_strange_characters_never_reach_the_transcript(tail):
    parsed = article.parse(f"《肿瘤瞭望》:好吗?\n王教授:好。\n{tail}")
    dumped = archive_json.dump(parsed.transcript)
    assert archive_json.load(dumped) == parsed.transcript
    assert not re.search("[\u200b-\u200f\u2060\ufeff\u00ad]", dumped)
