"""Who has died, also where no list said the day."""

from django.db import migrations, models


def mark(apps, schema_editor):
    apps.get_model("members", "Person").objects.exclude(deceased_on=None).update(has_died=True)


class Migration(migrations.Migration):

    dependencies = [
        ("members", "0016_every_question_from_an_index"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="has_died",
            field=models.BooleanField(default=False, verbose_name="has died"),
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
    ]
