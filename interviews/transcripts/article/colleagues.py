"""An expert who asks another one, although the publication asks the rest: told by whom the question is put to."""

import re
from itertools import pairwise

from . import names
from .asking import asks
from .language import has_han
from .pairing import pair
from .people import People
from .utterances import ANSWER_TURN, QUESTION_TURN, Utterance

_LAST_SENTENCE = re.compile(r"[^。！？.!?]{0,400}[?？][”’\"')\]）】]?\s*$")
_SECOND_PERSON = re.compile(r"[您你]|\b(?:you|your|yours)\b", re.IGNORECASE)
_PUT_TO = re.compile(
    r"(?:请教|请问|想问|问一?[下问]|问题(?:给|想问)|听听|请)(?P<han>.{1,16})"
    r"|\b(?:ask|question\s(?:to|for)|hear\sfrom|turn\sto|invite)\s(?P<latin>.{3,60})"
    r"|(?:^|[。！？.!?]\s?)(?:那么?|所以|不过|So|And|Then|But|Well)?[，,]?\s?(?P<called>[^，,。.!?！？]{0,8}(?:\.\s?)?[^，,。.!?！？]{1,24})[，,]"
)


def mark_questions_to_colleagues(utterances: list[Utterance], people: People) -> None:
    """Turn what one expert asks of the next into a question, in the other language too where only one shows it."""
    asked = [
        one
        for language in dict.fromkeys(utterance.language for utterance in utterances)
        for one, following in pairwise([one for one in utterances if one.language == language])
        if _asks_the_next(one, following, people)
    ]
    if not asked:
        return
    rows = pair(utterances)
    for one in asked:
        one.kind = QUESTION_TURN
    for row in rows:
        if any(side in asked for side in row.sides):
            for side in row.sides:
                side.kind = QUESTION_TURN


def _asks_the_next(one: Utterance, following: Utterance, people: People) -> bool:
    if one.kind != ANSWER_TURN or following.kind != ANSWER_TURN or None in (one.person, following.person):
        return False
    if one.person == following.person:
        return False
    last = one.paragraphs[-1].text
    sentence = _LAST_SENTENCE.search(last[-500:])
    if sentence and _SECOND_PERSON.search(sentence.group()):
        return True
    forms = _forms(people, following.person)
    named = any(
        form in (found["han"] or found["latin"] or found["called"])
        for found in _PUT_TO.finditer(last)
        for form in forms
    )
    return named and (sentence is not None or asks(last))


def _forms(people: People, person: int) -> set[str]:
    """What a colleague may be called: the full name, the surname, and in Latin script each of its words."""
    printed = [name for counted in people.persons[people.resolve(person)].names.values() for name in counted]
    forms = {form for name in printed for form in ({name} if has_han(name) else {name, *name.split()})}
    forms |= {name[:2] if name.startswith(names.COMPOUND_SURNAMES) else name[:1] for name in printed if has_han(name)}
    return {form for form in forms if len(form) > 1 or has_han(form)}
