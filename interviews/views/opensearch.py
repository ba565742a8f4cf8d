"""The archive as a search engine that a browser can add (OpenSearch 1.1)."""

from xml.etree import ElementTree

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from interviews.views.addresses import absolute

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
MEDIA_TYPE = "application/opensearchdescription+xml"
TERMS = "?q={searchTerms}"


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """Describe how to ask the archive, in the language of the address."""
    root = ElementTree.Element("OpenSearchDescription", xmlns=NAMESPACE)
    root.set("xml:lang", translation.to_locale(translation.get_language()).replace("_", "-"))
    _add(root, "ShortName", gettext("Hematology Talks"))  # at most 16 characters, by the specification
    _add(root, "LongName", gettext("Hematology Interview Archive"))
    _add(root, "Description", gettext("Search the interviews"))
    _add(root, "Image", absolute(static("icon.svg")), type="image/svg+xml")
    _add(root, "Url", type="text/html", template=absolute(reverse("search")) + TERMS)
    _add(root, "Url", type="application/x-suggestions+json", template=absolute(reverse("browser_suggestions")) + TERMS)
    _add(root, "Url", type=MEDIA_TYPE, rel="self", template=absolute(request.path))
    _add(root, "Language", root.get("xml:lang"))
    _add(root, "InputEncoding", "UTF-8")
    text = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(text, content_type=f"{MEDIA_TYPE}; charset=utf-8")


def _add(root: ElementTree.Element, tag: str, text: str = "", **attributes: str) -> None:
    ElementTree.SubElement(root, tag, attributes).text = text or None
