"""The archive's terms as the site's revision has them, made ready to be found once in a process."""

from interviews.bilingual.terms import Glossary
from interviews.catalog import once_a_revision
from interviews.storage.terms import glossary


@once_a_revision
def vocabulary() -> Glossary:
    """Return the terms of the present revision; every change to a term is a new one."""
    return glossary()
