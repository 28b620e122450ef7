"""Placements and memberships in a list's question: as they are, and as they were on a day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from members.models import (
    DuesPayment,
    FileKind,
    ImportState,
    Membership,
    MembershipStatus,
    Person,
    Placement,
    RosterImport,
    Standing,
)
from members.segments.comparing import Condition, choice, chosen, day, said_yes, text
from members.segments.criteria import WITHOUT_VALUES, Criterion
from members.segments.days import read_day
from members.segments.hanging import Hanging

STATUS_OF = {
    Standing.PENDING: [MembershipStatus.PENDING],
    Standing.RETIRED: [MembershipStatus.RETIRED],
    Standing.MEMBER: [MembershipStatus.ACTIVE, MembershipStatus.SUSPENDED, MembershipStatus.ENDED],
}
"""A spell that has ended since says 'ended'; on a day within it the person was a member."""


def held(criterion: Criterion) -> Q:
    """Spells that held on the day asked for; the last day counts."""
    on = read_day(criterion["as_of"]) if criterion.get("as_of") else None
    if on is None:
        return Q(until=None)
    return (Q(since=None) | Q(since__lte=on)) & (Q(until=None) | Q(until__gte=on))


def then(build: Condition) -> Condition:
    """A fact of the placement that held on the day."""
    return lambda criterion: Q(
        Exists(Placement.objects.filter(held(criterion), build(criterion), person=OuterRef("pk")))
    )


def in_unit_then(criterion: Criterion) -> Q:
    rows = Placement.objects.filter(held(criterion), person=OuterRef("pk"), unit__isnull=False)
    return Q(Exists(rows)) if said_yes(criterion) else ~Q(Exists(rows))


def _placed(criterion: Criterion) -> QuerySet[Placement]:
    """Since when they are at the present place."""
    rows: QuerySet[Placement] = Placement.objects.filter(day("since")(criterion), until=None)
    return rows


def _left_the_unit(criterion: Criterion) -> QuerySet[Placement]:
    """A spell in a unit ended on the day, and none followed."""
    outside = Person.objects.filter(in_unit=False).order_by().values("pk")
    rows: QuerySet[Placement] = Placement.objects.filter(
        day("until")(criterion), until__isnull=False, person__in=outside
    )
    return rows


def _joined(criterion: Criterion) -> QuerySet[Membership]:
    rows: QuerySet[Membership] = Membership.objects.filter(day("since")(criterion), until=None)
    return rows


def _left(criterion: Criterion) -> QuerySet[Membership]:
    """A membership ended on the day, and none followed."""
    present = Membership.objects.filter(person=OuterRef("person"), until=None)
    rows: QuerySet[Membership] = Membership.objects.filter(
        day("until")(criterion), ~Q(Exists(present)), until__isnull=False
    )
    return rows


def _reason(criterion: Criterion) -> QuerySet[Membership]:
    """Why a membership ended, of any that did."""
    rows: QuerySet[Membership] = Membership.objects.filter(text("reason")(criterion), until__isnull=False)
    return rows


def _form(criterion: Criterion) -> QuerySet[Membership]:
    rows: QuerySet[Membership] = Membership.objects.filter(text("form_name")(criterion), until=None, form_name__gt="")
    return rows


placed, joined, form = (Hanging(rows, only_one=True) for rows in (_placed, _joined, _form))
left, left_the_unit, reason = Hanging(_left), Hanging(_left_the_unit), Hanging(_reason)


def dues_method(choices: Iterable[tuple[str, Any]]) -> Hanging:
    wanted = choice("method", choices)
    return Hanging(lambda criterion: Membership.objects.filter(held(criterion), wanted(criterion)))


def _members(criterion: Criterion, standing: str) -> Q:
    rows = Membership.objects.filter(held(criterion), person=OuterRef("pk"), status__in=STATUS_OF[Standing(standing)])
    return Q(Exists(rows))


def member_then(criterion: Criterion) -> Q:
    found = _members(criterion, Standing.MEMBER)
    return found if said_yes(criterion) else ~found


def standing_then(criterion: Criterion) -> Q:
    """What somebody was to the local on the day, by their spells."""
    if criterion["op"] in WITHOUT_VALUES:
        return Q()
    on = read_day(criterion["as_of"])
    any_then = Q(Exists(Membership.objects.filter(held(criterion), person=OuterRef("pk"))))
    before = Q(Exists(Membership.objects.filter(person=OuterRef("pk"), until__lt=on, until__gte=F("since"))))
    unknown_start = Q(Exists(Membership.objects.filter(person=OuterRef("pk"), until__lt=on, since=None)))
    found = Q(pk__in=[])
    for standing in chosen(criterion["values"], Standing.choices):
        if standing == Standing.FORMER:
            found |= (before | unknown_start) & ~any_then
        elif standing == Standing.NON_MEMBER:
            found |= ~any_then & ~before & ~unknown_start
        else:
            found |= _members(criterion, standing)
    return found


def paying(criterion: Criterion) -> Q:
    """Something arrived from them with the newest dues file of each source; before the first file nobody is known
    to pay, nor not to pay.
    """
    newest, yes = newest_dues_files(), said_yes(criterion)
    arrived = DuesPayment.objects.filter(person=OuterRef("pk"), roster_import__in=newest, cents__gt=0)
    found = Q(Exists(arrived.exclude(status="failed")))
    if not newest:
        return Q(pk__in=[])
    return found if yes else ~found


def newest_dues_files() -> list[int]:
    """One applied file of each kind and source: the latest by its day."""
    newest: dict[tuple[str, str], int] = {}
    files = RosterImport.objects.filter(
        state=ImportState.APPLIED, kind__in=(FileKind.REMITTANCE, FileKind.EDUES)
    ).order_by("as_of", "pk")
    for key, kind, source in files.values_list("pk", "kind", "source"):
        newest[kind, source] = key
    return list(newest.values())
