"""The frame of every write."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django.utils import translation


@contextmanager
def writing() -> Iterator[None]:
    """One transaction under one fixed language, so that the un-suffixed columns do not depend on who is saving."""
    with translation.override(settings.LANGUAGE_CODE), transaction.atomic():
        yield
