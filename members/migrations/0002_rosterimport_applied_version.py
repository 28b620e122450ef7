"""At which state of the roster a file was applied, so that the same file again is known at once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0001_initial")]

    operations = [
        migrations.AddField("rosterimport", "applied_version", models.BigIntegerField(null=True)),
    ]
