"""One-on-ones and where people stand: facts a member may ask to see."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.models.people import Person
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager


class PersonNote(PublicModel):
    on = models.DateField(_("on"), default=timezone.localdate)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    owner_path = "person__public_id"
    unit_path, worksite_path, shift_path = "person__unit", "person__worksite", "person__shift"
    objects = ScopedManager()

    class Meta:
        abstract = True
        ordering = ["-on", "-id"]


class Conversation(PersonNote):
    """A one-on-one: what was heard, what was asked, what comes next. Off duty unless said otherwise."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="conversations")
    place = models.CharField(_("place"), max_length=80, blank=True)
    off_duty = models.BooleanField(_("off duty, outside work areas"), default=True)
    heard = models.TextField(_("what matters to them"), blank=True)
    ask = models.CharField(_("what was asked"), max_length=200, blank=True)
    answer = models.CharField(_("answer"), max_length=200, blank=True)
    follow_up_on = models.DateField(_("follow up on"), null=True, blank=True)
    followed_up = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.on}: {self.ask or self.heard[:40]}"


class Assessment(PersonNote):
    """1 to 5 on one question; 1 is the strongest support."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="assessments")
    question = models.CharField(_("question"), max_length=120)
    score = models.PositiveSmallIntegerField(
        _("where they stand"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )

    class Meta(PersonNote.Meta):
        constraints = [models.CheckConstraint(condition=models.Q(score__gte=1, score__lte=5), name="score_from_1_to_5")]

    def __str__(self) -> str:
        return f"{self.question}: {self.score}"


class EarlierNote(PublicModel):
    """What a talk or an assessment said before somebody corrected it, or took it back because it was a mistake."""

    class Kind(models.TextChoices):
        TALK = "talk", _("conversation")
        ASSESSMENT = "assessment", _("assessment")

    person = models.ForeignKey(Person, models.CASCADE, related_name="earlier_notes")
    kind = models.CharField(max_length=12, choices=Kind)
    note = models.UUIDField()
    facts = models.JSONField(default=dict)
    is_removed = models.BooleanField(default=False)
    why = models.CharField(_("why"), max_length=200, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    owner_path = "person__public_id"
    unit_path, worksite_path, shift_path = "person__unit", "person__worksite", "person__shift"
    objects = ScopedManager()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {'taken back' if self.is_removed else 'corrected'}"
