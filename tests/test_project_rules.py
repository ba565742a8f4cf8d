"""Rules of the whole project that no single module could keep (STYLE.md, DESIGN.md)."""

import ast
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent

TOP_LEVEL = {
    *(".ci", ".dockerignore", ".git", ".gitignore", "Dockerfile", "Makefile", "README.md", "archive", "benchmarks"),
    *("docs", "fixtures", "interviews", "manage.py", "pyproject.toml", "requirements-dev.txt", "requirements.txt"),
    *("static", "templates", "tests"),
}
# Code that knows languages by nature, or that Django wrote for the tables of one day.
MAY_NAME_LANGUAGES = ("transcripts", "bilingual", "search", "migrations")
LANGUAGE_CODE = re.compile(r"(zh|en|ja)([-_][a-z]+)?", re.IGNORECASE)
SUFFIXED_FIELD = re.compile(r"\w+_(zh_hans|en)")
NAMESPACES = ("https://schema.org", "http://www.w3.org/")


def files(*patterns):
    """Return the project's files that match any of the patterns, and fail where a pattern matches none."""
    found = {pattern: sorted(PROJECT.glob(pattern)) for pattern in patterns}
    assert [pattern for pattern, paths in found.items() if not paths] == []
    return [path for paths in found.values() for path in paths if path.is_file()]


def places(pattern, paths):
    """Return each match of a regular expression as `file:line: text`."""
    return [
        f"{path.relative_to(PROJECT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(pattern, line, re.IGNORECASE)
    ]


def templates():
    return [*files("templates/**/*.html"), *PROJECT.glob("interviews/**/*.html")]


def names_of_languages(source):
    """Yield the line and the text of each string or name in Python code that fixes a language; docstrings are free."""
    tree = ast.parse(source)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in docstrings:
                if LANGUAGE_CODE.fullmatch(text) or SUFFIXED_FIELD.fullmatch(text):
                    yield node.lineno, text
            case ast.Attribute(attr=text) | ast.keyword(arg=str(text)) | ast.Name(id=text):
                if SUFFIXED_FIELD.fullmatch(text):
                    yield node.lineno, text


def test_html_is_declared_safe_in_one_place_alone():
    pattern = r"mark_safe|SafeString|SafeData|__html__|format_html|\|\s*safe(seq)?\b|autoescape\s+off"
    found = places(pattern, [*files("interviews/**/*.py", "archive/**/*.py"), *templates()])
    assert [place for place in found if not place.startswith("interviews/templatetags/markup.py:")] == []


def test_templates_hold_no_inline_script_or_style():
    inline = r"""<style|\sstyle\s*=|\son[a-z]+\s*=\s*["']|javascript:|<script(?![^>]*(\bsrc=|application/ld\+json))"""
    assert places(inline, templates()) == []


def test_no_page_loads_anything_from_another_host():
    sources = [*templates(), *files("static/**/*.css", "static/**/*.js"), *PROJECT.glob("static/**/*.svg")]
    foreign = r"""(https?:)//(?!{{)|(src|href)\s*=\s*["']//|url\(\s*["']?//"""
    assert [place for place in places(foreign, sources) if not any(name in place for name in NAMESPACES)] == []


def test_no_code_names_a_language():
    found = [
        f"{path.relative_to(PROJECT)}:{line}: {text}"
        for path in files("interviews/**/*.py")
        if path.relative_to(PROJECT / "interviews").parts[0] not in MAY_NAME_LANGUAGES
        for line, text in names_of_languages(path.read_text())
    ]
    assert found == []


def test_no_template_style_or_script_names_a_language():
    quoted = r"""["'](zh|en|ja)([-_][a-z]+)?["']|\w_(zh_hans|en)\b"""
    assert places(quoted, [*templates(), *files("static/**/*.css", "static/**/*.js")]) == []


@pytest.mark.parametrize("source", ['x = "en"', 'f(title_zh_hans="…")', "row.title_en", 'order_by("name_zh_hans")'])
def test_a_language_in_code_is_found(source):
    assert list(names_of_languages(source))


def test_a_language_in_a_docstring_is_let_through():
    assert list(names_of_languages('def f():\n    "en"\n    return open("when")')) == []


def test_the_top_level_is_as_the_owner_fixed_it():
    ignored = {line.strip("/") for line in (PROJECT / ".gitignore").read_text().split() if "*" not in line}
    present = {path.name for path in PROJECT.iterdir()} - ignored
    assert {
        name for name in present if not name.startswith(".")
    } <= TOP_LEVEL  # an editor's own dot files are no matter
    assert TOP_LEVEL - present <= {".git", "benchmarks"}  # an export has no history, and benchmarks come later


def test_no_module_has_more_than_one_reason_to_be_long():
    modules = files("interviews/**/*.py", "archive/**/*.py", "tests/**/*.py")
    counted = {path: len(path.read_text().splitlines()) for path in modules if "migrations" not in path.parts}
    assert {str(path.relative_to(PROJECT)): lines for path, lines in counted.items() if lines > 250} == {}
