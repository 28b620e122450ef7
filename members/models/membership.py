"""Spells of membership, how dues are paid, and what arrived."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from members.models.people import Person
from unionops.platform.access.models import PublicModel
from unionops.platform.access.scoping import ScopedManager


class MembershipStatus(models.TextChoices):
    PENDING = "pending", _("card signed")
    ACTIVE = "active", _("active")
    RETIRED = "retired", _("retired member")
    SUSPENDED = "suspended", _("suspended")
    ENDED = "ended", _("ended")


class DuesMethod(models.TextChoices):
    PAYROLL = "payroll", _("payroll (SF-1187)")
    EDUES = "edues", _("E-Dues (card or bank)")
    CASH = "cash", _("cash or check")
    CARD = "card", _("card")
    DIRECT = "direct", _("direct")
    ANNUAL = "annual", _("once a year")
    UNKNOWN = "", _("not known")


class Membership(PublicModel):
    """One spell. `dues_cents` is per pay period for payroll, else per payment."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    status = models.CharField(_("status"), max_length=12, choices=MembershipStatus, default=MembershipStatus.ACTIVE)
    method = models.CharField(_("paid by"), max_length=12, choices=DuesMethod, blank=True)
    dues_cents = models.IntegerField(_("dues in cents"), null=True, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    reason = models.CharField(_("reason for leaving"), max_length=120, blank=True)
    form_name = models.CharField(_("form"), max_length=120, blank=True)
    form_upload = models.UUIDField(null=True, blank=True)
    source = models.CharField(_("source"), max_length=120, blank=True)
    source_import = models.ForeignKey(
        "members.RosterImport", models.SET_NULL, null=True, related_name="+", db_index=False
    )
    ended_by = models.ForeignKey("members.RosterImport", models.SET_NULL, null=True, related_name="+", db_index=False)

    owner_path = "person__public_id"
    unit_path, worksite_path, shift_path = "person__unit", "person__worksite", "person__shift"
    objects = ScopedManager()

    class Meta:
        ordering = ["-since", "-id"]
        indexes = [
            models.Index(fields=["until", "since", "person"], name="membership_by_since"),
            models.Index(fields=["method", "until", "person"], name="membership_by_method"),
            models.Index(fields=["until", "reason", "person"], name="membership_by_reason"),
            models.Index(
                fields=["form_name", "person"],
                condition=models.Q(until=None, form_name__gt=""),
                name="membership_by_form",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(until=None), name="one_present_membership")
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()}, {self.get_method_display()}"


class DuesPayment(models.Model):
    """One line of a remittance or E-Dues file, whoever it turned out to be."""

    roster_import = models.ForeignKey("members.RosterImport", models.CASCADE, related_name="payments")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="payments")
    row = models.PositiveIntegerField()
    cents = models.IntegerField()
    paid_on = models.DateField(null=True, blank=True)
    code = models.CharField(max_length=20, blank=True)
    status = models.CharField(max_length=12, default="paid")
    reason = models.CharField(max_length=120, blank=True)

    owner_path = "person__public_id"
    objects = ScopedManager()

    def __str__(self) -> str:
        return f"{self.cents} ({self.status})"
