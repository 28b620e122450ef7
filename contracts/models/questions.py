"""Questions put to agreements, with what was found and what a person made of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from contracts.models.agreements import AgreementVersion
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager
from unionops.platform.ai.models import AIOutput, Review


class QuestionState(models.TextChoices):
    SEARCHED = "searched", _("clauses only")
    WORKING = "working", _("the model is reading")
    ANSWERED = "answered", _("answered")
    NOT_COVERED = "not_covered", _("not found in the agreement")
    FAILED = "failed", _("failed")


class Question(PublicModel):
    """A question put to an agreement, with what was found and, when a model ran, its checked claims.

    A claim is {"text", "clause_id", "quote", "start", "end", "page"}; offsets are code points of the
    clause's text. `dropped` counts claims whose quotation was not in the text. `output` is the newest answer as the
    model gave it, with a person's verdict on it; a steward's own answer to what was not found stands there too.
    """

    text = models.CharField(_("question"), max_length=500)
    version = models.ForeignKey(AgreementVersion, models.CASCADE, null=True, blank=True, related_name="questions")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=QuestionState, default=QuestionState.SEARCHED)
    claims = models.JSONField(default=list)
    dropped = models.PositiveIntegerField(default=0)
    clauses = models.JSONField(default=list)
    searches = models.JSONField(default=list)
    extras = models.JSONField(default=dict)
    run_id = models.UUIDField(null=True, blank=True)
    job_id = models.UUIDField(null=True, blank=True)
    problem = models.TextField(blank=True)
    output = models.ForeignKey(AIOutput, models.PROTECT, null=True, blank=True, related_name="+")
    for_stewards = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    owner_path = "asked_by"

    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.text

    @property
    def review(self) -> str:
        return self.output.review if self.output else Review.SUGGESTED

    @property
    def get_review_display(self) -> str:
        return str(Review(self.review).label if self.review != Review.SUGGESTED else _("model, not reviewed"))

    @property
    def reviewed_by(self) -> User | None:
        return self.output.reviewed_by if self.output else None

    @property
    def answer(self) -> str:
        """The person's own words, when they gave the answer in their own."""
        return self.output.final_text if self.output and self.output.review == Review.EDITED else ""
