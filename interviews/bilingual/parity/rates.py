"""A rate told by a figure in one language and by a mere word in the other: below 10% against "likewise low"."""

import re
from collections.abc import Iterable

# Plain abbreviations of what is counted in safety reports; the figure stands in the same clause.
SUBJECT = re.compile(
    r"(?<![A-Za-z])(?:CRS|ICANS|GVHD|TLS|HLH|VOD|DLT|SAE|NRM|TRM|CR|ORR|MRD|OS|PFS|EFS|DFS|"
    r"DOR)(?![A-Za-z])"
)
CLAUSES = re.compile(r"(?:[，。；;！？!?]|[,.](?!\d)|(?<!\d)[,.])\s*")
FIGURE = re.compile(r"\d\s?[%％]|百分之|\bper ?cent\b|成(?=以|左|$)")
VAGUE = re.compile(
    r"(?:较|更|很|极|同样|也|均|都|相对|非常|十分|明显)?(?:低(?!于|危|剂|至|级)|少见|罕见|极少|较少|有限|"
    r"轻微|高(?!于|危|剂|达|级|效|度))|"
    r"\b(?:low|rare|uncommon|infrequent|minimal|limited|high|modest|negligible|few)(?:ly)?\b",
    re.IGNORECASE,
)


def told_in_words(text: str) -> dict[str, str]:
    """Return the subjects whose rate a text tells by a word only, with the clause that does so."""
    found = {}
    for clause in CLAUSES.split(text):
        if VAGUE.search(clause) and not FIGURE.search(clause):
            found |= dict.fromkeys(SUBJECT.findall(clause), clause.strip())
    return found


def told_in_figures(text: str) -> dict[str, str]:
    """Return the subjects that stand in one clause with a percentage and no vague word, with that clause."""
    found = {}
    for clause in CLAUSES.split(text):
        if FIGURE.search(clause) and not VAGUE.search(clause):
            found |= dict.fromkeys(SUBJECT.findall(clause), clause.strip())
    return found


def differences(one: str, other: str) -> Iterable[tuple[str, str]]:
    """Return the clauses, one of each text, that tell a subject's rate by a word here and by a figure there."""
    words, figures = told_in_words(one), told_in_figures(other)
    if not words or not figures:
        return
    told_alike = told_in_words(other).keys() | told_in_figures(one).keys()
    for subject in sorted(words.keys() & figures.keys() - told_alike):
        yield words[subject], figures[subject]
