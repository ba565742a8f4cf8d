"""Files of the site as part of a page: what an interview needs to be read without a network."""

from base64 import b64encode
from functools import cache

from django.contrib.staticfiles.storage import staticfiles_storage


@cache
def data_address(name: str, media_type: str) -> str:
    """Return a static file as a `data:` address, which a page can carry along."""
    with staticfiles_storage.open(staticfiles_storage.stored_name(name)) as file:
        return f"data:{media_type};base64,{b64encode(file.read()).decode()}"
