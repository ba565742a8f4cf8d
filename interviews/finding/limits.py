"""What a search is limited to: `speaker:Hosen` as typed, or `?speaker=naoki-hosen` as chosen among the facets."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils import translation

from interviews.indexing import finding, keys
from interviews.models import Conference, Speaker, Topic
from interviews.models.language import languages
from interviews.search.expression import Expression, Need
from interviews.search.phrases import Phrase
from interviews.search.query import BETWEEN, Limit, years

ROWS: Mapping[str, tuple[type[models.Model], str]] = {
    "speaker": (Speaker, "s"),
    "conference": (Conference, "c"),
    "topic": (Topic, "t"),
}
MOST = 60  # people that one name may mean


@dataclass(frozen=True)
class Resolved:
    """A limit and what it means: filing marks of which one must be there, years, or languages; all empty: nothing."""

    limit: Limit
    marks: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    languages: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the archive knows what is meant."""
        return bool(self.marks or self.years or self.languages)


def resolve(limit: Limit) -> Resolved:
    """Return what a limit means in this archive."""
    name, value = limit.name, limit.value
    if name in ROWS:
        return Resolved(limit, marks=_rows(name, value))
    if name == "year":
        return Resolved(limit, years=years(value))
    if name == "language":
        return Resolved(limit, languages=_languages(value))
    return Resolved(limit, marks=(f"k{value.lower()}",) if value.lower() in keys.KINDS else ())


def _rows(name: str, value: str) -> tuple[str, ...]:
    """The marks of the row with this address, else of all whose names hold every word; only what readers may see."""
    model, mark = ROWS[name]
    row = model.objects.in_use().order_by().filter(slug=value.lower()).values_list("pk", flat=True).first()
    if row is not None:
        return (f"{mark}{row}",)
    return tuple(f"{mark}{keys.row_of(passage.key)}" for passage in bearing(name, value))


def bearing(kind: str, name: str) -> Iterable[finding.Fitting]:
    """Return the records of a kind whose names hold every word of a name."""
    phrases = [phrase for word in BETWEEN.sub(" ", name).split() if (phrase := Phrase.of(word, stemmed=False))]
    if not phrases:
        return ()
    expression = Expression(needs=tuple(map(Need.of, phrases)), filed=((f"k{kind}",),))
    return finding.named(expression, MOST).passages


def _languages(value: str) -> tuple[str, ...]:
    """The languages that a word means: by code, by a part of it, or by a name in any language of the archive."""

    def names(code: str) -> Iterator[str]:
        yield from (code, code.split("-")[0])
        info = translation.get_language_info(code)
        yield from (info["name_local"], info["name"])
        for other in languages():
            with translation.override(other):
                yield str(dict(settings.LANGUAGES)[code])

    wanted = value.casefold()
    return tuple(code for code in languages() if wanted in {name.casefold() for name in names(code)})
