from django.db import migrations, models

TAKEN_OVER = [
    "INSERT INTO members_importblob (roster_import_id, name, data) "
    f"SELECT id, '{name}', {name} FROM members_rosterimport WHERE {name} IS NOT NULL"
    for name in ("rows_blob", "plan_blob", "undo_blob")
]
PUT_BACK = [
    f"UPDATE members_rosterimport SET {name} = (SELECT data FROM members_importblob "
    f"WHERE name = '{name}' AND roster_import_id = members_rosterimport.id)"
    for name in ("rows_blob", "plan_blob", "undo_blob")
]


class Migration(migrations.Migration):
    dependencies = [("members", "0019_tasks_for_stewards")]

    operations = [
        migrations.CreateModel(
            name="ImportBlob",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=12)),
                ("data", models.BinaryField()),
                (
                    "roster_import",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=models.deletion.CASCADE,
                        related_name="blobs",
                        to="members.rosterimport",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("roster_import", "name"), name="one_blob_of_a_name")]
            },
        ),
        migrations.RunSQL(TAKEN_OVER, PUT_BACK),
        migrations.RemoveField("rosterimport", "rows_blob"),
        migrations.RemoveField("rosterimport", "plan_blob"),
        migrations.RemoveField("rosterimport", "undo_blob"),
    ]
