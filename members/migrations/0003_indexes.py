"""Indexes that answer lists and counts by themselves, without reading the people."""

from django.db import migrations, models


def index(name: str, *fields: str) -> models.Index:
    return models.Index(fields=["erased_at", *fields], name=name)


class Migration(migrations.Migration):
    dependencies = [("members", "0002_rosterimport_applied_version")]

    operations = [
        migrations.RemoveIndex("person", "person_by_name"),
        migrations.RemoveIndex("person", "person_by_standing"),
        migrations.AddIndex("person", index("person_by_name", "name_key", "id")),
        migrations.AddIndex(
            "person", index("person_by_standing", "standing", "shift", "worksite", "employer", "unit", "in_unit")
        ),
        migrations.AddIndex("person", index("person_by_shift", "shift")),
        migrations.AddIndex("person", index("person_by_department", "department")),
        migrations.AddIndex("person", index("person_by_org", "org")),
    ]
