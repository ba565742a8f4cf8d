"""What stands on the interview page, for every view of it."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from interviews.models import Interview, Participation
from interviews.models.language import languages
from interviews.transcripts.transcript import Transcript
from interviews.views import contents, reading
from interviews.views.addresses import absolute, alternates
from interviews.views.explaining import Explained
from interviews.views.related import section

INTERLEAVED = "interleaved"  # ?view=


def languages_of(transcript: Transcript) -> list[str]:
    """Return the languages of a transcript in the order of the settings."""
    return [code for code in languages() if code in transcript.languages]


def page_context(
    request: HttpRequest, interview: Interview, transcript: Transcript, columns: list[str], *, preview: bool = False
) -> dict[str, Any]:
    """Return what the interview page shows with the given languages as its columns; `preview` marks a draft."""
    has, here = languages_of(transcript), translation.get_language()
    explained = Explained(interview)
    normal = reverse("interview", kwargs={"slug": interview.slug}) if interview.slug else request.path
    return {
        "interview": interview,
        "transcript": transcript,
        "columns": columns,
        "interleaved": request.GET.get("view") == INTERLEAVED and len(columns) > 1,
        "views": _views(request, interview, columns, has) if here in has and has[1:] and not preview else [],
        "has": has,
        "turns": reading.lay_out(transcript, columns, _segments(interview), explained, _differing(interview)),
        "cards": explained.cards(),
        "elsewhere": [_in_language(interview, code) for code in has if code != here and interview.slug],
        "asking": {code: contents.asking(transcript, code) for code in has},
        "citations": [contents.citation(transcript, code) for code in columns],
        "address": absolute(normal),
        "contents": contents.contents(transcript),
        "experts": _experts(interview, transcript),
        "related": section(interview, explained.terms.values()),
        "description": contents.summary(transcript, here if here in has else columns[0]),
        "canonical": absolute(normal, here if here in has else columns[0]),
        "alternates": alternates(normal, has),
        "noindex": preview or transcript.text_kind != "published",
        "preview": preview,
    }


def _views(request: HttpRequest, interview: Interview, columns: Sequence[str], has: Sequence[str]) -> list[dict]:
    """The ways to read an interview in the page's language, each with its address."""
    here, interleaved = translation.get_language(), request.GET.get("view") == INTERLEAVED
    others = [code for code in has if code != here]
    views = []
    for other in others:
        path = reverse("interview", kwargs={"slug": interview.slug})
        if other != others[0]:
            path = reverse("interview_with", kwargs={"slug": interview.slug, "other": other})
        shown = len(columns) > 1 and columns[1] == other
        views.append({"view": "beside", "other": other, "url": path, "current": shown and not interleaved})
        address = f"{path}?view={INTERLEAVED}"
        views.append({"view": INTERLEAVED, "other": other, "url": address, "current": shown and interleaved})
    alone = reverse("interview_only", kwargs={"slug": interview.slug})
    views.append({"view": "only", "other": "", "url": alone, "current": len(columns) == 1})
    # What a view is called stands beside each turn: it is rendered once.
    return [
        {**link, "name": render_to_string("interviews/_view_name.html", {"link": link, "has": has})} for link in views
    ]


def _in_language(interview: Interview, code: str) -> dict[str, str]:
    """The page in another of its languages."""
    with translation.override(code):
        url = reverse("interview", kwargs={"slug": interview.slug})
    tag, name = translation.to_locale(code).replace("_", "-"), translation.get_language_info(code)["name_local"]
    return {"code": code, "url": url, "language": tag, "name": name}


def _segments(interview: Interview) -> dict[int, reading.Items]:
    """The stored alignment of the turns whose text it was made from, by number."""
    return {turn.number: turn.segments.get("items", []) for turn in interview.turns.all()}


def _differing(interview: Interview) -> dict[int, set[int]]:
    """The segments in which an editor has confirmed that the languages disagree, by the number of their turn."""
    return {turn.number: turn.differing_segments for turn in interview.turns.all()}


def _experts(interview: Interview, transcript: Transcript) -> list[dict]:
    """The speakers as the sidebar shows them: the person's row, the transcript's words, further interviews."""
    rows = list(interview.participations.all())
    careers = {biography.speaker: biography.entries for biography in transcript.biographies}
    elsewhere = Participation.objects.elsewhere(interview)
    return [
        {
            "person": row.speaker,
            "speaker": speaker,
            "research": [entry for entry in careers.get(speaker.key, ()) if entry.section == "research"],
            "career": [entry for entry in careers.get(speaker.key, ()) if entry.section != "research"],
            "other_interviews": elsewhere.get(row.speaker_id, 0),
        }
        for row, speaker in zip(rows, transcript.speakers, strict=True)
    ]
