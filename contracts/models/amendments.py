"""What a side letter changes in its agreement by quoting the old words, and pages that were read from pictures."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from contracts.models.agreements import AgreementVersion
from contracts.models.clauses import Clause, ClauseLineage
from unionops.platform.access.models import PublicModel
from unionops.platform.access.scoping import ScopedManager


class AmendmentKind(models.TextChoices):
    REPLACE = "replace", _("replaces words")
    INSERT_AFTER = "insert_after", _("adds words behind")
    INSERT_BEFORE = "insert_before", _("adds words before")
    DELETE = "delete", _("takes words out")


class AmendmentState(models.TextChoices):
    UNPLACED = "unplaced", _("not placed")
    SUGGESTED = "suggested", _("to be confirmed")
    CONFIRMED = "confirmed", _("confirmed")
    REJECTED = "rejected", _("rejected")


class Amendment(PublicModel):
    """One instruction of a letter's version. It counts only when a person confirmed it beside both texts.

    `start` and `end` are code points of the text of `source`, the letter's own clause; `lineage` is the clause
    of the agreement that holds the old words, empty while they stand nowhere or in several places (`why`).
    """

    version = models.ForeignKey(AgreementVersion, models.CASCADE, related_name="amendments")
    source = models.ForeignKey(Clause, models.SET_NULL, null=True, related_name="+")
    lineage = models.ForeignKey(ClauseLineage, models.PROTECT, null=True, blank=True, related_name="amendments")
    kind = models.CharField(max_length=14, choices=AmendmentKind)
    old = models.TextField()
    new = models.TextField(blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    why = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=AmendmentState, default=AmendmentState.SUGGESTED)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["version_id", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=AmendmentState.CONFIRMED)
                | models.Q(decided_by__isnull=False, lineage__isnull=False),
                name="a_confirmed_amendment_has_a_place",
            )
        ]

    def __str__(self) -> str:
        return self.old[:60]


class ScanReading(models.Model):
    """The words read from the picture of one page of a file, so that no page is read twice."""

    sha256 = models.CharField(max_length=64)
    page = models.PositiveIntegerField()
    words: models.JSONField[Any, Any] = models.JSONField(default=list)
    read_at = models.DateTimeField(auto_now_add=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["sha256", "page"]
        constraints = [models.UniqueConstraint(fields=["sha256", "page"], name="one_reading_per_scanned_page")]

    def __str__(self) -> str:
        return f"{self.sha256[:8]} {self.page}"
