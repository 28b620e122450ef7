"""What people add to clauses: notes beside them and corrections of how they were cut."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from contracts.models.agreements import AgreementVersion
from contracts.models.clauses import Clause, ClauseLineage
from unionops.platform.access.models import PublicModel
from unionops.platform.access.scoping import ScopedManager


class NoteKind(models.TextChoices):
    NOTE = "note", _("Note")
    READING = "reading", _("Confirmed reading")
    PRACTICE = "practice", _("Past practice")
    WARNING = "warning", _("Watch out")


class ClauseNote(PublicModel):
    """What a person wrote beside a clause; it stays with the clause through new versions."""

    lineage = models.ForeignKey(ClauseLineage, models.PROTECT, related_name="notes")
    clause = models.ForeignKey(Clause, models.SET_NULL, null=True, related_name="notes")
    kind = models.CharField(_("kind"), max_length=10, choices=NoteKind, default=NoteKind.NOTE)
    text = models.TextField(_("text"))
    quote = models.TextField(blank=True)
    quote_start = models.PositiveIntegerField(null=True, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.text[:60]


class CorrectionKind(models.TextChoices):
    RETITLE = "retitle", _("new title")
    RENUMBER = "renumber", _("new number")
    SPLIT = "split", _("split")
    JOIN = "join", _("joined with the one before")


class Correction(PublicModel):
    """One fix a person made to the structure, replayed when the file is read again.

    `path` and `fingerprint` find the clause again; `value` holds the new title or number, or the
    first words of the part that was split off.
    """

    version = models.ForeignKey(AgreementVersion, models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=10, choices=CorrectionKind)
    path = models.CharField(max_length=400)
    fingerprint = models.CharField(max_length=32, blank=True)
    value: models.JSONField[Any, Any] = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.kind
