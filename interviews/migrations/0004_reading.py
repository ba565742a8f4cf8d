from django.db import migrations, models

HELP = (
    "For sorting only, surname first: Wang Jianxiang. Readers never see it. Left empty, it is proposed "
    "from the names; a proposal may be wrong, and yours is never overwritten."
)


class Migration(migrations.Migration):
    dependencies = [("interviews", "0003_search")]
    operations = [
        migrations.AlterModelOptions(
            name="speaker",
            options={
                "ordering": ["initial", "sort_key", "pk"],
                "verbose_name": "speaker",
                "verbose_name_plural": "speakers",
            },
        ),
        migrations.AddField(
            model_name="speaker",
            name="initial",
            field=models.CharField(blank=True, default="", editable=False, max_length=2),
        ),
        migrations.AddField(
            model_name="speaker",
            name="sort_key",
            field=models.CharField(blank=True, default="", editable=False, max_length=200),
        ),
        migrations.AlterField(
            model_name="speaker",
            name="reading",
            field=models.CharField(blank=True, help_text=HELP, max_length=200, verbose_name="reading"),
        ),
        migrations.AddIndex(
            model_name="speaker",
            index=models.Index(fields=["initial", "sort_key", "id"], name="speaker_by_reading"),
        ),
    ]
