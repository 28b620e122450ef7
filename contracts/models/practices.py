"""Past practices with the evidence for them, and which clauses a side letter changes."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from contracts.models.agreements import Agreement
from contracts.models.clauses import ClauseLineage
from unionops.platform.access.models import BargainingUnit, PublicModel, Worksite
from unionops.platform.access.scoping import ScopedManager


class PracticeState(models.TextChoices):
    CLAIMED = "claimed", _("claimed")
    CONFIRMED = "confirmed", _("confirmed")
    ENDED = "ended", _("ended")


class Element(models.TextChoices):
    """What an arbitrator asks of a practice (domain handbook 1.10)."""

    CLEAR = "clear", _("Clear")
    CONSISTENT = "consistent", _("Consistent")
    LONG_STANDING = "long_standing", _("Long-standing")
    ACCEPTED = "accepted", _("Known and accepted by both sides")


class Practice(PublicModel):
    """Something both sides have done for so long that it may bind them; clauses by lineage."""

    title = models.CharField(_("practice"), max_length=200)
    what = models.TextField(_("what is done"))
    since = models.DateField(_("since"), null=True, blank=True)
    since_words = models.CharField(_("since, in words"), max_length=120, blank=True)
    unit = models.ForeignKey(BargainingUnit, models.PROTECT, null=True, blank=True, related_name="+")
    worksite = models.ForeignKey(Worksite, models.PROTECT, null=True, blank=True, related_name="+")
    lineages = models.ManyToManyField(ClauseLineage, related_name="practices", blank=True)
    state = models.CharField(max_length=10, choices=PracticeState, default=PracticeState.CLAIMED)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.TextField(blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["title", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=PracticeState.CONFIRMED) | models.Q(confirmed_by__isnull=False),
                name="a_confirmed_practice_names_who",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=PracticeState.ENDED) | models.Q(ended_on__isnull=False),
                name="an_ended_practice_has_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("contracts:practice", args=[self.public_id])


class PracticeFact(PublicModel):
    """One dated fact for one element: what happened, who knew of it, where that is written, who saw it."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="facts")
    element = models.CharField(_("shows that it is"), max_length=14, choices=Element)
    happened_on = models.DateField(_("day"))
    what = models.TextField(_("what happened"))
    knew = models.CharField(_("who knew"), max_length=300)
    source = models.CharField(_("source"), max_length=300)
    witnesses = models.CharField(_("witnesses"), max_length=300, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["happened_on", "id"]

    def __str__(self) -> str:
        return self.what[:60]


class LetterChange(PublicModel):
    """A clause that a side letter changes or adds to, as a person read it."""

    letter = models.ForeignKey(Agreement, models.CASCADE, related_name="changes_made")
    lineage = models.ForeignKey(ClauseLineage, models.PROTECT, related_name="letters")
    what = models.CharField(_("what it changes"), max_length=300, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["letter", "lineage"], name="a_letter_names_a_clause_once")]

    def __str__(self) -> str:
        return self.what or str(self.letter)
