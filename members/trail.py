"""Which events of the audit trail are about the roster, and which about dues."""

from __future__ import annotations

from django.db.models import Q

from members.models import FileKind, RosterImport
from unionops.platform.access.models import User

DUES = (
    "made tasks from a reconciliation", "settled a task from a reconciliation", "corrected the dues of a member",
    "wrote letters about a reconciliation", "held the dues files against the roster", "set a dues tier",
)  # fmt: skip
WITHOUT_A_TARGET = (
    "took people off a walk list", "kept the density of a month", "reckoned the density of earlier months",
    "let go of roster files nobody applied", "looked for duplicates", "printed density and coverage",
    "exported density and coverage as a table",
)  # fmt: skip


def about_the_roster(user: User) -> Q:
    return Q(kind__startswith="members.") | Q(kind="", action__in=WITHOUT_A_TARGET) | Q(action__in=DUES)


def about_dues(user: User) -> Q:
    """What was done about dues, and the payers' files that were brought in."""
    lists = RosterImport.objects.filter(kind__in=[FileKind.REMITTANCE, FileKind.EDUES])
    files = [str(key) for key in lists.values_list("public_id", flat=True)]
    return Q(action__in=DUES) | Q(kind="members.RosterImport", target__in=files)
