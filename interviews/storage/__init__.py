"""Transcripts into rows and out again: the one write path.

The importer and every change in the admin end here; each function exported here is one transaction.
"""

from interviews.indexing import reindex_interviews
from interviews.storage.loading import load, load_public, public_languages
from interviews.storage.publishing import (
    next_turn_number,
    publish,
    settle,
    settle_all,
    unpublish,
    withdraw,
)
from interviews.storage.storing import UnknownLanguageError, replace, store
from interviews.writing import bump_revision, writing

__all__ = [
    "UnknownLanguageError",
    "bump_revision",
    "load",
    "load_public",
    "next_turn_number",
    "public_languages",
    "publish",
    "reindex_interviews",
    "replace",
    "settle",
    "settle_all",
    "store",
    "unpublish",
    "withdraw",
    "writing",
]
