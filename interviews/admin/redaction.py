"""The one change that an edition takes."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from interviews import storage
from interviews.formats import json as archive_json
from interviews.models import Edition
from interviews.transcripts.transcript import Text, Transcript


def redact(edition: Edition, *, by: AbstractBaseUser, reason: Text) -> None:
    """Replace an edition's content by the reason, for good.

    What is left is a transcript that says nothing but the reason, so that every reader of editions can read it. The
    checksum stays: it is that of the content which was published, and tells that this is no longer it. Raises
    IntegrityError where the edition was redacted before: the database allows it once.
    """
    empty = Transcript(notice=reason)
    with transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(
            content=archive_json.dump(empty),
            redacted_at=timezone.now(),
            redacted_by=by,
            redaction_reason="\n".join(reason.values()),
        )
        storage.bump_revision()
