"""The arbitration docket: who may hear the case, who struck whom, what it costs, the hearing, the award."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from grievances.models.matters import Grievance, Matter, MatterPart
from grievances.models.papers import CaseDocument
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager


class Arbitrator(PublicModel):
    """Somebody who may hear cases, and what the local has learned of them. Outcomes are counted from its awards."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    place = models.CharField(_("where"), max_length=120, blank=True)
    day_rate = models.PositiveIntegerField(_("rate per day, in cents"), null=True, blank=True)
    notes = models.TextField(_("what we have learned"), blank=True, default="")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Award(models.TextChoices):
    SUSTAINED = "sustained", _("sustained")
    PARTIAL = "partial", _("sustained in part")
    DENIED = "denied", _("denied")


class Striker(models.TextChoices):
    UNION = "union", _("the union")
    MANAGEMENT = "management", _("management")


class CostShare(models.TextChoices):
    HALF = "half", _("each side pays half")
    LOSER = "loser", _("who loses pays")
    UNION = "union", _("the union pays")
    MANAGEMENT = "management", _("management pays")


class Arbitration(MatterPart):
    """One case before an arbitrator, from the vote to the award."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="arbitrations")
    grievance = models.OneToOneField(Grievance, models.CASCADE, related_name="arbitration")
    voted_on = models.DateField(_("voted on"), null=True, blank=True)
    voted_by = models.CharField(_("who voted"), max_length=160, blank=True)
    vote = models.CharField(_("the vote"), max_length=160, blank=True)
    invoked_on = models.DateField(_("invoked on"), null=True, blank=True)
    source = models.CharField(_("list from"), max_length=120, blank=True)
    requested_on = models.DateField(_("list asked for on"), null=True, blank=True)
    received_on = models.DateField(_("list received on"), null=True, blank=True)
    strikes_due = models.DateField(_("strikes due"), null=True, blank=True)
    first_strike = models.CharField(_("who strikes first"), max_length=10, choices=Striker, blank=True)
    first_why = models.CharField(_("why they strike first"), max_length=120, blank=True)
    arbitrator = models.ForeignKey(Arbitrator, models.PROTECT, null=True, blank=True, related_name="cases")
    chosen_on = models.DateField(_("chosen on"), null=True, blank=True)
    issue = models.TextField(_("the issue, as both sides put it"), blank=True)
    issue_agreed = models.BooleanField(_("both sides agreed on these words"), default=False)
    hearing_on = models.DateField(_("hearing on"), null=True, blank=True)
    hearing_place = models.CharField(_("hearing where, at what hour"), max_length=160, blank=True)
    exchange_on = models.DateField(_("exhibits exchanged by"), null=True, blank=True)
    briefs_due = models.DateField(_("briefs due"), null=True, blank=True)
    award_due = models.DateField(_("award expected by"), null=True, blank=True)
    award_on = models.DateField(_("award served on"), null=True, blank=True)
    served_by_mail = models.BooleanField(_("it came by mail"), default=False)
    award = models.CharField(_("award"), max_length=10, choices=Award, blank=True)
    award_text = models.TextField(_("what it says"), blank=True)
    removal = models.BooleanField(_("a removal or another matter of 5 USC 7121(f)"), default=False)
    cost_share = models.CharField(_("who pays"), max_length=10, choices=CostShare, default=CostShare.HALF)
    budget = models.PositiveIntegerField(_("what we set aside, in cents"), null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(MatterPart.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(award="") | Q(award_on__isnull=False), name="an_award_has_its_day")
        ]

    def __str__(self) -> str:
        return str(self.arbitrator or self.grievance)


class PanelName(MatterPart):
    """One name of the list. Names are struck in turn; the one left hears the case."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="panel_names")
    arbitration = models.ForeignKey(Arbitration, models.CASCADE, related_name="panel")
    arbitrator = models.ForeignKey(Arbitrator, models.PROTECT, related_name="panels")
    struck_by = models.CharField(max_length=10, choices=Striker, blank=True)
    struck_as = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(MatterPart.Meta):
        constraints = [
            models.UniqueConstraint(fields=["arbitration", "arbitrator"], name="a_name_stands_once_on_a_panel"),
            models.UniqueConstraint(fields=["arbitration", "struck_as"], name="one_strike_at_a_time"),
        ]

    def __str__(self) -> str:
        return str(self.arbitrator)


class Exhibit(MatterPart):
    """A paper for the hearing under its own number: J for joint, U for the union, M for management."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="exhibits")
    arbitration = models.ForeignKey(Arbitration, models.CASCADE, related_name="exhibits")
    label = models.CharField(_("number"), max_length=12)
    title = models.CharField(_("what it is"), max_length=200)
    document = models.ForeignKey(CaseDocument, models.SET_NULL, null=True, blank=True, related_name="+")
    admitted = models.BooleanField(_("admitted"), default=False)

    class Meta(MatterPart.Meta):
        constraints = [models.UniqueConstraint(fields=["arbitration", "label"], name="an_exhibit_number_stands_once")]

    def __str__(self) -> str:
        return f"{self.label}: {self.title}"


class ArbitrationCost(MatterPart):
    """A bill, in whole cents, and the part of it that is ours."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="arbitration_costs")
    arbitration = models.ForeignKey(Arbitration, models.CASCADE, related_name="costs")
    what = models.CharField(_("for what"), max_length=160)
    cents = models.PositiveIntegerField(_("whole amount"))
    ours = models.PositiveIntegerField(_("our part"))
    paid_on = models.DateField(_("paid on"), null=True, blank=True)

    def __str__(self) -> str:
        return self.what
