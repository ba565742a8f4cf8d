"""Which of the labels that lines seem to begin with are labels, judged over the whole article."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from . import names
from .labels import ANSWER, NUMBER, PERSON, PUBLICATION, QUESTION, Label, read_label
from .language import has_han, language_of
from .lines import Line
from .sections import BIOGRAPHY, NOTE, Section

_HEAD_CHARACTERS = 8000
_NARRATIVE_HAN = re.compile(
    r"^(?:的|和|与|及|以及|、|,|，|。|;|；|）|\)|》|等|团队|课题组|领衔|牵头|主持|指出|表示|认为|介绍|强调|说|谈|特|邀|专访|采访|对话|有幸|记者|刚才|刚刚|提|您|你|也|曾|是|团|作|长期"
    r"|在.{0,12}(?:中|上|时|期间|现场)|就|将|于|对.{0,8}(?:进行|表示)|为|发表|分享|带来|担任|教授|所|讲|已)"
)
_OF_A_PUBLICATION = re.compile(
    r"^(?:特邀|特别|邀请|有幸|专访|采访|对话|记者(?![:：])|编辑部|就|与|和|的|、|,|，|。|第|现|将|期待|独家|受邀|杂志|上)"
)
_NARRATIVE_LATIN = re.compile(
    r"^(?:[a-z,;.)’']|(?:In|At|Is|Has|Was|And|Said|From|Of)\b.{0,40}(?:said|noted|invited|interviewed))"
)
_ASKS = re.compile(
    r"[?？][”’\"')）\]】]?\s*$|^(?:请|能否|Could you|Can you|Please)|请(?:您|两位|各位|教授|问|谈|介绍|分享)|谈谈"
)
_GENERIC = re.compile(
    r"^(?P<name>[^\s:：,，。?？!！]{2,24}(?: [^\s:：,，。?？!！]{1,20}){0,4})\s{0,3}[:：]\s*(?P<rest>.+)$", re.DOTALL
)


def asks(text: str) -> bool:
    """Say whether a text ends in a question, or asks by its first or last words."""
    return _ASKS.search(text[-400:]) is not None or _ASKS.search(text[:40]) is not None


class Evidence:
    """Collects what the whole article says of each label that its lines seem to begin with."""

    def __init__(self, lines: list[Line], sections: Mapping[int, Section]) -> None:
        self.lines = lines
        self.candidates = {
            index: label
            for index, line in enumerate(lines)
            if index not in sections and (label := read_label(line.text))
        }
        self._add_generic_askers(sections)
        self.with_colon = Counter(_key(label) for label in self.candidates.values() if label.colon or not label.rest)
        self.publications = Counter(_key(label) for label in self.candidates.values() if label.kind == PUBLICATION)
        self.head = self._head(sections)
        self.biographies = self._biographies(sections)
        self.introduced = {
            label.name
            for label in self.candidates.values()
            if label.kind == PERSON and label.colon and not label.role and self._prints(label.name)
        }

    def accepted(self) -> dict[int, Label]:
        """Return the labels that count, by the index of their line."""
        accepted: dict[int, Label] = {}
        order = sorted(self.candidates)
        for place, index in enumerate(order):
            following = self.candidates[order[place + 1]] if place + 1 < len(order) else None
            label = self.candidates[index]
            if self._counts(index, label, self._previous, following):
                accepted[index] = label
                self._previous = label
        return accepted

    _previous: Label | None = None

    def _counts(self, index: int, label: Label, previous: Label | None, following: Label | None) -> bool:
        if label.kind == PUBLICATION:
            return self._publication_counts(label, following)
        if label.kind != PERSON:
            return self._anonymous_counts(index, label)
        if label.role and (label.colon or not label.rest):
            return True
        if not label.colon:
            return self._colonless_counts(label, previous, following)
        if label.honorific:
            return self._known(label) or not self.introduced or (previous is not None and previous.asks)
        return self._bare_name_counts(label)

    def _publication_counts(self, label: Label, following: Label | None) -> bool:
        narrative = _OF_A_PUBLICATION if has_han(label.name) else _NARRATIVE_LATIN
        if not label.colon and label.rest and narrative.match(label.rest):
            return False
        frequent = self.publications[_key(label)] > 1
        if label.name in self.head or frequent or re.search(r"瞭望|时讯|Frontier", label.name, re.IGNORECASE):
            return True
        return label.colon and following is not None and following.kind in (PERSON, ANSWER)

    def _anonymous_counts(self, index: int, label: Label) -> bool:
        if label.kind == NUMBER:
            return True
        if label.kind == ANSWER and label.name.upper() in ("A", "ANSWER") and not label.colon:
            return False
        return label.colon or not label.rest or self.with_colon[_key(label)] > 1 or label.name[-1:].isdigit()

    def _colonless_counts(self, label: Label, previous: Label | None, following: Label | None) -> bool:
        known = self._known(label) or self.with_colon[_key(label)] > 0
        if not label.rest:
            return bool(label.honorific) and (known or (previous is not None and previous.asks))
        if not known or _NARRATIVE_HAN.match(label.rest) or previous is None or not previous.asks:
            return False
        return following is None or following.asks or not _same(following, label)

    def _bare_name_counts(self, label: Label) -> bool:
        if self._named_elsewhere(label.name):
            return True
        parts = label.name.split()
        if not has_han(label.name) and len(parts) < 2:
            return False
        return self._prints(label.name) and (
            self.with_colon[_key(label)] > 1 or has_han(label.name) or label.name in self.biographies
        )

    def _named_elsewhere(self, name: str) -> bool:
        """Whether the name is that of a person who is labelled with an honorific, or has a biography's heading."""
        same = names.same_han_name if has_han(name) else names.same_latin_name
        return any(
            label.honorific and label.colon and has_han(label.name) == has_han(name) and same(label.name, name)
            for label in self._persons
        ) or any(has_han(known) == has_han(name) and same(known, name) for known in self.biographies)

    @property
    def _persons(self) -> list[Label]:
        if not hasattr(self, "_person_labels"):
            unique = {_key(label): label for label in self.candidates.values() if label.kind == PERSON}
            self._person_labels = list(unique.values())[:200]
        return self._person_labels

    def _known(self, label: Label) -> bool:
        if self.with_colon[_key(label)] > 1 or self._prints(label.name):
            return True
        same = names.same_han_name if has_han(label.name) else names.same_latin_name
        return any(
            has_han(name) == has_han(label.name) and same(name, label.name)
            for name in self.introduced | self.biographies
        )

    def _prints(self, name: str) -> bool:
        return len(name) > 1 and (name in self.head or name in self.biographies)

    def _head(self, sections: Mapping[int, Section]) -> str:
        """The text before the first question or utterance: there the article introduces who speaks."""
        texts: list[str] = []
        for index, line in enumerate(self.lines):
            label = self.candidates.get(index)
            if (
                texts
                and label
                and (label.asks or label.colon)
                and index not in sections
                and label.kind != NUMBER
                and len(texts) > 1
            ):
                break
            texts.append(line.text[:_HEAD_CHARACTERS])
            if sum(map(len, texts)) > _HEAD_CHARACTERS:
                break
        texts += [
            line.text[:2000]
            for index, line in enumerate(self.lines)
            if index in sections and sections[index].kind == NOTE
        ][:4]
        return "\n".join(texts)

    def _biographies(self, sections: Mapping[int, Section]) -> set[str]:
        """The names that stand as headings below `Expert Profile` and the like."""
        found: set[str] = set()
        below = False
        for index, line in enumerate(self.lines):
            if index in sections:
                below = sections[index].kind == BIOGRAPHY or (below and sections[index].kind not in (NOTE,))
                label = read_label(sections[index].rest) if sections[index].kind == BIOGRAPHY else None
            else:
                label = self.candidates.get(index)
            if below and label and label.kind == PERSON and (label.honorific or not label.rest) and len(found) < 100:
                found.add(label.name)
            elif label and label.asks and label.kind != NUMBER:
                below = False
        return found

    def _add_generic_askers(self, sections: Mapping[int, Section]) -> None:
        """A repeated label that is no name and always asks is a publication of unknown spelling."""
        found: dict[str, list[tuple[int, str]]] = {}
        for index, line in enumerate(self.lines):
            match = _GENERIC.match(line.text) if index not in sections else None
            label = self.candidates.get(index)
            if match and (label is None or (label.kind == PERSON and not label.honorific and not label.role)):
                found.setdefault(match["name"], []).append((index, match["rest"]))
        for name, uses in found.items():
            if len(uses) > 1 and all(asks(rest) for _, rest in uses) and not self._named_elsewhere_simply(name):
                for index, rest in uses:
                    self.candidates[index] = Label(PUBLICATION, name, language=language_of(name), rest=rest)

    def _named_elsewhere_simply(self, name: str) -> bool:
        return (has_han(name) and names.is_han_name(name) and len(name) <= 3) or any(
            label.kind == PERSON and label.honorific and name in label.name for label in self.candidates.values()
        )


def _key(label: Label) -> tuple[str, str]:
    return label.kind, label.name.casefold() if label.kind == PUBLICATION else label.name


def _same(one: Label, two: Label) -> bool:
    if one.kind != PERSON or has_han(one.name) != has_han(two.name):
        return False
    return (names.same_han_name if has_han(one.name) else names.same_latin_name)(one.name, two.name)


__all__ = ["ANSWER", "NUMBER", "PERSON", "PUBLICATION", "QUESTION", "Evidence", "asks"]
