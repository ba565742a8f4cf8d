"""What a page of search results shows, for the tests of searching."""

import re
from html import unescape

MARROW = ("异基因移植后复发怎么办？", "What if the disease relapses after an allogeneic transplant?")
ANSWER = (
    "先看微小残留病。CAR-T细胞可以用于移植后复发的患者。",
    "First look at minimal residual disease. CAR‑T cells can be used in patients who relapsed after transplant.",
)


def searching(client):
    """Return a way to search that gives the page."""

    def ask(query, language="en", **chosen):
        response = client.get(f"/{language}/search/", {"q": query, **chosen})
        assert response.status_code == 200
        return response.text

    return ask


def marks(page):
    """Return what is marked on a page."""
    return [unescape(text) for text in re.findall(r"<mark>(.*?)</mark>", page)]


def hits(page):
    """Return the addresses of the hits on a page."""
    return re.findall(r'<a href="([^"]+#t\d+s\d+)">', page)
