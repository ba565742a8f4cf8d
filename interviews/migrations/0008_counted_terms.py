"""Count in how many published interviews each term is used once for all, instead of with every page."""

import django.db.models.deletion
from django.db import migrations, models

BATCH = 500


def count(apps, schema_editor):
    """Fill the table and the counts from the uses that are noted."""
    tables = {
        name: apps.get_model("interviews", name).objects.using(schema_editor.connection.alias)
        for name in ("Interview", "Term", "TermUse", "TermInterview")
    }
    published = list(tables["Interview"].filter(status="published").order_by("pk").values_list("pk", flat=True))
    using = tables["TermInterview"]
    for start in range(0, len(published), BATCH):
        uses = tables["TermUse"].filter(turn__interview__in=published[start : start + BATCH])
        pairs = sorted(uses.values_list("term_id", "turn__interview_id").distinct())
        using.bulk_create(using.model(term_id=term, interview_id=interview) for term, interview in pairs)
    for term, number in using.order_by().values_list("term_id").annotate(models.Count("pk")):
        tables["Term"].filter(pk=term).update(interview_count=number)


class Migration(migrations.Migration):
    dependencies = [("interviews", "0007_catalog")]
    operations = [
        migrations.AddField(
            model_name="term",
            name="interview_count",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.CreateModel(
            name="TermInterview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="used_terms",
                        to="interviews.interview",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="using", to="interviews.term"
                    ),
                ),
            ],
            options={
                "verbose_name": "interview that uses a term",
                "verbose_name_plural": "interviews that use a term",
                "constraints": [models.UniqueConstraint(fields=("term", "interview"), name="term_interview_once")],
            },
        ),
        migrations.RunPython(count, migrations.RunPython.noop),
    ]
