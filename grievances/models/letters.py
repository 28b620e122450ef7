"""Papers in words the local chose: their text, the union's own form, and letters drafted before they are drawn."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from grievances.models.clocks import Deadline
from grievances.models.matters import Grievance, Matter, MatterPart
from grievances.models.papers import CaseDocument, Paper
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager
from unionops.platform.files.models import Upload


class PaperText(PublicModel):
    """The local's own words for a paper, or its own PDF form. Without a row the program's words stand.

    `fields` maps a field of the form to a name of `grievances.letters.FIELDS`, or to fixed words after '='.
    """

    paper = models.CharField(max_length=12, choices=Paper, unique=True)
    text = models.TextField(_("text"), blank=True)
    form = models.OneToOneField(Upload, models.PROTECT, null=True, blank=True, related_name="+")
    fields = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["paper"]

    def __str__(self) -> str:
        return str(self.get_paper_display())


class Letter(MatterPart):
    """A paper of one case in words: drafted by the program, changed by people, drawn once it is right."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="letters")
    grievance = models.ForeignKey(Grievance, models.CASCADE, related_name="letters")
    paper = models.CharField(max_length=12, choices=Paper)
    text = models.TextField(_("text"))
    deadline = models.ForeignKey(Deadline, models.SET_NULL, null=True, blank=True, related_name="letters")
    document = models.OneToOneField(CaseDocument, models.SET_NULL, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    discarded_at = models.DateTimeField(null=True, blank=True)

    class Meta(MatterPart.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["grievance", "paper", "deadline"],
                condition=models.Q(deadline__isnull=False),
                name="one_letter_per_missed_date",
            )
        ]

    def __str__(self) -> str:
        return str(self.get_paper_display())
