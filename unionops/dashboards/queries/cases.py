"""Cases and their dates, as far as the viewer may see them."""

import datetime
import statistics
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from grievances.models import CaseSettings, Deadline, DeadlineState, Grievance, Side, Status
from grievances.queries import cases as grievances
from grievances.queries import statistics as figures
from unionops.platform.access.models import User

AHEAD = datetime.timedelta(days=14)
WEEK = datetime.timedelta(days=7)
LIVE = ~Q(status=Status.CLOSED)


def open_cases(user: User, capability: str = "grievances.view") -> QuerySet[Grievance]:
    rows: QuerySet[Grievance] = Grievance.objects.visible_to(user, capability)
    return rows.filter(LIVE).select_related("matter", "matter__worksite", "matter__steward", "step")


def my_cases(user: User) -> QuerySet[Grievance]:
    """Open cases the user works on, the oldest first."""
    return open_cases(user).filter(matter__steward=user).order_by("id")


def dates(user: User, *, side: str = Side.OURS) -> QuerySet[Deadline]:
    """Running dates of one side in open cases, the soonest first. A clock of the law that has run out is over."""
    rows: QuerySet[Deadline] = Deadline.objects.visible_to(user, "grievances.view")
    rows = rows.filter(
        Exists(live_cases_of(OuterRef("matter_id"))), state=DeadlineState.RUNNING, side=side, earliest=False
    )
    rows = rows.exclude(grievance__status=Status.CLOSED)
    rows = rows.exclude(origin=Deadline.Origin.STATUTE, due__lt=timezone.localdate())
    rows = rows.select_related("matter", "matter__steward", "matter__worksite", "grievance")
    return rows.prefetch_related("matter__grievances").order_by("due", "id")


def live_cases_of(matter_id: OuterRef) -> QuerySet[Grievance]:
    return Grievance.objects.filter(LIVE, matter_id=matter_id)


def dates_ahead(user: User) -> list[Deadline]:
    """Our dates that have passed or come within two weeks."""
    return list(dates(user).filter(due__lte=timezone.localdate() + AHEAD))


def late_answers(user: User) -> list[Deadline]:
    """Answers of management that have not come in time."""
    return list(dates(user, side=Side.THEIRS).filter(due__lt=timezone.localdate()))


@dataclass(frozen=True)
class DateFigures:
    """Our running dates: passed, within seven days, the next one, and how many of the seven days nobody works on."""

    overdue: int
    week: int
    next_due: datetime.date | None
    without_steward: int


def date_figures(user: User) -> DateFigures:
    today = timezone.localdate()
    rows = list(dates(user).filter(due__lte=today + WEEK).values_list("due", "matter__steward_id"))
    coming = [(due, steward) for due, steward in rows if due >= today]
    return DateFigures(
        overdue=len(rows) - len(coming),
        week=len(coming),
        next_due=min((due for due, _steward in coming), default=None),
        without_steward=sum(steward is None for _due, steward in coming),
    )


def beyond_first_step(user: User) -> int:
    """Open cases that were not settled where they were filed."""
    return open_cases(user).exclude(filed_on=None).exclude(step=None).exclude(step=F("entry")).count()


@dataclass(frozen=True)
class StepFigures:
    """Open cases at one step and their middle age in days."""

    label: str
    cases: int
    median_days: int


def by_step(user: User, capability: str = "grievances.view") -> list[StepFigures]:
    """Open cases by where they stand, in the order of the procedure."""
    today, places = timezone.localdate(), dict[str, int]()
    ages = defaultdict[str, list[int]](list)
    for case in open_cases(user, capability):
        began = case.filed_on or timezone.localdate(case.matter.opened_at)
        place, label = _where(case)
        places[label] = min(place, places.get(label, place))
        ages[label].append(max(0, (today - began).days))
    ordered = sorted(ages, key=lambda label: (places[label], label))
    return [StepFigures(label, len(ages[label]), round(statistics.median(ages[label]))) for label in ordered]


def _where(case: Grievance) -> tuple[int, str]:
    """A place to sort by, and the step's name up to a colon; a case that is not filed stands before the first."""
    if case.filed_on is None:
        return -1, _("Being prepared")
    if case.step is None:
        return 0, _("Filed")
    return case.step.ordinal, str(case.step).partition(":")[0]


@dataclass(frozen=True)
class Ended:
    label: str
    cases: int


def endings(user: User, capability: str = "grievances.view") -> list[Ended] | None:
    """How the cases closed in the last year ended, the most common first; None for those who read no case: a year that
    moves on by a day, beside the register, would tell them how the case of that day ended.
    """
    if figures.outside(user):
        return None
    since = timezone.localdate() - datetime.timedelta(days=365)
    rows = Grievance.objects.visible_to(user, capability).filter(status=Status.CLOSED, closed_on__gte=since)
    rest, rest_won = _("all others together"), _("other cases won or settled")
    found = figures.endings(list(rows), rest, rest_won, fives=False)
    return [Ended(label, number) for label, number in found]


def case_load(user: User) -> list[tuple[str, int]]:
    """Open cases by the person who works on them; nobody comes first."""
    counts: dict[str, int] = defaultdict(int)
    for case in open_cases(user):
        counts[str(case.matter.steward or "")] += 1
    return sorted(counts.items(), key=lambda pair: (pair[0] != "", -pair[1], pair[0]))


def own_status(user: User) -> list[Grievance]:
    """A member's own cases by number, step and status, where the local lets grievants see that."""
    if not CaseSettings.current().members_see_status:
        return []
    return list(grievances.of_grievant(user).exclude(status=Status.CLOSED))
