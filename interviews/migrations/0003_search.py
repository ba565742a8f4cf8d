"""Make the tables of the search index, which are no models (interviews/indexing/generations.py).

They follow the settings and the tokenizer of the day, not this migration: in an archive that holds interviews already they
are made empty and said to be stale, and `prepare` or `search_rebuild` fills new ones.
"""

from django.db import migrations

from interviews.indexing import generations


def create(apps, schema_editor):
    empty = not apps.get_model("interviews", "Interview").objects.exists()
    generations.create(complete=True, version=generations.VERSION if empty else "never filled")


def remove(apps, schema_editor):
    for generation in generations.every():
        generations.drop(generation)
    schema_editor.execute(f"DROP TABLE {generations.STATE}")


class Migration(migrations.Migration):
    dependencies = [("interviews", "0002_edition_is_final")]

    operations = [migrations.RunPython(create, remove)]
