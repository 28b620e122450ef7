"""The docket: whose turn it is to strike, what comes next, and what is known of each arbitrator."""

from __future__ import annotations

import datetime
import uuid
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from grievances.models import Arbitration, Arbitrator, Grievance, PanelName, Side, Status, Striker
from grievances.models.matters import WON
from grievances.queries.cases import VIEW, grievances
from unionops.platform.access.models import User

READ = "grievances.simulate"
# Dates of the docket that are clocks: their title and whose they are.
DATES = {
    "strikes_due": (_("Strike names from the list"), Side.OURS),
    "exchange_on": (_("Exchange exhibits"), Side.OURS),
    "hearing_on": (_("Arbitration hearing"), Side.OURS),
    "briefs_due": (_("Briefs to the arbitrator"), Side.OURS),
    "award_due": (_("Award expected"), Side.THEIRS),
}


def docket(user: User) -> QuerySet[Arbitration]:
    """Cases before an arbitrator that the user may read, the next hearing first."""
    rows: QuerySet[Arbitration] = Arbitration.objects.visible_to(user, VIEW)
    near = rows.select_related("grievance", "matter", "matter__steward", "arbitrator")
    return near.order_by("grievance__closed_on", "hearing_on", "pk")


def of_case(user: User, case: Grievance) -> Arbitration | None:
    rows: QuerySet[Arbitration] = Arbitration.objects.visible_to(user, VIEW)
    return rows.filter(grievance=case).select_related("grievance", "matter", "arbitrator").first()


def invoked_on(case: Grievance) -> datetime.date | None:
    """The day arbitration was invoked by a recorded step, whether or not a docket is open."""
    named = Q(step__key__startswith="arbitration") | Q(step__title__icontains="arbitration")
    rows = case.step_records.filter(named, step__deed="notice", undone_at=None)
    day: datetime.date | None = rows.order_by("on").values_list("on", flat=True).first()
    return day


def panel(user: User, row: Arbitration) -> list[PanelName]:
    return list(row.panel.select_related("arbitrator", "arbitration__grievance", "arbitration__matter").order_by("pk"))


def names_left(user: User, row: Arbitration) -> list[PanelName]:
    return [name for name in panel(user, row) if not name.struck_by]


def turn(user: User, row: Arbitration) -> str | None:
    """Who strikes now: the sides take turns until one name is left. None when nobody does."""
    names = list(row.panel.values_list("struck_by", flat=True))
    struck = sum(bool(name) for name in names)
    if not row.first_strike or len(names) - struck < 2:
        return None
    other = Striker.MANAGEMENT if row.first_strike == Striker.UNION else Striker.UNION
    return str(row.first_strike if struck % 2 == 0 else other)


@dataclass
class KnownArbitrator:
    """An arbitrator with the cases the viewer may read and how those ended."""

    arbitrator: Arbitrator
    cases: list[Grievance] = field(default_factory=list)
    listed: int = 0
    struck_by_us: int = 0

    @property
    def closed(self) -> int:
        return sum(case.status == Status.CLOSED for case in self.cases)

    @property
    def won(self) -> int:
        return sum(case.outcome in WON for case in self.cases if case.status == Status.CLOSED)


def arbitrators(user: User) -> list[KnownArbitrator]:
    """Everybody the local has met, with what may be shown of their cases; old, imported cases count by the name."""
    rows = Arbitrator.objects.visible_to(user, READ)
    cases: dict[str, list[Grievance]] = defaultdict(list)
    for case in grievances(user).exclude(arbitrator=""):
        cases[case.arbitrator.casefold()].append(case)
    lists: dict[int, list[str]] = defaultdict(list)
    names = PanelName.objects.visible_to(user, VIEW).values_list("arbitrator_id", "struck_by")
    for pk, struck_by in names:
        lists[pk].append(struck_by)
    return [
        KnownArbitrator(one, cases[one.name.casefold()], len(lists[one.pk]), lists[one.pk].count(Striker.UNION))
        for one in rows
    ]


def arbitrator(user: User, public_id: uuid.UUID) -> Arbitrator:
    found: Arbitrator = Arbitrator.objects.visible_to(user, READ).get(public_id=public_id)
    return found
