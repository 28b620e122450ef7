from django.db import migrations, models

TAKEN_OVER = [
    "INSERT INTO members_importblob (roster_import_id, name, data) "
    "SELECT id, 'rows_blob', rows_blob FROM members_rosterimport WHERE rows_blob IS NOT NULL",
    "INSERT INTO members_importblob (roster_import_id, name, data) "
    "SELECT id, 'plan_blob', plan_blob FROM members_rosterimport WHERE plan_blob IS NOT NULL",
    "INSERT INTO members_importblob (roster_import_id, name, data) "
    "SELECT id, 'undo_blob', undo_blob FROM members_rosterimport WHERE undo_blob IS NOT NULL",
]
PUT_BACK = [
    "UPDATE members_rosterimport SET rows_blob = (SELECT data FROM members_importblob "
    "WHERE name = 'rows_blob' AND roster_import_id = members_rosterimport.id)",
    "UPDATE members_rosterimport SET plan_blob = (SELECT data FROM members_importblob "
    "WHERE name = 'plan_blob' AND roster_import_id = members_rosterimport.id)",
    "UPDATE members_rosterimport SET undo_blob = (SELECT data FROM members_importblob "
    "WHERE name = 'undo_blob' AND roster_import_id = members_rosterimport.id)",
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
