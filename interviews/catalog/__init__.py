"""What is published, kept in the process as columns: every list, count and facet is computed from it.

A list of 100,000 interviews with counts for each topic, person, conference, year and language costs the database
most of a second and this a few milliseconds. It is read anew whenever the site's revision has changed.
"""

from interviews.catalog.catalog import Catalog, Found, at, current, once_a_revision, revision

__all__ = ["Catalog", "Found", "at", "current", "once_a_revision", "revision"]
