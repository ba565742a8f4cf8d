from uuid import uuid4

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("interviews", "0006_nothing_to_show")]
    operations = [
        migrations.AddField(
            model_name="siterevision",
            name="mark",
            field=models.UUIDField(default=uuid4, editable=False),
        ),
        migrations.AddIndex(
            model_name="interview",
            index=models.Index(
                condition=models.Q(("status", "published")),
                fields=["-published_at", "-id", "conference", "status"],
                name="interview_newest_published",
            ),
        ),
        migrations.RemoveIndex(model_name="interview", name="interview_published_newest"),
    ]
