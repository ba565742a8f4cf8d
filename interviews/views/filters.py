"""What the query of a list narrows it to: `?topic= &speaker= &conference= &year= &language=`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from interviews.models import Conference, Interview, Speaker, Topic
from interviews.models.interview import InterviewQuerySet

YEARS = range(1900, 3000)


@dataclass(frozen=True)
class Filters:
    """The parsed query: slugs, a year and a language code as written; an empty string narrows nothing."""

    topic: str = ""
    speaker: str = ""
    conference: str = ""
    year: str = ""
    language: str = ""

    @classmethod
    def parse(cls, query: Mapping[str, str]) -> "Filters":
        """Return the filters of a query; what it does not know, it leaves alone."""
        return cls(**{field.name: query.get(field.name, "").strip().replace("\0", "") for field in fields(cls)})

    def __bool__(self) -> bool:
        return any(vars(self).values())

    def apply(self, interviews: InterviewQuerySet) -> InterviewQuerySet:
        """Narrow interviews to those that fit every filter; a value that means nothing fits none."""
        if self.topic:
            interviews = interviews.filter(topics__slug=self.topic)
        if self.speaker:
            interviews = interviews.filter(participations__speaker__slug=self.speaker)
        if self.conference:
            interviews = interviews.filter(conference__slug=self.conference)
        if self.language:
            interviews = interviews.speaking(self.language)
        if self.year:
            known = re.fullmatch(r"[0-9]{4}", self.year) and int(self.year) in YEARS
            interviews = interviews.filter(published_at__year=int(self.year)) if known else interviews.none()
        return interviews

    def described(self, found: Sequence[Interview]) -> list[dict[str, Any]]:
        """Return the filters in use, each with the row it names, which `found` usually holds already."""
        return [
            {"name": name, "value": value, "row": self._row(name, value, found)}
            for name, value in vars(self).items()
            if value
        ]

    def _row(self, name: str, slug: str, found: Sequence[Interview]) -> Any:
        if name not in {"topic", "speaker", "conference"}:
            return None
        first = next(iter(found), None)
        if first is None:
            model = {"topic": Topic, "speaker": Speaker, "conference": Conference}[name]
            return model.objects.in_use().filter(slug=slug).first()
        rows = {
            "topic": lambda: first.topics.all(),
            "speaker": lambda: [row.speaker for row in first.participations.all()],
            "conference": lambda: [first.conference],
        }[name]()
        return next(row for row in rows if row.slug == slug)
