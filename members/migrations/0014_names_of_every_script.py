"""Names in letters other than ours are found too: their folded form had been empty."""

from django.db import migrations

from members.names import name_key

PIECE = 500


def fold_again(apps, editor):
    people = apps.get_model("members", "Person").objects.using(editor.connection.alias)
    wrong = []
    rows = people.exclude(name_key="~erased").only("last_name", "first_name", "middle", "name_key")
    for person in rows.iterator(chunk_size=2000):
        if (said := name_key(person.last_name, person.first_name, person.middle)) != person.name_key:
            person.name_key = said
            wrong.append(person)
    for at in range(0, len(wrong), PIECE):
        people.bulk_update(wrong[at : at + PIECE], ["name_key"])


class Migration(migrations.Migration):
    dependencies = [("members", "0013_component")]

    operations = [migrations.RunPython(fold_again, migrations.RunPython.noop)]
