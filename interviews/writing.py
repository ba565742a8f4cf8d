"""The frame of every write."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from django.conf import settings
from django.db import connection, models, transaction
from django.utils import translation

from interviews.models import SiteRevision

WRITER = 20250815  # any number that nothing else in this database locks


@contextmanager
def writing() -> Iterator[None]:
    """One transaction under one fixed language, so that the un-suffixed columns do not depend on who is saving.

    One writer goes after another on either database, and each sees what the one before it left: of two that save at
    the same moment, both would else write the same number of an edition. Readers wait for nobody.
    """
    with translation.override(settings.LANGUAGE_CODE), transaction.atomic():
        if connection.vendor == "postgresql":  # SQLite is opened so that every transaction is a writer's
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITER])
        yield


def bump_revision() -> None:
    """Say that published data, or the index that it is found by, may have changed."""
    SiteRevision.objects.get_or_create(pk=1)
    SiteRevision.objects.filter(pk=1).update(number=models.F("number") + 1, mark=uuid4())
