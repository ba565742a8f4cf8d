"""What the page of a person holds by the dozen: what they said, and the topics of their interviews."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.urls import reverse

from interviews.templatetags.archive import html_language, name_of
from interviews.templatetags.elements import day, show, span
from interviews.templatetags.markup import html, joined
from interviews.templatetags.site import address

register = template.Library()


@register.simple_tag
def said(excerpt: Any) -> str:
    """Show the start of an answer with the interview that it stands in."""
    interview, ellipsis = excerpt.interview, " …" if excerpt.cut else ""
    sides = (html('<p lang="{}">{}{}</p>', html_language(side.code), show(side), ellipsis) for side in excerpt.sides)
    title = name_of(interview)
    return html(
        '<figure class="said"><blockquote>{}</blockquote><figcaption class="meta"><span{}>{}</span>'
        '<a href="{}#t{}" lang="{}">{}</a>{}</figcaption></figure>',
        joined(sides),
        html(' class="kind"') if interview.text_kind != "published" else "",
        excerpt.kind,
        *(address("interview", interview.slug), excerpt.number, title.language, show(title)),
        day(interview.published_at),
    )


@register.simple_tag
def shared_topics(person: Any, topics: Iterable[Any]) -> str:
    """Show topics as items of a list, each with how many of a person's interviews are about it, and the way there."""
    here = reverse("interviews")
    return joined(
        html(
            '<li><a href="{}?speaker={}&amp;topic={}">{} <span class="letter-count">{}</span></a></li>',
            *(here, person.slug, topic.slug, span(name_of(topic)), topic.shared),
        )
        for topic in topics
    )
