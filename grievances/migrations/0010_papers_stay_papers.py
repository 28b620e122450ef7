"""Records of papers made before the day of sending was kept get it: by it a record stays a paper when its step changes.

A filing that was made a talk has none: its case was raised that day.
"""

from django.db import migrations
from django.db.models import F


def sent_when_recorded(apps, schema_editor):
    rows = apps.get_model("grievances", "GrievanceStep").objects.using(schema_editor.connection.alias)
    papers = rows.filter(sent_on=None, step__deed__in=["file", "appeal", "notice"]).exclude(step__actor="management")
    papers.update(sent_on=F("on"))
    rows.filter(step__deed="talk", grievance__raised_on=F("on")).update(sent_on=None)


class Migration(migrations.Migration):
    dependencies = [("grievances", "0009_talks_and_days")]
    operations = [migrations.RunPython(sent_when_recorded, migrations.RunPython.noop)]
