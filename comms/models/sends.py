"""What went out: a send, one outbox row per person, exports, and replies noted by hand."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comms.models.messages import Message, Version
from members.models import Person
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager
from unionops.platform.files.models import Upload


class SendState(models.TextChoices):
    WAITING = "waiting", _("waiting to start")
    SENDING = "sending", _("going out")
    PAUSED = "paused", _("paused")
    STOPPED = "stopped", _("stopped")
    DONE = "done", _("done")


ENDED = (SendState.STOPPED, SendState.DONE)


class Send(PublicModel):
    """One version on its way to its frozen audience. `snapshot` counts everyone on the roster.

    The entries of a send always sum to `audience`: whoever was in it when sending began.
    """

    version = models.ForeignKey(Version, models.PROTECT, related_name="sends")
    state = models.CharField(max_length=8, choices=SendState, default=SendState.WAITING)
    starts_at = models.DateTimeField()
    started_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    roster = models.PositiveIntegerField(default=0)
    audience = models.PositiveIntegerField(default=0)
    excluded = models.JSONField(default=dict)
    per_minute = models.PositiveIntegerField(_("messages a minute"), default=0)
    problem = models.CharField(max_length=300, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    owner_path = "version__message__author"
    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["version"], condition=~Q(state="stopped"), name="a_version_is_sent_once")
        ]

    def __str__(self) -> str:
        return str(self.version)

    @property
    def message(self) -> Message:
        return self.version.message

    @property
    def is_running(self) -> bool:
        return self.state in (SendState.WAITING, SendState.SENDING)

    @property
    def has_ended(self) -> bool:
        return self.state in ENDED


class EntryState(models.TextChoices):
    """`inflight` is committed right before the words leave; found again after a crash it becomes
    `unknown`, which only a person may settle (security.md 4.2)."""

    QUEUED = "queued", _("waiting")
    CLAIMED = "claimed", _("taken")
    INFLIGHT = "inflight", _("leaving now")
    SENT = "sent", _("handed over")
    FAILED = "failed", _("refused")
    UNKNOWN = "unknown", _("in doubt")
    SUPPRESSED = "suppressed", _("left out since approval")


class OutboxEntry(PublicModel):
    """One message to one person; the Message-ID is fixed so that a second copy can be told."""

    send = models.ForeignKey(Send, models.CASCADE, related_name="entries")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    address = models.CharField(max_length=254, blank=True)
    state = models.CharField(max_length=10, choices=EntryState, default=EntryState.QUEUED)
    claimed_by = models.CharField(max_length=80, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    bounced_at = models.DateTimeField(null=True, blank=True)
    complained_at = models.DateTimeField(null=True, blank=True)
    unsubscribed_at = models.DateTimeField(null=True, blank=True)
    detail = models.CharField(max_length=300, blank=True)
    values = models.JSONField(default=dict)

    owner_path = "send__version__message__author"
    objects = ScopedManager()

    class Meta:
        verbose_name_plural = "outbox entries"
        constraints = [models.UniqueConstraint(fields=["send", "person"], name="one_message_per_person_and_send")]
        indexes = [models.Index(fields=["send", "state", "id"], name="outbox_next")]

    def __str__(self) -> str:
        return f"{self.address} ({self.state})"


class Export(PublicModel):
    """The manifest of an outreach file: who, when, why, how many, which columns. The file itself goes, this stays."""

    version = models.ForeignKey(Version, models.PROTECT, null=True, related_name="exports")
    segment_name = models.CharField(max_length=120)
    format = models.CharField(max_length=40)
    purpose = models.CharField(_("purpose"), max_length=300)
    roster = models.PositiveIntegerField(default=0)
    count = models.PositiveIntegerField(default=0)
    excluded = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    file = models.ForeignKey(Upload, models.SET_NULL, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)

    owner_path = "by"
    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.format}: {self.count}"


class ReplyNote(PublicModel):
    """What came back, noted by hand: nothing is tracked."""

    send = models.ForeignKey(Send, models.CASCADE, related_name="replies")
    text = models.CharField(_("what came back"), max_length=300)
    count = models.PositiveIntegerField(_("how many"), default=1)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    owner_path = "send__version__message__author"
    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.text
