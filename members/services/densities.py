"""The monthly figure of density, kept while the month lasts."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.db.models import Count, Max, Q
from django.utils import timezone

from members.models import DensityMonth, FileKind, ImportState, Person, RosterImport, Standing
from unionops.platform.access.models import User
from unionops.platform.audit.services import record

PLACE = ("unit_id", "employer_id", "worksite_id", "shift")
LISTS = (FileKind.UNIT, FileKind.MEMBERS)


@transaction.atomic
def keep_month(*, by: User, day: datetime.date) -> int:
    """Count everybody as they stand now, as the figure of the day's month; an earlier count of it is replaced."""
    people = Person.objects.filter(in_unit=True, erased_at=None).order_by().values(*PLACE)
    counted = people.annotate(people=Count("pk"), members=Count("pk", filter=Q(standing=Standing.MEMBER)))
    month = day.replace(day=1)
    DensityMonth.objects.filter(month=month).delete()
    made = DensityMonth.objects.bulk_create([DensityMonth(month=month, **row) for row in counted], batch_size=500)
    record(by, "kept the density of a month", count=len(made), detail={"month": month.isoformat()})
    return len(made)


def keep_after_list(*, by: User, roster_import: RosterImport) -> None:
    """The figure of the list's own month, when no later list stands behind what the roster says now."""
    if roster_import.kind not in LISTS or roster_import.as_of > timezone.localdate():
        return
    applied = RosterImport.objects.filter(kind__in=LISTS, state=ImportState.APPLIED)
    newest = applied.aggregate(day=Max("as_of"))["day"] or roster_import.as_of
    if roster_import.as_of.replace(day=1) >= newest.replace(day=1):
        keep_month(by=by, day=roster_import.as_of)
