"""Committees and who serves on them, from when to when."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.models.people import Person
from unionops.platform.access.models import PublicModel
from unionops.platform.access.scoping import ScopedManager


class Committee(PublicModel):
    """A standing or temporary committee; `dissolved_on` closes it without losing who served."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    purpose = models.CharField(_("what it is for"), max_length=300, blank=True)
    dissolved_on = models.DateField(_("dissolved on"), null=True, blank=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["dissolved_on", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("members:committee", args=[self.public_id])


class CommitteeTerm(PublicModel):
    """One person's term, first and last day counted; `until` is empty while nobody has set an end."""

    committee = models.ForeignKey(Committee, models.CASCADE, related_name="terms")
    person = models.ForeignKey(Person, models.CASCADE, related_name="committee_terms")
    part = models.CharField(_("part"), max_length=60, default="member")
    since = models.DateField(_("since"), default=timezone.localdate)
    until = models.DateField(_("until"), null=True, blank=True)

    owner_path = "person__public_id"
    unit_path, worksite_path, shift_path = "person__unit", "person__worksite", "person__shift"
    objects = ScopedManager()

    class Meta:
        ordering = ["-since", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "person"], condition=Q(until=None), name="one_open_committee_term"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")), name="committee_term_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.committee}: {self.part}"

    @property
    def is_current(self) -> bool:
        return self.covers(timezone.localdate())

    def covers(self, day: datetime.date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)
