"""The questions to measure: what readers ask of a hematology archive, and what is hard for an index."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils import translation

from benchmarks.corpus import Corpus
from benchmarks.measuring import Case
from interviews.models import language


def searches(corpus: Corpus) -> list[Case]:
    """Return the questions as cases, each the first page of results with its excerpts."""
    with translation.override(language.languages()[-1]):
        path = reverse("search")
    return [Case(f"{name}: `{asked}`", [f"{path}?{urlencode({'q': asked})}"]) for name, asked in _questions(corpus)]


def _questions(corpus: Corpus) -> list[tuple[str, str]]:
    known = corpus.speakers[0]
    rare, rarer = (term.names for term in corpus.terminology.rare[:2])
    conference = corpus.conferences[-1]
    return [
        ("rare", rare["en"][0]),
        ("rare, Chinese", rarer["zh-hans"][0]),
        ("frequent", "CAR-T"),
        ("frequent, stemmed", "leukemia"),
        ("most frequent of all", "patients"),
        ("two characters", "移植"),
        ("one character", "血"),
        ("long Chinese", "造血干细胞移植"),
        ("phrase", '"minimal residual disease"'),
        ("mixed", "CAR-T细胞"),
        ("across languages", "可测量残留病"),
        ("speaker", known.name_en),
        ("operators", f"移植 year:2024..2025 speaker:{known.name_zh_hans}"),
        ("conference", f'leukemia conference:"{conference}"'),
        ("negation", "leukemia -CAR-T"),
        ("three words", "relapse CAR-T transplantation"),
        ("nothing", "xylofrump"),
    ]
