"""Names are found by any part of them."""

from django.db import migrations

from members import nameindex


class Migration(migrations.Migration):
    dependencies = [("members", "0008_signed_form")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: nameindex.create(editor.connection),
            lambda apps, editor: nameindex.drop(editor.connection),
        )
    ]
