"""What the database itself refuses to do to an edition."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from interviews.models import Edition
from tests import builders as build

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "change",
    [
        {"content": "{}"},
        {"sha256": "0" * 64},
        {"number": 7},
        {"published_at": datetime(2000, 1, 1, tzinfo=UTC)},
        {"correction_en": "nothing"},
        {"redaction_reason": "no moment"},
        {"redacted_at": datetime(2026, 1, 1, tzinfo=UTC), "number": 7},
    ],
)
def test_the_database_refuses_to_change_an_edition(change):
    build.interview()
    before = Edition.objects.values().get()
    with pytest.raises(DatabaseError, match="an edition is final"), transaction.atomic():
        Edition.objects.update(**change)
    assert Edition.objects.values().get() == before


def test_the_database_takes_one_redaction_and_no_second(django_user_model):
    edition, editor = build.interview().editions.get(), django_user_model.objects.create_user("editor")
    redaction = {"content": "{}", "redacted_at": timezone.now(), "redacted_by": editor, "redaction_reason": "A dose"}
    Edition.objects.filter(pk=edition.pk).update(**redaction)
    assert Edition.objects.get().content == "{}"
    with pytest.raises(DatabaseError, match="an edition is final"), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(**redaction)


def test_an_interview_with_editions_cannot_be_deleted():
    with pytest.raises(DatabaseError):
        build.interview().delete()


def test_two_editions_of_one_number_are_refused():
    edition = build.interview().editions.get()
    with pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.create(interview=edition.interview, number=1, content="{}", sha256="0" * 64)
