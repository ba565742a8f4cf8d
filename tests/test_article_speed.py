"""A megabyte of anything ends within two seconds: in a transcript, or in one clear error."""

import contextlib
import time

import pytest

from interviews.transcripts import article

LIMIT = 2.0
WORST = {
    "one long line": "我" * 340_000,
    "one long Latin line": "word " * 200_000,
    "one long word": "x" * 1_000_000,
    "a million newlines": "\n" * 1_000_000,
    "a letter on each of many lines": "a\n" * 500_000,
    "a hundred thousand labels": "王教授:\n" * 77_000,
    "labels with text": "王教授:好的?\nProf. Wang: yes\n" * 24_000,
    "as many labels as lines are allowed": "《肿瘤瞭望》:您怎么看?\n王教授:"
    + "好" * 20
    + "。\nOncology Frontier: why?\nProf. Wang: so.\n",
    "alternating scripts": "字a" * 250_000,
    "alternating lines": ("这是一行中文。\nThis is a line.\n" * 970),
    "spaces": "a" + " " * 999_998 + "b",
    "spaces between letters": "a  " * 330_000,
    "brackets": "(" * 500_000 + ")" * 500_000,
    "Chinese brackets": "《" * 170_000 + "》" * 160_000,
    "dots": "." * 1_000_000,
    "middle dots": "王·" * 200_000 + "教授:好",
    "colons": ":" * 1_000_000,
    "digits": "1" * 1_000_000,
    "dates": "2003年12月—" * 60_000,
    "capitals": "Ab " * 333_000,
    "entities": "&amp;" * 200_000,
    "an editor's note without end": "编者按:" + "第1届会议(A" * 60_000,
    "a lead of congresses": "2031年第12届北方血液学会年会(NHS 2031)于5月2日至5日举行" * 12_000
    + "。\n记者:好吗?\n王教授:好。",
    "names": "Naoki Hosen, MD, PhD, " * 45_000,
    "careers": "记者:问?\n王教授:答。\n专家简介\n王教授\n" + "2003年12月—2007年3月:北山大学附属医院血液科主任\n" * 970,
    "careers in two languages": "记者:问?\n王教授:答。\n专家简介\n王教授\n"
    + "2003年:北山大学医院主任\n2003: Head, North Hospital\n" * 970,
    "many persons": "记者:问?\n"
    + "".join(f"王{chr(0x4E00 + n)}{chr(0x5E00 + n % 90)}教授:答{n}。\n" for n in range(1_950)),
    "many Latin persons": "OF: why?\n"
    + "".join(
        f"Prof. Ab{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)} Xu: so.\n" for n in range(1_950)
    ),
    "many tags": "记者:问?\n王教授:答。\n" + "相关搜索:白血病,淋巴瘤\n" * 1_950,
    "many references": "记者:问?\n王教授:答。\n参考文献\n"
    + "[1] Stone A, et al. J Imagin Hematol. 2030;12:1-9.\n" * 1_950,
    "many credits": "记者:问?\n王教授:答。\n" + "责任编辑:孙小满   版面编辑:钱多\n" * 1_950,
    "many notes": "编者按:近日召开的会议上有许多值得关注的进展值得一读\n" * 1_950 + "记者:问?\n王教授:答。",
    "many headings": "题目\n"
    + "一、小标题\n这一段文字足够长,因而在它上面的短行看起来就是一个标题了,没有疑问。\n" * 970,
    "long turns": (
        "《肿瘤瞭望》:您怎么看?\n王教授:"
        + "CAR-T疗法2031 " * 900
        + "\nOncology Frontier: why?\nProf. Wang: "
        + "CAR T 2031 " * 900
        + "\n"
    )
    * 35,
}
WORST["as many labels as lines are allowed"] *= 490


@pytest.mark.parametrize("name", WORST)
def test_a_megabyte_of_anything_ends_within_two_seconds(name):
    begun = time.process_time()
    with contextlib.suppress(ValueError):
        article.parse(WORST[name])
    assert time.process_time() - begun < LIMIT


def test_what_is_far_too_large_is_refused_at_once():
    with pytest.raises(ValueError, match="not one article"):
        article.parse("好" * 4_000_001)
