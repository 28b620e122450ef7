"""Which events of the audit trail are about cases, and whom a wall keeps from them."""

from __future__ import annotations

from django.db.models import Q

from grievances.models import Grievance, Matter
from grievances.models.matters import matter_q, not_walled
from unionops.platform.access.models import User
from unionops.platform.access.policy import may

CASE_KINDS = ("grievances.Matter", "grievances.Grievance")
OF_ONE_PERSON = ("grievances.TimeEntry", "grievances.Reminder", "grievances.IntakeDraft", "grievances.OldFile")
WORDED = (*CASE_KINDS, "files.Upload")
"""Why something was done with these may tell of a case."""
SEALED = "wrote a sealed note"
WITHOUT_A_TARGET = (
    "reassigned cases", "changed the settings of case work", "printed the handover book", "indexed the cases",
    "let go of plans of old cases nobody carried out", "let go of intakes that were never filed",
    "let go of old closed cases",
    "started clocks after missed answers", "sent the weekly digest of dates", "exported the time log",
)  # fmt: skip
"""What was done with many cases at once. Somebody's calendar address and ticked reminders are their own affair."""


def about_cases(user: User) -> Q:
    """Case work, but for the rows one person keeps for themselves and for what is sealed."""
    shared = Q(kind__startswith="grievances.") & ~Q(kind__in=OF_ONE_PERSON) & ~Q(action=SEALED)
    return shared | Q(kind="", action__in=WITHOUT_A_TARGET)


def walled(user: User) -> Q:
    """Events about cases the user is a party to, is walled off from, or is not among the named readers of.

    Who reads no cases at all, as trustees, learns from the trail that restricted ones exist, and no more of any.
    """
    open_to = matter_q(user, "all") if may(user, "grievances.view") else not_walled(user)
    hidden = Matter.objects.exclude(pk__in=Matter.objects.filter(open_to).values("pk"))
    matters = dict(hidden.values_list("pk", "public_id"))
    if not matters:
        return Q()
    cases = Grievance.objects.filter(matter__in=matters).values_list("public_id", flat=True)
    return Q(kind__in=CASE_KINDS, target__in=[str(key) for key in (*matters.values(), *cases)])
