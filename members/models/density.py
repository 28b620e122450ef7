"""How many people each place had and how many of them were members, month by month."""

from __future__ import annotations

from django.db import models

from unionops.platform.access.models import BargainingUnit, Employer, Worksite
from unionops.platform.access.scoping import ScopedManager


class DensityMonth(models.Model):
    """One place in one month, as last counted in it. `month` is the first day of the month.

    Months counted by an earlier version of the program know neither component nor department.
    `reckoned` months lie before the first count: worked out later from the spells of the people known by then.
    """

    month = models.DateField()
    unit = models.ForeignKey(BargainingUnit, models.CASCADE, null=True, related_name="+")
    employer = models.ForeignKey(Employer, models.CASCADE, null=True, related_name="+")
    worksite = models.ForeignKey(Worksite, models.CASCADE, null=True, related_name="+")
    shift = models.CharField(max_length=40, blank=True)
    component = models.CharField(max_length=160, blank=True)
    department = models.CharField(max_length=160, blank=True)
    people = models.PositiveIntegerField()
    members = models.PositiveIntegerField()
    reckoned = models.BooleanField(default=False)

    unit_path, worksite_path, shift_path = "unit", "worksite", "shift"
    objects = ScopedManager()

    class Meta:
        indexes = [models.Index(fields=["month"], name="density_by_month")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}: {self.members}/{self.people}"
