"""The chain of events: each carries the hash of the one before it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from unionops.platform.audit.things import about
from unionops.platform.audit.words import field_names, in_words

GENESIS = "0" * 64


class Event(models.Model):
    """One thing that happened. Rows are never changed or removed: the database refuses.

    `fields` names what changed, never the values. `ip` is a keyed hash: it tells whether two events came from the same
    address; the addresses themselves stand with the sessions, and go with them.
    """

    number = models.BigIntegerField(unique=True)
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    session = models.CharField(max_length=16, blank=True)
    ip = models.CharField(max_length=45, blank=True)
    action = models.CharField(max_length=120)
    kind = models.CharField(max_length=60, blank=True)
    target = models.CharField(max_length=40, blank=True)
    count = models.BigIntegerField(null=True)
    reason = models.TextField(blank=True)
    fields = models.JSONField(default=list)
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["kind", "target"]),
            models.Index(fields=["actor", "-number"]),
            models.Index(fields=["action", "-number"]),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.action}"

    why = ""  # the reason, where the reader may know it
    account = ""  # whose it is, where it is about an account and the page knows

    @property
    def about(self) -> str:
        """What it was about, in words."""
        return about(self.kind, self.account)

    @property
    def changed(self) -> str:
        """The fields that changed, in words."""
        return ", ".join(field_names(self.kind, self.fields))

    @property
    def said(self) -> str:
        """The action in the reader's language."""
        return in_words(self.action)

    def sealed(self) -> dict[str, Any]:
        """What the hash covers, in a form that reads the same on every machine."""
        return {
            "number": self.number,
            "at": self.at.isoformat(timespec="microseconds"),
            "actor": self.actor_id,
            "session": self.session,
            "ip": self.ip,
            "action": self.action,
            "kind": self.kind,
            "target": self.target,
            "count": self.count,
            "reason": self.reason,
            "fields": self.fields,
            "detail": self.detail,
            "previous": self.previous,
        }


class Anchor(models.Model):
    """What the chain's head was at a moment, also written outside the database."""

    at = models.DateTimeField(auto_now_add=True)
    number = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.number} {self.hash[:12]}"
