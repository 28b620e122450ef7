"""Agreements, their versions, and the pages of the files they were read from."""

from __future__ import annotations

import math

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionops.platform.access.models import BargainingUnit, PublicModel
from unionops.platform.access.scoping import ScopedManager
from unionops.platform.files.models import Upload


class AgreementKind(models.TextChoices):
    AGREEMENT = "agreement", _("Agreement")
    SUPPLEMENT = "supplement", _("Supplement")
    SIDE_LETTER = "side_letter", _("Side letter or MOU")
    PAST_PRACTICE = "past_practice", _("Past practice")
    AWARD = "award", _("Arbitration award")
    POLICY = "policy", _("Policy")
    BYLAWS = "bylaws", _("Bylaws")
    LAW = "law", _("Law or regulation")


class Agreement(PublicModel):
    """One agreement through all its versions; a supplement or side letter names its parent."""

    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=16, choices=AgreementKind, default=AgreementKind.AGREEMENT)
    unit = models.ForeignKey(
        BargainingUnit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("bargaining unit"),
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("belongs to")
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["title", "id"]

    def __str__(self) -> str:
        return self.title


class VersionState(models.TextChoices):
    READING = "reading", _("being read")
    REVIEW = "review", _("to be checked")
    PUBLISHED = "published", _("published")
    FAILED = "failed", _("could not be read")


class AgreementVersion(PublicModel):
    """One text of an agreement with its dates. `coverage` is 0 to 1 of the characters in the file."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="versions")
    label = models.CharField(_("version"), max_length=80, blank=True)
    effective = models.DateField(_("in force from"), null=True, blank=True)
    expires = models.DateField(_("expires"), null=True, blank=True)
    superseded_on = models.DateField(_("superseded on"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=5, default="en")
    state = models.CharField(max_length=10, choices=VersionState, default=VersionState.READING)
    upload = models.ForeignKey(Upload, models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    file_kind = models.CharField(max_length=12, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    pages_count = models.PositiveIntegerField(default=0)
    coverage = models.FloatField(default=0)
    set_aside = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    changes = models.JSONField(default=list)
    problem = models.TextField(blank=True)
    supersedes = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="superseded_by")
    is_complete = models.BooleanField(default=True)
    cut_by = models.CharField(max_length=12, blank=True)  # which reader cut it, see `contracts.cutting`
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    ENOUGH_COVERAGE = 0.995

    objects = ScopedManager()

    class Meta:
        ordering = ["-effective", "-id"]

    def __str__(self) -> str:
        return f"{self.agreement.title} {self.label}".strip()

    @property
    def is_published(self) -> bool:
        return self.state == VersionState.PUBLISHED

    @property
    def needs_word(self) -> bool:
        """Publishing needs a person's explicit word."""
        return self.coverage < self.ENOUGH_COVERAGE

    @property
    def covered_percent(self) -> float:
        """Cut off after two places: what is not the whole never reads as 100."""
        return math.floor(self.coverage * 10_000) / 100


class Page(models.Model):
    """The text of one page of the file; `number` counts from 1, `label` is printed on it."""

    version = models.ForeignKey(AgreementVersion, models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=12, blank=True)
    text = models.TextField(blank=True)
    scanned = models.BooleanField(default=False)

    objects = ScopedManager()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="one_page_per_number")]

    def __str__(self) -> str:
        return str(self.number)


class Booklet(PublicModel):
    """The newest booklet drawn of an edition; `stamp` is that of the text it was drawn from."""

    version = models.ForeignKey(AgreementVersion, models.CASCADE, related_name="booklets")
    edition = models.CharField(max_length=10)
    stamp = models.CharField(max_length=12)
    upload = models.ForeignKey(Upload, models.PROTECT, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now=True)

    objects = ScopedManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "edition"], name="one_booklet_per_edition")]

    def __str__(self) -> str:
        return f"{self.version} {self.edition}"


class KeptCut(models.Model):
    """The clauses of a file as its reader cut them, before anybody corrected them: corrections are made on these.

    `mark` names the code that cut, for another one would cut otherwise; `packed` is compressed JSON.
    """

    version = models.OneToOneField(AgreementVersion, models.CASCADE, related_name="kept_cut")
    mark = models.CharField(max_length=12)
    packed = models.BinaryField()

    objects = ScopedManager()

    def __str__(self) -> str:
        return f"{self.version_id} {self.mark}"
