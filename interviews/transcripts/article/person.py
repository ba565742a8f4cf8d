"""One person of an article: the names, honorifics and affiliations as each language prints them."""

from collections import Counter
from dataclasses import dataclass, field

from . import names
from .language import has_han


@dataclass
class Person:
    """One person: the names, honorifics and affiliations with which each language prints them."""

    names: dict[str, Counter] = field(default_factory=dict)
    honorifics: dict[str, Counter] = field(default_factory=dict)
    affiliation: dict[str, str] = field(default_factory=dict)
    roles: set[str] = field(default_factory=set)
    moderator_only: bool = False
    scripts: set[bool] = field(default_factory=set)

    def add(self, language: str, name: str, honorific: str = "") -> None:
        """Count one printed form."""
        self.names.setdefault(language, Counter())[name] += 1
        if honorific:
            self.honorifics.setdefault(language, Counter())[honorific] += 1

    def name(self, language: str) -> str:
        """Return the fullest name of a language, the most frequent among equally full ones."""
        printed = self.names.get(language)
        if not printed:
            return ""
        full = [name for name in printed if len(name.split()) > 1 or (has_han(name) and not names.is_surname(name))]
        return max(full or printed, key=lambda name: (len(names.latin_tokens(name)), printed[name], not name.isupper()))

    def honorific(self, language: str) -> str:
        """Return the most frequent honorific of a language."""
        printed = self.honorifics.get(language)
        return printed.most_common(1)[0][0] if printed else ""

    def merge(self, other: "Person") -> None:
        """Take over what is known of the same person elsewhere."""
        for language, printed in other.names.items():
            self.names.setdefault(language, Counter()).update(printed)
        for language, printed in other.honorifics.items():
            self.honorifics.setdefault(language, Counter()).update(printed)
        self.affiliation = {**other.affiliation, **self.affiliation}
        self.roles |= other.roles
        self.scripts |= other.scripts
        self.moderator_only = self.moderator_only and other.moderator_only
