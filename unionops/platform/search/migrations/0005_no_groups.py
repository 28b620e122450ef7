from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0004_made_by")]

    operations = [migrations.RemoveField(model_name="postings", name="groups")]
