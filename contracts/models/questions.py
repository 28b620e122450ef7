"""Questions put to agreements, with what was found and what a person made of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from contracts.models.agreements import AgreementVersion
from unionops.platform.access.models import PublicModel
from unionops.platform.access.scoping import ScopedManager


class QuestionState(models.TextChoices):
    SEARCHED = "searched", _("clauses only")
    WORKING = "working", _("the model is reading")
    ANSWERED = "answered", _("answered")
    NOT_COVERED = "not_covered", _("not found in the agreement")
    FAILED = "failed", _("failed")


class ReviewState(models.TextChoices):
    SUGGESTED = "suggested", _("model, not reviewed")
    ACCEPTED = "accepted", _("accepted")
    EDITED = "edited", _("accepted with changes")
    REJECTED = "rejected", _("rejected")


class Question(PublicModel):
    """A question put to an agreement, with what was found and, when a model ran, its checked claims.

    A claim is {"text", "clause_id", "quote", "start", "end", "page"}; offsets are code points of the
    clause's text. `dropped` counts claims whose quotation was not in the text.
    """

    text = models.CharField(_("question"), max_length=500)
    version = models.ForeignKey(AgreementVersion, models.CASCADE, null=True, blank=True, related_name="questions")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=QuestionState, default=QuestionState.SEARCHED)
    answer = models.TextField(blank=True)
    claims = models.JSONField(default=list)
    dropped = models.PositiveIntegerField(default=0)
    clauses = models.JSONField(default=list)
    searches = models.JSONField(default=list)
    extras = models.JSONField(default=dict)
    run_id = models.UUIDField(null=True, blank=True)
    job_id = models.UUIDField(null=True, blank=True)
    problem = models.TextField(blank=True)
    review = models.CharField(max_length=10, choices=ReviewState, default=ReviewState.SUGGESTED)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    for_stewards = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    owner_path = "asked_by"

    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.text
