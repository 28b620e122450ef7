"""The index is derived from the texts: it is made anew in its packed form."""

import django.db.models.deletion
from django.db import migrations, models

import unionops.platform.search.models

BLOBS = ("starts", "positions", "weights", "lengths", "groups")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.DeleteModel(name="Posting"),
        migrations.DeleteModel(name="IndexedDocument"),
        migrations.DeleteModel(name="Scope"),
        migrations.CreateModel(
            name="Scope",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=60)),
                ("language", models.CharField(default="en", max_length=5)),
                ("stamp", models.BigIntegerField(default=unionops.platform.search.models.new_stamp)),
                ("edition", models.BigIntegerField(default=unionops.platform.search.models.new_stamp)),
                ("documents", models.PositiveIntegerField(default=0)),
                ("total_length", models.FloatField(default=0)),
                ("next_position", models.PositiveIntegerField(default=0)),
                ("dead", models.BinaryField(default=bytes)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "name"), name="one_scope_per_name")],
            },
        ),
        migrations.CreateModel(
            name="IndexedDocument",
            fields=[
                ("place", models.BigIntegerField(primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=60)),
                ("label", models.CharField(blank=True, max_length=60)),
                ("head", models.TextField(blank=True)),
                ("body", models.TextField(blank=True)),
                (
                    "scope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="search.scope"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["label", "scope"], name="search_inde_label_f62aa3_idx"),
                    models.Index(fields=["key"], name="search_inde_key_fc11fc_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Postings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first", models.PositiveIntegerField()),
                ("level", models.PositiveSmallIntegerField(default=0)),
                ("terms", models.TextField(blank=True)),
                *((name, models.BinaryField()) for name in BLOBS),
                (
                    "scope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="postings", to="search.scope"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("scope", "first"), name="one_run_per_start")],
            },
        ),
    ]
