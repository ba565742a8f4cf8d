"""Persons of Chinese labels and of English labels: who is who, by the place of their utterances and biographies."""

from collections import Counter

from .biographies import Career
from .language import CHINESE, ENGLISH, language_of
from .pairing import Row, pair
from .people import People
from .utterances import Utterance


def assign_persons(utterances: list[Utterance], careers: list[Career], people: People) -> dict[int, int]:
    """Say of each utterance and career whose it is, merging the persons that the two languages name differently.

    Returns the person of each career.
    """
    for one in utterances:
        one.person = people.of(one.label)
    owners = _own(careers, people)
    _link_same_place(utterances, people)
    _link_careers(careers, owners, people)
    _link_by_votes(utterances, people)
    _link_rest(utterances, owners, people)
    for one in utterances:
        one.person = None if one.person is None else people.resolve(one.person)
    return {place: people.resolve(owner) for place, owner in owners.items()}


def _own(careers: list[Career], people: People) -> dict[int, int]:
    owners: dict[int, int] = {}
    for place, career in enumerate(careers):
        for label in career.names:
            person = people.of(label)
            owners[place] = people.merge(owners[place], person) if place in owners else person
    return owners


def _scripts(people: People, person: int) -> set[bool]:
    """In which scripts a person's name is printed: Han (true), Latin (false), or both."""
    return people.persons[people.resolve(person)].scripts


def _both(people: People, one: int, two: int) -> bool:
    """Whether two persons may be one: the one printed in Han only and the other in Latin only, or anonymous alike."""
    one, two = people.resolve(one), people.resolve(two)
    if one == two:
        return False
    return not _scripts(people, one) & _scripts(people, two)


def _link_same_place(utterances: list[Utterance], people: People) -> None:
    for one in utterances:
        if (
            one.twin
            and one.twin.label is not one.label
            and None not in (one.person, one.twin.person)
            and _both(people, one.person, one.twin.person)
        ):
            people.merge(*sorted((one.person, one.twin.person)))


def _link_careers(careers: list[Career], owners: dict[int, int], people: People) -> None:
    """As many Chinese as English biographies: they follow each other in one order."""
    lone = [place for place, career in enumerate(careers) if place in owners and len(career.names) == 1]
    chinese = [place for place in lone if _language(careers[place]) == CHINESE]
    english = [place for place in lone if _language(careers[place]) == ENGLISH]
    if len(chinese) == len(english):
        for one, two in zip(chinese, english, strict=True):
            if _both(people, owners[one], owners[two]):
                people.merge(owners[one], owners[two])


def _language(career: Career) -> str:
    text = "".join(entry.text for entry in (*career.affiliation.values(), *career.entries[:5]))
    return language_of(text) or career.names[0].language


def _link_by_votes(utterances: list[Utterance], people: People) -> None:
    for one in utterances:
        one.person = None if one.person is None else people.resolve(one.person)
    votes: Counter[tuple[int, int]] = Counter()
    rows = pair(utterances)
    weights = _weights(rows)
    for row, weight in zip(rows, weights, strict=True):
        if row.chinese and row.english and None not in (row.chinese.person, row.english.person):
            votes[row.chinese.person, row.english.person] += weight
    for (one, two), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        if _both(people, one, two):
            people.merge(one, two)


def _weights(rows: list[Row]) -> list[float]:
    """A lone answer tells for certain who speaks; among several answers to one question the order may differ."""
    weights: list[float] = []
    block = 0
    for row in [*rows, None]:
        if row is None or row.sides[0].kind == "question":
            weights += [1 / max(1, block)] * block
            weights += [1.0] if row else []
            block = 0
        else:
            block += 1
    return weights


def _link_rest(utterances: list[Utterance], owners: dict[int, int], people: People) -> None:
    """One person of each script left over, of whom not both speak in one language: the same one."""
    spoken = {people.resolve(one.person): one.label.language for one in utterances if one.person is not None}
    known = dict.fromkeys((*spoken, *(people.resolve(owner) for owner in owners.values())))
    han = [person for person in known if _scripts(people, person) == {True}]
    latin = [person for person in known if _scripts(people, person) == {False}]
    if len(han) == len(latin) == 1 and spoken.get(han[0]) != spoken.get(latin[0]):
        people.merge(*sorted((han[0], latin[0])))
