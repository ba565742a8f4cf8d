"""The interview page in its views, and the list of interviews."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from interviews import storage
from interviews.models import Interview, Participation
from interviews.models.language import languages
from interviews.transcripts.transcript import Transcript
from interviews.views import contents, reading
from interviews.views.addresses import absolute, alternates
from interviews.views.filters import Filters
from interviews.views.paging import canonical, paged

INTERLEAVED = "interleaved"  # ?view=


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the published interviews, newest first, narrowed by the query."""
    filters = Filters.parse(request.GET)
    page = paged(request, filters.apply(Interview.objects.published()).for_lists().newest_first())
    return render(
        request,
        "interviews/list.html",
        {
            "page": page,
            "filters": filters.described(page.object_list),
            "canonical": canonical(request, page),
            "alternates": alternates(request.path, languages()),
            "noindex": bool(filters),
        },
    )


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an interview in the page's language beside its counterpart."""
    interview, transcript = _published(slug)
    here = translation.get_language()
    has = storage.public_languages(interview)
    columns = sorted(has, key=lambda code: code != here)[:2]
    return page(request, interview, transcript, columns=columns if here in columns else columns[:1])


@require_safe
def beside(request: HttpRequest, slug: str, other: str) -> HttpResponse:
    """Show an interview in the page's language beside any other that it has."""
    interview, transcript = _published(slug)
    here, has = translation.get_language(), storage.public_languages(interview)
    if other not in has:
        raise Http404
    if other == here or here not in has:
        return _to_normal_view(request, slug)
    return page(request, interview, transcript, columns=[here, other])


@require_safe
def only(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an interview in the page's language alone."""
    interview, transcript = _published(slug)
    if translation.get_language() not in storage.public_languages(interview):
        return _to_normal_view(request, slug)
    return page(request, interview, transcript, columns=[translation.get_language()])


def page(
    request: HttpRequest,
    interview: Interview,
    transcript: Transcript,
    *,
    columns: Sequence[str] | None = None,
    preview: bool = False,
) -> HttpResponse:
    """Render the interview page with the given languages side by side, by default all that the transcript has.

    `preview` marks a draft that only staff see.
    """
    has = [code for code in languages() if code in transcript.languages]
    columns = list(columns or has or languages()[:1])
    normal = reverse("interview", kwargs={"slug": interview.slug}) if interview.slug else request.path
    here = translation.get_language()
    return render(
        request,
        "interviews/interview.html",
        {
            "interview": interview,
            "transcript": transcript,
            "columns": columns,
            "interleaved": request.GET.get("view") == INTERLEAVED and len(columns) > 1,
            "views": _views(request, interview, columns, has),
            "has": has,
            "turns": reading.lay_out(transcript, columns, _segments(interview)),
            "asking": {code: contents.asking(transcript, code) for code in has},
            "citations": [contents.citation(transcript, code) for code in columns],
            "address": absolute(normal),
            "contents": contents.contents(transcript),
            "experts": _experts(interview, transcript),
            "description": contents.summary(transcript, here if here in has else columns[0]),
            "canonical": absolute(normal, here if here in has else columns[0]),
            "alternates": alternates(normal, has),
            "noindex": preview or transcript.text_kind != "published",
            "preview": preview,
        },
    )


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
    return [*views, {"view": "only", "other": "", "url": alone, "current": len(columns) == 1}]


def _segments(interview: Interview) -> dict[int, reading.Items]:
    """The stored alignment of the turns whose text it was made from, by number."""
    return {turn.number: turn.segments.get("items", []) for turn in interview.turns.all()}


def _to_normal_view(request: HttpRequest, slug: str) -> HttpResponse:
    """Where a language toggle leads from a view that the other language does not have."""
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return redirect(reverse("interview", kwargs={"slug": slug}) + query)


def _published(slug: str) -> tuple[Interview, Transcript]:
    interview = get_object_or_404(Interview.objects.published().whole(), slug=slug)
    return interview, storage.load_public(interview)


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
