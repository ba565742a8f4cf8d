"""What is asked in a question, without what leads up to it and the thanks behind it.

Interviewers tell a long story before they ask, and reported speech asks without a question mark; the phrases by which
either language asks tell the sentence.
"""

import re
from collections.abc import Sequence
from unicodedata import east_asian_width

from interviews.bilingual import sentences

ENDS = re.compile(r"[？?][”’\"』」）)]*\s*\Z")
PHRASES = re.compile(
    r"\b(?:(?:could|can|would|will|may) (?:you|we|I)\b|please\b|tell us\b|ask(?:s|ed|ing)?\b|question\b|"
    r"(?:like|want(?:ed)?|wish(?:ed)?) to (?:know|hear|learn|ask)\b|(?:share|describe|discuss|comment)\b)"
    r"|^(?:and |but |so |then )?(?:what|how|why|which|when|where|who|is|are|do|does|did|should)\b"
    r"|请|能否|可否|是否|如何|怎样|怎么|什么|为何|为什么|哪些|哪个|哪一|谈谈|介绍一下|分享",
    re.IGNORECASE,
)
THANKS = re.compile(r"\W*(?:thank|thanks)\b|\W*(?:谢谢|感谢)", re.IGNORECASE)
# In letters, a Han character being three. What is no longer than LONG is shown whole where nothing tells what is asked.
SHORTEST = 19
LONG = 150


def asked(text: str, language: str) -> str:
    """Return the sentence of a question that asks, with the one before it where it is too short to say anything.

    It is the last with a question mark; else the last with a phrase that asks; else, in a long text, the last.
    """
    spans = [span for span in sentences.split(text, language) if not THANKS.match(text, *span)]
    for asks in (ENDS.search, PHRASES.search):
        places = [place for place, (start, stop) in enumerate(spans) if asks(text[start:stop])]
        if places:
            return _enough(text, spans[: places[-1] + 1])
    return _enough(text, spans) if spans and _letters(text) > LONG else text


def _enough(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The last sentence, and the one before it where the last says little."""
    start, stop = spans[-1]
    if len(spans) > 1 and _letters(text[start:stop]) < SHORTEST:
        start = spans[-2][0]
    return text[start:stop]


def _letters(text: str) -> int:
    return sum(3 if east_asian_width(letter) in "WF" else 1 for letter in text)
