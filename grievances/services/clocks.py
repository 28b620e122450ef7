"""Dates of a case: computed from the rules, moved only by what happened or by a person, never erased."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from grievances import forums
from grievances.deadlines import statutes
from grievances.deadlines.anchors import Event
from grievances.deadlines.counting import Count, Line, count, internal_target
from grievances.deadlines.limits import Limit
from grievances.deadlines.live import Clock, Dates, live_clocks
from grievances.deadlines.procedure import Step
from grievances.deadlines.reading import BadRuleError
from grievances.deadlines.rule import Kind, Rule
from grievances.models import (
    CaseDocument,
    ClockExtension,
    ClockPause,
    Deadline,
    DeadlineState,
    Deed,
    Grievance,
    Matter,
    ProcedureStep,
    Side,
    Status,
)
from grievances.queries import dates
from grievances.queries.history import said
from unionops.platform.access.models import Local, User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem


def count_rows(counted: Count) -> list[dict[str, Any]]:
    """The count as it is stored: enough to print it in any language."""
    return _line_rows(counted.lines)


def _line_rows(lines: Iterable[Line]) -> list[dict[str, Any]]:
    return [{"date": x.date.isoformat(), "n": x.n, "code": x.code, "about": x.about} for x in lines]


def _moved(to: datetime.date, code: str, before: datetime.date) -> dict[str, Any]:
    """The last line of a count that something else than the rule moved."""
    return {"date": to.isoformat(), "n": None, "code": code, "about": before.isoformat()}


@transaction.atomic
def recompute(
    *, by: User, case: Grievance, why: str, adopt: bool = False, steps: Iterable[ProcedureStep] | None = None
) -> list[Deadline]:
    """Bring the procedure's clocks in line with what the case knows today; returns the rows that are new.

    A clock that stays as it was keeps its row. One that moves leaves its old row behind, superseded, with the reason.
    Running clocks keep the rule they were computed by unless a person adopts the new one. `steps` are those of the
    procedure, where the caller has them at hand.
    """
    if case.procedure is None:
        return []
    by_key = {step.key: step for step in steps or dates.steps_of(by, case.procedure)}
    kept = dates.kept_deadlines(case)
    clocks = _clocks(by, case, by_key, kept, adopt)
    running = {row.step_id: row for row in kept if row.state in dates.LIVE}
    made = [row for clock in clocks if (row := _align(case, by_key[clock.step.key], clock, running, why, adopt))]
    _end_others(case, {by_key[clock.step.key].pk for clock in clocks}, running)
    if made:
        record(by, "computed dates of a case", case, count=len(made), detail={"why": why})
    return made


def due_after(*, by: User, case: Grievance, step: ProcedureStep) -> datetime.date | None:
    """The day this step would have if the case took the rules as they are now; nothing is written."""
    if case.procedure is None:
        return None
    by_key = {one.key: one for one in dates.steps_of(by, case.procedure)}
    clocks = _clocks(by, case, by_key, dates.kept_deadlines(case), adopt=True)
    return next((clock.due for clock in clocks if clock.step.key == step.key), None)


def _clocks(
    by: User, case: Grievance, steps: dict[str, ProcedureStep], kept: list[Deadline], adopt: bool
) -> list[Clock]:
    if not case.is_live:
        return []
    try:
        procedure = dates.pure_of(case, case.procedure.name if case.procedure else "", steps.values())
        return live_clocks(procedure, dates.case_dates(by, case, today(), kept, adopt=adopt))
    except (BadRuleError, ValueError) as error:
        raise Problem(
            "bad_procedure",
            _("The procedure %(name)s cannot be counted: %(why)s.") % {"name": case.procedure, "why": error},
            _("Open the procedure and correct that step."),
        ) from error


def _align(
    case: Grievance,
    step: ProcedureStep,
    clock: Clock,
    running: dict[int | None, Deadline],
    why: str,
    adopt: bool,
) -> Deadline | None:
    """A new row for a clock that is new or moved; None when the row that runs says the same already."""
    old = running.get(step.pk)
    rule = old.rule if old is not None and old.rule is not None and not adopt else step.rule
    if old is not None and (old.due, old.rule_id, old.count) == (clock.due, rule.pk, _rows_of(clock)):
        return None
    if old is not None:
        _supersede(old, why)
    row = Deadline.objects.create(
        matter=case.matter,
        grievance=case,
        step=step,
        rule=rule,
        title=step.title,
        side=_side(clock.step),
        replaces=old,
        written=rule.written,
        reason=_why_silent(step) if clock.after_silence else "",
        state=DeadlineState.STOPPED if _stopped(case) else DeadlineState.RUNNING,
        **_dates_of(clock),
    )
    if old is not None:
        old.extensions.update(deadline=row)
    return row


def _why_silent(step: ProcedureStep) -> str:
    settling = step.after is not None and step.after.deed == Deed.SETTLE
    return _("It was not settled in time.") if settling else _("They did not answer in time.")


def _side(step: Step) -> Side:
    if step.deed == Deed.SETTLE:
        return Side.BOTH
    return Side.OURS if step.ours else Side.THEIRS


def _dates_of(clock: Clock) -> dict[str, Any]:
    return {
        "due": clock.due,
        "target": _target(clock),
        "opens": clock.count.opens,
        "earliest": clock.rule.kind is Kind.EARLIEST,
        "anchor_on": clock.anchor.day,
        "anchor_event": clock.anchor.event.value,
        "count": _rows_of(clock),
    }


def _rows_of(clock: Clock) -> list[dict[str, Any]]:
    rows = count_rows(clock.count)
    if clock.agreed is not None and clock.agreed != clock.count.due:
        rows.append(_moved(clock.agreed, "extended", clock.count.due))
    return rows + _line_rows(clock.recount)


def _target(clock: Clock) -> datetime.date:
    return clock.due if clock.step.ends_alone else internal_target(clock.rule, clock.due)


def _stopped(case: Grievance) -> bool:
    return case.status == Status.ABEYANCE


def _supersede(old: Deadline, why: str) -> None:
    old.state, old.reason = DeadlineState.SUPERSEDED, why[:300]
    old.save(update_fields=["state", "reason"])


def _end_others(case: Grievance, live: set[int], running: dict[int | None, Deadline]) -> None:
    """Clocks that no longer run: met when the step was recorded, dropped when the case went another way."""
    over = {step_id: row for step_id, row in running.items() if step_id not in live}
    done = {row.step_id: row.on for row in case.step_records.filter(undone_at=None)} if over else {}
    for step_id, row in over.items():
        row.met_on = done.get(step_id or 0)
        row.state = DeadlineState.MET if row.met_on else DeadlineState.DROPPED
        if row.met_on and row.met_on > row.due:
            row.reason = _("Late: it was due on %s.") % said(row.due)
        row.save(update_fields=["state", "met_on", "reason"])


@transaction.atomic
def start_statutes(*, by: User, matter: Matter) -> list[Deadline]:
    """Clocks of the law that run beside the contract's, for this sector and kind of matter."""
    sector = matter.unit.sector if matter.unit else Local.current().sector
    known = {row.statute: row for row in matter.deadlines.filter(origin=Deadline.Origin.STATUTE, state__in=dates.LIVE)}
    events, elected = dates.events_of(matter), dict(forums.elected(matter).values_list("forum", "elected_on"))
    over = forums.closed_statutes(matter)
    open_ones = [one for one in statutes.for_sector(sector) if one.key not in over]
    wanted = [(s, on) for s in open_ones if (on := _begun(s, matter.topic, events, elected))]
    made = [row for s, on in wanted if (row := _statute_row(matter, s, on, known.pop(s.key, None)))]
    for row in known.values():
        if row.statute:
            row.state = DeadlineState.DROPPED
            row.save(update_fields=["state"])
    if made:
        record(by, "started clocks of the law", matter, count=len(made))
    return made


def _begun(statute: statutes.Statute, topic: str, events: Dates, elected: dict[str, datetime.date]) -> Dates:
    """The dates the clock may count from: of the matter, or the day a forum was chosen; none when it does not run."""
    if statute.matters and topic not in statute.matters:
        return {}
    chosen = [elected[forum] for forum in statute.forums if forum in elected]
    return ({Event.FILED: min(chosen)} if chosen else {}) if statute.forums else events


def _statute_row(matter: Matter, statute: statutes.Statute, events: Dates, old: Deadline | None) -> Deadline | None:
    rule, anchor, counted = _counted(statute.limit, events)
    if rule is None or anchor is None or counted is None or (old is not None and old.due == counted.due):
        return None
    if old is not None:
        _supersede(old, _("The dates of the case changed."))
    return Deadline.objects.create(
        matter=matter,
        origin=Deadline.Origin.STATUTE,
        statute=statute.key,
        title=statute.title,
        side=statute.side,
        due=counted.due,
        opens=counted.opens,
        earliest=rule.kind is Kind.EARLIEST,
        target=internal_target(rule, counted.due) if statute.side == Side.OURS else counted.due,
        anchor_on=anchor.day,
        anchor_event=anchor.event.value,
        written=dict(statute.limit.written),
        count=count_rows(counted),
        replaces=old,
    )


def _counted(limit: Limit, events: Dates) -> tuple[Rule | None, Any, Count | None]:
    rule = limit.rule(events)
    return rule, limit.anchor(events), count(rule) if rule else None


@transaction.atomic
def extend(
    *,
    by: User,
    deadline: Deadline,
    new_due: datetime.date,
    agreed_on: datetime.date,
    agreed_with: str,
    reason: str = "",
    document: CaseDocument | None = None,
) -> Deadline:
    """A later date agreed in writing. The old date stays in the history."""
    must_run(deadline)
    _must_be_movable(deadline)
    if new_due <= deadline.due:
        raise Problem(
            "not_later",
            _("The new date %(new)s is not after the present date %(old)s.")
            % {"new": said(new_due), "old": said(deadline.due)},
            _("Enter the date both sides agreed on."),
        )
    ClockExtension.objects.create(
        matter=deadline.matter,
        deadline=deadline,
        new_due=new_due,
        agreed_on=agreed_on,
        agreed_with=agreed_with,
        reason=reason,
        document=document,
        by=by,
    )
    record(by, "extended a date of a case", deadline.matter, detail={"deadline": str(deadline.public_id)})
    return _extended_row(by, deadline, new_due)


def _extended_row(by: User, deadline: Deadline, new_due: datetime.date) -> Deadline:
    if deadline.grievance is not None and deadline.origin == Deadline.Origin.STEP:
        recompute(by=by, case=deadline.grievance, why=_("Extended in writing to %s.") % said(new_due))
        found: Deadline = deadline.grievance.deadlines.get(step=deadline.step, state__in=dates.LIVE)
        return found
    return _moved_row(deadline, new_due, _("Extended in writing to %s.") % said(new_due))


def _moved_row(deadline: Deadline, new_due: datetime.date, why: str, code: str = "extended") -> Deadline:
    extra = _moved(new_due, code, deadline.due)
    names = ("matter", "grievance", "origin", "step", "rule", "statute", "about", "title", "side", "anchor_on")
    kept = {name: getattr(deadline, name) for name in (*names, "anchor_event", "written", "state", "earliest")}
    _supersede(deadline, why)
    row: Deadline = Deadline.objects.create(
        **kept, due=new_due, target=new_due, count=[*deadline.count, extra], replaces=deadline
    )
    deadline.extensions.update(deadline=row)
    return row


# What an agreement of both sides can stop. Dates of the law, of a judge or of somebody's promise run on.
STOPS = (Deadline.Origin.STEP, Deadline.Origin.HAND)


@transaction.atomic
def pause(
    *,
    by: User,
    case: Grievance,
    start: datetime.date,
    reason: str,
    agreed_with: str = "",
    end: datetime.date | None = None,
    document: CaseDocument | None = None,
) -> ClockPause:
    """Abeyance: the clocks of the procedure, and dates set by hand, stand still. Without an end, until `resume`."""
    if case.pauses.filter(end=None).exists():
        raise Problem("in_abeyance", _("Case %s is in abeyance already.") % case, _("End that abeyance first."))
    row: ClockPause = ClockPause.objects.create(
        matter=case.matter,
        grievance=case,
        start=start,
        end=end,
        reason=reason,
        agreed_with=agreed_with,
        document=document,
        by=by,
    )
    if end is None:
        case.status = Status.ABEYANCE
        case.save(update_fields=["status"])
        case.deadlines.filter(state=DeadlineState.RUNNING, origin__in=STOPS).update(state=DeadlineState.STOPPED)
    else:
        _move_by_hand(case, row.start, end)
    record(by, "put a case in abeyance", case)
    recompute(by=by, case=case, why=_("Abeyance from %s.") % said(start))
    return row


@transaction.atomic
def resume(*, by: User, case: Grievance, last_day: datetime.date) -> None:
    """End the abeyance; its last day still does not count."""
    row = case.pauses.filter(end=None).first()
    if row is None:
        raise Problem("not_in_abeyance", _("Case %s is not in abeyance.") % case)
    if last_day < row.start:
        raise Problem(
            "ends_too_early",
            _("The abeyance began on %(start)s and cannot end on %(end)s.")
            % {"start": said(row.start), "end": said(last_day)},
        )
    row.end = last_day
    row.save(update_fields=["end"])
    case.status = Status.OPEN if case.has_begun else Status.INTAKE
    case.save(update_fields=["status"])
    case.deadlines.filter(state=DeadlineState.STOPPED, origin__in=STOPS).update(state=DeadlineState.RUNNING)
    _move_by_hand(case, row.start, last_day)
    record(by, "ended the abeyance of a case", case)
    recompute(by=by, case=case, why=_("Abeyance ended on %s.") % said(last_day))


def _move_by_hand(case: Grievance, start: datetime.date, end: datetime.date) -> None:
    """Dates set by hand have no rule to count again: they move by the days that did not count."""
    for row in case.deadlines.filter(origin=Deadline.Origin.HAND, state__in=dates.LIVE, due__gte=start):
        moved = row.due + (end - start) + datetime.timedelta(days=1)
        why = _("Abeyance from %(start)s to %(end)s.") % {"start": said(start), "end": said(end)}
        _moved_row(row, moved, why, "abeyance")


def _must_be_movable(deadline: Deadline) -> None:
    if not deadline.is_extendable:
        raise Problem(
            "limit_of_law",
            _("%s is a limit of the law: no agreement with management moves it.") % deadline.name,
            _("If a board or a court gave more time in writing, set that date by hand; this one stays in view."),
        )


def must_run(deadline: Deadline) -> None:
    if not deadline.is_live:
        raise Problem("not_running", _("This date is no longer running."), _("Open the case to see what replaced it."))
