"""What is kept about the model: which one is trusted, what it was asked, what came of it, what the local taught it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from unionops.platform.access.models import PublicModel
from unionops.platform.access.scoping import ScopedManager


class Role(models.TextChoices):
    DRAFT = "draft", _("writes drafts and answers")
    EXTRACT = "extract", _("reads clauses into fields")
    EMBED = "embed", _("finds texts alike")


class ModelProfile(PublicModel):
    """A model chosen for a role, pinned to its content; every call to it uses these options and no others."""

    role = models.CharField(max_length=10, choices=Role)
    active = models.BooleanField(default=True)
    candidate = models.BooleanField(default=False)
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    size = models.BigIntegerField(default=0)
    parameter_size = models.CharField(max_length=30, blank=True)
    quantization = models.CharField(max_length=30, blank=True)
    context_length = models.PositiveIntegerField(default=0)
    capabilities = models.JSONField(default=list)
    num_ctx = models.PositiveIntegerField(default=8192)
    num_predict = models.PositiveIntegerField(default=1024)
    num_batch = models.PositiveIntegerField(null=True, blank=True)
    temperature = models.FloatField(default=0.2)
    keep_alive = models.CharField(max_length=10, default="30m")
    chars_per_token = models.FloatField(default=3.2)
    prompt_speed = models.FloatField(null=True, blank=True)
    write_speed = models.FloatField(null=True, blank=True)
    load_seconds = models.FloatField(null=True, blank=True)
    structured_ok = models.BooleanField(null=True)
    self_test = models.JSONField(default=list)
    testing = models.JSONField(default=dict)  # what a test under way has found so far, and by which job
    self_tested_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["role", "-id"]
        constraints = [models.UniqueConstraint(fields=["role"], condition=Q(active=True), name="one_model_per_role")]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_role_display()})"

    def load_options(self) -> dict[str, Any]:
        """The options that would load the model anew when they differ: the same in every call."""
        batch = {"num_batch": self.num_batch} if self.num_batch else {}
        return {"num_ctx": self.num_ctx, **batch}


class PromptVersion(PublicModel):
    """The exact words of a prompt, once per wording; rows never change."""

    name = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    system = models.TextField()
    task = models.TextField()
    first_used_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "-id"]
        constraints = [models.UniqueConstraint(fields=["name", "sha256"], name="one_row_per_wording")]

    def __str__(self) -> str:
        return f"{self.name} {self.sha256[:8]}"


class Outcome(models.TextChoices):
    DONE = "done", _("answered")
    INVALID = "invalid", _("answered in the wrong form")
    CUT = "cut", _("cut short")
    FAILED = "failed", _("failed")
    STOPPED = "stopped", _("stopped by a person")


class Run(PublicModel):
    """One request to the model and what became of it. Never changed; holds hashes and ids, not the texts."""

    owner_path = "by"

    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    job = models.UUIDField(null=True, blank=True)
    about_kind = models.CharField(max_length=60, blank=True)
    about_id = models.UUIDField(null=True, blank=True)
    profile = models.ForeignKey(ModelProfile, models.PROTECT, related_name="runs")
    prompt = models.ForeignKey(PromptVersion, models.PROTECT, null=True, related_name="runs")
    repairs = models.ForeignKey("self", models.PROTECT, null=True, related_name="repaired_by")
    host = models.CharField(max_length=200)
    server_version = models.CharField(max_length=40)
    model_name = models.CharField(max_length=200)
    model_digest = models.CharField(max_length=64)
    template_sha256 = models.CharField(max_length=64, blank=True)
    options = models.JSONField(default=dict)
    messages_sha256 = models.CharField(max_length=64)
    schema_sha256 = models.CharField(max_length=64, blank=True)
    sources = models.JSONField(default=list)
    left_out = models.JSONField(default=list)
    memory = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    outcome = models.CharField(max_length=10, choices=Outcome)
    error_code = models.CharField(max_length=60, blank=True)
    done_reason = models.CharField(max_length=20, blank=True)
    answer_sha256 = models.CharField(max_length=64, blank=True)
    answer_chars = models.PositiveIntegerField(default=0)
    thinking_chars = models.PositiveIntegerField(default=0)
    prompt_tokens = models.PositiveIntegerField(default=0)
    answer_tokens = models.PositiveIntegerField(default=0)
    waited_ms = models.PositiveIntegerField(default=0)
    load_ms = models.PositiveIntegerField(default=0)
    prompt_ms = models.PositiveIntegerField(default=0)
    answer_ms = models.PositiveIntegerField(default=0)
    total_ms = models.PositiveIntegerField(default=0)
    app_version = models.CharField(max_length=30, blank=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["by", "at"]), models.Index(fields=["about_kind", "about_id"])]

    def __str__(self) -> str:
        return f"{self.model_name} {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise TypeError("a run is written once and never changed")
        super().save(*args, **kwargs)


class Review(models.TextChoices):
    SUGGESTED = "suggested", _("suggested, nobody has looked yet")
    ACCEPTED = "accepted", _("accepted as it is")
    EDITED = "edited", _("accepted with changes")
    REJECTED = "rejected", _("rejected")


class AIOutput(PublicModel):
    """A proposal that a person may take over: the model's, or a rule's when it has no run.

    Unreviewed text is never sent, filed or published.
    """

    owner_path = "run__by"

    run = models.ForeignKey(Run, models.PROTECT, null=True, related_name="outputs")
    kind = models.CharField(max_length=60)
    about_kind = models.CharField(max_length=60, blank=True)
    about_id = models.UUIDField(null=True, blank=True)
    language = models.CharField(max_length=5, default="en")
    text = models.TextField(blank=True)
    data = models.JSONField(default=dict)
    checks = models.JSONField(default=list)
    review = models.CharField(max_length=10, choices=Review, default=Review.SUGGESTED)
    final_text = models.TextField(blank=True)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["about_kind", "about_id"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(review="suggested") | Q(reviewed_by__isnull=False), name="a_person_reviewed_it"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.get_review_display()})"

    @property
    def is_usable(self) -> bool:
        return self.review in (Review.ACCEPTED, Review.EDITED)


class MemoryKind(models.TextChoices):
    STYLE = "style", _("house style")
    GLOSSARY = "glossary", _("word and meaning")
    FACT = "fact", _("fact about the local")
    SIGNATURE = "signature", _("signature")
    EXAMPLE = "example", _("approved example")
    CORRECTION = "correction", _("correction")
    EXAM = "exam", _("exam question")


class MemoryItem(PublicModel):
    """One thing the local wants remembered: people read it, change it, delete it; drafts that used it say so."""

    kind = models.CharField(max_length=12, choices=MemoryKind)
    title = models.CharField(max_length=120)
    text = models.TextField(max_length=4000)
    expected = models.CharField(max_length=400, blank=True)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="en")
    active = models.BooleanField(default=True)
    source = models.CharField(max_length=200, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    used = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["kind", "title"]

    def __str__(self) -> str:
        return self.title


def about_of(row: models.Model | None) -> dict[str, Any]:
    """The two columns that point at any row with a public id."""
    if row is None:
        return {"about_kind": "", "about_id": None}
    return {"about_kind": row._meta.label, "about_id": getattr(row, "public_id", None)}
