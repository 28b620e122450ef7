"""A list of people cut into walk lists, one for each steward or organizer, and what came of each visit."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.models.people import Person
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager


class Canvass(PublicModel):
    """One saved list cut at one moment, with the question whose answer, 1 to 5, is sought from everybody."""

    name = models.CharField(_("name"), max_length=120)
    question = models.CharField(_("question of the assessment"), max_length=120)
    ask = models.CharField(_("what to ask of people"), max_length=300, blank=True)
    segment_name = models.CharField(max_length=120)
    query_text = models.TextField(blank=True)
    cut_by = models.CharField(max_length=20)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    owner_path = "by"
    objects = ScopedManager()

    class Meta:
        ordering = ["closed_on", "-id"]
        verbose_name_plural = "canvasses"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("members:canvass", args=[self.public_id])


class Turf(PublicModel):
    """One walk list; `walker` is who carries it, and sees these people and no others of the canvass."""

    canvass = models.ForeignKey(Canvass, models.CASCADE, related_name="turfs")
    name = models.CharField(_("name"), max_length=160)
    walker = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    position = models.PositiveIntegerField(default=0)

    owner_path = "walker"
    objects = ScopedManager()

    class Meta:
        ordering = ["canvass", "position", "id"]
        constraints = [models.UniqueConstraint(fields=["canvass", "name"], name="a_turf_name_once")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("members:turf", args=[self.public_id])


class Visit(models.TextChoices):
    """What became of one name on the list."""

    TALKED = "talked", _("talked")
    AWAY = "away", _("not there")
    LATER = "later", _("asked to come back")
    REFUSED = "refused", _("did not want to talk")
    GONE = "gone", _("does not work here any more")


DONE = frozenset({Visit.TALKED, Visit.REFUSED, Visit.GONE})
"""Nobody comes back for these; the others stay on the list."""


class TurfPerson(PublicModel):
    """One name on one walk list, once in a canvass."""

    canvass = models.ForeignKey(Canvass, models.CASCADE, related_name="+")
    turf = models.ForeignKey(Turf, models.CASCADE, related_name="people")
    person = models.ForeignKey(Person, models.CASCADE, related_name="turf_places")
    position = models.PositiveIntegerField(default=0)
    result = models.CharField(_("what came of it"), max_length=10, choices=Visit, blank=True)
    visits = models.PositiveSmallIntegerField(default=0)
    visited_at = models.DateTimeField(null=True, blank=True)
    visited_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    owner_path = "turf__walker"
    objects = ScopedManager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["canvass", "person"], name="once_in_a_canvass")]

    def __str__(self) -> str:
        return f"{self.turf}: {self.person}"

    @property
    def is_done(self) -> bool:
        return self.result in DONE
