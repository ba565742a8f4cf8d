"""A page as a browser takes it apart: elements, links, and every run of text with the language said around it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urlsplit

from interviews.transcripts import script

VOID = {"meta", "link", "input", "img", "br", "hr", "source", "track", "wbr", "col", "area", "base", "embed", "param"}
SPOKEN = ("alt", "title", "aria-label", "aria-description", "placeholder", "label")
LEADING = ("href", "src", "srcset", "action", "poster", "data")


@dataclass
class Element:
    """One element with what stands directly in it; `language` is the nearest `lang` around it."""

    tag: str
    attributes: dict[str, str]
    language: str
    texts: list[str] = field(default_factory=list)
    inside: list["Element"] = field(default_factory=list)

    @property
    def text(self):
        return "".join([*self.texts, *(element.text for element in self.inside)])

    def __getitem__(self, name):
        return self.attributes.get(name)


class Page(HTMLParser):
    """A parsed page."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.said, self._open = [], [], []
        self.feed(html)
        assert [element.tag for element in self._open] == [], "an element is not closed"

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        assert len(given) == len(attributes), f"{tag} has an attribute twice: {attributes}"
        around = self._open[-1] if self._open else None
        element = Element(tag, given, given.get("lang", around.language if around else ""))
        self.elements.append(element)
        if around:
            around.inside.append(element)
        self.said += [(element.language, given[name]) for name in SPOKEN if given.get(name)]
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag):
        assert self._open[-1].tag == tag, f"</{tag}> closes {self._open[-1].tag}"
        self._open.pop()

    def handle_data(self, data):
        if self._open and data.strip():
            element = self._open[-1]
            element.texts.append(data)
            # A <title> holds no elements: of a title in English that has a Chinese name in it, this is all it can say.
            if element.tag != "title" or not element["lang"]:
                self.said.append((element.language, data))

    def all(self, tag, **attributes):
        """Return the elements of a tag that have the given attributes; `rel_` and the like avoid Python's words."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.elements
            if element.tag == tag and all(element[name] == value for name, value in wanted.items())
        ]

    def one(self, tag, **attributes):
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} × {tag} {attributes}"
        return found[0]

    def meta(self, name):
        """Return the content of a <meta> by its name or property, None where there is none."""
        found = [e["content"] for e in self.all("meta") if name in (e["name"], e["property"])]
        assert len(found) < 2, f"{name} stands there twice"
        return found[0] if found else None

    def canonical(self):
        found = self.all("link", rel="canonical")
        return found[0]["href"] if found else None

    def alternates(self):
        return {link["hreflang"]: link["href"] for link in self.all("link", rel="alternate")}

    def toggle(self):
        """Return where the language toggle leads, by the language that each link names."""
        nav = next(nav for nav in self.all("nav") if nav["class"] == "toggle")
        return {link["hreflang"]: link["href"] for link in nav.inside}

    def unmarked_chinese(self):
        """Return the runs of Chinese characters that stand outside `lang="zh-Hans"`."""
        return [(code, text) for code, text in self.said if code != "zh-Hans" and script.has_han(text)]

    def foreign(self):
        """Return the elements that lead to or load from another host, but for links that say so and mail."""
        return [
            (element.tag, element[name])
            for element in self.elements
            for name in LEADING
            if element[name] and _leads_away(element, element[name])
        ]

    def links(self):
        """Return the paths that links of the page lead to, without fragments and other hosts."""
        found = (urldefrag(link["href"] or "").url for link in self.all("a"))
        return {address for address in found if address.startswith("/")}


def _leads_away(element, address):
    parts = urlsplit(address)
    if element.tag == "link" and element["rel"] in {"canonical", "alternate"}:
        return False  # absolute addresses of this site
    if element.tag == "a" and (element["rel"] == "external" or parts.scheme == "mailto"):
        return False
    return bool(parts.scheme or parts.netloc)


def read(response, status=200):
    """Return a response as a page; fails where its status is another one."""
    assert response.status_code == status, (response.status_code, response.headers)
    return Page(response.text)
