"""What of case work stands on a clause: cases that cite it, settlements of those, dates counted by its words."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from contracts.models import Clause
from grievances.models import Deadline, Grievance, Settlement
from grievances.queries.cases import VIEW, grievances
from grievances.queries.dates import LIVE
from unionops.platform.access.models import User

MOST = 50


def lineages(clause: Clause) -> list[int]:
    """The clause and all under it, as they live on from version to version."""
    inside = Q(pk=clause.pk) | Q(version=clause.version_id, path__startswith=f"{clause.path}/")
    return list(Clause.objects.filter(inside).values_list("lineage_id", flat=True))


def cases_citing(user: User, of: Iterable[int]) -> QuerySet[Grievance]:
    """Cases the user may read that cite one of these, newest first."""
    rows = grievances(user).filter(matter__citations__clause__lineage_id__in=list(of))
    return rows.distinct().order_by("-pk")


def settlements_of(user: User, of: Iterable[int]) -> QuerySet[Settlement]:
    rows: QuerySet[Settlement] = Settlement.objects.visible_to(user, VIEW)
    found = rows.filter(matter__citations__clause__lineage_id__in=list(of))
    return found.select_related("grievance", "matter").distinct().order_by("-settled_on", "-pk")


def dates_counted_by(user: User, of: Iterable[int]) -> QuerySet[Deadline]:
    """Running dates whose rule stands on one of these clauses."""
    rows: QuerySet[Deadline] = Deadline.objects.visible_to(user, VIEW)
    found = rows.filter(rule__clause__lineage_id__in=list(of), state__in=LIVE)
    return found.select_related("grievance", "matter").prefetch_related("matter__grievances").order_by("due", "pk")
