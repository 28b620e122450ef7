"""Dates a person sets or ends: those no rule gives, and the day of a hearing or a panel that a rule counts from."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from grievances.models import AwaitedDay, Deadline, DeadlineState, Grievance, Matter, ProcedureStep
from grievances.queries.history import said
from grievances.services.clocks import must_run, recompute
from unionops.platform.access.models import User
from unionops.platform.audit.services import record


@transaction.atomic
def set_by_hand(
    *, by: User, matter: Matter, title: str, due: datetime.date, reason: str, case: Grievance | None = None
) -> Deadline:
    """A date no rule gives: a judge's order, a promise, a computation the board changed. The reason is kept."""
    row: Deadline = Deadline.objects.create(
        matter=matter,
        grievance=case,
        origin=Deadline.Origin.HAND,
        title=title,
        due=due,
        target=due,
        reason=reason,
    )
    record(by, "set a date of a case by hand", matter, detail={"deadline": str(row.public_id)})
    return row


@transaction.atomic
def finish(*, by: User, deadline: Deadline, on: datetime.date) -> None:
    """Tick off a date that is no step of the procedure."""
    must_run(deadline)
    deadline.state, deadline.met_on = DeadlineState.MET, on
    deadline.save(update_fields=["state", "met_on"])
    record(by, "met a date of a case", deadline.matter, detail={"deadline": str(deadline.public_id)})


@transaction.atomic
def drop(*, by: User, deadline: Deadline, reason: str) -> None:
    """A date that is not needed: a forum not taken, a promise kept another way."""
    must_run(deadline)
    deadline.state, deadline.reason = DeadlineState.DROPPED, reason[:300]
    deadline.save(update_fields=["state", "reason"])
    record(by, "dropped a date of a case", deadline.matter, detail={"deadline": str(deadline.public_id)})


@transaction.atomic
def set_day(*, by: User, case: Grievance, step: ProcedureStep, on: datetime.date) -> AwaitedDay:
    """The day the panel meets or the hearing is held, so that what must be done before it gets its date; a date counted
    from another day is replaced and stays in the history.
    """
    row: AwaitedDay
    row, _made = AwaitedDay.objects.update_or_create(
        grievance=case, step=step, defaults={"matter": case.matter, "on": on, "by": by}
    )
    record(by, "set the day a step of a case waits for", case, detail={"step": step.key})
    recompute(by=by, case=case, why=_("The day it counts from was set to %s.") % said(on))
    return row
