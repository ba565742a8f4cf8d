"""The rows in the search index, and what is found there.

The index is derived: tables of its own beside those of the models, in as many generations as are needed. One
generation is the one that is read; while another is built, every change goes into both (`generations`).
"""

from interviews.indexing.updating import reindex_interviews, reindex_records

__all__ = ["reindex_interviews", "reindex_records"]
