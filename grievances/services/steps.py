"""Move a case: choose the forum, file, record answers and appeals, decide, settle, close."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from grievances.models import (
    CaseDocument,
    Deadline,
    DeadlineState,
    Decision,
    DecisionKind,
    Grievance,
    GrievanceStep,
    Outcome,
    ProcedureStep,
    Settlement,
    Side,
    Status,
)
from grievances.queries import alike, dates, history, procedures
from grievances.services import clocks, electing, indexing, promises
from grievances.services.acts import Act, day_that_counts, not_future, what_counts
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem


@transaction.atomic
def file_case(
    *,
    by: User,
    case: Grievance,
    act: Act,
    step: ProcedureStep | None = None,
    warned: bool = False,
    acknowledged_on: datetime.date | None = None,
    acknowledged_how: str = "",
) -> GrievanceStep | None:
    """The gate, then the first paper: at the step that comes after the talk, where the case was raised in one. A case
    without a procedure is filed too; its dates are set by hand.
    """
    if case.filed_on is not None:
        raise Problem("filed", _("Case %s is filed already.") % case)
    if case.is_theirs:
        raise Problem("theirs", _("Management filed this one."), _("Record the day you received it."))
    not_future(act.on)
    step = step or procedures.filing_step(by, case)
    if step is None and case.procedure is not None and case.entry is not None:
        raise Problem(
            "no_filing",
            _("No step of %s is filed in writing.") % case.procedure,
            _("Open the procedure and say which step is."),
        )
    on = day_that_counts(step, act)[0]
    electing.pass_gate(by, case, on, warned, acknowledged_on, acknowledged_how)
    if case.raised_on is None:
        case.entry = step
    case.step, case.filed_on, case.status = step, on, Status.OPEN
    case.save(update_fields=["entry", "step", "filed_on", "status"])
    electing.close_roads(case)
    if step is None:
        record(by, "filed a grievance", case)
        return None
    return record_step(by=by, case=case, step=step, act=act)


@transaction.atomic
def receive_case(*, by: User, case: Grievance, act: Act) -> GrievanceStep | None:
    """What management filed has come in: our time to answer starts. Its paper chooses no forum of ours."""
    if not case.is_theirs:
        raise Problem("ours", _("Management did not file this one."), _("File it as a grievance of ours."))
    if case.filed_on is not None:
        raise Problem("filed", _("Case %s is filed already.") % case)
    not_future(act.on)
    step = procedures.filing_step(by, case) or case.entry
    case.entry, case.step, case.filed_on, case.status = step, step, act.on, Status.OPEN
    case.save(update_fields=["entry", "step", "filed_on", "status"])
    if step is None:
        record(by, "received a grievance of management", case)
        return None
    return record_step(by=by, case=case, step=step, act=act)


@transaction.atomic
def raise_case(*, by: User, case: Grievance, act: Act) -> GrievanceStep:
    """The talk an agreement begins with: its clock starts. Nothing is filed in writing, so no forum is chosen."""
    if case.entry is None or not case.entry.is_talk:
        raise Problem("no_talk", _("This case does not begin with a talk."), _("File it in writing."))
    if case.has_begun:
        raise Problem("raised", _("Case %s is raised already.") % case)
    not_future(act.on)
    case.raised_on, case.status = act.on, Status.OPEN
    case.save(update_fields=["raised_on", "status"])
    return record_step(by=by, case=case, step=case.entry, act=act)


@transaction.atomic
def record_step(*, by: User, case: Grievance, step: ProcedureStep, act: Act) -> GrievanceStep:
    """Note what was done at a step: the clocks that wait for it start, the ones it meets end."""
    if not case.is_live:
        raise Problem("closed", _("Case %s is closed.") % case, _("Reopen it first."))
    not_future(act.on)
    if case.step_records.filter(step=step, undone_at=None).exists():
        raise Problem("recorded", _("'%s' is recorded already.") % step, _("Undo that record to correct it."))
    if step.files and case.filed_on is None:
        raise Problem(
            "gate",
            _("This is the first paper, so it files the grievance."),
            _("Use 'File the grievance', which shows what it closes."),
        )
    on, late = day_that_counts(step, act)
    row: GrievanceStep = GrievanceStep.objects.create(
        matter=case.matter,
        grievance=case,
        step=step,
        on=on,
        issued_on=act.issued_on,
        counted_by=what_counts(step, act),
        sent_on=act.on if step.files else None,
        postmarked_on=act.postmarked_on,
        received_on=act.received_on,
        means=act.means,
        received_by=act.received_by,
        answer=act.answer,
        note="\n".join(text for text in (act.note, late) if text),
        document=act.document,
        by=by,
    )
    if step.is_level:
        case.step = step
        case.save(update_fields=["step"])
    record(by, "recorded a step of a case", case, detail={"step": step.key})
    clocks.recompute(by=by, case=case, why=_("Recorded: %s.") % step.title)
    return row


@transaction.atomic
def undo_step(*, by: User, row: GrievanceStep, reason: str = "") -> None:
    """Take back a record that is wrong; it stays in the history, the clocks it ended run again. That of the filing says
    why: the choice of forum it made falls with it, and the clocks of the law run again. A grievance that was filed and
    then withdrawn is no wrong record: it is closed as withdrawn, and its choice stands.
    """
    case = row.grievance
    filing, filed_on = row == history.filing_record(case), case.filed_on
    _may_undo(row, filing, reason)
    row.undone_at = timezone.now()
    row.save(update_fields=["undone_at"])
    case.deadlines.filter(step=row.step, state=DeadlineState.MET).update(state=DeadlineState.DROPPED)
    _step_back(case, row, filing)
    if filing and filed_on is not None:
        electing.never_filed(by=by, case=case, was_on=filed_on, reason=reason)
    if case.filed_on is None:
        clocks.start_statutes(by=by, matter=case.matter)
    record(by, "took back a step of a case", case, reason=reason, detail={"step": row.step.key})
    clocks.recompute(by=by, case=case, why=_("Record taken back: %s.") % row.step.title)


def _may_undo(row: GrievanceStep, filing: bool, reason: str) -> None:
    if filing and not reason.strip():
        raise Problem(
            "no_reason",
            _("This record is the filing. Write why it is wrong."),
            _("If the grievance was filed and then withdrawn, close the case as withdrawn instead."),
        )
    if row.step.is_talk and not row.is_paper and row.grievance.filed_on is not None:
        raise Problem("filed", _("Case %s is filed.") % row.grievance, _("Take back the filing first."))


def _step_back(case: Grievance, row: GrievanceStep, filing: bool) -> None:
    records = case.step_records.filter(undone_at=None).select_related("step").order_by("on", "id")
    levels = [other.step for other in records if other.step.is_level]
    case.step = levels[-1] if levels else case.entry
    if row.step.is_talk:
        case.raised_on = None
    if filing:
        case.filed_on = None
    if not case.has_begun:
        case.status = Status.INTAKE
    case.save(update_fields=["step", "raised_on", "filed_on", "status"])


@transaction.atomic
def decide(
    *,
    by: User,
    case: Grievance,
    kind: str,
    decided_by: str,
    reason: str,
    decided_on: datetime.date | None = None,
    evidence: str = "",
    told_on: datetime.date | None = None,
    told_how: str = "",
    appeal_right: str = "",
    comparison: str = "",
) -> Decision:
    """The union's decision with its reason, and how the grievant was told. Dropping says why like cases went on."""
    _must_compare(by, case, kind, comparison)
    row: Decision = Decision.objects.create(
        matter=case.matter,
        grievance=case,
        kind=kind,
        decided_by=decided_by,
        decided_on=decided_on or today(),
        reason=reason,
        evidence=evidence,
        told_on=told_on,
        told_how=told_how,
        appeal_right=appeal_right,
        comparison=comparison,
        by=by,
    )
    record(by, "decided on a case", case, detail={"kind": str(kind)})
    return row


def _must_compare(by: User, case: Grievance, kind: str, comparison: str) -> None:
    others = alike.advanced(by, case) if kind == DecisionKind.DROP and not comparison.strip() else []
    if others:
        raise Problem(
            "compare",
            _("%(n)s similar cases were taken further: %(numbers)s.")
            % {"n": len(others), "numbers": ", ".join(str(other) for other in others)},
            _("Write why this case differs. It is what a member may ask the local one day."),
        )


@transaction.atomic
def settle(
    *,
    by: User,
    case: Grievance,
    settled_on: datetime.date,
    terms: str,
    items: Iterable[tuple[str, str, datetime.date | None]] = (),
    precedent: bool = False,
    document: CaseDocument | None = None,
) -> Settlement:
    """Record a settlement; each promise in it gets its own date until somebody saw it kept."""
    row: Settlement = Settlement.objects.create(
        matter=case.matter,
        grievance=case,
        settled_on=settled_on,
        terms=terms,
        precedent=precedent,
        document=document,
        by=by,
    )
    for text, owed_by, due in items:
        promises.promise(row, text, owed_by, due)
    record(by, "settled a case", case)
    close(by=by, case=case, outcome=Outcome.SETTLED, reason=terms, closed_on=settled_on)
    return row


NEEDS_DECISION = (Outcome.WITHDRAWN_UNION, Outcome.DENIED)


@transaction.atomic
def close(*, by: User, case: Grievance, outcome: str, reason: str, closed_on: datetime.date | None = None) -> None:
    """Close with an outcome and a reason. Dropping a case needs a recorded decision: it is the local's defence."""
    if not case.is_live:
        raise Problem("closed", _("Case %s is closed already.") % case)
    if not reason.strip():
        raise Problem("no_reason", _("A closed case needs a reason."), _("Write why, in a sentence."))
    if outcome in NEEDS_DECISION and not case.decisions.exists():
        raise Problem(
            "no_decision",
            _("Not going on needs a recorded decision: who decided, on what, and how the grievant was told."),
            _("Record the decision, then close the case."),
        )
    _end_clocks(case, outcome)
    case.status, case.outcome, case.outcome_reason = Status.CLOSED, outcome, reason
    case.closed_on = closed_on or today()
    case.save(update_fields=["status", "outcome", "outcome_reason", "closed_on"])
    indexing.refresh(case.matter)
    record(by, "closed a case", case, detail={"outcome": str(outcome)})


CASE_CLOSED = gettext_noop("The case was closed.")
STILL_RUNS = gettext_noop("The grievance is closed; this clock of the law still runs.")


def _as_written(reason: str) -> list[str]:
    """The reason in each language: it was written in that of the person who closed the case."""
    words = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            words.append(_(reason))
    return words


def _end_clocks(case: Grievance, outcome: str) -> None:
    """Closing ends the clocks of the agreement. Those of the law run on: of an award, of a charge over information that
    was refused, and of the matter when no other grievance on it is open.
    """
    live = case.deadlines.filter(state__in=dates.LIVE).exclude(origin=Deadline.Origin.SETTLEMENT)
    running, of_law = live.filter(statute=""), live.exclude(statute="")
    if outcome == Outcome.UNTIMELY:
        running.filter(side=Side.OURS, due__lt=today()).update(state=DeadlineState.MISSED)
    running.update(state=DeadlineState.DROPPED, reason=_(CASE_CLOSED))
    of_law.update(reason=_(STILL_RUNS))
    if not case.matter.grievances.exclude(pk=case.pk).exclude(status=Status.CLOSED).exists():
        statutory = case.matter.deadlines.filter(origin=Deadline.Origin.STATUTE, state__in=dates.LIVE)
        statutory.update(reason=_(STILL_RUNS))


@transaction.atomic
def reopen(*, by: User, case: Grievance, reason: str) -> None:
    """Open a closed case again. What its settlement promised stands still until a person decides on each promise."""
    case.status = Status.OPEN if case.has_begun else Status.INTAKE
    case.outcome, case.outcome_reason, case.closed_on = "", "", None
    case.save(update_fields=["status", "outcome", "outcome_reason", "closed_on"])
    closed = case.deadlines.filter(state=DeadlineState.DROPPED, reason__in=_as_written(CASE_CLOSED))
    closed.exclude(origin=Deadline.Origin.STEP).update(state=DeadlineState.RUNNING, reason="")
    case.matter.deadlines.filter(state__in=dates.LIVE, reason__in=_as_written(STILL_RUNS)).update(reason="")
    promises.suspend(case, reason)
    record(by, "reopened a case", case, reason=reason)
    clocks.recompute(by=by, case=case, why=_("Case reopened."))
