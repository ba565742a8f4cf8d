"""What is said is found: the index's answers against a scan of every text, which knows no pairs of characters."""

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.indexing import finding, keys, reindex_interviews
from interviews.models import Interview, LanguageVersion, Turn
from interviews.search.expression import Expression, Need
from interviews.search.phrases import Phrase
from interviews.search.tokens import WORDS, fold, is_unspaced, stem
from tests.strategies import LANGUAGES

CHINESE = st.text(st.sampled_from("移植治疗白血病的一"), min_size=1, max_size=6)
ENGLISH = st.sampled_from(
    [
        "relapse",
        "Relapsed",
        "relapsing",
        "CAR-T",
        "CAR‑T",
        "cart",
        "ＣＤ１９",
        "cd19",
        "therapy",
        "therapies",
        "T",
        "naïve",
    ]
)
BETWEEN = st.sampled_from(["", "", " ", "，", "。", "-", "（", "\n\n"])
TEXTS = st.lists(st.tuples(CHINESE | ENGLISH, BETWEEN), max_size=6).map(
    lambda parts: "".join(part + between for part, between in parts)
)
APART = "\n"
ALL = 10_000


def written(text, form):
    """Return a text with a line for each of its words, or of its runs without spaces, in a form."""
    words = [word if is_unspaced(word) else form(word) for word in WORDS.findall(fold(text))]
    return f"{APART}{APART.join(words)}{APART}"


def says(text, asked, form):
    """Return whether a text says what is asked: its words in whole, its runs as a part of those of the text."""
    there, wanted = written(text, form), written(asked, form).strip(APART)
    if not is_unspaced(wanted[0]):
        wanted = APART + wanted
    if not is_unspaced(wanted[-1]):
        wanted += APART
    return wanted in there


def scan(corpus, asked, unwanted, languages, form):
    """Return the turns that say all that is asked for and nothing unwanted, in whichever of some languages."""

    def said(texts, each):
        return any(says(texts[code], each, form) for code in languages)

    return {
        turn
        for turn, texts in corpus.items()
        if all(said(texts, each) for each in asked) and not any(said(texts, each) for each in unwanted)
    }


def stored(drawn):
    """Store texts as the turns of one published interview; returns them by the keys of their rows."""
    made = Interview.objects.create(slug="drawn", status="published")
    LanguageVersion.objects.bulk_create(LanguageVersion(interview=made, language=code) for code in LANGUAGES)
    Turn.objects.bulk_create(
        Turn(interview=made, number=number, position=number, text_zh_hans=chinese, text_en=english)
        for number, (chinese, english) in enumerate(drawn, start=1)
    )
    reindex_interviews([made.pk])
    keys_in_order = made.turns.order_by("number").values_list("pk", flat=True)
    return {key: dict(zip(LANGUAGES, texts, strict=True)) for key, texts in zip(keys_in_order, drawn, strict=True)}


@st.composite
def askings(draw, drawn):
    """Draw a few phrases to ask for: parts of the texts, and others."""
    texts = [text for pair in drawn for text in pair if text]
    parts = CHINESE | ENGLISH | st.sampled_from("移的")
    if texts:
        text = draw(st.sampled_from(texts))
        start = draw(st.integers(0, len(text) - 1))
        parts = parts | st.just(text) | st.just(text[start : start + draw(st.integers(1, 12))])
    return [each for each in draw(st.lists(parts, min_size=1, max_size=2)) if Phrase.of(each)]


@pytest.mark.django_db
@settings(max_examples=40)
@given(st.data())
def test_all_that_is_said_is_found_and_only_stems_find_more(data):
    drawn = data.draw(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
    with transaction.atomic():
        corpus = stored(drawn)
        for _question in range(4):
            asked, unwanted = data.draw(askings(drawn)), data.draw(st.just([]) | askings(drawn))
            languages = data.draw(st.sampled_from([LANGUAGES, LANGUAGES[:1], LANGUAGES[1:]]))
            if not asked:
                continue
            needs = tuple(Need.of(Phrase.of(each)) for each in asked)
            unwished = tuple(Phrase.of(each) for each in unwanted)
            window = finding.in_interviews(Expression(needs, unwished, languages=languages), most=ALL)
            found = {keys.row_of(each.key) for each in window.passages if keys.kind_of(each.key) != "title"}
            assert found == scan(corpus, asked, unwanted, languages, stem)
            if not unwanted:
                assert found >= scan(corpus, asked, unwanted, languages, str)
        transaction.set_rollback(True)
