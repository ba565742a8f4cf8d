"""What a search is limited to: `speaker:Hosen` as typed, or `?speaker=naoki-hosen` as chosen among the facets."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from interviews.finding import expansion
from interviews.indexing import finding, keys
from interviews.models import Conference, Speaker, Topic
from interviews.models.language import languages
from interviews.search.expression import Expression, Need
from interviews.search.phrases import Phrase
from interviews.search.query import BETWEEN, Limit, years
from interviews.search.tokens import IS_UNSPACED

ROWS: Mapping[str, tuple[type[models.Model], str]] = {
    "speaker": (Speaker, "s"),
    "conference": (Conference, "c"),
    "topic": (Topic, "t"),
}
KINDS = {
    "title": _("Title"),
    "note": _("Editor’s note"),
    "question": _("Question"),
    "answer": _("Answer"),
    "heading": _("Heading"),
    "remark": _("Remark"),
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


def resolve(limit: Limit, *, chosen: bool = False) -> Resolved:
    """Return what a limit means in this archive; `chosen` where it is the address of a row rather than typed."""
    name, value = limit.name, limit.value
    if name in ROWS:
        return Resolved(limit, marks=_row(name, value) if chosen else _named(name, value) or _row(name, value))
    if name == "year":
        return Resolved(limit, years=years(value))
    if name == "language":
        return Resolved(limit, languages=_languages(value))
    return Resolved(limit, marks=tuple(f"k{kind}" for kind in KINDS if value.casefold() in _kind_names(kind)))


def _row(name: str, value: str) -> tuple[str, ...]:
    """The mark of the row with this address; only what readers may see."""
    model, mark = ROWS[name]
    rows = model.objects.in_use().order_by().filter(slug=value.lower()).values_list("pk", flat=True)
    return tuple(f"{mark}{row}" for row in rows)


def _named(name: str, value: str) -> tuple[str, ...]:
    """The marks of all rows whose names hold every word, else of the topics that are called by another name of it."""
    _model, mark = ROWS[name]
    found = list(bearing(name, value))
    if not found and name == "topic":
        found = [passage for other in expansion.other_names(value) for passage in bearing(name, other)]
    return tuple(dict.fromkeys(f"{mark}{keys.row_of(passage.key)}" for passage in found))


def bearing(kind: str, name: str) -> Iterable[finding.Fitting]:
    """Return the records of a kind whose names hold every word of a name."""
    phrases = [phrase for word in BETWEEN.sub(" ", name).split() if (phrase := Phrase.of(word, stemmed=False))]
    if not phrases:
        return ()
    expression = Expression(needs=tuple(map(Need.of, phrases)), filed=((f"k{kind}",),))
    return finding.named(expression, MOST).passages


def _languages(value: str) -> tuple[str, ...]:
    """The languages that a word means: by code, or by a name in any language of the archive; or by a part of either."""
    wanted = value.casefold()
    return tuple(code for code in languages() if any(_is_part(wanted, name) for name in _language_names(code)))


def _language_names(code: str) -> Iterator[str]:
    info = translation.get_language_info(code)
    names = (info["name_local"], info["name"], *_everywhere(dict(settings.LANGUAGES)[code]))
    yield from (code, code.split("-")[0], *(name.casefold() for name in names))


def _is_part(wanted: str, name: str) -> bool:
    """Whether a name is what is wanted, or one of its words is: 中文 means 简体中文."""
    return wanted == name or wanted in name.split() or (IS_UNSPACED.search(wanted) is not None and wanted in name)


def _kind_names(kind: str) -> set[str]:
    return {kind, *(name.casefold() for name in _everywhere(KINDS[kind]))}


def _everywhere(text: object) -> Iterator[str]:
    """A translated text in each language of the archive."""
    for code in languages():
        with translation.override(code):
            yield str(text)
