"""What somebody still has to do about a difference between the lists."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from members.models.people import Person
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager

ASKED = "asked"
"""A task that somebody asked of a steward; every other kind is a difference between the lists."""


class FollowUp(PublicModel):
    """One line of a reconciliation, or a task about somebody, that its owner looks after until it is settled.

    `what` is the name of the difference, or `ASKED`; `name` is as the report wrote it, for lines nobody fits.
    """

    what = models.CharField(_("what"), max_length=40)
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="follow_ups")
    name = models.CharField(_("name on the report"), max_length=200, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    cents = models.IntegerField(default=0)
    as_of = models.DateField(_("as of"))
    owner = models.ForeignKey(User, models.PROTECT, related_name="+")
    due_on = models.DateField(_("due on"))
    created_at = models.DateTimeField(auto_now_add=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    outcome = models.CharField(_("how it ended"), max_length=300, blank=True)

    owner_path = "owner"
    objects = ScopedManager()

    class Meta:
        ordering = ["due_on", "what", "id"]
        constraints = [
            models.UniqueConstraint(fields=["what", "person"], condition=Q(done_on=None), name="one_open_follow_up")
        ]

    def __str__(self) -> str:
        return str(self.person or self.name)
