"""The job row: what is to be done, where it stands, who may stop it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from unionops.platform.access.models import PublicModel
from unionops.platform.access.scoping import ScopedManager
from unionops.platform.jobs import phases


class State(models.TextChoices):
    QUEUED = "queued", _("waiting")
    CLAIMED = "claimed", _("starting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("stopped")
    BLOCKED = "blocked", _("blocked")
    EXPIRED = "expired", _("expired")


ACTIVE = (State.QUEUED, State.CLAIMED, State.RUNNING)
TERMINAL = (State.DONE, State.FAILED, State.CANCELLED, State.BLOCKED, State.EXPIRED)


class Job(PublicModel):
    """One piece of work. `attempt` and `lease_until` decide who may write; see `services`."""

    owner_path = "owner"

    kind = models.CharField(max_length=120)
    title = models.CharField(max_length=200)
    queue = models.CharField(max_length=30, default="default")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    arguments = models.JSONField(default=dict)
    about_kind = models.CharField(max_length=60, blank=True)
    about_id = models.UUIDField(null=True, blank=True)
    result_url = models.CharField(max_length=300, blank=True)
    idempotency_key = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    phase = models.CharField(max_length=40, blank=True)
    attempt = models.PositiveIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    worker = models.CharField(max_length=80, blank=True)
    rung_at = models.DateTimeField(null=True, blank=True)
    next_run_at = models.DateTimeField(null=True, blank=True)
    cancel_requested_at = models.DateTimeField(null=True, blank=True)
    cancel_requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    done_units = models.BigIntegerField(default=0)
    total_units = models.BigIntegerField(null=True, blank=True)
    partial_text = models.TextField(blank=True)
    seq = models.PositiveIntegerField(default=0)
    error_code = models.CharField(max_length=60, blank=True)
    error_detail = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    asked_at = models.DateTimeField(default=timezone.now)  # a person who starts it again asks anew; a sweep does not
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["state", "queue", "id"]),
            models.Index(fields=["owner", "-id"]),
            models.Index(fields=["about_kind", "about_id"]),
            models.Index(fields=["kind", "state"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["idempotency_key"],
                condition=Q(state__in=[s.value for s in ACTIVE]) & ~Q(idempotency_key=""),
                name="one_active_job_per_key",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE

    @property
    def is_stopping(self) -> bool:
        return self.is_active and self.cancel_requested_at is not None

    @property
    def phase_sentence(self) -> str:
        return phases.sentence(self.phase)

    @property
    def percent(self) -> int | None:
        if not self.total_units:
            return None
        return min(100, int(100 * self.done_units / self.total_units))


class PeriodicRun(models.Model):
    """One run of a scheduled piece of work; the key makes a second ringing harmless."""

    key = models.CharField(max_length=160, unique=True)
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    problem = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.key
