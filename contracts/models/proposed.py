"""Proposals of the employer that a team wanted kept, as clauses, against the text they would change."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from contracts.models.agreements import AgreementVersion
from unionops.platform.access.models import PublicModel
from unionops.platform.access.scoping import ScopedManager
from unionops.platform.files.models import Upload


class KeptProposal(PublicModel):
    """`clauses` are the proposal's, as comparing takes them; `whole` when it is a whole new agreement.

    A dropped file is held in `upload` until a job has read it. What is not `shared` is seen by the person
    who dropped it only, and forgotten after a day.
    """

    old = models.ForeignKey(AgreementVersion, models.CASCADE, related_name="+", verbose_name=_("text in force"))
    title = models.CharField(max_length=200)
    clauses: models.JSONField[Any, Any] = models.JSONField(default=list)
    whole = models.BooleanField(default=False)
    upload = models.ForeignKey(Upload, models.SET_NULL, null=True, blank=True, related_name="+")
    shared = models.BooleanField(default=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    owner_path = "by"

    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.title


class Stance(models.TextChoices):
    AGREE = "agree", _("can be agreed to")
    COUNTER = "counter", _("we propose other words")
    REFUSE = "refuse", _("refused")


class ProposalStance(PublicModel):
    """Where the team stands on one change of a kept proposal; `key` is the same for the same words on both sides."""

    proposal = models.ForeignKey(KeptProposal, models.CASCADE, related_name="stances")
    key = models.CharField(max_length=64)
    stance = models.CharField(max_length=8, choices=Stance)
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["proposal", "key"], name="one_stance_on_a_change")]

    def __str__(self) -> str:
        return str(self.get_stance_display())
