"""A person's verdict on an answer stands on the answer itself, no longer also on the question."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KIND = "contracts.answer"


def carry_over(apps, schema_editor):
    """Each question gets its newest answer, with the verdict that stands on the question: that is the last one given.

    An answer judged before its question was asked again without the model is not the question's answer any more.
    """
    questions, outputs = apps.get_model("contracts", "Question"), apps.get_model("ai", "AIOutput")
    for question in questions.objects.all().iterator():
        output = outputs.objects.filter(kind=KIND, about_id=question.public_id).order_by("-pk").first()
        if question.review != "suggested" and question.reviewed_by_id:
            output = output or outputs.objects.create(
                kind=KIND, about_kind="contracts.Question", about_id=question.public_id
            )
            output.review, output.reviewed_by_id = question.review, question.reviewed_by_id
            output.reviewed_at = output.reviewed_at or question.created_at
            output.final_text = "" if question.review == "rejected" else question.answer or output.text
            output.save()
        elif output is not None and output.review != "suggested":
            output = None
        if output is not None:
            question.output_id = output.pk
            question.save(update_fields=["output"])
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else the columns below cannot be dropped
        schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")


class Migration(migrations.Migration):
    dependencies = [
        ("ai", "0002_proposals_by_rule"),
        ("contracts", "0008_dropped_proposals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="question",
            name="output",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="ai.aioutput",
            ),
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.RemoveField(model_name="question", name="review"),
        migrations.RemoveField(model_name="question", name="reviewed_by"),
        migrations.RemoveField(model_name="question", name="answer"),
    ]
