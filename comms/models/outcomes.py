"""What came back from callers and texters by file: one plan per file, one result per person and version."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from comms.models.messages import Version
from members.models import Channel, Person
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager


class Result(models.TextChoices):
    """What became of reaching out to one person."""

    YES = "yes", _("said yes")
    NO = "no", _("said no to the ask")
    REACHED = "reached", _("reached")
    NOT_REACHED = "not_reached", _("not reached")
    WRONG = "wrong", _("wrong number or address")
    STOP = "stop", _("wants no more messages")


class OutcomeState(models.TextChoices):
    PLANNED = "planned", _("to be looked at")
    APPLIED = "applied", _("taken in")
    UNDONE = "undone", _("taken back")


class OutcomeFile(PublicModel):
    """A file of results as it was read. The preview is the plan: `plan_hash` is checked before it is carried out.

    `plan`: [{"row", "person", "said", "result", "to", "note"}], result '' where nobody knows the words;
    `refused`: [{"row", "column", "value", "why"}].
    """

    version = models.ForeignKey(Version, models.PROTECT, null=True, blank=True, related_name="outcome_files")
    channel = models.CharField(_("channel"), max_length=8, choices=Channel)
    file_name = models.CharField(_("file"), max_length=160)
    state = models.CharField(max_length=8, choices=OutcomeState, default=OutcomeState.PLANNED)
    plan = models.JSONField(default=list)
    refused = models.JSONField(default=list)
    plan_hash = models.CharField(max_length=64)
    marked = models.JSONField(default=list)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    owner_path = "by"
    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.file_name


class OutreachResult(PublicModel):
    """The latest result of one person for one version (or, without one, for a channel)."""

    file = models.ForeignKey(OutcomeFile, models.CASCADE, related_name="results")
    version = models.ForeignKey(Version, models.PROTECT, null=True, blank=True, related_name="outreach_results")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    result = models.CharField(_("result"), max_length=12, choices=Result)
    note = models.CharField(_("note"), max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    owner_path = "file__by"
    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["file", "person"], name="one_result_per_person_and_file")]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_result_display()}"
