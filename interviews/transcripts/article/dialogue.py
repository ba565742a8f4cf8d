"""Which utterances of named persons are questions, and what that makes of the persons: moderator, interviewer."""

from itertools import pairwise

from .asking import asks
from .colleagues import mark_questions_to_colleagues
from .people import People
from .utterances import ANSWER_TURN, QUESTION_TURN, Utterance


def mark_questions(utterances: list[Utterance], people: People) -> None:
    """Turn the utterances of those who ask into questions, one language after the other, and note their roles."""
    for language in dict.fromkeys(utterance.language for utterance in utterances):
        spoken = [one for one in utterances if one.language == language and one.kind in (QUESTION_TURN, ANSWER_TURN)]
        _mark_moderators(spoken, people)
        if not _mark_the_one_who_asks(spoken, people):
            _mark_askers(spoken)
    mark_questions_to_colleagues(utterances, people)
    _note_roles(utterances, people)


def _mark_moderators(spoken: list[Utterance], people: People) -> None:
    last_other = max((place for place, one in enumerate(spoken) if one.person != spoken[-1].person), default=-1)
    for place, one in enumerate(spoken):
        if one.label and one.label.role and one.person is not None:
            people.persons[one.person].roles.add(one.label.role)
        if one.person is not None and people.persons[one.person].roles & {"moderator", "interviewer"}:
            one.kind = ANSWER_TURN if place > last_other and place and not asks(one.text[-200:]) else QUESTION_TURN


def _mark_the_one_who_asks(spoken: list[Utterance], people: People) -> bool:
    """Where two persons alternate and the one who opens mostly asks, all that person says are questions."""
    opener, other = spoken[::2], spoken[1::2]
    if len(opener) < 2 or not _is_one_person(opener) or not _is_one_person(other):
        return False
    if opener[0].person == other[0].person or people.persons[other[0].person].roles:
        return False
    # Who closes without a question thanks.
    last = opener.pop() if len(spoken) % 2 and not _ends_asking(spoken[-1]) else None
    asking = sum(map(_ends_asking, opener))
    if (last and last.kind != ANSWER_TURN) or asking < 2 or asking * 3 < len(opener) * 2:
        return False
    if sum(map(_ends_asking, other)) * 3 > asking:
        return False
    for one in opener:
        one.kind = QUESTION_TURN
    if not (roles := people.persons[opener[0].person].roles):
        roles.add("interviewer")
    return True


def _is_one_person(utterances: list[Utterance]) -> bool:
    return len({one.person for one in utterances}) == 1 and utterances[0].person is not None


def _mark_askers(spoken: list[Utterance]) -> None:
    """Where no publication asks, a person who ends in a question that another one answers has asked it."""
    if any(one.kind == QUESTION_TURN and one.person is None for one in spoken):
        return
    awaiting = False
    for one, following in pairwise(spoken):
        if one.kind == QUESTION_TURN:
            awaiting = True
        elif (
            not awaiting and one.person is not None and following.person not in (None, one.person) and _ends_asking(one)
        ):
            one.kind = QUESTION_TURN
            awaiting = True
        else:
            awaiting = False


def _ends_asking(one: Utterance) -> bool:
    return asks(one.paragraphs[-1].text)


def _note_roles(utterances: list[Utterance], people: People) -> None:
    turns = [one for one in utterances if one.person is not None and one.kind in (QUESTION_TURN, ANSWER_TURN)]
    asked = {one.person for one in turns if one.kind == QUESTION_TURN}
    answered = {one.person for one in turns if one.kind == ANSWER_TURN}
    for person in asked - answered:
        if not people.persons[person].roles:
            people.persons[person].roles.add("moderator" if len(answered) > 1 else "interviewer")
