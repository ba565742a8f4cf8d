"""What a person said, by topic: a few answers on each, as short excerpts in both languages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, prefetch_related_objects
from django.utils import translation

from interviews.bilingual import segments
from interviews.models import Interview, Participation, Speaker, Topic, Turn, language
from interviews.storage import public_languages
from interviews.transcripts import script
from interviews.transcripts.transcript import Text
from interviews.views.contents import KINDS
from interviews.views.reading import Fragment, Items

TOPICS, PER_TOPIC = 6, 3
NEWEST = 60  # interviews that are looked through
ANSWERS = 120  # answers that are read at most
LONG_ENOUGH = 90  # columns of Latin letters; a shorter sentence is quoted with the next one


@dataclass(frozen=True)
class Excerpt:
    """The start of an answer, in the page's language if it has them, then in another; `cut` short or not."""

    number: int
    interview: Interview
    kind: str
    sides: tuple[Fragment, ...]
    cut: bool


@dataclass(frozen=True)
class OnTopic:
    """What a person said on a topic; `topic.shared` of their interviews are about it."""

    topic: Topic
    excerpts: tuple[Excerpt, ...]


def topics_of(person: Speaker) -> list[Topic]:
    """Return the topics of a person's published interviews with how many each has (`shared`), the most first."""
    theirs = Participation.objects.published().filter(speaker=person).values("interview")
    found = Topic.objects.filter(interviews__in=theirs).annotate(shared=Count("interviews"))
    return list(found.order_by("-shared", "slug"))


def by_topic(person: Speaker, topics: Sequence[Topic], shown: Iterable[Interview]) -> list[OnTopic]:
    """Return excerpts of a person's newest answers on their first topics; no answer comes twice.

    Three queries. `shown` are further interviews of the page, whose languages are fetched along.
    """
    topics = topics[:TOPICS]
    filed = _interviews_by_topic(person, topics)
    answers = _answers(person, {pk for chosen in filed.values() for pk in chosen}, shown)
    used: set[int] = set()
    found = []
    for topic in topics:
        best = [_best(topic, answers.get(pk, ()), used) for pk in filed.get(topic.pk, ())]
        excerpts = tuple(_excerpt(answer) for answer in best if answer)
        found += [OnTopic(topic, excerpts)] if excerpts else []
    return found


def _interviews_by_topic(person: Speaker, topics: Sequence[Topic]) -> dict[int, list[int]]:
    """The newest interviews with a person on each topic, the newest first."""
    theirs = Participation.objects.published().filter(speaker=person).values("interview")
    newest = Interview.objects.filter(pk__in=theirs).newest_first().values("pk")[:NEWEST]
    filed = Interview.topics.through.objects.filter(interview__in=newest, topic__in=topics)
    order = (F("interview__published_at").desc(nulls_last=True), "-interview")
    found: dict[int, list[int]] = {}
    for topic, interview in filed.order_by(*order).values_list("topic_id", "interview_id"):
        if len(found.setdefault(topic, [])) < PER_TOPIC:
            found[topic].append(interview)
    return found


def _answers(person: Speaker, interviews: set[int], shown: Iterable[Interview]) -> dict[int, list[Turn]]:
    """The answers of a person by interview, with the languages that readers may see."""
    said = Turn.objects.filter(interview__in=interviews, speaker=person, kind="answer").select_related("interview")
    found: dict[int, list[Turn]] = {}
    for turn in said.order_by("-interview", "position")[:ANSWERS]:
        turn.interview = found[turn.interview_id][0].interview if turn.interview_id in found else turn.interview
        found.setdefault(turn.interview_id, []).append(turn)
    prefetch_related_objects([*(turns[0].interview for turns in found.values()), *shown], "language_versions")
    return found


def _best(topic: Topic, answers: Sequence[Turn], used: set[int]) -> Turn | None:
    """The answer of an interview that names the topic, or says most; `used` learns of it."""
    names = [name.casefold() for name in language.read(topic, "name").values()]

    def worth(answer: Turn) -> tuple[bool, int]:
        said = " ".join(_public(answer).values()).casefold()
        return any(name in said for name in names), len(said)

    best = max((answer for answer in answers if answer.pk not in used and _public(answer)), key=worth, default=None)
    used |= {best.pk} if best else set()
    return best


def _public(answer: Turn) -> Text:
    return language.read(answer, "text").only(frozenset(public_languages(answer.interview)))


def _excerpt(answer: Turn) -> Excerpt:
    text, here = _public(answer), translation.get_language()
    columns = sorted(text, key=lambda code: (code != here, language.languages().index(code)))[:2]
    items = answer.segments.get("items") or segments.by_paragraph(text)
    spans = beginning(text, items, columns)
    sides = tuple(Fragment(code, text[code][start:end].strip()) for code, (start, end) in spans.items())
    cut = spans[columns[0]][1] < len(text[columns[0]].rstrip())
    return Excerpt(answer.number, answer.interview, KINDS[answer.interview.text_kind], sides, cut)


def beginning(text: Mapping[str, str], items: Items, columns: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return where the first sentence or two of a text stand in each of some languages, whole sentences always.

    The first language decides; another is left out where it has nothing there. A second sentence comes along where
    the first is short, but never one of another paragraph.
    """
    first = columns[0]
    said = [item for item in items if first in item] or [{code: [0, len(text[code])] for code in columns}]
    chosen = said[:1]
    start, end = chosen[0][first]
    if len(said) > 1 and _width(text[first][start:end]) < LONG_ENOUGH:
        follows = said[1][first]
        chosen += [said[1]] if "\n\n" not in text[first][end : follows[0]] else []
    spans = {code: [item[code] for item in chosen if code in item] for code in columns}
    return {code: (min(s for s, _ in found), max(e for _, e in found)) for code, found in spans.items() if found}


def _width(text: str) -> int:
    return len(text) * (2 if script.has_han(text) else 1)
