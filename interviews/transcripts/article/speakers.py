"""The persons of an article as speakers with keys, and their careers with the entries of both languages joined."""

from interviews.transcripts.transcript import NO_TEXT, Biography, BiographyEntry, Speaker, Text

from .biographies import Career, Entry
from .institutions import institution_beside, institution_in
from .language import CHINESE, ENGLISH, LANGUAGES, language_of
from .pairing import Row
from .person import Person

_GAP = -0.6
_MOST_CELLS = 40_000


def speaker_keys(rows: list[Row], owners: dict[int, int]) -> dict[int, str]:
    """Return the key of each person: s1, s2 and so on by first speaking, then those with a biography only."""
    spoken = [side.person for row in rows for side in row.sides if side.person is not None]
    order = dict.fromkeys((*spoken, *(owners[place] for place in sorted(owners))))
    return {person: f"s{number}" for number, person in enumerate(order, start=1)}


def make_speaker(
    key: str, person: Person, careers: list[Career], notes: dict[str, str], disclosure: Text = NO_TEXT
) -> Speaker:
    """Return a person as a speaker: names, honorifics, and where the article says it clearly, the affiliation."""
    name = {language: person.name(language) for language in LANGUAGES}
    honorific = {language: person.honorific(language) for language in LANGUAGES}
    affiliation = {language: _affiliation(language, person, careers, notes) for language in LANGUAGES}
    roles = [role for role in ("moderator", "interviewer") if role in person.roles]
    return Speaker(
        key, Text(name), Text(honorific), Text(affiliation), roles[0] if roles else "interviewee", disclosure
    )


def _affiliation(language: str, person: Person, careers: list[Career], notes: dict[str, str]) -> str:
    for career in careers:
        if language in career.affiliation:
            return career.affiliation[language].text
    if language in person.affiliation:
        return person.affiliation[language]
    for dated in (False, True):
        for career in careers:
            for entry in career.entries:
                fits = language_of(entry.text) == language and entry.section in (
                    "position",
                    "membership",
                    "other",
                    "award",
                )
                if fits and (entry.end == "present" if dated else entry.start is None):
                    if place := institution_in(entry.text):
                        return place
                    break
    return institution_beside(person.name(language), notes.get(language, ""), language)


def make_biography(key: str, careers: list[Career]) -> Biography:
    """Return one person's career; the same entry in two languages is one entry with two texts."""
    entries = [entry for place, career in enumerate(careers) for entry in _entries(career, careers[:place])]
    chinese = [entry for entry in entries if entry.language != ENGLISH]
    english = [entry for entry in entries if entry.language == ENGLISH]
    if not any(entry.language == CHINESE for entry in chinese):
        chinese, english = [], entries
    return Biography(key, tuple(_entry(one, two) for one, two in _pair(chinese, english)))


def _entries(career: Career, before: list[Career]) -> list[Entry]:
    """The entries of one stretch; an institution at its head is one only when another is the affiliation already."""
    taken = {language for other in before for language in other.affiliation}
    return [entry for language, entry in career.affiliation.items() if language in taken] + career.entries


def _entry(one: Entry | None, two: Entry | None) -> BiographyEntry:
    first = one or two
    text = Text({CHINESE: one.text if one else "", ENGLISH: two.text if two else ""})
    other = two or one
    return BiographyEntry(first.section, first.start or other.start, first.end or other.end, text or NO_TEXT)


def _pair(chinese: list[Entry], english: list[Entry]) -> list[tuple[Entry | None, Entry | None]]:
    """Align two lists of entries by their dates and sections; lists too long for that follow each other."""
    n, m = len(chinese), len(english)
    if not n or not m or n * m > _MOST_CELLS:
        return [(one, None) for one in chinese] + [(None, two) for two in english]
    scores = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            if i == n or j == m:
                scores[i][j] = _GAP * (n - i + m - j)
            else:
                scores[i][j] = max(
                    _likeness(chinese[i], english[j]) + scores[i + 1][j + 1],
                    _GAP + scores[i + 1][j],
                    _GAP + scores[i][j + 1],
                )
    pairs: list[tuple[Entry | None, Entry | None]] = []
    i = j = 0
    while i < n or j < m:
        if i < n and j < m and scores[i][j] == _likeness(chinese[i], english[j]) + scores[i + 1][j + 1]:
            pairs.append((chinese[i], english[j]))
            i, j = i + 1, j + 1
        elif i < n and (j == m or scores[i][j] == _GAP + scores[i + 1][j]):
            pairs.append((chinese[i], None))
            i += 1
        else:
            pairs.append((None, english[j]))
            j += 1
    return pairs


def _likeness(one: Entry, two: Entry) -> float:
    if (one.start, one.end) != (two.start, two.end):
        return -2.0
    return (1.0 if one.start else 0.2) + (0.5 if one.section == two.section else -0.2)
