"""Rules of the article parser that one line decides, each with what it must not be taken for."""

import pytest

from interviews.transcripts import article

QUESTION = "记者：这项研究有什么意义？\n江雪教授：意义在于缩短了等待时间，患者因此受益。\n"


def read(text):
    return article.parse(text).transcript


@pytest.mark.parametrize(
    ("note", "publication"),
    [
        ("《血液学笔谈》特邀江雪教授谈等待时间。", {"zh-hans": "血液学笔谈"}),
        ("江雪教授近日接受了《血液学笔谈》的专访。", {"zh-hans": "血液学笔谈"}),
        ("《湖畔医学杂志》刊登了这项研究。《血液学笔谈》记者采访了江雪教授。", {"zh-hans": "血液学笔谈"}),
        ("《等待时间管理指南》更新之际，本刊记者采访了江雪教授。", {}),
        ("江雪教授在《湖畔医学杂志》上发表了这项研究，引起关注。", {}),
    ],
)
def test_publication_is_the_one_of_which_the_note_says_that_it_interviews(note, publication):
    assert read(f"江雪教授谈等待\n编者按：{note}\n{QUESTION}").publication == publication


@pytest.mark.parametrize(
    ("note", "publication"),
    [
        ("Hematology Conversations spoke with Dr. Ada Lovell about waiting.", {"en": "Hematology Conversations"}),
        ("Dr. Ada Lovell sat down with Marrow Today to discuss it.", {"en": "Marrow Today"}),
        ("The Northern Hematology Society invited Dr. Ada Lovell to speak.", {}),
        ("Dr. Ada Lovell spoke at the Cancer Meeting.", {}),
    ],
)
def test_english_publication_is_read_from_the_note(note, publication):
    text = f"Waiting Well\nEditor's Note: {note}\nQ1: Why wait?\nDr. Ada Lovell: Because time is a test.\n"
    assert read(text).publication == publication


def dialogue(last_words):
    return read(
        "等待还是移植\n《血液学笔谈》：怎样选择？\n江雪教授：先看风险。"
        f"{last_words}\n袁一川教授：先控制炎症，再谈移植。\n《血液学笔谈》：展望？\n袁一川教授：缩短等待。\n江雪教授：同意。\n"
    ).turns[1]


@pytest.mark.parametrize(
    "asked", ["袁教授，这在基层做得到吗？", "我想请教袁一川教授，多久复查一次？", "您在移植前怎么做？"]
)
def test_expert_who_puts_a_question_to_the_next_speaker_asks(asked):
    assert (dialogue(asked).kind, dialogue(asked).speaker) == ("question", "s1")


@pytest.mark.parametrize("said", ["那么谁来付费呢？", "袁教授的数据也支持这一点。", "我同意袁一川教授的看法。"])
def test_expert_who_only_wonders_or_agrees_answers(said):
    assert dialogue(said).kind == "answer"


def test_institution_alone_on_its_line_does_not_leave_the_biographies():
    lines = ["Prof. Ada Lovell", "Lakeside Medical Center", "Research interests: waiting", "Lakeside Medical Center"]
    transcript = read("Waiting\nOF: Why wait?\nProf. Ada Lovell: It is a test.\nExpert Profile\n" + "\n".join(lines))
    assert [turn.kind for turn in transcript.turns] == ["question", "answer"]
    assert transcript.speakers[0].affiliation == {"en": "Lakeside Medical Center"}


@pytest.mark.parametrize("line", ["这位教授：请等一等。", "血液科主任：我们同意。", "外籍专家：很好。"])
def test_description_of_a_person_is_no_name(line):
    transcript = read(f"江雪教授谈等待\n{QUESTION}{line}\n记者：还有吗？\n江雪教授：没有了，谢谢。\n")
    assert [speaker.name for speaker in transcript.speakers] == [{"zh-hans": "江雪"}]


def test_origin_of_each_text_is_unknown():
    turns = read(f"江雪教授谈等待\n{QUESTION}Reporter: Why?\nProf. Xue Jiang: It is short.\n").turns
    assert [dict(turn.origin) for turn in turns] == [dict.fromkeys(turn.text, "unknown") for turn in turns]


@pytest.mark.parametrize(
    "line",
    [
        "Share to: Facebook / X / WeChat",
        "4 min read · 1,204 views",
        "Views: 5120  Likes: 77",
        "阅读 1204 · 点赞 33",
        "约5分钟读完",
        "移动版 | 收藏本站 | 设为首页",
        "回到顶部 ↑",
        "Reproduction without permission is prohibited.",
    ],
)
def test_line_of_the_site_is_dropped_wherever_it_stands(line):
    lines = ["江雪教授谈等待的意义", line, *QUESTION.splitlines(), line, "专家简介", "江雪 教授", "2003年：医师", line]
    parsed = article.parse("\n".join(lines))
    assert [turn.kind for turn in parsed.transcript.turns] == ["question", "answer"]
    assert parsed.transcript.turns[1].text == {"zh-hans": "意义在于缩短了等待时间，患者因此受益。"}
    assert len(parsed.transcript.biographies[0].entries) == 1
    assert [finding.line for finding in parsed.findings if finding.kind == "dropped"] == [2, 5, 9]


@pytest.mark.parametrize(
    "line", ["10 minutes", "从输注到起效，平均30分钟。", "We had 1,204 patients in 4 min read outs."]
)
def test_count_that_belongs_to_an_answer_is_kept(line):
    said = " ".join(dict(read(f"江雪教授谈等待\n{QUESTION}{line}\n").turns[1].text).values())
    assert line in said


@pytest.mark.parametrize("heading", ["Research and career", "Academic and Professional Career", "Research & Teaching"])
def test_sub_heading_of_two_nouns_is_no_entry(heading):
    career = f"Expert Profile\nProf. Ada Lovell\n{heading}\n2003-2007: Resident, Lakeside Hospital\n"
    transcript = read(f"Waiting\nOF: Why wait?\nProf. Ada Lovell: It is a test.\n{career}")
    assert [(one.section, one.start) for one in transcript.biographies[0].entries] == [("position", "2003")]


@pytest.mark.parametrize("masthead", ["MARROW FRONTIER", "Home > News > Text\nMarrow Frontier"])
@pytest.mark.parametrize("below", ["", "News | Meetings | Experts | Contact\n"])
def test_name_of_the_publication_above_the_title_asks_nothing(masthead, below):
    talk = "MARROW FRONTIER: Why wait?\nProf. Ada Lovell: It is a test.\nMARROW FRONTIER: How long?\n"
    transcript = read(
        f"{masthead}\n{below}Prof. Ada Lovell: Waiting Well\n2031/5/2 7:05:09\n{talk}Prof. Lovell: A month.\n"
    )
    assert transcript.title == {"en": "Prof. Ada Lovell: Waiting Well"}
    assert [turn.kind for turn in transcript.turns] == ["question", "answer"] * 2


@pytest.mark.parametrize("question", ["Why do we wait?", "We have read your study with interest."])
def test_name_of_the_publication_alone_above_a_question_asks_it(question):
    talk = f"Marrow Frontier\n{question}\nProf. Ada Lovell\nIt is a test.\n"
    turns = read(f"{talk}Marrow Frontier\nHow long?\nProf. Ada Lovell\nA month.\n").turns
    assert [turn.kind for turn in turns] == ["question", "answer"] * 2


def test_three_short_words_beside_a_menu_are_no_title():
    menu = "资讯 | 会议 | 专家\n首页  血液  肿瘤  视频  专题  论坛\n"
    assert read(f"{menu}江雪教授谈等待的意义\n{QUESTION}").title == {"zh-hans": "江雪教授谈等待的意义"}
    assert read(f"NHS | 江雪教授 | 等待\n2031年5月2日\n{QUESTION}").title == {"zh-hans": "NHS | 江雪教授 | 等待"}


LEAD = "等待移植的患者越来越多。在2031年北方血液论坛上，湖畔医院江雪教授谈了两个方面的问题。"
ABOVE = "江雪教授：缩短等待\n2031年5月2日\n专家简介\n江雪 教授\n湖畔医院血液科主任\n2003年：医师\n"
TALK = "一、先看风险\n江雪教授：先看风险，再谈移植。\n二、再看时间\n江雪教授：时间也是一种检验。\n"


@pytest.mark.parametrize(("lead", "note"), [(f"{LEAD}\n", {"zh-hans": LEAD}), ("", {})])
def test_careers_above_the_interview_end_at_a_lead_or_a_numbered_heading(lead, note):
    transcript = read(f"{ABOVE}{lead}{TALK}")
    assert transcript.editors_note == note
    assert [turn.kind for turn in transcript.turns] == ["heading", "answer"] * 2
    assert [entry.start for entry in transcript.biographies[0].entries] == [None, "2003"]


@pytest.mark.parametrize(
    "line",
    ["一、工作经历", "江雪教授多次在国际血液年会上作口头报告，并分享中国经验。", "曾在北方血液年会上作报告三次。"],
)
def test_career_above_the_interview_goes_on_in_its_own_lines(line):
    transcript = read(f"{ABOVE}{line}\n2005年：主任\n{TALK}")
    assert (transcript.editors_note, len(transcript.turns)) == ({}, 4)
    assert transcript.biographies[0].entries[-1].start == "2005"


def between_two(*said):
    names = ("袁一川医生", "江雪教授")
    lines = [f"{names[place % 2]}：{text}" for place, text in enumerate(said)]
    return read("袁一川医生对话江雪教授\n" + "\n".join(lines) + "\n")


def test_who_opens_and_mostly_asks_has_asked_also_without_a_question_mark():
    said = ["何时移植？", "先看风险。", "风险的分层很让人困惑。", "看三项指标。", "多久复查一次？", "三个月。"]
    transcript = between_two(*said, "受教了，谢谢江教授。")
    assert [turn.kind for turn in transcript.turns] == ["question", "answer"] * 3 + ["answer"]
    assert [speaker.role for speaker in transcript.speakers] == ["interviewer", "interviewee"]


@pytest.mark.parametrize(
    "said",
    [
        ["我先讲风险。", "我补充一点。", "还有时间。", "我同意。"],
        ["何时移植？", "先看风险。", "我们也这样做。", "很好。", "另外要控制炎症。", "是的。"],
        ["何时移植？", "先看风险，您那里呢？", "看时间，您多久复查？", "三个月，您呢？", "半年。"],
    ],
)
def test_two_who_talk_as_equals_are_no_interviewer_and_expert(said):
    assert {speaker.role for speaker in between_two(*said).speakers} == {"interviewee"}


def below_a_number(*lines):
    talk = "\n江雪教授：先看风险，再谈移植。\n\nQ2\n多久复查一次？\n\n江雪教授：三个月。\n"
    return read("江雪教授谈等待的意义\n\nQ1\n" + "\n".join(lines) + "\n" + talk).turns


@pytest.mark.parametrize(
    "lines", [("患者的风险很高，而供者还没有找到的时候，您", "怎样选择？"), ("等待时间的", "意义何在？")]
)
def test_question_below_a_number_may_be_broken_in_two_lines(lines):
    turns = below_a_number(*lines)
    assert [turn.kind for turn in turns] == ["question", "answer"] * 2
    assert "".join(turns[0].text["zh-hans"].split()) == "".join(lines)


def test_heading_below_a_number_stays_one_above_its_question():
    kinds = [turn.kind for turn in below_a_number("等待的意义", "等待时间越短越好吗？")]
    assert kinds == ["heading", "question", "answer", "question", "answer"]


@pytest.mark.parametrize(
    "asked", ["与移植相比，等待最大的不同是什么？", "的读者很关心，等待多久？", "上期谈过等待，还有新进展吗？"]
)
def test_question_behind_the_publication_without_a_colon_may_begin_with_any_word(asked):
    talk = f"《血液时讯》{asked}\n江雪教授：看风险。\n《血液时讯》还有吗？\n江雪教授：没有了。\n"
    turns = read(f"江雪教授谈等待\n2031年5月2日\n{talk}").turns
    assert [turn.kind for turn in turns] == ["question", "answer"] * 2
    assert turns[0].text == {"zh-hans": asked}


def test_sentence_about_the_publication_is_no_question():
    said = "《血液时讯》与我们合作多年。"
    turns = read(
        f"江雪教授谈等待\n《血液时讯》：为何等待？\n江雪教授：看风险。\n{said}\n《血液时讯》：还有吗？\n江雪教授：没有。\n"
    ).turns
    assert [turn.kind for turn in turns] == ["question", "answer"] * 2
    assert said in turns[1].text["zh-hans"]
