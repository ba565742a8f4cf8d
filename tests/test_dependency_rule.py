"""Imports point down only, and neighbors on one rank do not import each other (STYLE.md, rule 19).

Every import counts: relative ones, those inside functions, and `import_module("…")` with a plain string.
"""

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent

# The longest prefix decides. Modules of one package (`interviews.views.home`, `interviews.views.speakers`) are one
# neighbor and may import each other.
RANKS = {
    "interviews.bilingual": 0,
    "interviews.search": 0,
    "interviews.transcripts": 1,
    "interviews.formats": 2,
    "interviews.models": 2,
    "interviews.translation": 3,  # it registers the models, so it has to import them
    "interviews.writing": 3,
    "interviews.catalog": 3,
    "interviews.indexing": 4,
    "interviews.storage": 5,
    "interviews.finding": 6,
    "interviews.admin": 7,
    "interviews.feeds": 7,
    "interviews.importing": 7,
    "interviews.oai": 7,
    "interviews.sitemaps": 7,
    "interviews.templatetags": 7,
    "interviews.views": 7,
    "interviews.machine_urls": 8,
    "interviews.management": 8,
    "interviews.urls": 8,
    "archive": 9,
}
PURE = ("interviews.bilingual", "interviews.search", "interviews.transcripts", "interviews.formats")
# Named by Django itself: the application's configuration, and migrations, which stand for the models of their day.
OUTSIDE = ("interviews.apps", "interviews.migrations")


def neighbor(module):
    """Return the ranked part of the project that a dotted name belongs to, or None for what is not ours."""
    parts = module.split(".")
    for length in range(len(parts), 0, -1):
        if (prefix := ".".join(parts[:length])) in RANKS:
            return prefix
    return None


def imports(source, module, *, is_package):
    """Yield the dotted name of everything that a module's source imports."""
    package = module.split(".") if is_package else module.split(".")[:-1]
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=name, names=names, level=level):
                base = ".".join([*package[: len(package) - level + 1], *([name] if name else [])]) if level else name
                # What is imported may be a module (`from interviews import storage`) or a name in one.
                yield from (f"{base}.{alias.name}" for alias in names)
            case ast.Call(
                func=ast.Name(id="import_module" | "import_string")
                | ast.Attribute(attr="import_module" | "import_string"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name


def violations(source, module, *, is_package=False):
    """Return what in a module's imports breaks the rule, as sentences."""
    own = neighbor(module)
    found = []
    for name in imports(source, module, is_package=is_package):
        other = neighbor(name)
        if other and other != own and RANKS[other] >= RANKS[own]:
            found.append(f"{module} (rank {RANKS[own]}) imports {name} (rank {RANKS[other]})")
        if own in PURE and name.split(".")[0] in {"django", "modeltranslation"}:
            found.append(f"{module} is pure and imports {name}")
        if name.split(".")[0] == "tests":
            found.append(f"{module} imports the tests")
    return found


def modules():
    """Yield each module of the project that has a rank, with its file."""
    for path in sorted([*PROJECT.glob("interviews/**/*.py"), *PROJECT.glob("archive/**/*.py")]):
        parts = path.relative_to(PROJECT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name != "interviews" and not name.startswith(OUTSIDE):
            yield name, path


def test_every_module_has_a_rank():
    assert [name for name, _path in modules() if neighbor(name) is None] == []


def test_imports_point_down_only():
    found = [
        violation
        for name, path in modules()
        for violation in violations(path.read_text(), name, is_package=path.name == "__init__.py")
    ]
    assert found == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("interviews.models.speaker", "from interviews import storage"),
        ("interviews.models.speaker", "from interviews.storage import save"),
        ("interviews.models.speaker", "from ..storage.loading import load"),
        ("interviews.models.speaker", "def later():\n    from .. import storage"),
        ("interviews.models.speaker", "import interviews.views.home as home"),
        ("interviews.models.speaker", "import_module('interviews.views')"),
        ("interviews.views.home", "from interviews.templatetags.archive import text"),
        ("interviews.formats.json", "from django.conf import settings"),
        ("interviews.transcripts.transcript", "if True:\n    import django"),
        ("interviews.search.tokens", "from interviews.bilingual import segments"),
        ("archive.urls", "from tests import builders"),
    ],
)
def test_what_points_up_or_aside_is_found(module, source):
    assert violations(source, module)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        (
            "interviews.models.speaker",
            "from . import vocabulary\nfrom interviews.transcripts.transcript import Transcript",
        ),
        ("interviews.views.home", "from django.shortcuts import render\nfrom interviews.storage import load"),
        ("archive.urls", "from interviews.views import home"),
    ],
)
def test_what_points_down_is_let_through(module, source):
    assert violations(source, module) == []
