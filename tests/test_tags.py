"""What templates ask about the address that they answer."""

import pytest
from django.http import QueryDict
from django.template import Context, defaulttags
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from interviews.templatetags.site import querystring

WORDS = st.text("ab 移&=%+\"'<", max_size=4)
GIVEN = st.lists(st.tuples(st.sampled_from(["q", "page", "sort", "移"]), WORDS), max_size=5)
CHANGED = st.dictionaries(st.sampled_from(["page", "sort", "exactly"]), st.none() | WORDS | st.integers(), max_size=3)


def asking(pairs):
    """Return what a template knows of an address with such a query."""
    request = RequestFactory().get("/")
    request.GET = QueryDict(mutable=True)
    for name, value in pairs:
        request.GET.appendlist(name, value)
    context = Context({"request": request})
    context.request = request
    return context


@given(GIVEN, CHANGED)
def test_the_query_with_changes_is_what_django_makes_of_it(pairs, changed):
    context = asking(pairs)
    assert querystring(context, **changed) == defaulttags.querystring(context, **changed)


@pytest.mark.parametrize("pairs", [(), (("q", "a"), ("page", "2"))])
def test_a_page_that_is_taken_away_leaves_no_trace(pairs):
    assert "page" not in querystring(asking(pairs), page=None)
