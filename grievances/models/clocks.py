"""Dates that somebody must meet: computed, kept with their count, stopped, extended, replaced but never erased."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from grievances.models.matters import Grievance, Matter, MatterPart
from grievances.models.procedures import DeadlineRule, ProcedureStep
from grievances.stepnames import step_name
from unionops.platform.access.models import PublicModel, User


class Side(models.TextChoices):
    OURS = "ours", _("ours")
    THEIRS = "theirs", _("theirs")
    BOTH = "both", _("both sides'")


class DeadlineState(models.TextChoices):
    RUNNING = "running", _("running")
    STOPPED = "stopped", _("stopped")
    MET = "met", _("done")
    MISSED = "missed", _("missed")
    SUPERSEDED = "superseded", _("replaced")
    DROPPED = "dropped", _("no longer needed")


class Deadline(MatterPart):
    """One date with its whole count. `kind_of` tells a contract's step from a statute, a request or a promise."""

    class Origin(models.TextChoices):
        STEP = "step", _("procedure")
        STATUTE = "statute", _("statute")
        REQUEST = "request", _("information request")
        SETTLEMENT = "settlement", _("settlement")
        DOCKET = "docket", _("arbitration")
        HAND = "hand", _("set by hand")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="deadlines")
    grievance = models.ForeignKey(Grievance, models.CASCADE, null=True, blank=True, related_name="deadlines")
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.STEP)
    step = models.ForeignKey(ProcedureStep, models.PROTECT, null=True, blank=True, related_name="+")
    rule = models.ForeignKey(DeadlineRule, models.PROTECT, null=True, blank=True, related_name="deadlines")
    statute = models.CharField(max_length=40, blank=True)
    about = models.UUIDField(null=True, blank=True)
    title = models.CharField(_("title"), max_length=200)
    side = models.CharField(max_length=6, choices=Side, default=Side.OURS)
    due = models.DateField(_("due"))
    opens = models.DateField(null=True, blank=True)
    target = models.DateField(_("our own target"))
    earliest = models.BooleanField(default=False, help_text=_("the first day something may be done, no last day"))
    anchor_on = models.DateField(null=True, blank=True)
    anchor_event = models.CharField(max_length=20, blank=True)
    written = models.JSONField(default=dict, blank=True)
    count = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=10, choices=DeadlineState, default=DeadlineState.RUNNING)
    met_on = models.DateField(null=True, blank=True)
    silence_seen_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    replaces = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="replaced_by")
    computed_at = models.DateTimeField(auto_now_add=True)

    class Meta(MatterPart.Meta):
        ordering = ["due", "id"]
        indexes = [models.Index(fields=["state", "due"]), models.Index(fields=["grievance", "state"])]
        constraints = [
            models.UniqueConstraint(
                fields=["grievance", "step"],
                condition=Q(state__in=["running", "stopped"], origin="step"),
                name="one_live_clock_per_step",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}: {date_format(self.due, 'j M Y')}"

    @property
    def name(self) -> str:
        """The title as it is shown: that of a statute or a step in the reader's language, others as they were typed."""
        if self.origin == self.Origin.STEP:
            return step_name(self.title)
        of_law = self.title and self.origin in (self.Origin.STATUTE, self.Origin.DOCKET)
        return gettext(self.title) if of_law else self.title

    @property
    def is_live(self) -> bool:
        return self.state in (DeadlineState.RUNNING, DeadlineState.STOPPED)

    @property
    def is_extendable(self) -> bool:
        """No agreement with management moves a limit of the law on what the union files (5 CFR 2425.2(b) says so of
        exceptions; 5 USC 7118(a)(4) knows no other).
        """
        return not (self.statute and self.side == Side.OURS)

    @property
    def is_confirmed(self) -> bool:
        """A statute is what it is; a contract's rule counts once a person has signed it."""
        return self.rule.is_confirmed if self.rule is not None else self.origin != self.Origin.STEP

    @property
    def case(self) -> Grievance | None:
        """The grievance, or for a clock of the law the first one of its matter."""
        return self.grievance or next(iter(self.matter.grievances.all()), None)

    def days_left(self, today: datetime.date) -> int:
        return (self.due - today).days


class ClockPause(MatterPart):
    """Abeyance: the clocks of a case stand still, both days included. Without an end it still lasts."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="pauses")
    grievance = models.ForeignKey(Grievance, models.CASCADE, related_name="pauses")
    start = models.DateField(_("first day"))
    end = models.DateField(_("last day"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300)
    agreed_with = models.CharField(_("agreed with"), max_length=120, blank=True)
    document = models.ForeignKey("grievances.CaseDocument", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta(MatterPart.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=models.F("start")), name="pause_ends_after_it_starts"
            )
        ]

    def __str__(self) -> str:
        return f"{self.start} - {self.end or '...'}"


class ClockExtension(MatterPart):
    """A later date both sides agreed on in writing."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="extensions")
    deadline = models.ForeignKey(Deadline, models.CASCADE, related_name="extensions")
    new_due = models.DateField(_("new date"))
    agreed_on = models.DateField(_("agreed on"))
    agreed_with = models.CharField(_("agreed with"), max_length=120)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    document = models.ForeignKey("grievances.CaseDocument", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.new_due)


class AwaitedDay(MatterPart):
    """The day of the hearing or the panel that a step of this case counts from, as it was last set."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="awaited_days")
    grievance = models.ForeignKey(Grievance, models.CASCADE, related_name="awaited_days")
    step = models.ForeignKey(ProcedureStep, models.PROTECT, related_name="+")
    on = models.DateField(_("on"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta(MatterPart.Meta):
        constraints = [models.UniqueConstraint(fields=["grievance", "step"], name="one_awaited_day_per_step")]

    def __str__(self) -> str:
        return f"{self.step}: {self.on}"


class CalendarFeed(PublicModel):
    """A private calendar address of one person; only a hash of its secret is kept. It ends with the account's term."""

    user = models.OneToOneField(User, models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.created_at)


class StatusLink(MatterPart):
    """A signed address by which a grievant sees where their case stands, until it ends or is taken back."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="status_links")
    grievance = models.ForeignKey(Grievance, models.CASCADE, related_name="status_links")
    until = models.DateField(_("works until"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    opened = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.until)


class Reminder(models.Model):
    """A reminder on a person's list, written once for each alarm day; `seen_at` when they ticked it off."""

    deadline = models.ForeignKey(Deadline, models.CASCADE, related_name="reminders")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    day = models.DateField()
    sent_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "seen_at"])]
        constraints = [
            models.UniqueConstraint(fields=["deadline", "user", "day"], name="one_reminder_per_date_person_and_day")
        ]

    def __str__(self) -> str:
        return str(self.day)
