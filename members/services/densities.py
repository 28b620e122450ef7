"""The monthly figure of density, kept while the month lasts."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import Count, F, Max, Q
from django.utils import timezone

from members.models import (
    DensityMonth,
    FileKind,
    ImportState,
    Membership,
    MembershipStatus,
    Person,
    Placement,
    RosterImport,
    Standing,
)
from unionops.platform.access.models import User
from unionops.platform.audit.services import record

PLACE = ("unit_id", "employer_id", "worksite_id", "shift", "component", "department")
NOT_MEMBERS = (MembershipStatus.PENDING, MembershipStatus.RETIRED)
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
    """The figure of the list's own month, when no later list stands behind what the roster says now.

    Once a month's only list is taken back, the month has no figure again; the present month is counted anyhow.
    """
    if roster_import.kind not in LISTS or roster_import.as_of > timezone.localdate():
        return
    applied = RosterImport.objects.filter(kind__in=LISTS, state=ImportState.APPLIED)
    newest = applied.aggregate(day=Max("as_of"))["day"] or roster_import.as_of
    month = roster_import.as_of.replace(day=1)
    if month < newest.replace(day=1):
        return
    if month in {newest.replace(day=1), timezone.localdate().replace(day=1)} and applied.exists():
        keep_month(by=by, day=roster_import.as_of)
    else:
        DensityMonth.objects.filter(month=month).delete()


BACK = 24
"""So many months back are worked out."""
Spell = tuple[int, int]


@transaction.atomic
def reckon_back(*, by: User, day: datetime.date, months: int = BACK) -> int:
    """Figures of months nobody counted, from hire dates, placements and memberships; returns how many months.

    Counted months are left alone. Whoever left before the first list is not known and is missing in them.
    """
    last = _index(day) - 1
    span = range(last - months + 1, last + 1)
    DensityMonth.objects.filter(reckoned=True).delete()
    counted = set(DensityMonth.objects.filter(month__gte=_first(span.start)).values_list("month", flat=True))
    wanted = [at for at in span if _first(at) not in counted]
    figures = _figures(wanted) if wanted else {}
    rows = [
        DensityMonth(month=_first(at), people=people, members=members, reckoned=True,
                     **dict(zip(PLACE, place, strict=True)))
        for (at, place), (people, members) in figures.items()
    ]  # fmt: skip
    DensityMonth.objects.bulk_create(rows, batch_size=500)
    found = len({row.month for row in rows})
    record(by, "reckoned the density of earlier months", count=found)
    return found


def _index(day: datetime.date) -> int:
    return day.year * 12 + day.month - 1


def _first(at: int) -> datetime.date:
    return datetime.date(at // 12, at % 12 + 1, 1)


def _months(since: datetime.date | None, until: datetime.date | None) -> Spell:
    """The months whose last day a spell covers, as (first, last)."""
    end = 9999 * 12
    if until is not None:
        ends_it = (until + datetime.timedelta(days=1)).day == 1
        end = _index(until) - (not ends_it)
    return (_index(since) if since else 0, end)


def _figures(wanted: list[int]) -> dict[tuple[int, Any], list[int]]:
    """{(month, place): [people, members]}."""
    member_in: dict[int, list[Spell]] = defaultdict(list)
    spells = Membership.objects.exclude(status__in=NOT_MEMBERS).exclude(since=None)
    for person, since, until in spells.order_by().values_list("person_id", "since", "until").iterator():
        member_in[person].append(_months(since, until))
    found: dict[tuple[int, Any], list[int]] = {}
    for person, place, (first, last) in _stays():
        for at in wanted:
            if first <= at <= last:
                figure = found.setdefault((at, place), [0, 0])
                figure[0] += 1
                figure[1] += any(begun <= at <= ended for begun, ended in member_in.get(person, ()))
    return found


def _stays() -> Iterator[tuple[int, Any, Spell]]:
    """(person, place, months) of each placement in a unit; the first of a person begins when they were hired."""
    rows = Placement.objects.order_by("person_id", F("since").asc(nulls_first=True), "id")
    columns = ("person_id", "person__hire_date", "since", "until", *PLACE)
    before = None
    for person, hired, since, until, *place in rows.values_list(*columns).iterator():
        if person != before and hired and (since is None or hired < since):
            since = hired
        before = person
        if place[0] is not None and since is not None:
            yield person, tuple(place), _months(since, until)
