"""An answer may send a case back to an earlier step: one more word, no change of the table."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('grievances', '0010_papers_stay_papers'),
    ]

    operations = [
        migrations.AlterField(
            model_name='grievancestep',
            name='answer',
            field=models.CharField(blank=True, choices=[('granted', 'granted'), ('partial', 'granted in part'), ('denied', 'denied'), ('remanded', 'sent back to an earlier step')], max_length=8, verbose_name='answer'),
        ),
    ]
