"""The editors' desk: Django's admin with the languages beside each other."""

# The desk lists its tables in the order in which these modules register them.
from interviews.admin import interviews, speakers, vocabulary, records, accounts  # isort: skip

__all__ = ["accounts", "interviews", "records", "speakers", "vocabulary"]
