"""The archive's terms as a revision of the site has them, made ready to be found once in a process."""

from collections.abc import Hashable
from functools import lru_cache

from interviews.bilingual.terms import Glossary
from interviews.catalog import revision
from interviews.storage.terms import glossary


def vocabulary(now: Hashable | None = None) -> Glossary:
    """Return the terms of the present revision, or of one that was looked up before.

    Every change to a term is a new revision. Before the first one there may be changes that nobody is told of.
    """
    now = now or revision()
    return _made(now) if now else glossary()


@lru_cache(maxsize=2)
def _made(_now: Hashable) -> Glossary:
    return glossary()
