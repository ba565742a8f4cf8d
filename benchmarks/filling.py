"""A corpus into the tables: fast, in constant memory, without the aligner and without editions."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models

from benchmarks.corpus import Corpus, Size
from interviews import models as tables
from interviews import storage
from interviews.storage.terms import count_terms


class NotEmptyError(RuntimeError):
    """The database holds interviews that the benchmarks have not made, or of another size."""


def is_filled(size: Size) -> bool:
    """Return whether the database holds the corpus of this size already; raises NotEmptyError for any other."""
    last = tables.Turn.objects.order_by("-pk").values_list("pk", "interview_id").first()
    if last is None and not tables.Interview.objects.exists():
        return False
    if last == (size.turns, size.interviews):
        return True
    raise NotEmptyError("the database is not empty: benchmarks fill a database of their own")


def fill(size: Size) -> float:
    """Write the corpus of a size and return how many seconds it took."""
    began = time.perf_counter()
    corpus = Corpus(size)
    with storage.writing():
        for rows in (corpus.speakers, corpus.careers, corpus.conferences, corpus.terms, corpus.topics):
            _save(rows)
    for batch in corpus.batches():
        with storage.writing():
            for rows in (batch.interviews, batch.languages, batch.participations, batch.topics):
                _save(rows)
            _insert(tables.Turn, batch.turns)
            _insert(tables.TermUse, batch.uses)
            count_terms([row.pk for row in batch.interviews])
    with storage.writing():
        storage.bump_revision()
    _count_on()
    return time.perf_counter() - began


def _save(rows: Sequence[models.Model]) -> None:
    if rows:
        type(rows[0]).objects.bulk_create(rows, batch_size=2000)


def _insert(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Write values where an instance for each row would cost more than all else; what a row lacks is the default."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key or field.attname in rows[0]]
    plain = model()
    usual = {field.attname: field.get_db_prep_save(getattr(plain, field.attname), connection) for field in fields}
    structured = {field.attname: field for field in fields if isinstance(field, models.JSONField)}
    values = []
    for row in rows:
        made = {
            name: structured[name].get_db_prep_save(row[name], connection) for name in structured.keys() & row.keys()
        }
        values.append(list((usual | row | made).values()))
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places})", values)


def _count_on() -> None:
    """Let the database give its next keys after those that were given here."""
    keyed = [tables.Speaker, tables.Conference, tables.Term, tables.Topic, tables.Interview, tables.Turn]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), keyed):
            cursor.execute(statement)
