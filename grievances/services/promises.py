"""Promises of a settlement: each has its own clock until somebody saw it kept, or the case was opened again."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.db.models import QuerySet

from grievances.models import Deadline, DeadlineState, Grievance, Settlement, SettlementTerm, Side
from grievances.queries import dates
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today


def promise(row: Settlement, text: str, owed_by: str, due: datetime.date | None) -> None:
    """Part of `settle`, which leaves the audit event."""
    term = SettlementTerm.objects.create(matter=row.matter, settlement=row, text=text, owed_by=owed_by, due=due)
    if due is not None:
        _start(term, due)


def _start(term: SettlementTerm, due: datetime.date) -> None:
    Deadline.objects.create(
        matter=term.matter,
        grievance=term.settlement.grievance,
        origin=Deadline.Origin.SETTLEMENT,
        about=term.public_id,
        title=term.text[:200],
        side=Side.THEIRS,
        due=due,
        target=due,
    )


def _clocks(term: SettlementTerm) -> QuerySet[Deadline]:
    rows: QuerySet[Deadline] = Deadline.objects.filter(about=term.public_id, state__in=dates.LIVE)
    return rows


def behind(deadline: Deadline) -> SettlementTerm | None:
    """The promise this date belongs to, if it is the date of one."""
    if deadline.origin != Deadline.Origin.SETTLEMENT or deadline.about is None:
        return None
    return SettlementTerm.objects.filter(matter=deadline.matter_id, public_id=deadline.about).first()


@transaction.atomic
def date_promise(*, by: User, term: SettlementTerm, due: datetime.date) -> None:
    """Give a promise its day, or another one; the day before it is kept as replaced. Whoever sets a day says that the
    promise stands.
    """
    _clocks(term).update(state=DeadlineState.SUPERSEDED)
    term.due, term.suspended_on = due, None
    term.save(update_fields=["due", "suspended_on"])
    _start(term, due)
    record(by, "set the day of a promise", term.matter)


@transaction.atomic
def promise_kept(*, by: User, term: SettlementTerm, on: datetime.date) -> None:
    term.verified_on, term.suspended_on = on, None
    term.save(update_fields=["verified_on", "suspended_on"])
    _clocks(term).update(state=DeadlineState.MET, met_on=on)
    record(by, "saw a promise kept", term.matter)


def suspend(case: Grievance, why: str) -> None:
    """The case is open again, so its old settlement may no longer bind: no clock of it runs until a person has said of
    each promise whether it still stands. Part of `reopen`, which leaves the audit event.
    """
    terms = SettlementTerm.objects.filter(settlement__grievance=case, verified_on=None, dropped_on=None)
    for term in terms.filter(suspended_on=None):
        term.suspended_on, term.why = today(), why[:300]
        term.save(update_fields=["suspended_on", "why"])
        _clocks(term).update(state=DeadlineState.STOPPED, reason=term.why)


@transaction.atomic
def promise_stands(*, by: User, term: SettlementTerm) -> None:
    """The promise binds although the case was opened again; its clock runs on from the day it had."""
    term.suspended_on, term.why = None, ""
    term.save(update_fields=["suspended_on", "why"])
    _clocks(term).update(state=DeadlineState.RUNNING, reason="")
    record(by, "said that a promise still stands", term.matter)


@transaction.atomic
def let_promise_go(*, by: User, term: SettlementTerm) -> None:
    """The promise is no longer owed: its row stays, its clock ends."""
    term.suspended_on, term.dropped_on = None, today()
    term.save(update_fields=["suspended_on", "dropped_on"])
    _clocks(term).update(state=DeadlineState.DROPPED, reason=term.why)
    record(by, "let a promise go", term.matter)
