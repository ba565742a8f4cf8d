"""Which answers are kept, in how much memory, and by how many threads at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.base import ContentFile
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from archive import keeping
from interviews import storage


def with_cookie():
    response = HttpResponse("x", headers={"Cache-Control": "public"})
    response.set_cookie("a", "b")
    return response


@pytest.mark.parametrize(
    ("made", "kept"),
    [
        (lambda: HttpResponse("x", headers={"Cache-Control": "max-age=60, public"}), 1),
        (lambda: HttpResponse("x" * keeping.LARGEST, headers={"Cache-Control": "public"}), 1),
        (lambda: HttpResponse("x" * (keeping.LARGEST + 1), headers={"Cache-Control": "public"}), 0),
        (lambda: HttpResponse("x"), 0),
        (lambda: HttpResponse("x", headers={"Cache-Control": "private"}), 0),
        (lambda: HttpResponse("x", headers={"Cache-Control": "no-store"}), 0),
        (lambda: HttpResponse("x", headers={"Cache-Control": "public", "Vary": "Cookie"}), 0),
        (lambda: HttpResponse("x", headers={"Cache-Control": "public"}, status=404), 0),
        (with_cookie, 0),
        (lambda: StreamingHttpResponse([b"x"], headers={"Cache-Control": "public"}), 0),
        (lambda: FileResponse(ContentFile(b"x", "x"), headers={"Cache-Control": "public"}), 0),
    ],
)
def test_only_what_anybody_may_have_is_kept(db, settings, made, kept):
    settings.PAGE_MEMORY = 2**20
    storage.bump_revision()
    asked = []
    ask = keeping.kept_answers(lambda request: asked.append(request) or made())
    for _ in range(2):
        ask(RequestFactory().get("/en/"))
    assert len(asked) == 2 - kept


def answer(length):
    return keeping.Answer((("Content-Type", "text/html"),), b"x" * length)


def test_the_least_recently_asked_for_goes_first():
    kept = keeping.Answers(10_000)
    assert kept.get(1, ("often",)) is None
    kept.keep(1, ("often",), answer(1000))
    for number in range(1000):
        kept.keep(1, ("once", str(number)), answer(1000))
        assert kept.get(1, ("often",)) == answer(1000)
        assert kept.size <= 10_000
    assert 5 < len(kept) < 10
    assert [number for number in range(1000) if kept.get(1, ("once", str(number)))] == [*range(1001 - len(kept), 1000)]


def test_a_long_address_counts_too():
    kept = keeping.Answers(10_000)
    kept.get(1, ())
    for number in range(100):
        kept.keep(1, (f"{number}{'?' * 4000}",), answer(0))
    assert len(kept) == 2


def test_another_revision_forgets_all():
    kept = keeping.Answers(10_000)
    kept.get(1, ("a",))
    kept.keep(1, ("a",), answer(100))
    assert kept.get(2, ("a",)) is None
    assert (len(kept), kept.size) == (0, 0)
    kept.keep(1, ("a",), answer(100))  # by a thread that was slow
    assert len(kept) == 0


def test_threads_never_count_wrong_or_mix_revisions():
    kept = keeping.Answers(50_000)

    def ask(number):
        revision, asked = number // 500, (str(number % 70),)
        found = kept.get(revision, asked)
        kept.keep(revision, asked, keeping.Answer((("Revision", str(revision)),), b"x" * 1000))
        return found is None or found.headers == (("Revision", str(revision)),)

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(ask, range(5000)))
    assert 0 < kept.size <= 50_000
    kept.get("another", ())
    assert kept.size == 0
