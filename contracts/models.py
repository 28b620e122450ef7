"""Agreements, their versions cut into clauses, and what people add to them."""

from __future__ import annotations

from typing import Any

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


class ClauseLineage(PublicModel):
    """The same clause through all versions: notes, cases and precedents hang here."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="lineages")

    objects = ScopedManager()

    def __str__(self) -> str:
        return str(self.public_id)


class ClauseLevel(models.TextChoices):
    PREAMBLE = "preamble", _("Preamble")
    ARTICLE = "article", _("Article")
    SECTION = "section", _("Section")
    SUBSECTION = "subsection", _("Paragraph")
    APPENDIX = "appendix", _("Appendix")
    LETTER = "letter", _("Letter")
    TABLE = "table", _("Table")
    OTHER = "other", _("Part")


class Clause(PublicModel):
    """One node of a version's tree with its own words only; `text[body_start:]` follows the heading.

    `label` is how people cite it inside the agreement ("18.4(c)"), `anchor` is the section part of its
    address, `page_anchor` that of the article it is read on. `page_start` counts pages of the file from 1,
    `printed_page` stands on the paper.
    """

    version = models.ForeignKey(AgreementVersion, models.CASCADE, related_name="clauses")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    lineage = models.ForeignKey(ClauseLineage, models.PROTECT, related_name="clauses")
    level = models.CharField(max_length=10, choices=ClauseLevel)
    number = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    body_start = models.PositiveIntegerField(default=0)
    label = models.CharField(max_length=80, blank=True)
    anchor = models.CharField(max_length=80, blank=True)
    page_anchor = models.CharField(max_length=80, blank=True)
    article = models.CharField(max_length=80, blank=True)
    section = models.CharField(max_length=40, blank=True)
    path = models.CharField(max_length=400)
    ordinal = models.PositiveIntegerField()
    depth = models.PositiveSmallIntegerField(default=0)
    page_start = models.PositiveIntegerField(default=1)
    page_end = models.PositiveIntegerField(default=1)
    printed_page = models.CharField(max_length=12, blank=True)
    check_needed = models.BooleanField(default=False)
    repaired = models.BooleanField(default=False)
    fingerprint = models.CharField(max_length=32, blank=True)
    edited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ScopedManager()

    class Meta:
        ordering = ["version_id", "ordinal"]
        indexes = [
            models.Index(fields=["version", "ordinal"]),
            models.Index(fields=["version", "label"]),
            models.Index(fields=["version", "anchor"]),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def body(self) -> str:
        return self.text[self.body_start :].lstrip("\n")

    @property
    def name(self) -> str:
        """'Article 18 Overtime', '18.4 Rest periods', 'Appendix A Wages'."""
        word = "" if self.level in (ClauseLevel.SECTION, ClauseLevel.SUBSECTION) else self.kind_word
        number = self.label if self.level in (ClauseLevel.SECTION, ClauseLevel.SUBSECTION) else self.number
        return " ".join(part for part in (word, number, self.title) if part) or self.kind_word

    @property
    def kind_word(self) -> str:
        plain = self.level in (ClauseLevel.ARTICLE, ClauseLevel.APPENDIX) or not self.title
        return str(self.get_level_display()) if plain else ""

    @property
    def printed(self) -> str:
        return self.printed_page or str(self.page_start)


class ClauseSpan(models.Model):
    """Where a run of a clause's text stands in the page text (code points, half-open)."""

    clause = models.ForeignKey(Clause, models.CASCADE, related_name="spans")
    page = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text_start = models.PositiveIntegerField()
    text_end = models.PositiveIntegerField()

    objects = ScopedManager()

    class Meta:
        ordering = ["clause_id", "text_start"]

    def __str__(self) -> str:
        return f"{self.page}:{self.start}-{self.end}"


class LinkKind(models.TextChoices):
    UNCHANGED = "unchanged", _("unchanged")
    CHANGED = "changed", _("changed")
    RENUMBERED = "renumbered", _("renumbered")
    MOVED = "moved", _("moved")
    ADDED = "added", _("added")
    REMOVED = "removed", _("removed")


class ClauseLink(models.Model):
    """How a clause of one version continues in the next."""

    old = models.ForeignKey(Clause, models.CASCADE, null=True, blank=True, related_name="links_forward")
    new = models.ForeignKey(Clause, models.CASCADE, null=True, blank=True, related_name="links_back")
    old_version = models.ForeignKey(AgreementVersion, models.CASCADE, related_name="+")
    new_version = models.ForeignKey(AgreementVersion, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=LinkKind)
    similarity = models.FloatField(default=0)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ScopedManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(old__isnull=False) | models.Q(new__isnull=False), name="a_link_has_an_end"
            )
        ]

    def __str__(self) -> str:
        return self.kind


class CrossReference(models.Model):
    """A place in a clause that names another clause, an appendix or a law."""

    clause = models.ForeignKey(Clause, models.CASCADE, related_name="references")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.CharField(max_length=120)
    target = models.ForeignKey(Clause, models.SET_NULL, null=True, blank=True, related_name="referred_by")

    objects = ScopedManager()

    class Meta:
        ordering = ["clause_id", "start"]

    def __str__(self) -> str:
        return self.text


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


class QuestionState(models.TextChoices):
    SEARCHED = "searched", _("clauses only")
    WORKING = "working", _("the model is reading")
    ANSWERED = "answered", _("answered")
    NOT_COVERED = "not_covered", _("not found in the agreement")
    FAILED = "failed", _("failed")


class ReviewState(models.TextChoices):
    SUGGESTED = "suggested", _("model, not reviewed")
    ACCEPTED = "accepted", _("accepted")
    EDITED = "edited", _("accepted with changes")
    REJECTED = "rejected", _("rejected")


class Question(PublicModel):
    """A question put to an agreement, with what was found and, when a model ran, its checked claims.

    A claim is {"text", "clause_id", "quote", "start", "end", "page"}; offsets are code points of the
    clause's text. `dropped` counts claims whose quotation was not in the text.
    """

    text = models.CharField(_("question"), max_length=500)
    version = models.ForeignKey(AgreementVersion, models.CASCADE, null=True, blank=True, related_name="questions")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=QuestionState, default=QuestionState.SEARCHED)
    answer = models.TextField(blank=True)
    claims = models.JSONField(default=list)
    dropped = models.PositiveIntegerField(default=0)
    clauses = models.JSONField(default=list)
    searches = models.JSONField(default=list)
    extras = models.JSONField(default=dict)
    run_id = models.UUIDField(null=True, blank=True)
    job_id = models.UUIDField(null=True, blank=True)
    problem = models.TextField(blank=True)
    review = models.CharField(max_length=10, choices=ReviewState, default=ReviewState.SUGGESTED)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    for_stewards = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    owner_path = "asked_by"

    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.text
