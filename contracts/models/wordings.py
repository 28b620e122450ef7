"""Searches put into an agreement's own words by the model: for the person who searched, for a month."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from contracts.models.agreements import AgreementVersion
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager


class SearchWording(PublicModel):
    """`searches` are the model's; empty while it was not asked yet (`run_id` tells), or when it knew none."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    words = models.CharField(max_length=300)
    versions = models.ManyToManyField(AgreementVersion, related_name="+")
    key = models.CharField(max_length=64)
    searches = models.JSONField(default=list)
    run_id = models.UUIDField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["by", "key"], name="one_wording_per_search_and_person")]

    @classmethod
    def scope_q(cls, user: User, scope: str) -> models.Q:
        """Nobody but the person who searched, whatever their role."""
        return models.Q(by=user) if scope else models.Q(pk__in=[])

    def __str__(self) -> str:
        return self.words
