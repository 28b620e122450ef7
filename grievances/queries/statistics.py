"""Figures over cases: how many, how they end, how long they take; small cells are not shown."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from grievances.imports.places import labels_in
from grievances.models import Citation, Deadline, DeadlineState, Grievance, Party, PartyRole, Side, Status
from grievances.models.matters import WON
from grievances.queries.cases import VIEW
from unionops.platform.access.models import User
from unionops.platform.access.policy import policy

COUNT = "grievances.statistics"
SMALLEST = 5


@dataclass(frozen=True)
class Cell:
    """One row of a table of figures: cases, closed ones, won or settled ones, median days to the end.

    `won` is None where a number below five, or the rest of a sum, would tell how somebody's case ended.
    """

    label: str
    n: int
    closed: int
    won: int | None
    days: int | None

    @property
    def share(self) -> int | None:
        return None if self.won is None else round(100 * self.won / self.closed)


Group = dict[int, Grievance]
Groups = dict[str, Group]


def counted(user: User) -> QuerySet[Grievance]:
    """Cases that may be counted: restricted ones only by those who may read them. Gives figures, never a case."""
    rows: QuerySet[Grievance] = Grievance.objects.visible_to(user, COUNT)
    return rows.select_related("matter", "matter__worksite", "matter__steward", "step")


def outside(user: User) -> bool:
    """Whether somebody sees the figures, and in the register each case and its dates, but reads no case. To them a
    figure that moved by one would tell what the one case was about, or how it ended.
    """
    return policy.scope(user, VIEW) != "all"


def by_fives(rows: Iterable[Grievance], *, ended: bool) -> list[Grievance]:
    """The oldest rows, as many as fill fives, in the order they were opened or `ended`."""
    first = datetime.date.min
    ordered = sorted(rows, key=lambda row: ((row.closed_on or first) if ended else first, row.pk))
    return ordered[: len(ordered) - len(ordered) % SMALLEST]


def _grouped(rows: Iterable[Grievance], label: Callable[[Grievance], str]) -> Groups:
    groups: Groups = defaultdict(dict)
    for row in rows:
        groups[label(row)][row.pk] = row
    return groups


def folded(groups: Groups, rest: str) -> Groups:
    """Groups of fewer than five cases go together under one name, so that nobody can be told from a figure.

    Cases are counted once, however many small groups they stand in. When together they are still fewer than five, the
    smallest shown group joins them: the rest of a sum tells as much as a group.
    """
    by_size = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    large = [pair for pair in by_size if len(pair[1]) >= SMALLEST]
    together: Group = {pk: row for _name, group in by_size if len(group) < SMALLEST for pk, row in group.items()}
    if not together:
        return dict(large)
    while large and len(together) < SMALLEST:
        together |= large.pop()[1]
    return dict(large) | ({rest: together} if len(together) >= SMALLEST else {})


def cells(groups: Groups, rest: str, *, fives: bool = False) -> list[Cell]:
    """Rows of a table whose groups, and whose endings, stand for five cases or more; with `fives` they move by five."""
    made = [_cell(name, list(group.values()), fives) for name, group in folded(groups, rest).items()]
    return _quiet(made)


def _cell(name: str, rows: list[Grievance], fives: bool) -> Cell:
    rows = by_fives(rows, ended=False) if fives else rows
    closed = [row for row in rows if row.status == Status.CLOSED]
    closed = by_fives(closed, ended=True) if fives else closed
    lengths = [(row.closed_on - row.filed_on).days for row in closed if row.closed_on and row.filed_on]
    won = sum(row.outcome in WON for row in closed)
    days = round(median(lengths), -1 if fives else None) if len(lengths) >= SMALLEST else None
    return Cell(name, len(rows), len(closed), won, None if days is None else round(days))


def _few(won: int, closed: int) -> bool:
    """Whether the won or the not won are so few that they point at somebody."""
    return any(0 < n < SMALLEST for n in (won, closed - won, closed))


def _tells(cell: Cell) -> bool:
    return _few(cell.won or 0, cell.closed)


def _quiet(made: list[Cell]) -> list[Cell]:
    """Endings of few cases are left out. The sum less what is shown tells of the rows left out together: others, the
    smallest first, go with them until they are two and stand for no few.
    """
    silent = {cell.label for cell in made if _tells(cell) or not cell.closed}
    others = sorted((cell for cell in made if cell.label not in silent), key=lambda cell: cell.closed)
    while others and _together_tell([cell for cell in made if cell.label in silent and cell.closed]):
        silent.add(others.pop(0).label)
    return [replace(cell, won=None) if cell.label in silent else cell for cell in made]


def _together_tell(hidden: list[Cell]) -> bool:
    return len(hidden) == 1 or _few(sum(cell.won or 0 for cell in hidden), sum(cell.closed for cell in hidden))


def tables(user: User, rest: str) -> dict[str, list[Cell]]:
    rows, fives = list(counted(user)), outside(user)
    closed = [row for row in rows if row.status == Status.CLOSED and row.closed_on and row.filed_on]
    closed = by_fives(closed, ended=True) if fives else closed
    groups = {
        "topic": _grouped(rows, lambda case: str(case.matter.get_topic_display())),
        "article": by_article(user, rows),
        "site": _grouped(rows, lambda case: str(case.matter.worksite or "-")),
        "step": _grouped(rows, lambda case: str(case.step or case.step_told or "-")),
        "steward": _grouped(rows, lambda case: str(case.matter.steward or "-")),
        "manager": by_manager(user, rows),
        "arbitrator": _grouped((row for row in rows if row.arbitrator), lambda case: case.arbitrator),
        "year": _grouped((row for row in rows if row.filed_on), lambda case: str(case.filed_on and case.filed_on.year)),
        "length": _grouped(closed, _length),
    }
    made = {name: cells(found, rest, fives=fives) for name, found in groups.items()}
    for name in ("year", "length"):
        made[name].sort(key=lambda cell: 9999 if cell.label == rest else int(cell.label.split("-")[0].rstrip("+")))
    return made


def _length(case: Grievance) -> str:
    """In which stretch of time a case came to its end."""
    assert case.closed_on is not None and case.filed_on is not None
    days = (case.closed_on - case.filed_on).days
    for first, last in ((0, 30), (31, 90), (91, 180), (181, 365)):
        if days <= last:
            return f"{first}-{last}"
    return "366+"


def by_manager(user: User, rows: list[Grievance]) -> Groups:
    """A case counts once under each manager named in it; only for those who may read cases."""
    groups: Groups = defaultdict(dict)
    if policy.scope(user, VIEW) != "all":
        return groups
    cases = {row.matter_id: row for row in rows}
    named: QuerySet[Party] = Party.objects.visible_to(user, VIEW).filter(matter__in=cases, role=PartyRole.MANAGER)
    for party in named.select_related("person"):
        groups[str(party)][party.matter_id] = cases[party.matter_id]
    return groups


def by_article(user: User, rows: list[Grievance]) -> Groups:
    """A case counts once under each article it cites; one that an old list names by its number alone counts under that
    of the agreement, where there is one only.
    """
    cases = {row.matter_id: row for row in rows}
    cited: QuerySet[Citation] = Citation.objects.filter(matter__in=cases)
    groups: Groups = defaultdict(dict)
    named = cited.exclude(clause=None).values_list("matter_id", "clause__article", "clause__version__agreement__title")
    for matter_id, article, title in named:
        groups[f"{title} {article}"][matter_id] = cases[matter_id]
    titles = set(cited.exclude(clause=None).values_list("clause__version__agreement__title", flat=True))
    agreement = next(iter(titles)) if len(titles) == 1 else _("Article")
    for matter_id, label in cited.filter(clause=None).values_list("matter_id", "label"):
        for place in labels_in(label):
            groups[f"{agreement} {place.partition('.')[0]}"][matter_id] = cases[matter_id]
    return groups


def outcomes(user: User, rest: str, rest_won: str) -> list[tuple[str, int]]:
    """How cases ended; outcomes of fewer than five cases stand together. Those won or settled have a row of their own
    for the rest, because the figure above says how many they are: the difference would tell.
    """
    return endings(list(counted(user).filter(status=Status.CLOSED)), rest, rest_won, fives=outside(user))


def endings(closed: list[Grievance], rest: str, rest_won: str, *, fives: bool) -> list[tuple[str, int]]:
    """How these cases ended, the most common first."""
    closed = by_fives(closed, ended=True) if fives else closed
    won = [row for row in closed if row.outcome in WON]
    lost = [row for row in closed if row.outcome not in WON]
    parts = [(closed, rest)] if _few(len(won), len(closed)) else [(won, rest_won), (lost, rest)]
    found: list[tuple[str, int]] = []
    for rows, together in parts:
        shown = folded(_grouped(rows, lambda case: str(case.get_outcome_display())), together)
        found += [(label, len(group)) for label, group in shown.items()]
    return sorted(found, key=lambda pair: (pair[0] in (rest, rest_won), -pair[1]))


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
    few = 0 < len(late) < SMALLEST or 0 < len(rows) - len(late) < SMALLEST
    if len(rows) < SMALLEST:
        return {"n": len(rows), "shown": False}
    return {
        "n": len(rows),
        "shown": True,
        "few": few,
        "late": len(late),
        "days": None if few or not late else round(median(late)),
    }


def register(user: User) -> QuerySet[Grievance]:
    """That a case exists and its dates, nothing of what it is about."""
    rows: QuerySet[Grievance] = Grievance.objects.visible_to(user, "grievances.register")
    return rows.select_related("step").only("number", "status", "filed_on", "closed_on", "step__title").order_by("-pk")


def totals(user: User, today: datetime.date) -> dict[str, int | None]:
    """How many cases there are, in all; `won` is None where it would tell how somebody's case ended."""
    rows = counted(user)
    year = rows.filter(filed_on__year=today.year)
    ended = list(rows.filter(status=Status.CLOSED))
    ended = by_fives(ended, ended=True) if outside(user) else ended
    closed, won = len(ended), sum(row.outcome in WON for row in ended)
    return {
        "all": rows.count(),
        "open": rows.exclude(status=Status.CLOSED).count(),
        "year": year.count(),
        "won": None if _few(won, closed) else won,
        "closed": closed,
    }
