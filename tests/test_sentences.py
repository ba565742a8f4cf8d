from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.bilingual.sentences import split

# A bar stands where one sentence ends and the next begins; it is no part of the text.
SAMPLES = {
    "zh-hans": [
        "疗效很好。|安全性也不错！|您怎么看？",
        "他说：“我们开始得很早。”|后来大家都同意。",
        "“真的有效吗？”他问道。|我们还不知道。",
        "我们一直在问“为什么会复发？”这个问题。|答案还没有。",
        "提高疗效,但不增加毒性。|这是目标。",
        "对于ALL,缓解率较高；然而在AML中,疗效有限。|靶点仍是关键。",
        "这个剂量是3.5 mg/kg。|共入组35.6%的患者。",
        "效果很好.|我们继续随访.|结果会公布。",
        "该药有效(n=30).|我们继续随访。",
        "与标准治疗vs.对照组相比，差异明显。|Smith et al.报道过类似结果。",
        "（这只是初步数据。）|我们还要等待。",
        "这项研究（真的做完了吗？）今年发表。|请关注。",
        "《谁需要移植？》是我们的综述。|欢迎阅读。",
        "嗯……这个问题不容易回答。|要看患者。",
        "太好了！！|真的吗？！|是的。",
        "有三点：|\n1. 疗效。|\n2. 安全性。|\n3. 费用",
        "请看结果。|(图1)之后再谈。",
        "新药代号为CAR-X.|我们称之为“二代”。",
        "他问：“可以停药吗？|什么时候停？”|我说：“再等等！”|他走了。",
        "我们用了1.5年。|之后，患者说“谢谢……”|大家都笑了。",
    ],
    "en": [
        "Dr. Wang agreed.| Prof. Chen did not.",
        "Prof.Naoki spoke first.| Then Dr.Li answered.",
        "It was shown by Smith et al. in 2019.| We repeated it.",
        "Patients were treated by Smith et al.| The results were good.",
        "Use a second agent, i.e. a steroid, or a third, e.g. Tocilizumab.| It works.",
        "We compared A vs. B in Ph+ ALL.| The rate was 3.5% vs. 4.25%.| It held.",
        "It was approved.|We are glad.",
        "It was approved for ALL.|We continue.",
        "The rate was 3.5.| We hoped for 4.",
        "J. K. Wang and Mary L. Stone wrote it.| It is vitamin C.| We take it.",
        "See Fig. 2 and Table No. 3.| No.| We did not.",
        "“Is it safe?” he asked.| “It is.”| They went on.",
        '"Is it safe?" she asked.| "It is."| They went on.',
        '"Stop!" Dr. Wang said.| He was right.',
        "He said it works (see below. It is short) and left.| We stayed.",
        "(This was early.| It changed.)| Then it grew.",
        "It ended well (see Fig. 1).| We were pleased.",
        "Wait... what is that?| I do not know...| Perhaps nothing.",
        "1. We test.| 2. We treat.| 3. We wait.",
        "There are two: 1. cost; 2. time.| Both matter.",
        "It rose to 12.| In 2020, it fell.| 35 patients died.",
        "mRNA is new.| mRNA works.| p53 is old.",
        "It was shown before.[12]| We agree.| It was safe.3,4| We hope so.",
        "She has a Ph.D. in biology.| He has an M.D.| They work in the U.S. Army.",
        "They moved to the U.S.| The lab is new.",
        "See www.example.Com or mail a.B@c.De for news.| Thanks!",
        "What a result!| And why?| Nobody knows!?",
        "It is 5 p.m. now.| We close at 6 p.m.| The end.",
        "First item|\n• one thing|\n• another thing",
        "The line is broken\nin the middle of a sentence.| It goes on.",
        'He called it "a cure."|"We should be careful," she said.',
    ],
    "ja": [
        "これは新しい治療です。|副作用は少ないですか？|はい。",
        "先生は「効果があります。」と答えた。|私たちは喜んだ。",
        "「本当ですか？」|「はい。」",
        "費用は約3.5万円です。|高いですね！",
    ],
}
PIECES = [*"。！？；，、.!?,;:()[]（）《》“”「」\"'…-—•", " ", "\n", "\n\n", "\u3000", "\u200b", "中", "文", "の"]
WORDS = ["word", "We", "Dr.", "et al.", "i.e.", "3.5", "1.", "ALL", "他说", "CAR-T", "Ph+", "J.", "..."]
TEXTS = st.lists(st.sampled_from(PIECES + WORDS)).map("".join) | st.text()
LANGUAGES = st.sampled_from(["zh-hans", "zh-hant", "en", "ja", "fr"])


@pytest.mark.parametrize(("language", "marked"), [(key, text) for key, texts in SAMPLES.items() for text in texts])
def test_sentences_end_where_a_reader_ends_them(language, marked):
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in split(text, language)] == [part.strip() for part in marked.split("|")]


@given(TEXTS, LANGUAGES)
def test_sentences_stand_in_order_and_lose_nothing_but_space(text, language):
    spans = split(text, language)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


@given(TEXTS, TEXTS, LANGUAGES)
def test_a_blank_line_always_parts_two_sentences(before, after, language):
    text = f"{before}\n \n{after}"
    place = len(before) + 1
    assert not [span for span in split(text, language) if span[0] < place < span[1]]


@pytest.mark.parametrize("language", ["zh-hans", "en", "ja"])
def test_a_text_without_words_has_no_sentences(language):
    assert split(" \n\n\u3000\n", language) == []
