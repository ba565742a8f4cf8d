"""Which interviews share a person, a topic, a conference or a term with one."""

from collections.abc import Collection, Mapping

from django.db import connection

# Of each thing only the newest uses are looked at, by an index and before anything is joined: a term that stands in
# every second interview costs no more than a rare one. How many there are is known up to that number, which is
# enough to tell the rare from the common.
NEWEST = 60
PUBLISHED = "JOIN interviews_interview i ON i.id = found.interview_id AND i.status = 'published'"
USES = {
    "speaker": "SELECT speaker_id AS thing, interview_id FROM interviews_participation "
    "WHERE speaker_id = %s ORDER BY id DESC LIMIT %s",
    "topic": "SELECT topic_id AS thing, interview_id FROM interviews_interview_topics "
    "WHERE topic_id = %s ORDER BY id DESC LIMIT %s",
    # An expression, so that the few interviews of the conference are looked through and not all that are published.
    "conference": "SELECT conference_id AS thing, id AS interview_id FROM interviews_interview "
    "WHERE conference_id = %s AND status || '' = 'published' ORDER BY published_at DESC LIMIT %s",
    "term": "SELECT use.term_id AS thing, turn.interview_id FROM "
    "(SELECT term_id, turn_id FROM interviews_termuse WHERE term_id = %s ORDER BY turn_id DESC LIMIT %s) use "
    "JOIN interviews_turn turn ON turn.id = use.turn_id",
}


def sharing(things: Mapping[str, Collection[int]]) -> dict[tuple[str, int], list[int]]:
    """Return, for each of some things, the published interviews among its newest uses, one for each use.

    `things` are the keys of rows by their kind: speaker, topic, conference, term. One query.
    """
    wanted = [(kind, key) for kind, keys in things.items() for key in keys]
    if not wanted:
        return {}
    parts = [
        " ".join(("SELECT %s AS place, found.interview_id FROM (", USES[kind], ") found", PUBLISHED))
        for kind, _key in wanted
    ]
    values = [value for place, (_kind, key) in enumerate(wanted) for value in (place, key, NEWEST)]
    found: dict[tuple[str, int], list[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        for place, interview in cursor.fetchall():
            found.setdefault(wanted[int(place)], []).append(interview)
    return found
