"""Public answers in memory, given again while nothing that readers see has changed."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from http import HTTPStatus
from sys import getsizeof
from threading import Lock

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import re_accepts_gzip

from archive.middleware import Handler, is_for_staff
from interviews import catalog

LARGEST = 512 * 2**10  # bytes of an answer that is kept; pages have a third of it at most
ENCODING = "Accept-Encoding"

Asked = tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """A page as it was answered, whatever becomes of it on its way to a reader."""

    headers: tuple[tuple[str, str], ...]
    content: bytes

    @property
    def size(self) -> int:
        """How many bytes of memory it takes."""
        return getsizeof(self.content) + sum(getsizeof(text) for header in self.headers for text in header)

    def response(self) -> HttpResponse:
        """Return a response of its own, which may be compressed or emptied."""
        return HttpResponse(self.content, headers=dict(self.headers))


class Answers:
    """The answers of one revision of the site by what was asked, up to a number of bytes; `size` is how many they take.

    What was asked for least recently goes first; with another revision all go at once.
    """

    def __init__(self, most: int) -> None:
        self._most, self.size = most, 0
        self._revision: Hashable = None
        self._answers: OrderedDict[Asked, Answer] = OrderedDict()
        self._changing = Lock()

    def __len__(self) -> int:
        return len(self._answers)

    def get(self, revision: Hashable, asked: Asked) -> Answer | None:
        """Return what was answered in a revision, if it is still there."""
        with self._changing:
            if revision != self._revision:
                self._answers.clear()
                self._revision, self.size = revision, 0
            if asked in self._answers:
                self._answers.move_to_end(asked)
            return self._answers.get(asked)

    def keep(self, revision: Hashable, asked: Asked, answer: Answer) -> None:
        """Keep an answer, unless a later revision has been asked for since."""
        with self._changing:
            if revision != self._revision or asked in self._answers:
                return
            self._answers[asked] = answer
            self.size += _room(asked, answer)
            while self.size > self._most:
                self.size -= _room(*self._answers.popitem(last=False))


def _room(asked: Asked, answer: Answer) -> int:
    return answer.size + sum(map(getsizeof, asked))


def kept_answers(get_response: Handler) -> Handler:
    """Give a public page again as it was answered, while the site's revision stays the same.

    The revision is looked up once, before the page is made: one that a change overtakes is kept under the revision
    before it, for which nobody asks any more. It is kept compressed where it was asked for so: that takes ten times as
    long as all else that is left to do, and a fourth of the room. 304 and all that is said of trust come after this,
    for each request anew. Raises MiddlewareNotUsed where no memory is given to it.
    """
    if not settings.PAGE_MEMORY:
        raise MiddlewareNotUsed("PAGE_MEMORY is 0")
    answers = Answers(settings.PAGE_MEMORY)

    def middleware(request: HttpRequest) -> HttpResponse:
        revision = None if is_for_staff(request.path_info) else _revision()
        if not revision:  # an archive without one has published nothing yet, and is not told when it does
            return get_response(request)
        asked = _asked(request)
        if kept := answers.get(revision, asked):
            return kept.response()
        with catalog.at(revision):
            response = get_response(request)
        if _may_be_kept(response):
            answers.keep(revision, asked, Answer(tuple(response.items()), response.content))
        return response

    return middleware


def _revision() -> Hashable:
    try:
        return catalog.revision()
    except DatabaseError:  # what needs the database meets the fault itself, and tells it as ever
        return None


def _asked(request: HttpRequest) -> Asked:
    """All that an answer may depend on; HEAD is answered like GET, and emptied on its way out."""
    compressed = re_accepts_gzip.search(request.headers.get(ENCODING, ""))
    address = (request.scheme, request.headers.get("Host", ""), request.path, request.META.get("QUERY_STRING", ""))
    return (*address, "gzip" if compressed else "")


def _may_be_kept(response: HttpResponse) -> bool:
    """Whether an answer is a page that anybody may have: an address without one must push none out."""
    return (
        response.status_code == HTTPStatus.OK
        and not response.streaming
        and "public" in response.get("Cache-Control", "")
        and response.get("Vary", ENCODING) == ENCODING
        and not response.cookies
        and not response.has_header("Content-Disposition")  # a download holds files of portraits, which may be replaced
        and len(response.content) <= LARGEST
    )
