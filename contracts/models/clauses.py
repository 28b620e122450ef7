"""Versions cut into clauses: where their words stand, how they continue in the next version, what they name."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contracts.models.agreements import Agreement, AgreementVersion
from contracts.models.changed import Changed
from unionops.platform.access.models import PublicModel
from unionops.platform.access.scoping import ScopedManager


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
    word = models.CharField(max_length=20, blank=True)  # what the agreement itself calls an article: 'Cláusula', 'Rule'
    page_start = models.PositiveIntegerField(default=1)
    page_end = models.PositiveIntegerField(default=1)
    printed_page = models.CharField(max_length=12, blank=True)
    check_needed = models.BooleanField(default=False)
    repaired = models.BooleanField(default=False)
    fingerprint = models.CharField(max_length=32, blank=True)
    edited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    changed: Changed | None = None  # what confirmed letters changed, once `amended.read` has looked

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
    def now(self) -> str:
        """The words in force: the printed ones with the letters carried out that `amended.read` found."""
        return self.changed.text if self.changed else self.text

    @property
    def now_start(self) -> int:
        """Where the body of `now` begins."""
        return self.changed.body_start if self.changed else self.body_start

    @property
    def now_body(self) -> str:
        return self.now[self.now_start :].lstrip("\n")

    @property
    def as_amended(self) -> str:
        """', as amended by Notice Letter'; nothing while the printed words are in force."""
        return self.changed.said if self.changed else ""

    @property
    def name(self) -> str:
        """'Article 18 Overtime', 'Cláusula 18 Jornada', '18.4 Rest periods', 'Anexo A Tabla salarial'."""
        if self.level == ClauseLevel.APPENDIX and self.number and self.label.endswith(self.number):
            return f"{self.label} {self.title}".strip()
        word = "" if self.level in (ClauseLevel.SECTION, ClauseLevel.SUBSECTION) else self.kind_word
        number = self.label if self.level in (ClauseLevel.SECTION, ClauseLevel.SUBSECTION) else self.number
        return " ".join(part for part in (word, number, self.title) if part) or self.kind_word

    @property
    def kind_word(self) -> str:
        plain = self.level in (ClauseLevel.ARTICLE, ClauseLevel.APPENDIX) or not self.title
        return (self.word or str(self.get_level_display())) if plain else ""

    @property
    def is_bound_in(self) -> bool:
        """It stands in an appendix, a letter, a table, or outside of every article."""
        return self.level == ClauseLevel.OTHER or self.path.startswith(("app:", "let:", "tab:"))

    @property
    def printed(self) -> str:
        return self.printed_page or str(self.page_start)

    @property
    def on_page(self) -> str:
        """'p. 12'."""
        return gettext("p. %(page)s") % {"page": self.printed}


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
