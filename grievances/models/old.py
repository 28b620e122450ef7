"""Old cases on paper: scanned files, what was read in each with its page and words, what a person made of it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from grievances.models.matters import Grievance
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager
from unionops.platform.files.models import Upload


class ScanState(models.TextChoices):
    WAITING = "waiting", _("not read yet")
    READ = "read", _("read, waits for a person")
    UNREAD = "unread", _("could not be read")
    CONFIRMED = "confirmed", _("made a case")
    SKIPPED = "skipped", _("set aside")


class OldFile(PublicModel):
    """One scanned file. `fields` holds {"name": {"value", "page", "quote"}}; a value counts once a person confirmed it.

    `pages` is the text page by page, so that a quotation can be looked up again.
    """

    upload = models.OneToOneField(Upload, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=10, choices=ScanState, default=ScanState.WAITING)
    pages = models.JSONField(default=list, blank=True)
    fields = models.JSONField(default=dict, blank=True)
    problem = models.CharField(max_length=300, blank=True)
    case = models.OneToOneField(Grievance, models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["state"])]

    def __str__(self) -> str:
        return self.name
