"""Files of the site as part of a page: what an interview needs to be read without a network."""

from base64 import b64encode
from functools import cache
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage


@cache
def data_address(name: str, media_type: str) -> str:
    """Return a static file as a `data:` address, which a page can carry along."""
    collected = getattr(staticfiles_storage, "stored_name", None)
    path = staticfiles_storage.path(collected(name)) if collected else finders.find(name)
    return _data(Path(path).read_bytes(), media_type)


def carry_portraits(experts: list[dict[str, Any]]) -> None:
    """Give the experts of a page their portraits as `data:` addresses; one whose file is gone has none."""
    for expert in experts:
        portrait = expert["person"].portrait
        try:
            with portrait.open() as file:
                expert["portrait"] = _data(file.read(), guess_type(portrait.name)[0] or "image/jpeg")
        except (OSError, ValueError):  # ValueError: the person has none
            expert["person"].portrait = ""


def _data(content: bytes, media_type: str) -> str:
    return f"data:{media_type};base64,{b64encode(content).decode()}"
