"""The desk as an editor uses it: open a page, change some fields of its form, press a button."""

from html.parser import HTMLParser

from django.urls import reverse
from django.utils import translation

ENGLISH = "en"


class Form(HTMLParser):
    """The fields of a page's forms as a browser would send them back unchanged."""

    def __init__(self, html):
        super().__init__()
        self.fields, self._text, self._select = {}, None, None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        name, kind = given.get("name"), given.get("type", "text")
        if tag == "input" and name and kind not in {"submit", "file"}:
            if kind not in {"checkbox", "radio"} or "checked" in given:
                self.fields[name] = given.get("value", "on" if kind == "checkbox" else "")
        elif tag == "textarea":
            self._text, self.fields[name] = name, ""
        elif tag == "select":
            self._select, self.fields[name] = (name, "multiple" in given), [] if "multiple" in given else ""
        elif tag == "option" and self._select and "selected" in given:
            name, multiple = self._select
            self.fields[name] = [*self.fields[name], given["value"]] if multiple else given["value"]

    def handle_data(self, data):
        if self._text:
            self.fields[self._text] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            # A browser leaves out the line break that follows the tag, and sends line breaks as two characters.
            text = self.fields[self._text].removeprefix("\r\n").removeprefix("\n")
            self.fields[self._text], self._text = text.replace("\r\n", "\n").replace("\n", "\r\n"), None
        elif tag == "select":
            self._select = None


def address(row, page="change", language=ENGLISH):
    """Return the address of a row's page on the desk."""
    meta = row._meta
    path = reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=[row.pk] if row.pk else [])
    return f"/{language}/{path.split('/', 2)[2]}"


def opened(client, row, page="change", language=ENGLISH):
    """Return the fields of a row's page."""
    response = client.get(address(row, page, language))
    assert response.status_code == 200, response.status_code
    return Form(response.text).fields


def save(client, row, changes, button="_save", language=ENGLISH, fields=None):
    """Change some fields of a row's page, save, and return the page that follows."""
    fields = {**(fields or opened(client, row, language=language)), **changes, button: "x"}
    return client.post(address(row, language=language), fields, follow=True)


def added(fields, prefix, **values):
    """Return what a new inline row adds to the fields of a page."""
    place = int(fields[f"{prefix}-TOTAL_FORMS"])
    empty = {
        name.replace("__prefix__", str(place)): value
        for name, value in fields.items()
        if f"{prefix}-__prefix__" in name
    }
    new = {f"{prefix}-{place}-{name}": value for name, value in values.items()}
    return {**empty, **new, f"{prefix}-TOTAL_FORMS": str(place + 1)}


def errors(response):
    """Return everything that a page says is wrong with its form."""
    context = response.context
    formsets = [inline.formset for inline in context["inline_admin_formsets"]]
    found = [*context["adminform"].form.errors.values(), *(formset.non_form_errors() for formset in formsets)]
    with translation.override(ENGLISH):
        return " ".join(str(error) for errors in found for error in errors)


def messages(response):
    """Return what the desk told the editor."""
    return " ".join(map(str, response.context["messages"]))
