"""The local's own patterns for messages; house style and word list stand in the memory of `platform.ai`."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from comms.models.messages import Klass, Medium
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager


class MessageTemplate(PublicModel):
    """How a message looks when no model writes it; a house template stands before the built-in one."""

    name = models.CharField(_("name"), max_length=120)
    klass = models.CharField(_("class"), max_length=20, choices=Klass, blank=True)
    channel = models.CharField(_("channel"), max_length=16, choices=Medium)
    language = models.CharField(_("language"), max_length=5, default="en")
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    body = models.TextField(_("text"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    owner_path = "by"
    objects = ScopedManager()

    class Meta:
        ordering = ["channel", "name"]

    def __str__(self) -> str:
        return self.name


class CandidatePeriod(PublicModel):
    """While an officer election runs, no message may carry a candidate's name (29 USC 481(c), (g))."""

    candidates = models.JSONField(_("candidates"), default=list)
    since = models.DateField(_("from the day of nominations"))
    until = models.DateField(_("to the day of the count"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    owner_path = "by"
    objects = ScopedManager()

    class Meta:
        ordering = ["-since"]
        constraints = [models.CheckConstraint(condition=models.Q(until__gte=models.F("since")), name="period_in_order")]

    def __str__(self) -> str:
        return f"{self.since} - {self.until}"


class ReleasedText(PublicModel):
    """Words any message may rest on: what a settled case won, told without names by an officer, or minutes."""

    class Kind(models.TextChoices):
        SETTLED = "settled", _("settled case, without names")
        MINUTES = "minutes", _("minutes")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    label = models.CharField(_("where it stands"), max_length=160)
    text = models.TextField(_("words"), max_length=4000)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    owner_path = "by"
    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.label
