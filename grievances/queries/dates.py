"""From rows to the pure engine and back: a procedure as steps, a case as dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from grievances.deadlines.anchors import Event
from grievances.deadlines.limits import Limit
from grievances.deadlines.live import Agreed, CaseDates, Dates, events_of_record
from grievances.deadlines.pauses import Pause
from grievances.deadlines.procedure import Actor, never_starts
from grievances.deadlines.procedure import Procedure as PureProcedure
from grievances.deadlines.procedure import Step as PureStep
from grievances.models import (
    ClockPause,
    Deadline,
    DeadlineState,
    Grievance,
    GrievanceStep,
    Matter,
    Procedure,
    ProcedureStep,
)
from unionops.platform.access.models import User

LIVE = (DeadlineState.RUNNING, DeadlineState.STOPPED)
GONE = (DeadlineState.SUPERSEDED, DeadlineState.DROPPED)


def steps_of(user: User, procedure: Procedure) -> list[ProcedureStep]:
    return list(procedure.steps.select_related("rule", "after", "rule__confirmed_by").order_by("ordinal", "id"))


def as_pure(name: str, steps: Iterable[ProcedureStep]) -> PureProcedure:
    """Raises ValueError or BadRuleError when the rows cannot be a procedure."""
    return PureProcedure(name, tuple(_pure_step(step) for step in steps))


def pure_of(case: Grievance, name: str, steps: Iterable[ProcedureStep]) -> PureProcedure:
    """The procedure as it runs in this case: what management filed runs the other way round."""
    pure = as_pure(name, steps)
    return pure.of_management() if case.is_theirs else pure


def _pure_step(step: ProcedureStep) -> PureStep:
    return PureStep(
        key=step.key,
        title=step.title,
        actor=Actor(step.actor),
        deed=step.deed,
        limit=Limit(step.rule.written),
        after=step.after.key if step.after else "",
        entry_for=tuple(step.entry_for),
        applies_to=tuple(step.applies_to),
    )


MATTER_EVENTS = {
    Event.INCIDENT: "incident_on",
    Event.KNOWLEDGE: "knowledge_on",
    Event.UNION_KNOWLEDGE: "union_knowledge_on",
    Event.RECEIPT: "received_on",
    Event.EFFECTIVE: "effective_on",
}


def events_of(matter: Matter) -> Dates:
    """The dates of what happened. A date of effect stands in for a letter's receipt and the other way round never."""
    found = {event: getattr(matter, name) for event, name in MATTER_EVENTS.items()}
    return {event: day for event, day in found.items() if day is not None}


def never_starting(
    procedure: Procedure, steps: Iterable[ProcedureStep], known: Iterable[Event] = (*MATTER_EVENTS, Event.EVENT)
) -> set[str]:
    """Keys of the steps whose clock nothing starts that can be recorded or set; none while the procedure cannot be
    counted.
    """
    try:
        return {step.key for step in never_starts(as_pure(procedure.name, steps), {*known})}
    except ValueError:
        return set()


def case_kind(case: Grievance) -> str:
    """The word that entry points and branches of a procedure use: discipline before group or union before the rest."""
    if case.matter.topic == "discipline" and not case.is_theirs:
        return "discipline"
    return case.scope


def case_dates(
    user: User, case: Grievance, today: datetime.date, kept: Sequence[Deadline], *, adopt: bool = False
) -> CaseDates:
    """Everything the engine needs; `kept` as `kept_deadlines` gives them. Without `adopt` a running clock keeps the
    rule it was computed by.
    """
    records = list(case.step_records.filter(undone_at=None).select_related("step"))
    pauses = list(case.pauses.exclude(end=None).order_by("start"))
    return CaseDates(
        first=events_of(case.matter),
        recorded=_recorded(records),
        today=today,
        case_kind=case_kind(case),
        extended=_extended(kept, pauses),
        pauses=tuple(_pause(row) for row in pauses),
        pinned={} if adopt else {d.step.key: Limit(d.rule.written) for d in kept if d.step and d.rule},
        entry=case.entry.key if case.entry else "",
        sent_back=frozenset(row.step.key for row in records if row.sends_back),
        days_set={row.step.key: row.on for row in case.awaited_days.select_related("step")},
    )


def kept_deadlines(case: Grievance) -> list[Deadline]:
    """Running or done: the rows whose rule and agreed date still say what a clock was."""
    rows = case.deadlines.exclude(state__in=GONE).filter(origin=Deadline.Origin.STEP)
    return list(rows.select_related("step", "rule").prefetch_related("extensions"))


def _recorded(rows: Sequence[GrievanceStep]) -> dict[str, Dates]:
    """A filing at a step that is called a talk since is still the first filing."""
    filed = {row.step.key: {Event.FIRST_FILED: row.on} for row in rows if row.was_a_talk}
    return {r.step.key: events_of_record(r.step.deed, r.on, r.issued_on) | filed.get(r.step.key, {}) for r in rows}


def _extended(kept: Sequence[Deadline], pauses: list[ClockPause]) -> dict[str, Agreed]:
    latest: dict[str, Agreed] = {}
    for deadline in kept:
        chain = sorted(deadline.extensions.all(), key=lambda e: e.pk)
        if chain and deadline.step:
            last = chain[-1]
            after = [row for row in pauses if (row.start, row.at) > (last.agreed_on, last.at)]
            latest[deadline.step.key] = Agreed(last.new_due, tuple(_pause(row) for row in after))
    return latest


def _pause(row: ClockPause) -> Pause:
    assert row.end is not None  # an open end is no pause yet: the clocks stand until it is known
    return Pause(row.start, row.end, f"{row.start} to {row.end}: {row.reason}")
