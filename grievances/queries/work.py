"""Work lists: my day, what is due, where management is silent, the board."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
    Window,
    prefetch_related_objects,
)
from django.db.models.functions import RowNumber
from django.utils.translation import gettext_lazy as _

from grievances.deadlines.procedure import ENDS
from grievances.models import (
    CaseTask,
    Deadline,
    DeadlineState,
    Grievance,
    ProcedureStep,
    Side,
    Status,
    TimeCategory,
    TimeEntry,
)
from grievances.queries.cases import VIEW, mine, open_cases, time_entries, worked_on
from grievances.stepnames import step_name
from unionops.platform.access.models import User

SOON = datetime.timedelta(days=14)
ON_DAY = 15


def deadlines(user: User) -> QuerySet[Deadline]:
    """Running dates of cases the user may read."""
    rows: QuerySet[Deadline] = Deadline.objects.visible_to(user, VIEW).filter(state=DeadlineState.RUNNING)
    near = rows.select_related("grievance", "matter", "matter__steward", "step", "rule")
    return near.prefetch_related("matter__grievances").defer("count").order_by("due", "id")


# What one line of a list shows of a date, and nothing more: lists are long, and most of a row is its count.
LINE = (
    "public_id", "title", "side", "due", "target", "origin", "earliest", "matter__public_id", "matter__title",
    "grievance__public_id", "grievance__number", "grievance__matter_id", "rule__confirmed_by_id",
)  # fmt: skip


def running(user: User) -> QuerySet[Deadline]:
    """Running clocks of the cases the user works on, for counting."""
    rows: QuerySet[Deadline] = Deadline.objects.visible_to(user, VIEW).filter(state=DeadlineState.RUNNING)
    return rows.filter(worked_on(user))


def overdue(rows: QuerySet[Deadline], day: datetime.date) -> QuerySet[Deadline]:
    """Of these running dates, ours that are past."""
    return rows.filter(side=Side.OURS, earliest=False, due__lt=day)


def any_overdue(day: datetime.date) -> bool:
    """Whether any date of the house is: seldom, and whose it is takes ten times as long to find out."""
    return overdue(Deadline.objects.filter(state=DeadlineState.RUNNING), day).exists()


def my_deadlines(user: User) -> QuerySet[Deadline]:
    """Of the cases the user works on, with what a line of a list shows."""
    return running(user).select_related("grievance", "matter", "rule").only(*LINE).order_by("due", "id")


def find_cases(user: User, rows: Iterable[Deadline]) -> None:
    """Let each date know its case: one of the law has that of its matter."""
    prefetch_related_objects([row.matter for row in rows if row.grievance is None], _cases_of_matter(user))


def _cases_of_matter(user: User) -> Prefetch[str]:
    slim = Grievance.objects.visible_to(user, VIEW).only("public_id", "number", "matter_id")
    return Prefetch("grievances", queryset=slim)


def due(user: User, day: datetime.date, days: int) -> QuerySet[Deadline]:
    """Everything that falls due until `days` from `day`, overdue ones included."""
    return deadlines(user).filter(due__lte=day + datetime.timedelta(days=days))


def silent(user: User, day: datetime.date) -> QuerySet[Grievance]:
    """Open cases where an answer, to a step or to an information request, fell due before `day` and no clock was
    started because of it.
    """
    rows: QuerySet[Deadline] = Deadline.objects.filter(state=DeadlineState.RUNNING, due__lt=day).exclude(side=Side.OURS)
    overdue = rows.filter(Q(step__deed__in=ENDS) | Q(origin=Deadline.Origin.REQUEST), silence_seen_on=None).values(
        "grievance_id"
    )
    return open_cases(user).filter(pk__in=overdue)


class Shelf(models.TextChoices):
    """Where a date stands on my day, in the order to work through it."""

    OVERDUE = "overdue", _("Overdue")
    DUE = "due", _("Due")
    LATE = "late", _("They have not answered")
    WAITING = "waiting", _("Waiting on them")
    LATER = "later", _("Later dates")


@dataclass
class Shelved:
    """The first dates of a shelf, and how many there are in all."""

    rows: list[Deadline] = field(default_factory=list)
    count: int = 0

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


def my_day(user: User, day: datetime.date, each: int = ON_DAY) -> dict[str, Shelved]:
    """The first `each` dates of every shelf; one query, whatever a steward carries."""
    made = {str(shelf): Shelved() for shelf in Shelf}
    place = Window(RowNumber(), partition_by=[F("shelf")], order_by=[F("due").asc(), F("id").asc()])
    in_all = Window(Count("pk"), partition_by=[F("shelf")])
    rows = my_deadlines(user).annotate(shelf=_shelf(day)).annotate(place=place, in_all=in_all)
    found = list(rows.filter(place__lte=each))
    find_cases(user, found)
    for row in found:
        made[row.shelf].rows.append(row)
        made[row.shelf].count = row.in_all
    return made


def on_shelf(user: User, day: datetime.date, shelf: str) -> QuerySet[Deadline]:
    return my_deadlines(user).annotate(shelf=_shelf(day)).filter(shelf=shelf)


def _shelf(day: datetime.date) -> Case:
    """A first day is never overdue: it stands with the later dates until somebody uses it or drops it."""
    return Case(
        When(earliest=True, then=Value(Shelf.LATER)),
        When(side=Side.THEIRS, due__lt=day, then=Value(Shelf.LATE)),
        When(~Q(side=Side.OURS), then=Value(Shelf.WAITING)),
        When(due__lt=day, then=Value(Shelf.OVERDUE)),
        When(target__lte=day + SOON, then=Value(Shelf.DUE)),
        default=Value(Shelf.LATER),
    )


def tasks(user: User, day: datetime.date) -> QuerySet[CaseTask]:
    rows: QuerySet[CaseTask] = CaseTask.objects.visible_to(user, VIEW).filter(owner=user, done_at=None)
    near = Q(due=None) | Q(due__lte=day + SOON)
    return rows.filter(near).select_related("matter").order_by(F("due").asc(nulls_last=True), "id")


def lines(rows: QuerySet[Grievance]) -> QuerySet[Grievance]:
    """The rows with what a line of the list shows and nothing more."""
    near = rows.select_related(None).select_related("matter", "matter__steward", "matter__worksite", "step")
    return near.only(
        "public_id", "number", "scope", "status", "outcome", "matter__title", "matter__topic", "matter__restricted",
        "matter__steward__name", "matter__steward__is_system", "matter__worksite__name", "step__title",
    )  # fmt: skip


def with_next(user: User, cases: Iterable[Grievance]) -> list[Grievance]:
    """The cases, each knowing its next running date; ours before theirs on the same day. One query for all."""
    rows = list(cases)
    running = Deadline.objects.visible_to(user, VIEW).filter(state=DeadlineState.RUNNING)
    theirs = running.filter(grievance__in=[case.pk for case in rows]).order_by("due", "side", "id")
    slim = theirs.values_list("grievance_id", "public_id", "due", "side", named=True)
    found = {one.grievance_id: one for one in list(slim)[::-1]}
    for case in rows:
        case.next_date = found.get(case.pk)
    return rows


@dataclass(frozen=True)
class Column:
    """One column of the board: a step, or the intakes, or what is in abeyance."""

    title: str
    key: str
    cases: list[Grievance]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.cases)


def load_by_steward(user: User) -> list[tuple[str, int]]:
    """Open cases per steward, busiest first; cases nobody has come first of all."""
    rows = open_cases(user).order_by().values("matter__steward__name").annotate(n=Count("pk"))
    named = [(row["matter__steward__name"] or "", row["n"]) for row in rows]
    return sorted(named, key=lambda pair: (bool(pair[0]), -pair[1]))


def board_rows(user: User, each: int) -> QuerySet[Grievance]:
    """The oldest `each` open cases of every place on the board."""
    place = Window(RowNumber(), partition_by=[F("status"), F("step")], order_by=F("matter__opened_at").asc())
    placed = open_cases(user).select_related(None).order_by().annotate(place=place)
    oldest = list(placed.filter(place__lte=each).values_list("pk", flat=True))
    rows = open_cases(user).select_related(None).select_related("matter", "matter__steward", "step")
    slim = rows.only(
        "public_id", "number", "scope", "status", "matter__title", "matter__opened_at", "matter__steward__name",
        "matter__steward__is_system", "step__ordinal",
        "step__key", "step__title",
    )  # fmt: skip
    return slim.filter(pk__in=oldest).order_by("step__ordinal", "matter__opened_at")


def board_counts(user: User) -> dict[tuple[str, int | None], int]:
    """How many open cases stand at each place: (status, step)."""
    rows = open_cases(user).order_by().values_list("status", "step").annotate(n=Count("pk"))
    return {(status, step): n for status, step, n in rows}


def stewards_with_cases(user: User) -> list[tuple[str, str]]:
    """(public id, name) of the stewards of open cases."""
    theirs = open_cases(user).filter(matter__steward=OuterRef("pk")).order_by()
    rows = User.objects.filter(Exists(theirs)).order_by("name").only("public_id", "name", "is_system")
    return [(str(row.public_id), str(row)) for row in rows]


def week(user: User, day: datetime.date) -> dict[str, int]:
    """For the digest: open cases, dates of ours overdue and due in seven days, answers of theirs that are late."""
    ours, theirs = Q(side=Side.OURS, earliest=False), Q(side=Side.THEIRS, earliest=False)
    counted: dict[str, int] = deadlines(user).aggregate(
        overdue=Count("pk", filter=ours & Q(due__lt=day)),
        week=Count("pk", filter=ours & Q(due__gte=day, due__lte=day + datetime.timedelta(days=7))),
        late=Count("pk", filter=theirs & Q(due__lt=day)),
    )
    return counted | {"open": open_cases(user).count()}


def my_cases(user: User) -> QuerySet[Grievance]:
    return mine(user).exclude(status=Status.CLOSED)


def steps_in_use(user: User) -> list[tuple[str, str]]:
    """(key, title) of the steps open cases stand at."""
    at_it = open_cases(user).filter(step=OuterRef("pk")).order_by()
    rows = ProcedureStep.objects.filter(Exists(at_it)).order_by("pk").values_list("key", "title")
    return sorted((key, step_name(title)) for key, title in dict(rows).items())


def time_sums(user: User) -> list[tuple[str, str, float]]:
    """(category, paid as, hours) of the entries the user may see."""
    rows = time_entries(user).values_list("category", "paid_as").annotate(total=Sum("minutes")).order_by("category")
    kinds, paid = dict(TimeCategory.choices), dict(TimeEntry.PaidAs.choices)
    return [(str(kinds[category]), str(paid[paid_as]), round(total / 60, 1)) for category, paid_as, total in rows]
