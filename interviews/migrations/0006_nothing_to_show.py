"""Take back what is called published and shows nothing, since every language of it was hidden.

From now on saving does so; readers are shown no list that names such a page.
"""

from django.db import migrations


def take_back(apps, schema_editor):
    """Make drafts of published interviews without a public language."""
    interviews = apps.get_model("interviews", "Interview").objects.using(schema_editor.connection.alias)
    interviews.filter(status="published").exclude(language_versions__public=True).update(status="draft")


class Migration(migrations.Migration):
    dependencies = [("interviews", "0005_propose_readings")]
    operations = [migrations.RunPython(take_back, migrations.RunPython.noop)]
