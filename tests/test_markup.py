"""HTML that the code writes: its patterns are the code's own, and whatever stands in them is escaped."""

import ast
from html import unescape
from pathlib import Path

import pytest
from django.utils.html import conditional_escape, escape
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from interviews.templatetags.markup import html, joined

PROJECT = Path(__file__).resolve().parent.parent
HOSTILE = "<script>alert('1')</script> & \"quoted\" {} {0} </p>"


def patterns_made_up(source):
    """Return the calls of `html` in a source whose pattern is not a literal."""
    return [
        ast.unparse(call)
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and (getattr(call.func, "id", "") == "html" or getattr(call.func, "attr", "") == "html")
        and not (call.args and isinstance(call.args[0], ast.Constant) and not call.keywords)
    ]


@given(st.text())
def test_a_part_stands_as_django_escapes_it(text):
    assert html("<p>{}</p>", text) == f"<p>{escape(text)}</p>"
    assert joined([text, text]) == escape(text) * 2


@pytest.mark.parametrize("part", [HOSTILE, 12, None, gettext_lazy("Search"), html("<b>{}</b>", HOSTILE)])
def test_what_is_html_already_is_escaped_once_and_all_else_as_a_text(part):
    assert html("{}", part) == joined([part]) == conditional_escape(str(part) if part is None else part)


def test_what_was_written_is_html_for_a_template():
    written = joined([html('<a href="{}">{}</a>', HOSTILE, HOSTILE)])
    assert conditional_escape(written) == written
    assert written.count("<") == 2
    assert unescape(written).count(HOSTILE) == 2


def test_text_added_to_html_is_no_html():
    assert "<b>" not in html("{}", html("{}", "a") + "<b>")


def test_every_pattern_is_a_literal():
    modules = sorted(PROJECT.glob("interviews/**/*.py"))
    calls = [call for path in modules for call in patterns_made_up(path.read_text())]
    assert calls == []
    assert any("html(" in path.read_text() for path in modules)


@pytest.mark.parametrize("source", ["html(text)", 'html(f"<p>{text}</p>")', 'html("<p>" + text)', "html(*parts)"])
def test_a_pattern_made_of_what_is_shown_is_found(source):
    assert patterns_made_up(source)
