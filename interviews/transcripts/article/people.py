"""Who the labels mean: one person under several spellings, in one language and across the two."""

import re

from . import names
from .institutions import institution_in, pure_institution
from .labels import PERSON, Label
from .language import CHINESE, ENGLISH, has_han, language_of
from .person import Person

_MODERATORS = re.compile(r"^(?:.*主持.*|moderators?|host|chair(?:person)?)$", re.IGNORECASE)
_MODERATED = (
    re.compile(
        rf"(?P<name>{names.HAN}{{2,4}}?)\s?(?:{names.HAN_HONORIFIC})?\s?(?:共同|进行|担任"
        rf"|作为)?(?:本[次场期]\S{{0,6}})?主持"
    ),
    re.compile(
        rf"(?:主持人|主持)\s?[:：]\s?(?P<name>{names.HAN}{{2,4}}?|{names.LATIN_NAME})\s?(?:{names.HAN_HONORIFIC}|$|\n)"
    ),
    re.compile(rf"(?:moderated|hosted|chaired) by (?:{names.LATIN_HONORIFIC})?\s?(?P<name>{names.LATIN_NAME})"),
    re.compile(rf"[Mm]oderator\s?[:,]?\s(?:{names.LATIN_HONORIFIC})?\s?(?P<name>{names.LATIN_NAME})"),
)
_TOGETHER = (
    re.compile(
        rf"(?P<han>{names.HAN}{{2,8}})\s?(?:{names.HAN_HONORIFIC})?\s?[(（]\s?(?:{names.LATIN_HONORIFIC})?\s?(?P<latin>{names.LATIN_NAME})\s?[)）]"
    ),
    re.compile(
        rf"(?P<latin>{names.LATIN_NAME})\s?(?:{names.HAN_HONORIFIC})?\s?[(（]\s?(?P<han>{names.HAN}{{2,8}}?(?:[·•・]{names.HAN}{{1,8}})?)\s?(?:{names.HAN_HONORIFIC})?[)）]"
    ),
)


_HAN_HONORED = re.compile(rf"(?P<before>{names.HAN}{{1,4}})(?P<honorific>{names.HAN_HONORIFIC})")
_HONORED = re.compile(
    rf"(?P<latin>{names.LATIN_HONORIFIC})\s?(?P<before>{names.LATIN_NAME})"
    rf"|(?P<after>{names.LATIN_NAME})\s?(?:{names.HAN_HONORIFIC})"
    rf"|(?P<degreed>{names.LATIN_NAME})(?:{names.DEGREES})"
)


# An article has a handful.
_MOST_SOUGHT = 100


class People:
    """Finds the person behind each printed name; only names of one script are compared with each other."""

    def __init__(self, introduction: str) -> None:
        self.introduction = introduction
        self.persons: list[Person] = []
        self.index: dict[tuple[bool, str], int] = {}
        self.merged: dict[int, int] = {}
        self.doubtful: set[str] = set()
        self.known = names.NameIndex()
        self.full_names_in_chinese = {found["after"] for found in _HONORED.finditer(introduction) if found["after"]}
        self.full_latin_names = {found["before"] or found["after"] or "" for found in _HONORED.finditer(introduction)}

    def learn(self, printed: list[str]) -> None:
        """Make persons of all printed names, the full ones first, so that a surname alone finds its bearer."""
        unique = sorted(
            dict.fromkeys(printed),
            key=lambda name: names.is_surname(name) or (len(name.split()) == 1 and not has_han(name)),
        )
        for name in unique:
            self._learn(name)

    def take(self, label: Label, language: str) -> None:
        """Count a label's printed forms; without an honorific they are in the language of what is said."""
        person = self.persons[self.of(label)]
        language = label.language if label.honorific or has_han(label.name) else language
        person.add(language, label.name, label.honorific)
        person.names[language][label.name] += self.introduction.count(label.name)
        if language == CHINESE and (full := self._full_latin_name_in_chinese(label.name)):
            person.add(CHINESE, full)
        if label.affiliation:
            place = pure_institution(label.affiliation) or institution_in(label.affiliation) or label.affiliation
            person.affiliation.setdefault(language_of(place) or CHINESE, place)
        if label.role:
            person.roles.add(label.role)
        for alias in label.aliases:
            other = self.persons[self.merge(self.of(label), self.index[has_han(alias), alias])]
            other.add(language_of(alias), alias)

    def _learn(self, name: str) -> int:
        key = (has_han(name), name)
        if key in self.index:
            return self.index[key]
        if _MODERATORS.match(name):
            return self._learn_moderator(key)
        fits = list(dict.fromkeys(self.index[key[0], known] for known in self.known.similar(name)))
        if len(fits) > 1:
            self.doubtful.add(name)
        if not fits:
            self.persons.append(Person())
            if full := self._full_name(name):
                self.persons[-1].add(language_of(full), full)
        self.index[key] = fits[0] if fits else len(self.persons) - 1
        self.known.add(name)
        self.persons[self.index[key]].scripts.add(key[0])
        return self.index[key]

    def note_moderators(self) -> None:
        """Give the role to those of whom title, note or biographies say that they moderate."""
        for pattern in _MODERATED:
            for found in pattern.finditer(self.introduction):
                if (known := self._ending_with(found["name"])) is not None:
                    self.persons[known].roles.add("moderator")

    def _ending_with(self, name: str) -> int | None:
        """The person whose name ends what a pattern took for one."""
        if (has_han(name), name) in self.index:
            return self.resolve(self.index[has_han(name), name])
        return self._ending(name) if has_han(name) else self.find(name)

    def _learn_moderator(self, key: tuple[bool, str]) -> int:
        for pattern in _MODERATED:
            for found in pattern.finditer(self.introduction):
                if (known := self._ending_with(found["name"])) is not None:
                    self.index[key] = known
                    return known
        alone = next((i for i, person in enumerate(self.persons) if person.moderator_only), None)
        if alone is None:
            self.persons.append(Person(moderator_only=True, roles={"moderator"}))
            alone = len(self.persons) - 1
        self.index[key] = alone
        self.persons[alone].scripts.add(key[0])
        return alone

    def _full_name(self, name: str) -> str:
        """The one full name with an honorific that title, note or biographies print for a surname."""
        if names.is_surname(name):
            found = set(re.findall(rf"{name}{names.HAN}{{1,2}}(?=\s?(?:{names.HAN_HONORIFIC}))", self.introduction))
        elif not has_han(name):
            found = {full for full in self.full_latin_names if _ends_in(full, name)}
        else:
            return ""
        return found.pop() if len(found) == 1 else ""

    def _full_latin_name_in_chinese(self, name: str) -> str:
        """The one full name that ends in a Latin surname where the introduction prints it before a Chinese title."""
        if has_han(name):
            return ""
        found = {full for full in self.full_names_in_chinese if _ends_in(full, name)}
        return found.pop() if len(found) == 1 else ""

    def of(self, label: Label | None) -> int | None:
        """Return the place of a label's person, or None for a label that names nobody."""
        if label is None or label.kind != PERSON:
            return None
        return self.resolve(self._learn(label.name))

    def find_honorifics(self) -> None:
        """Give each person whose labels are bare the title that stands beside the name above or below the interview."""
        for person in self.persons[:_MOST_SOUGHT]:
            for language, name in [(language, person.name(language)) for language in person.names]:
                if person.honorific(language) or len(name) < 2 or names.is_surname(name):
                    continue
                after = re.search(rf"{re.escape(name)}\s?({names.HAN_HONORIFIC})", self.introduction)
                before = re.search(rf"({names.LATIN_HONORIFIC})\s?{re.escape(name)}\b", self.introduction)
                if found := after if language == CHINESE else before:
                    person.add(language, name, found[1])

    def only_expert_of(self, texts: list[str]) -> set[int]:
        """Return the one person whom titles and notes introduce, known by the names of both scripts; else nobody."""
        found: dict[bool, int] = {}
        for person in [one for one in map(self.only_one_introduced, texts) if one is not None]:
            for script in self.persons[person].scripts:
                found.setdefault(script, person)
        return {self.merge(*found.values())} if len(found) > 1 else set(found.values())

    def only_one_introduced(self, text: str) -> int | None:
        """Return the one person whom a text (the titles, or the note) names with an honorific; None if not just one."""
        printed = {
            found["before"] or found["after"] or found["degreed"]: found["latin"] or ""
            for found in _HONORED.finditer(text[:4000])
        }
        printed |= {
            name: honorific
            for found in _HAN_HONORED.finditer(text[:4000])
            for name, honorific in [_split(found)]
            if name
        }
        full = [name for name in printed if len(name.split()) > 1 or (has_han(name) and not names.is_surname(name))]
        if len(full) != 1 or not all(self._is_form_of(name, full[0]) for name in printed):
            return None
        person = self._learn(full[0])
        self.persons[person].add(language_of(full[0]), full[0], printed[full[0]])
        return person

    @staticmethod
    def _is_form_of(name: str, full: str) -> bool:
        if has_han(name) != has_han(full):
            return False
        return (names.same_han_name if has_han(name) else names.same_latin_name)(name, full)

    def find(self, name: str) -> int | None:
        """Return the place of the person a name means, if the name is known or fits exactly one."""
        if (has_han(name), name) in self.index:
            return self.resolve(self.index[has_han(name), name])
        same = names.same_han_name if has_han(name) else names.same_latin_name
        fits = {
            self.resolve(place)
            for (han, known), place in self.index.items()
            if han == has_han(name) and same(known, name)
        }
        return fits.pop() if len(fits) == 1 else None

    def resolve(self, place: int) -> int:
        """Follow mergers to the person that remains."""
        while place in self.merged:
            place = self.merged[place]
        return place

    def merge(self, one: int, two: int) -> int:
        """Say that two persons are one; return who remains."""
        one, two = self.resolve(one), self.resolve(two)
        if one != two:
            self.persons[one].merge(self.persons[two])
            self.merged[two] = one
        return one

    def link_printed_together(self, text: str) -> None:
        """Merge persons whose names in both scripts a text prints side by side."""
        for pattern in _TOGETHER:
            for found in pattern.finditer(text[:40_000]):
                one, two = self._ending(found["han"]), self.find(found["latin"])
                if one is not None and two is not None:
                    self.merge(one, two)
                elif one is not None:
                    self.persons[one].add(ENGLISH, found["latin"])

    def _ending(self, han: str) -> int | None:
        for start in range(len(han) - 1):
            if (True, han[start:]) in self.index:
                return self.resolve(self.index[True, han[start:]])
        return None


def _ends_in(full: str, surname: str) -> bool:
    """Whether a full Latin name ends in a surname of one word or, with particles, several."""
    return full.casefold().endswith(f" {surname.casefold()}")


def _split(found: re.Match[str]) -> tuple[str, str]:
    """The name at the end of the characters before an honorific, or an empty name."""
    before = found["before"]
    endings = [before[-length:] for length in (4, 3, 2) if len(before) >= length]
    compound = [ending for ending in endings if ending.startswith(names.COMPOUND_SURNAMES) and len(ending) > 2]
    name = next((ending for ending in (*compound, *endings[-2:]) if names.is_han_name(ending)), "")
    return name, found["honorific"]
