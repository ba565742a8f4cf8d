"""What every template may show of the site itself."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the origin of absolute addresses, where errors are reported to, and whether editors can sign in."""
    return {
        "site_origin": settings.SITE_ORIGIN,
        "contact_email": settings.CONTACT_EMAIL,
        "read_only": settings.READ_ONLY,
    }
