"""Who holds which office, who is steward for whom, who serves on which committee, now and before."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from members.models import Committee, CommitteeTerm, Person
from unionops.platform.access.models import RoleAssignment, Stewardship, User
from unionops.platform.access.policy import may
from unionops.platform.access.roles import OWN_RECORD_ONLY

SEE = "members.structure"


@dataclass(frozen=True)
class Served:
    """One term as a page shows it: what, whose, from when to when (both counted; empty: no end set)."""

    what: str
    who: str
    since: datetime.date | None
    until: datetime.date | None
    is_current: bool
    url: str = ""


def offices(user: User) -> list[Served]:
    """Every term in an office, running ones first."""
    if not may(user, SEE):
        return []
    rows = RoleAssignment.objects.exclude(role__in=OWN_RECORD_ONLY).select_related("user")
    return _sorted(_served(row, str(row.get_role_display())) for row in rows)


def stewardships(user: User) -> list[Served]:
    if not may(user, SEE):
        return []
    rows = Stewardship.objects.select_related("user", "unit", "worksite")
    return _sorted(_served(row, str(row)) for row in rows)


def _served(row: RoleAssignment | Stewardship, what: str) -> Served:
    return Served(what, str(row.user), row.since, _last_day(row), row.is_current)


def _last_day(row: RoleAssignment | Stewardship) -> datetime.date | None:
    """The day it was ended early, else the day it was given until."""
    return timezone.localdate(row.ended_at) if row.ended_at else row.until


def _sorted(rows: Iterable[Served]) -> list[Served]:
    return sorted(rows, key=lambda row: (not row.is_current, row.what, row.who))


def committees(user: User) -> QuerySet[Any]:
    """All committees with how many serve today in `serving`."""
    today = timezone.localdate()
    now = Q(terms__since__lte=today) & (Q(terms__until=None) | Q(terms__until__gte=today))
    rows: QuerySet[Any] = Committee.objects.visible_to(user, SEE).annotate(serving=Count("terms", filter=now))
    return rows.order_by(F("dissolved_on").asc(nulls_first=True), "name")


def committee(user: User, public_id: uuid.UUID) -> Committee:
    """Raises Committee.DoesNotExist."""
    found: Committee = Committee.objects.visible_to(user, SEE).get(public_id=public_id)
    return found


def committee_terms(user: User, of: Committee) -> list[CommitteeTerm]:
    """Who serves and served, those of today first."""
    rows = CommitteeTerm.objects.visible_to(user, SEE).filter(committee=of, person__erased_at=None)
    found = rows.select_related("person").order_by("person__name_key", "-since")
    return sorted(found, key=lambda term: (not term.is_current, term.part == "member"))


def committee_term(user: User, public_id: uuid.UUID) -> CommitteeTerm | None:
    """A term somebody may end."""
    rows = CommitteeTerm.objects.visible_to(user, "members.committees").select_related("committee", "person")
    return rows.filter(public_id=public_id).first()


def open_committees(user: User) -> list[Committee]:
    return list(Committee.objects.visible_to(user, SEE).filter(dissolved_on=None).order_by("name"))


def terms_of(user: User, person: Person) -> list[Served]:
    """Offices, stewardships and committees of one person, for those who may see the structure; running ones first."""
    if not may(user, SEE):
        return []
    found = [
        Served(f"{term.committee} ({term.part})", person.name, term.since, term.until, term.is_current,
               term.committee.get_absolute_url())
        for term in CommitteeTerm.objects.visible_to(user, SEE).filter(person=person).select_related("committee")
    ]  # fmt: skip
    if account := User.objects.filter(person=person.public_id).first():
        roles = account.role_assignments.exclude(role__in=OWN_RECORD_ONLY).select_related("user")
        found += [_served(row, str(row.get_role_display())) for row in roles]
        places = account.stewardships.select_related("user", "unit", "worksite")
        found += [_served(row, str(row)) for row in places]
    return _sorted(found)
