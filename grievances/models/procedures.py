"""A grievance procedure as its agreement words it: steps, and for each its rule beside the quoted clause."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from contracts.models import AgreementVersion, Clause
from grievances.deadlines.anchors import NO_LIMIT
from grievances.deadlines.procedure import WRITTEN
from grievances.stepnames import step_name
from unionops.platform.access.models import BargainingUnit, PublicModel, User
from unionops.platform.access.scoping import ScopedManager


class Actor(models.TextChoices):
    UNION = "union", _("the union")
    EMPLOYEE = "employee", _("the employee or the union")
    MANAGEMENT = "management", _("management")
    BOTH = "both", _("both sides")


ACTORS = Actor


class Deed(models.TextChoices):
    TALK = "talk", _("raise it by word of mouth")
    FILE = "file", _("file the grievance")
    APPEAL = "appeal", _("appeal to this step")
    MEETING = "meeting", _("meet")
    ANSWER = "answer", _("answer")
    NOTICE = "notice", _("give notice")
    SETTLE = "settle", _("time for both sides to settle it")


class Procedure(PublicModel):
    """One procedure. It belongs to an agreement version, or to a unit while no agreement is loaded."""

    name = models.CharField(_("name"), max_length=160)
    version = models.ForeignKey(AgreementVersion, models.PROTECT, null=True, blank=True, related_name="procedures")
    unit = models.ForeignKey(BargainingUnit, models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField(_("for what happened since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("grievances:procedure", args=[self.public_id])


class DeadlineRule(PublicModel):
    """One time limit in the form of `deadlines.limits`, with the words of the clause it stands on.

    `quote_start` and `quote_end` are code points into the clause's text; `confirmed_by` is the person who read
    the rule beside the clause. A changed rule is a new row; the old one keeps its dates.
    """

    written = models.JSONField()
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, blank=True, related_name="+")
    quote = models.TextField(_("words of the clause"), blank=True)
    quote_start = models.PositiveIntegerField(null=True, blank=True)
    quote_end = models.PositiveIntegerField(null=True, blank=True)
    proposed_by = models.CharField(max_length=10, default="person")
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ScopedManager()

    def __str__(self) -> str:
        return f"{self.written.get('n')} {self.written.get('unit', 'calendar_days')}"

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_by_id is not None

    @property
    def silence(self) -> str:
        return str(self.written.get("silence") or "no_effect")


class ProcedureStep(PublicModel):
    """One limit of a procedure; `after` is the step whose dates start its clock."""

    procedure = models.ForeignKey(Procedure, models.CASCADE, related_name="steps")
    key = models.SlugField(_("key"), max_length=40)
    ordinal = models.PositiveSmallIntegerField()
    title = models.CharField(_("title"), max_length=120)
    actor = models.CharField(_("who acts"), max_length=10, choices=Actor)
    deed = models.CharField(_("what is done"), max_length=8, choices=Deed)
    after = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followed_by")
    entry_for = models.JSONField(_("kinds of case that start here"), default=list, blank=True)
    applies_to = models.JSONField(_("kinds of case it applies to"), default=list, blank=True)
    rule = models.ForeignKey(DeadlineRule, models.PROTECT, related_name="steps")

    objects = ScopedManager()

    class Meta:
        ordering = ["ordinal", "id"]
        constraints = [models.UniqueConstraint(fields=["procedure", "key"], name="step_key_once_per_procedure")]

    def __str__(self) -> str:
        return step_name(self.title)

    @property
    def ours(self) -> bool:
        return self.actor != Actor.MANAGEMENT

    @property
    def is_level(self) -> bool:
        """A rung of the ladder: raising it, filing or moving up, not an answer or a meeting."""
        return self.is_talk or self.deed in WRITTEN

    @property
    def lacks_words(self) -> bool:
        """Its agreement is loaded, and no sentence of it stands beside the time limit."""
        loaded = self.procedure.version_id is not None
        return loaded and not self.rule.quote and self.rule.written.get("anchor_kind") != NO_LIMIT

    @property
    def is_talk(self) -> bool:
        """Nothing is filed in writing here, so it chooses no forum (5 USC 7121(d))."""
        return self.deed == Deed.TALK

    @property
    def files(self) -> bool:
        """A paper of ours that must be in time: a filing, an appeal, a notice; no talk, no meeting."""
        return self.ours and self.deed in WRITTEN

    def as_row(self) -> dict[str, Any]:
        return {"key": self.key, "title": self.title, "actor": self.actor, "deed": self.deed}
