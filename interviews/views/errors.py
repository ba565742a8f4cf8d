"""What a reader sees where there is nothing to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token

from interviews.views import addresses


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Lead on from a former address, say why a withdrawn interview is gone, or say that there is nothing."""
    if moved := addresses.moved(request):
        return moved
    if interview := addresses.withdrawn(request):
        return render(request, "410.html", {"interview": interview}, status=410)
    return render(request, "404.html", status=404)


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    """Say that something broke; asks neither the database nor anything else that may be broken."""
    return render(request, "500.html", status=500)
