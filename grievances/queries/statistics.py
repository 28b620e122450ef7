"""Figures over cases: how many, how they end, how long they take; small cells are not shown."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from typing import Any

from django.db.models import QuerySet

from grievances.models import Citation, Deadline, DeadlineState, Grievance, Party, PartyRole, Side, Status
from grievances.models.matters import WON
from grievances.queries.cases import VIEW
from unionops.platform.access.models import User
from unionops.platform.access.policy import policy

COUNT = "grievances.statistics"
SMALLEST = 5


@dataclass(frozen=True)
class Cell:
    """One row of a table of figures. `shown` is False when fewer than five cases stand behind it."""

    label: str
    n: int
    closed: int
    won: int
    days: int | None

    @property
    def shown(self) -> bool:
        return self.n >= SMALLEST

    @property
    def share(self) -> int | None:
        return round(100 * self.won / self.closed) if self.closed >= SMALLEST else None


def counted(user: User) -> QuerySet[Grievance]:
    """Cases that may be counted: restricted ones only by those who may read them. Gives figures, never a case."""
    rows: QuerySet[Grievance] = Grievance.objects.visible_to(user, COUNT)
    return rows.select_related("matter", "matter__worksite", "step")


def _table(rows: Iterable[Grievance], label: Callable[[Grievance], str]) -> list[Cell]:
    groups: dict[str, list[Grievance]] = defaultdict(list)
    for row in rows:
        groups[label(row)].append(row)
    cells = [_cell(name, cases) for name, cases in groups.items()]
    return sorted(cells, key=lambda cell: (-cell.n, cell.label))


def _cell(name: str, cases: list[Grievance]) -> Cell:
    closed = [case for case in cases if case.status == Status.CLOSED]
    lengths = [(case.closed_on - case.filed_on).days for case in closed if case.closed_on and case.filed_on]
    won = sum(case.outcome in WON for case in closed)
    return Cell(name, len(cases), len(closed), won, round(median(lengths)) if len(lengths) >= SMALLEST else None)


def folded(cells: list[Cell], rest: str) -> list[Cell]:
    """Cells of fewer than five cases go together under one name, so that nobody can be told from a figure.

    When together they are still fewer than five, the smallest shown cell joins them: the rest of a sum tells as much
    as a cell.
    """
    small = [cell for cell in cells if not cell.shown]
    if not small:
        return cells
    large = sorted((cell for cell in cells if cell.shown), key=lambda cell: -cell.n)
    while large and sum(cell.n for cell in small) < SMALLEST:
        small.append(large.pop())
    one = Cell(rest, sum(c.n for c in small), sum(c.closed for c in small), sum(c.won for c in small), None)
    return [*large, one] if one.shown else []


def tables(user: User, rest: str) -> dict[str, list[Cell]]:
    rows = list(counted(user))
    return {
        "topic": folded(_table(rows, lambda case: str(case.matter.get_topic_display())), rest),
        "site": folded(_table(rows, lambda case: str(case.matter.worksite or "-")), rest),
        "step": folded(_table(rows, lambda case: str(case.step or "-")), rest),
        "article": folded(by_article(user, rows), rest),
        "manager": folded(by_manager(user, rows), rest),
        "arbitrator": folded(_table([case for case in rows if case.arbitrator], lambda case: case.arbitrator), rest),
    }


def by_manager(user: User, rows: list[Grievance]) -> list[Cell]:
    """A case counts once under each manager named in it; only for those who may read cases."""
    if policy.scope(user, VIEW) != "all":
        return []
    cases = {row.matter_id: row for row in rows}
    named: QuerySet[Party] = Party.objects.visible_to(user, VIEW).filter(matter__in=cases, role=PartyRole.MANAGER)
    groups: dict[str, dict[int, Grievance]] = defaultdict(dict)
    for party in named.select_related("person"):
        groups[str(party)][party.matter_id] = cases[party.matter_id]
    return [_cell(name, list(found.values())) for name, found in groups.items()]


def by_article(user: User, rows: list[Grievance]) -> list[Cell]:
    """A case counts once under each article it cites."""
    cases = {row.matter_id: row for row in rows}
    cited: QuerySet[Citation] = Citation.objects.filter(matter__in=cases).exclude(clause=None)
    groups: dict[str, dict[int, Grievance]] = defaultdict(dict)
    for matter_id, article, title in cited.values_list(
        "matter_id", "clause__article", "clause__version__agreement__title"
    ):
        groups[f"{title} {article}"][matter_id] = cases[matter_id]
    return sorted((_cell(name, list(found.values())) for name, found in groups.items()), key=lambda c: (-c.n, c.label))


def outcomes(user: User, rest: str) -> list[tuple[str, int]]:
    """How cases ended; outcomes of fewer than five cases stand together."""
    found: dict[str, int] = defaultdict(int)
    for row in counted(user).filter(status=Status.CLOSED):
        found[str(row.get_outcome_display())] += 1
    cells = folded([Cell(label, n, n, 0, None) for label, n in found.items()], rest)
    return sorted(((cell.label, cell.n) for cell in cells), key=lambda pair: (pair[0] == rest, -pair[1]))


def lateness(user: User, today: datetime.date) -> dict[str, Any]:
    """How often management's date passed without an answer; only when five or more dates stand behind it.

    An answer that is still missing is late by the days until today; one that never came, because the union went on,
    by the days until its lateness was noted.
    """
    theirs = Deadline.objects.visible_to(user, COUNT).filter(side=Side.THEIRS, origin="step", step__deed="answer")
    done = theirs.filter(state=DeadlineState.MET).exclude(met_on=None).values_list("due", "met_on")
    missing = theirs.filter(state=DeadlineState.RUNNING, due__lt=today).values_list("due", flat=True)
    given_up = theirs.filter(state=DeadlineState.DROPPED).exclude(silence_seen_on=None)
    rows = [(due, met) for due, met in done if met is not None] + [(due, today) for due in missing]
    rows += [(due, seen) for due, seen in given_up.values_list("due", "silence_seen_on") if seen]
    late = [(met - due).days for due, met in rows if met > due]
    if len(rows) < SMALLEST:
        return {"n": len(rows), "shown": False}
    return {"n": len(rows), "shown": True, "late": len(late), "days": round(median(late)) if late else 0}


def register(user: User) -> QuerySet[Grievance]:
    """That a case exists and its dates, nothing of what it is about."""
    rows: QuerySet[Grievance] = Grievance.objects.visible_to(user, "grievances.register")
    return rows.select_related("step").only("number", "status", "filed_on", "closed_on", "step__title").order_by("-pk")


def totals(user: User, today: datetime.date) -> dict[str, int]:
    rows = counted(user)
    year = rows.filter(filed_on__year=today.year)
    return {
        "all": rows.count(),
        "open": rows.exclude(status=Status.CLOSED).count(),
        "year": year.count(),
        "won": rows.filter(status=Status.CLOSED, outcome__in=WON).count(),
        "closed": rows.filter(status=Status.CLOSED).count(),
    }
