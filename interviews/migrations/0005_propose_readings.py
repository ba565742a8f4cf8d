"""Sort the people who are known already; a reading that an editor has set stays."""

from django.db import migrations

from interviews.transcripts import readings


def propose(apps, schema_editor):
    """Set what sorting needs of every person; the columns of names are those of the languages of that day."""
    people = apps.get_model("interviews", "Speaker").objects.using(schema_editor.connection.alias)
    columns = [field.name for field in people.model._meta.fields if field.name.startswith("name_")]
    for key, reading, aliases, *names in list(people.values_list("pk", "reading", "aliases", *columns)):
        reading = reading.strip() or readings.proposed([*names, *(aliases or [])])[:200]
        sorting = {"initial": readings.initial(reading), "sort_key": readings.sort_key(reading)[:200]}
        people.filter(pk=key).update(reading=reading, **sorting)


class Migration(migrations.Migration):
    dependencies = [("interviews", "0004_reading")]
    operations = [migrations.RunPython(propose, migrations.RunPython.noop)]
