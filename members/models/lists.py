"""Saved lists, tags, possible duplicates and the record of what left the house."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.models.people import Person
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager


class Segment(PublicModel):
    """A saved list, which is also an audience: always counted anew, never a copy of people.

    `criteria` is a list of {"field", "op", "values"}, all of which must hold;
    `text` is the same in words, and can be typed back.
    """

    name = models.CharField(_("name"), max_length=120, unique=True)
    criteria = models.JSONField(default=list)
    text = models.TextField(blank=True)
    is_shared = models.BooleanField(_("others may use it"), default=True)
    owner = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    owner_path = "owner"
    objects = ScopedManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("members:segment", args=[self.public_id])


class Tag(PublicModel):
    name = models.CharField(_("tag"), max_length=60, unique=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class BulkTagging(PublicModel):
    """One press of a button that tagged or untagged many, kept so that it can be taken back."""

    tag = models.ForeignKey(Tag, models.CASCADE)
    removed = models.BooleanField(default=False)
    people = models.JSONField(default=list)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    owner_path = "by"
    objects = ScopedManager()

    def __str__(self) -> str:
        return f"{self.tag} ({len(self.people)})"


class BulkDeed(PublicModel):
    """One press that changed many people: `journal` holds every row it made or changed, so that all goes back."""

    class Kind(models.TextChoices):
        PLACE = "place", _("site, shift or department")
        WALK = "walk", _("walk list")
        LIST = "list", _("kept as a list")
        TASK = "task", _("tasks for stewards")

    kind = models.CharField(max_length=8, choices=Kind)
    label = models.CharField(max_length=200, blank=True)
    count = models.PositiveIntegerField()
    journal = models.JSONField(default=dict)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    owner_path = "by"
    objects = ScopedManager()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.label} ({self.count})"


class PersonTag(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="taggings")
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="taggings")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    owner_path = "person__public_id"
    objects = ScopedManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "tag"], name="a_tag_once")]

    def __str__(self) -> str:
        return str(self.tag)


class Duplicate(PublicModel):
    """Two records that may be one person. Merged only by a person, reversibly; or dismissed for good."""

    class State(models.TextChoices):
        OPEN = "open", _("to be looked at")
        MERGED = "merged", _("merged")
        DISMISSED = "dismissed", _("two people")

    first = models.ForeignKey(Person, models.CASCADE, related_name="+")
    second = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reasons = models.JSONField(default=list)
    score = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    found_in = models.ForeignKey("members.RosterImport", models.CASCADE, null=True, related_name="+")
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    undo = models.JSONField(default=dict)

    objects = ScopedManager()

    class Meta:
        ordering = ["-score", "id"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="a_pair_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="pair_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first} / {self.second}"


class ExportRecord(PublicModel):
    """The manifest of a file of people that left: who, when, why, how many, which columns, its hash."""

    segment_name = models.CharField(max_length=120)
    query_text = models.TextField(blank=True)
    format = models.CharField(max_length=40)
    purpose = models.CharField(_("purpose"), max_length=300)
    count = models.PositiveIntegerField()
    excluded = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    second_person = models.ForeignKey("access.SecondPerson", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    owner_path = "by"
    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.format}: {self.count}"
