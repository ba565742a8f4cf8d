"""Builders of test data: each makes the least that a test needs and takes what the test mentions."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.text import slugify
from django.utils.timezone import get_default_timezone

from interviews import storage
from interviews.models import Interview, Term, language
from interviews.storage.terms import note_all
from interviews.transcripts.transcript import Biography, BiographyEntry, Speaker, Text, Transcript, Turn

Pair = tuple[str, str]


def text(pair: Pair | str) -> Text:
    """Return a Text of a Chinese and an English string, either of which may be empty."""
    chinese, english = (pair, "") if isinstance(pair, str) else pair
    return Text({"zh-hans": chinese, "en": english})


def speaker(name: Pair = ("林安和", "Anhe Lin"), key: str = "s1", **fields: Any) -> Speaker:
    """Return a speaker of an invented hospital."""
    given = {
        "honorific": text(("教授", "Prof.")),
        "affiliation": text(("高原血液病研究所", "Plateau Institute of Hematology")),
    }
    return Speaker(key, text(name), **{**given, **fields})


def career(key: str = "s1") -> Biography:
    """Return a short dated career."""
    return Biography(
        key,
        (
            BiographyEntry("research", None, None, text(("慢性淋巴细胞白血病", "Chronic lymphocytic leukemia"))),
            BiographyEntry("position", "2019-03", "present", text(("淋巴肿瘤科主任", "Chief of lymphoma"))),
            BiographyEntry("award", "2007", None, text(("青年研究者奖", "Young investigator award"))),
        ),
    )


def transcript(*turns: Pair, **fields: Any) -> Transcript:
    """Return an interview in which questions and answers, each a pair of texts, take turns."""
    turns = turns or (("什么是白血病？", "What is leukemia?"), ("一种血液肿瘤。", "A cancer of the blood."))
    made = tuple(
        Turn(number, "answer" if number % 2 == 0 else "question", "s1" if number % 2 == 0 else None, text(pair))
        for number, pair in enumerate(turns, start=1)
    )
    given = {
        "title": text(("白血病的治疗", "Treating leukemia")),
        "publication": text(("血液学笔谈", "Hematology Conversations")),
        "speakers": (speaker(),),
        "turns": made,
    }
    return Transcript(**{**given, **fields})


def day(year: int, month: int, number: int) -> datetime:
    """Return the noon of a day in the archive's zone."""
    return datetime(year, month, number, 12, tzinfo=get_default_timezone())


def term(name: Pair, aliases: Iterable[str] = (), **fields: Any) -> Term:
    """Store a term with its names in both languages and further ones in English, and note its uses."""
    made = Term(slug=slugify(name[1]), aliases_en=list(aliases), **fields)
    language.assign(made, "name", text(name))
    made.save()
    note_all()
    storage.settle_all(Interview.objects.none(), [made])
    return made


def interview(*turns: Pair, status: str = "published", slug: str = "", **fields: Any) -> Interview:
    """Store an interview, published unless the test says otherwise."""
    public = status in {"published", "withdrawn"}
    made, _remarks = storage.store(transcript(*turns, **fields), slug=slug, to_be_published=public)
    if public:
        storage.publish(made)
    if status == "withdrawn":
        storage.withdraw(made, text(("数据有误", "The data were wrong")))
    return made
