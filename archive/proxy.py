"""What a proxy in front of the archive says of a request."""

from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the address that the nearest proxy saw, for counting failed sign-ins; without a proxy, the caller's.

    Only the last address in `X-Forwarded-For` is the proxy's own word. Those before it are the caller's, who would
    take a new one for each guess.
    """
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")[-1].strip()
    return forwarded or request.META["REMOTE_ADDR"]
