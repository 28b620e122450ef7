"""Tasks from the lines of a reconciliation."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("members", "0003_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("what", models.CharField(max_length=40, verbose_name="what")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name on the report")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("cents", models.IntegerField(default=0)),
                ("as_of", models.DateField(verbose_name="as of")),
                ("due_on", models.DateField(verbose_name="due on")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("outcome", models.CharField(blank=True, max_length=300, verbose_name="how it ended")),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="follow_ups",
                        to="members.person",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "what", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("done_on", None)), fields=("what", "person"), name="one_open_follow_up"
                    )
                ],
            },
        ),
    ]
