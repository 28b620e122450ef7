"""What case work shows elsewhere: the contract's margin, a person's page, the search page, Home."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contracts.models import Clause
from contracts.pocket.extras import Extra
from contracts.reading.margin import MarginNote
from contracts.reading.relying import Reliance
from grievances import wording
from grievances.models import Deadline, Grievance, Settlement
from grievances.models.matters import WON
from grievances.queries import cases, clauses, procedures, work
from members.life.timeline import TimelineEntry
from members.models import Person
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.core.days import today
from unionops.platform.search.sources import Result
from unionops.platform.ui.cards import Card


def margin(user: User, clauses: list[Clause]) -> Iterable[MarginNote]:
    """'This clause: 4 cases, 2 won or settled', counting only cases the viewer may read."""
    if not may(user, cases.VIEW):
        return []
    places = {clause.lineage_id: clause for clause in clauses}
    return [_margin_note(places[lineage], found) for lineage, found in _by_lineage(user, places)]


def pocketed(user: User, clauses: list[Clause]) -> Iterator[Extra]:
    """Confirmed time limits for the stewards' pocket edition: rules read beside this very text, nothing of any case."""
    said = set()
    for step in procedures.confirmed_steps(user, clauses):
        at, text = step.rule.clause_id, f"{step.title}: {wording.rule_sentence(step.rule.written)}"
        if at is not None and (at, text) not in said:
            said.add((at, text))
            yield Extra(at, str(_("Deadline")), text)


def _by_lineage(user: User, places: Collection[int]) -> Iterator[tuple[int, list[Grievance]]]:
    rows = cases.grievances(user).filter(matter__citations__clause__lineage_id__in=places)
    pairs = rows.values_list("pk", "matter__citations__clause__lineage_id").distinct()
    found = {case.pk: case for case in rows}
    groups: dict[int, dict[int, Grievance]] = defaultdict(dict)
    for pk, lineage in pairs:
        if lineage in places:
            groups[lineage][pk] = found[pk]
    for lineage, group in groups.items():
        yield lineage, list(group.values())


def _margin_note(clause: Clause, found: list[Grievance]) -> MarginNote:
    won = sum(case.outcome in WON for case in found)
    n = len(found)
    text = ngettext("%(n)s case, %(won)s won or settled", "%(n)s cases, %(won)s won or settled", n)
    every = f"{reverse('grievances:list')}?status=all&cites={clause.public_id}"
    url = found[0].get_absolute_url() if n == 1 else every
    return MarginNote(clause.pk, "case", _("Grievances"), text % {"n": n, "won": won}, url)


def grievances_on(user: User, heads: Sequence[Clause]) -> dict[int, list[Reliance]]:
    """Cases that cite each clause or a part of it, for what a proposal touches."""
    found = clauses.cases_citing(user, heads) if may(user, cases.VIEW) else {}
    return {pk: [_case(case) for case in rows] for pk, rows in found.items()}


def _case(case: Grievance) -> Reliance:
    state = str(case.get_outcome_display() or case.get_status_display())
    return Reliance(f"{case.number}: {case.matter.title}", case.get_absolute_url(), state)


def settlements_on(user: User, heads: Sequence[Clause]) -> dict[int, list[Reliance]]:
    found = clauses.settlements_of(user, heads) if may(user, cases.VIEW) else {}
    return {pk: [_settlement(row) for row in rows] for pk, rows in found.items()}


def _settlement(row: Settlement) -> Reliance:
    cited = _("may be cited as precedent") if row.precedent else _("not to be cited as precedent")
    title = f"{row.grievance.number}, {date_format(row.settled_on, 'j M Y')}: {row.terms[:160]}"
    return Reliance(title, row.grievance.get_absolute_url(), cited)


def dates_on(user: User, heads: Sequence[Clause]) -> dict[int, list[Reliance]]:
    """Running dates that are counted by the words of each clause."""
    found = clauses.dates_counted_by(user, heads) if may(user, cases.VIEW) else {}
    return {pk: [_date(row) for row in rows] for pk, rows in found.items()}


def _date(row: Deadline) -> Reliance:
    url = reverse("grievances:deadline", args=[row.public_id])
    return Reliance(f"{row.case}: {row.title}", url, date_format(row.due, "D j M Y"))


def timeline(user: User, person: Person) -> Iterable[TimelineEntry]:
    """Cases about a person, for those who may read them."""
    if not may(user, cases.VIEW):
        return
    for case in cases.of_person(user, person.public_id):
        yield TimelineEntry(
            case.matter.opened_at, "scale", f"{case.number}: {case.matter.title}", case.get_absolute_url(),
            str(case.get_outcome_display() or case.get_status_display()),
        )  # fmt: skip


def record(user: User, person: Person) -> Iterable[dict[str, Any]] | None:
    """The cases a person is named in, for their whole record: number, part in it and state, nothing of the file."""
    if not may(user, cases.VIEW):
        return None
    return [
        {
            "number": case.number, "title": case.matter.title, "part": str(party.get_role_display()),
            "opened": str(case.matter.opened_at), "status": str(case.get_status_display()),
            "outcome": str(case.get_outcome_display()), "closed_on": str(case.closed_on or ""),
        }
        for case, party in cases.parts_of(user, person.public_id)
    ]  # fmt: skip


def found(user: User, query: str, limit: int) -> list[Result]:
    """Cases by number, title or grievant's name, among those the person may read."""
    if not may(user, cases.VIEW) or not query.strip():
        return []
    rows = cases.filtered(user, status="all", words=query)[:limit]
    return [
        Result(f"{row.number}: {row.matter.title}", row.get_absolute_url(), str(row.get_status_display()))
        for row in rows
    ]


def overdue_badge(user: Any) -> int:
    """Overdue dates of one's own cases, beside the word Grievances; on every page, so it first asks for any at all."""
    if not may(user, cases.VIEW) or not work.any_overdue(today()):
        return 0
    return work.overdue(work.running(user), today()).order_by().count()


def my_day_card(user: User) -> Card | None:
    day = today()
    made = work.my_day(user, day, each=6)
    ours = [*made["overdue"].rows, *made["due"].rows]
    values = {"today": day, "rows": ours[:6], "late": made["late"].rows[:4]}
    return Card("grievances/_card_day.html", values, weight=10)


def own_card(user: User) -> Card | None:
    """A grievant's own cases, when the local lets them see where they stand."""
    values = cases.own_status(user)
    return Card("grievances/_card_own.html", values, weight=30) if values["cases"] else None


def hold(person: Person) -> str:
    """Why a person's record must stay for now: '' when no open case and no legal hold needs it."""
    if cases.has_open_case(person):
        return str(_("A grievance with this person is still open."))
    return str(_("A case with this person is under a legal hold.")) if cases.has_held_case(person) else ""
