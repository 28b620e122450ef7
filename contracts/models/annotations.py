"""How far an agreement was annotated; the proposals are outputs of `platform.ai` about a clause's lineage."""

from __future__ import annotations

from django.db import models

from contracts.models.clauses import ClauseLineage
from unionops.platform.access.scoping import ScopedManager


class AnnotationPass(models.Model):
    """What an engine ('rule' or 'model') has last read of a clause: never twice for the same words and prompt."""

    lineage = models.ForeignKey(ClauseLineage, models.CASCADE, related_name="annotation_passes")
    engine = models.CharField(max_length=8)
    key = models.CharField(max_length=64)
    dropped = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True)
    at = models.DateTimeField(auto_now=True)

    objects = ScopedManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["lineage", "engine"], name="one_pass_per_engine")]

    def __str__(self) -> str:
        return f"{self.engine} {self.key[:8]}"
