"""What was said, turn by turn: who says it, and each paragraph with its counterparts, segments and terms."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.utils.translation import gettext, pgettext

from interviews.templatetags.archive import asker, called, html_language, person
from interviews.templatetags.elements import show, shown
from interviews.templatetags.markup import html, joined
from interviews.templatetags.site import address

register = template.Library()


@register.simple_tag
def spoken(turn: Any, asking: Mapping[str, str], elsewhere: Sequence[Any], views: Sequence[Mapping[str, Any]]) -> str:
    """Show a turn: `asking` is who asks where no person does, by language.

    `elsewhere` are the same page's addresses in other languages, `views` the other ways to show it.
    """
    return html(
        '<section class="turn turn-{0}" role="group" id="t{1}"{2} aria-label="{3}">\n'
        '<header class="turn-number"><a href="#t{1}">{1}</a>{4}</header>\n{5}{6}</section>\n',
        *(turn.kind, turn.number),
        html(' data-speaker="{}"', turn.who.key) if turn.who else "",
        gettext("Turn %(number)s") % {"number": turn.number},
        _otherwise(turn, elsewhere, views),
        _who(turn, asking) if turn.kind in {"question", "answer"} else "",
        joined(_row(turn, place) for place in range(1, len(turn.rows) + 1)),
    )


def _otherwise(turn: Any, elsewhere: Iterable[Any], views: Iterable[Mapping[str, Any]]) -> str:
    """The same turn in other languages, and for readers without JavaScript in other views."""
    links = (
        html(
            '<a class="turn-elsewhere" href="{0}#t{1}" lang="{2}" hreflang="{2}">{3}</a>',
            *(other["url"], turn.number, other["language"], other["name"]),
        )
        for other in elsewhere
        if other["code"] in turn.elsewhere
    )
    return joined([*links, _views(turn, views) if views else ""])


def _views(turn: Any, views: Iterable[Mapping[str, Any]]) -> str:
    links = (
        html('<a href="{}#t{}" data-view="{}">{}</a>', link["url"], turn.number, link["view"], link["name"])
        for link in views
        if not link["current"]
    )
    return html(
        '<noscript><details class="turn-views"><summary>{}</summary><div class="turn-menu-panel">{}</div></details>'
        "</noscript>",
        *(pgettext("how an interview is shown", "View"), joined(links)),
    )


def _who(turn: Any, asking: Mapping[str, str]) -> str:
    """Who speaks, above each column."""
    codes = [cell.code for cell in turn.rows[0]] if turn.rows else []
    names = (person(turn.who, code) if turn.who else asker(asking, code) for code in codes)
    said = (
        html('<p class="who" lang="{}">{}</p>', name.language, show(name)) if name else html('<p class="who"></p>')
        for name in names
    )
    return html('<div class="row row-who">{}</div>\n', joined(said))


def _row(turn: Any, place: int) -> str:
    """A paragraph in each language; before the last stand the addresses of those that no shown language has."""
    row = turn.rows[place - 1]
    beyond = turn.beyond if place == len(turn.rows) else ()
    return html(
        '{}<div class="row{}"{}>{}</div>\n',
        joined(html('<span class="beyond" id="t{}p{}"></span>', turn.number, number) for number in beyond),
        " row-in-groups" if len(row[0].groups) > 1 else "",
        html(' id="t{}p{}"', turn.number, place) if place > 1 else "",
        joined(_cell(cell, turn) for cell in row),
    )


def _cell(cell: Any, turn: Any) -> str:
    if cell.groups:
        return html('<p lang="{}">{}</p>', html_language(cell.code), _segments(cell, turn))
    if cell.missing:
        missing = gettext("Not available in %(language)s") % {"language": called(cell.code)}
        return html('<p class="missing">{}</p>', missing)
    return html('<p class="gap" aria-hidden="true"></p>')


def _segments(cell: Any, turn: Any) -> str:
    """A paragraph in its groups, each segment with its address, and which of them the languages tell unlike."""
    groups = [joined(_piece(piece, turn) for piece in group) for group in cell.groups]
    return joined(html('<span class="group">{}</span>', group) for group in groups) if groups[1:] else joined(groups)


def _piece(piece: Any, turn: Any) -> str:
    name = f"t{turn.number}s{piece.segment}"
    said = joined(_term(each) if each.key else shown(each.text, each.code) for each in piece.fragments)
    if piece.anchor:
        segment = html('<span class="segment" id="{}" data-segment="{}">{}</span>', piece.anchor, name, said)
    else:
        segment = html('<span class="segment" data-segment="{}">{}</span>', name, said)
    if piece.segment not in turn.differing or not piece.fragments:
        return segment
    note = gettext("The languages tell this differently.")
    return html('{}<span class="differs" role="note" title="{}" aria-label="{}">≠</span>', segment, note, note)


def _term(fragment: Any) -> str:
    """The words that name a term: a label around an unseen button that opens its card, and a link for paper."""
    return html(
        '<label class="term"><button type="button" class="term-open" popovertarget="term-{0}" aria-label="{1}">'
        '</button><span aria-hidden="true">{2}</span><a class="term-link" href="{3}" aria-label="{1}"></a></label>',
        *(fragment.key, fragment.text, shown(fragment.text, fragment.code), address("term", fragment.key)),
    )
