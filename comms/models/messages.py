"""A message: its brief, one version per audience, channel and language, and who said yes to it."""

from __future__ import annotations

import datetime
import hashlib
import json

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from members.models import Segment
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager


class Klass(models.TextChoices):
    """What kind of message it is; decides who may get it, by what address, and how many must approve."""

    REPRESENTATIONAL = "representational", _("representation at work")
    INTERNAL_BUSINESS = "internal_business", _("internal union business")
    ORGANIZING = "organizing", _("organizing")
    POLITICAL = "political", _("political")
    LEGAL_NOTICE = "legal_notice", _("legal notice")
    EVENT = "event", _("event")
    SURVEY = "survey", _("survey")
    SOLIDARITY = "solidarity", _("solidarity")


class Medium(models.TextChoices):
    """Where a version appears."""

    EMAIL = "email", _("E-mail")
    SMS = "sms", _("Text message")
    LETTER = "letter", _("Letter")
    FLYER = "flyer", _("Flyer")
    BOARD = "board", _("Bulletin board")
    PHONE = "phone", _("Phone script")
    TALKING_POINTS = "talking_points", _("Talking points")
    SOCIAL = "social", _("Social media post")
    NEWSLETTER = "newsletter", _("Newsletter item")
    MEETING_NOTICE = "meeting_notice", _("Meeting notice")
    WEB = "web", _("Web page")


# Which consent and which addresses a medium needs; those not named go to nobody in particular.
REACHES = {Medium.EMAIL: "email", Medium.SMS: "sms", Medium.LETTER: "mail", Medium.PHONE: "phone"}
NEEDS_TWO = frozenset({Klass.POLITICAL, Klass.LEGAL_NOTICE})


class State(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("waiting for approval")
    APPROVED = "approved", _("approved")
    SCHEDULED = "scheduled", _("scheduled")
    SENDING = "sending", _("going out")
    SENT = "sent", _("sent")
    STOPPED = "stopped", _("stopped, nothing sent")
    EXPORTED = "exported", _("exported")
    CANCELLED = "cancelled", _("cancelled")


CHANGEABLE = (State.DRAFT, State.STOPPED, State.IN_REVIEW, State.APPROVED)
UNASKED = (State.DRAFT, State.STOPPED)
WENT_OUT = (State.SENDING, State.SENT, State.EXPORTED)


class Message(PublicModel):
    """One thing that must be said. `is_about_money` asks for a second approval, as politics and law do."""

    title = models.CharField(_("title"), max_length=160)
    klass = models.CharField(_("class"), max_length=20, choices=Klass, default=Klass.REPRESENTATIONAL)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.DRAFT)
    is_about_money = models.BooleanField(_("asks for or decides about money"), default=False)
    has_web_copy = models.BooleanField(_("show a copy on the web"), default=False)
    author = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    planned_for = models.DateTimeField(_("to go out at"), null=True, blank=True)

    owner_path = "author"
    objects = ScopedManager()

    class Meta:
        ordering = ["-changed_at", "-id"]
        indexes = [models.Index(fields=["state", "-changed_at"], name="message_by_state")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("comms:versions", args=[self.public_id])

    @property
    def approvals_needed(self) -> int:
        return 2 if self.klass in NEEDS_TWO or self.is_about_money else 1

    @property
    def is_changeable(self) -> bool:
        return self.state in CHANGEABLE

    @property
    def readers(self) -> list[tuple[Version, int, datetime.datetime | None]]:
        """Each version that goes to a list, its people when it was approved, and when its last file was made."""
        rows = [row for row in self.versions.all() if row.reach and hasattr(row, "snapshot")]
        made = [max((export.at for export in row.exports.all()), default=None) for row in rows]
        return [(row, len(row.snapshot.people), at) for row, at in zip(rows, made, strict=True)]


class Brief(models.Model):
    """What must be said, apart from how.

    `facts`: [{"id", "kind", "value"}]. `sources`: [{"id", "label", "text", "url"}], texts as they stood.
    `audiences`: [{"label", "segment"}] with the public id of a saved list, or "" when it is only a name.
    """

    message = models.OneToOneField(Message, models.CASCADE, related_name="brief")
    purpose = models.TextField(_("what must be said"))
    facts = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    audiences = models.JSONField(default=list)
    channels = models.JSONField(default=list)
    languages = models.JSONField(default=list)

    owner_path = "message__author"
    objects = ScopedManager()

    def __str__(self) -> str:
        return self.purpose[:60]


class Engine(models.TextChoices):
    MODEL = "model", _("Model")
    TEMPLATE = "template", _("House template")
    PERSON = "person", _("A person")


class Version(PublicModel):
    """The words for one audience, channel and language; `VersionText` keeps each earlier wording."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="versions")
    audience = models.CharField(_("audience"), max_length=120, blank=True)
    segment = models.ForeignKey(Segment, models.PROTECT, null=True, blank=True, related_name="+")
    channel = models.CharField(_("channel"), max_length=16, choices=Medium)
    language = models.CharField(_("language"), max_length=5, default="en")
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    preheader = models.CharField(_("line under the subject"), max_length=200, blank=True)
    body = models.TextField(_("text"), blank=True)
    engine = models.CharField(max_length=8, choices=Engine, default=Engine.TEMPLATE)
    run = models.UUIDField(null=True, blank=True)
    is_reviewed = models.BooleanField(default=False)
    example = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    spoken_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    spoken_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    owner_path = "message__author"
    objects = ScopedManager()

    class Meta:
        ordering = ["audience", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["message", "audience", "channel", "language"], name="one_version_per_audience_and_channel"
            )
        ]

    def __str__(self) -> str:
        language = "" if self.language == "en" else str(get_language_info(self.language)["name_translated"])
        return " · ".join(part for part in (self.get_channel_display(), self.audience, language) if part)

    @property
    def reach(self) -> str:
        """The contact channel it needs ('email', 'sms', 'mail', 'phone'), or '' for a poster."""
        return REACHES.get(Medium(self.channel), "")

    @property
    def needs_speaker(self) -> bool:
        """A translation waits for a person who speaks the language."""
        return not self.language.startswith("en") and self.spoken_by_id is None

    @property
    def text_hash(self) -> str:
        parts = [self.audience, self.channel, self.language, self.subject, self.preheader, self.body]
        return hashlib.sha256(json.dumps([*parts, self.segment_id]).encode()).hexdigest()


class VersionText(models.Model):
    """One wording of a version, kept for comparison."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="texts")
    number = models.PositiveIntegerField()
    subject = models.CharField(max_length=200, blank=True)
    preheader = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    engine = models.CharField(max_length=8, choices=Engine)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    owner_path = "version__message__author"
    objects = ScopedManager()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="a_wording_once")]

    def __str__(self) -> str:
        return f"{self.version} {self.number}"


class KeptFinding(models.Model):
    """A finding somebody kept, with the reason; it holds as long as the words it names do."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="kept")
    key = models.CharField(max_length=400)
    code = models.CharField(max_length=30)
    reason = models.CharField(_("reason"), max_length=300)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    owner_path = "version__message__author"
    objects = ScopedManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="a_finding_kept_once")]

    def __str__(self) -> str:
        return self.code


class Comment(PublicModel):
    """A remark on a line of a version, by whoever reads it before it goes out."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="comments")
    line = models.PositiveIntegerField(_("line"), default=0)
    text = models.CharField(_("remark"), max_length=500)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)
    words: str  # of its line, as they stood when it was left

    owner_path = "version__message__author"
    objects = ScopedManager()

    class Meta:
        ordering = ["line", "id"]

    def __str__(self) -> str:
        return self.text


class Approval(PublicModel):
    """Another person's yes to exactly these words and this audience."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="approvals")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    digest = models.CharField(max_length=64)
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.CharField(max_length=200, blank=True)

    owner_path = "message__author"
    objects = ScopedManager()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["message", "by"], condition=Q(voided_at=None), name="one_standing_yes_per_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.by}, {self.at:%Y-%m-%d}"


class Snapshot(models.Model):
    """Who was to get a version when it was approved: public ids, and the count with its reasons."""

    version = models.OneToOneField(Version, models.CASCADE, related_name="snapshot")
    roster = models.PositiveIntegerField()
    people = models.JSONField(default=list)
    excluded = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now=True)

    owner_path = "version__message__author"
    objects = ScopedManager()

    def __str__(self) -> str:
        return f"{len(self.people)} / {self.roster}"
