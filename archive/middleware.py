"""What every request passes through: methods, the language of the address, and how long an answer may be kept."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import translation
from django.utils.cache import patch_cache_control, set_response_etag

Handler = Callable[[HttpRequest], HttpResponse]


def is_for_staff(path: str) -> bool:
    """Return whether a path belongs to the editors' desk, the one part that has sessions and takes writes."""
    first, second, *_rest = [*path.split("/")[1:], "", ""]
    under_a_language = first in dict(settings.LANGUAGES) and second == "admin"
    return not settings.READ_ONLY and (first == "admin" or under_a_language)


def safe_methods_only(get_response: Handler) -> Handler:
    """Refuse everything but GET and HEAD outside the editors' desk, before anything else looks at it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"} and not is_for_staff(request.path_info):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        response = get_response(request)
        if request.method == "HEAD" and not response.streaming:
            response.content = b""  # its length and ETag are said already, and a server need not throw it away
        return response

    return middleware


def public_caching(get_response: Handler) -> Handler:
    """Let anybody keep a public answer for a minute, and ask again by its ETag after that."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not response.has_header("Cache-Control") and not is_for_staff(request.path_info):
            _say_how_long(response)
            if response.status_code == HTTPStatus.OK and not response.streaming:
                set_response_etag(response)  # here and not by Django's middleware, which passes over HEAD
        return response

    return middleware


def _say_how_long(response: HttpResponse) -> None:
    # What is not there, and what is gone, may be kept like a page; any other refusal is nobody else's answer.
    if response.status_code < HTTPStatus.BAD_REQUEST or response.status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        patch_cache_control(response, public=True, max_age=60)
    else:
        patch_cache_control(response, no_store=True)


def language_of_the_address(get_response: Handler) -> Handler:
    """Speak the language that the address begins with, the site's first one where it names none.

    Django's LocaleMiddleware also looks at cookies and headers and says so in `Vary`, which would make every
    machine address uncacheable; here an address has one answer.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
            if not response.has_header("Content-Language"):
                response["Content-Language"] = translation.to_locale(language).replace("_", "-")
            return response

    return middleware
