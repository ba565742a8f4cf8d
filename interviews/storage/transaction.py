"""The frame of every write."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation


class writing(transaction.Atomic):  # noqa: N801 - used as a statement, like transaction.atomic
    """One transaction under one fixed language, so that the un-suffixed columns do not depend on who is saving."""

    def __init__(self) -> None:
        super().__init__(using=None, savepoint=True, durable=False)
        self.language = translation.override(settings.LANGUAGE_CODE)

    def __enter__(self) -> None:
        self.language.__enter__()
        super().__enter__()

    def __exit__(self, *error: Any) -> None:
        super().__exit__(*error)
        self.language.__exit__(*error)
