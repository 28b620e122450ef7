"""Write a procedure down: steps, their rules, the clause each stands on, and the person who read both."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from contracts import amended
from contracts.models import AgreementVersion, Clause
from grievances.deadlines.limits import check_limit
from grievances.deadlines.reading import BadRuleError
from grievances.models import Deadline, DeadlineRule, Deed, Grievance, Procedure, ProcedureStep
from grievances.proposing import propose
from grievances.queries import dates
from grievances.queries import procedures as queries
from grievances.services import clocks, electing
from unionops.platform.access.models import BargainingUnit, User
from unionops.platform.ai import quotes
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem


@dataclass(frozen=True)
class StepPlan:
    """One step as it is proposed or typed. `written` is a limit of `deadlines.limits`."""

    key: str
    title: str
    actor: str
    deed: str
    written: Mapping[str, Any]
    after: str = ""
    entry_for: tuple[str, ...] = ()
    applies_to: tuple[str, ...] = ()
    clause: Clause | None = None
    quote: str = ""
    proposed_by: str = field(default="person")


@transaction.atomic
def create_procedure(
    *,
    by: User,
    name: str,
    steps: Iterable[StepPlan] = (),
    version: AgreementVersion | None = None,
    unit: BargainingUnit | None = None,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    note: str = "",
) -> Procedure:
    """A procedure with its steps in order; no rule counts as confirmed until a person has read it beside its clause."""
    row: Procedure = Procedure.objects.create(
        name=name, version=version, unit=unit, since=since, until=until, note=note, created_by=by
    )
    made: dict[str, ProcedureStep] = {}
    for plan in steps:
        made[plan.key] = _make_step(by, row, plan, made)
    record(by, "wrote down a grievance procedure", row, detail={"steps": list(made)})
    return row


@transaction.atomic
def add_step(*, by: User, procedure: Procedure, plan: StepPlan) -> ProcedureStep:
    step = _make_step(by, procedure, plan, {step.key: step for step in procedure.steps.order_by("ordinal", "id")})
    record(by, "added a step to a procedure", procedure, detail={"step": plan.key})
    return step


def _make_step(by: User, procedure: Procedure, plan: StepPlan, known: Mapping[str, ProcedureStep]) -> ProcedureStep:
    """The step after those the procedure has already, by their keys in order."""
    if plan.key in known:
        raise Problem("step_exists", _("The procedure already has a step called '%s'.") % plan.key)
    if plan.after and plan.after not in known:
        raise Problem("no_such_step", _("There is no step '%s' to follow.") % plan.after, _("Add that step first."))
    made: ProcedureStep = ProcedureStep.objects.create(
        procedure=procedure,
        key=plan.key,
        ordinal=max((step.ordinal for step in known.values()), default=0) + 1,
        title=plan.title,
        actor=plan.actor,
        deed=plan.deed,
        after=known.get(plan.after),
        entry_for=list(plan.entry_for),
        applies_to=list(plan.applies_to),
        rule=_rule(by, plan.written, plan.clause, plan.quote, plan.proposed_by),
    )
    return made


def _rule(by: User, written: Mapping[str, Any], clause: Clause | None, quote: str, proposed_by: str) -> DeadlineRule:
    """Raises Problem when the rule cannot be counted, or its quotation is not in the words in force of the clause."""
    try:
        check_limit(written)
    except BadRuleError as error:
        raise Problem("bad_rule", _("This rule cannot be counted: %(key)s %(why)s.") % _parts(error)) from error
    start = end = None
    if clause is not None and quote:
        words = amended.read(by, [clause])[0].now
        span = quotes.find(quote, words)
        if span is None:
            raise Problem(
                "quote_not_found",
                _("These words do not stand in %s.") % clause.name,
                _("Copy the sentence from the clause as it is."),
            )
        start, end = span
        quote = words[start:end]
    made: DeadlineRule = DeadlineRule.objects.create(
        written=dict(written), clause=clause, quote=quote, quote_start=start, quote_end=end, proposed_by=proposed_by
    )
    return made


def _parts(error: BadRuleError) -> dict[str, str]:
    return {"key": error.key, "why": error.message}


@transaction.atomic
def confirm_rule(*, by: User, step: ProcedureStep, shown: DeadlineRule) -> None:
    """A person has read the rule beside its clause and signs it. `shown` is the rule they saw."""
    if step.rule_id != shown.pk:
        raise Problem("rule_changed", _("The rule of '%s' was changed meanwhile.") % step.title, _("Read it again."))
    if step.lacks_words:
        raise Problem(
            "no_words",
            _("No words of the agreement stand beside the rule of '%s' yet.") % step.title,
            _("Put its sentence there under 'Change the rule', then sign."),
        )
    rule = step.rule
    rule.confirmed_by, rule.confirmed_at = by, timezone.now()
    rule.save(update_fields=["confirmed_by", "confirmed_at"])
    record(by, "confirmed a rule beside its clause", rule)


@transaction.atomic
def change_rule(
    *, by: User, step: ProcedureStep, written: Mapping[str, Any], clause: Clause | None = None, quote: str = ""
) -> list[Deadline]:
    """Replace the rule of a step. Running dates stay as they are; those the change touches are returned."""
    old = step.rule
    rule = _rule(by, written, clause or old.clause, quote or old.quote, "person")
    rule.replaces = old
    rule.save(update_fields=["replaces"])
    step.rule = rule
    step.save(update_fields=["rule"])
    record(by, "changed a rule of a procedure", step.procedure, detail={"step": step.key})
    return list(queries.touched_by(by, step))


@transaction.atomic
def change_days(*, by: User, procedure: Procedure, days: Mapping[str, Any]) -> list[Deadline]:
    """Other working days for every rule of a procedure. Running dates stay; those the change touches are returned."""
    touched: list[Deadline] = []
    for step in procedure.steps.select_related("rule", "rule__clause"):
        written = dict(step.rule.written) | dict(days)
        for name in ("cap", "opens"):
            if isinstance(written.get(name), dict):
                written[name] = written[name] | dict(days)
        if written != step.rule.written:
            touched += change_rule(by=by, step=step, written=written)
    record(by, "changed the days that do not count", procedure, count=len(touched))
    return touched


@transaction.atomic
def remove_step(*, by: User, step: ProcedureStep) -> None:
    """Only a step no case has used and no other step follows can go."""
    if step.followed_by.exists() or Deadline.objects.filter(step=step).exists() or step.procedure.cases.exists():
        raise Problem(
            "step_used",
            _("'%s' is used by cases or by other steps.") % step.title,
            _("Change its rule instead, or retire the procedure and write a new one."),
        )
    record(by, "removed a step from a procedure", step.procedure, detail={"step": step.key})
    step.delete()


@transaction.atomic
def call_it(*, by: User, step: ProcedureStep, talk: bool) -> list[Grievance]:
    """Say whether the procedure begins here with a talk or with a paper; a person presses it. Of the open cases that
    began here those this person works on follow: what was recorded as a filing becomes a talk, and the choice of forum
    it made falls away with its reason on record. The others stay as they are on record until somebody who works on
    them says it there. Returns the cases that followed.
    """
    if step.after_id is not None or not step.ours or step.deed not in (Deed.FILE, Deed.TALK):
        raise Problem("not_the_first", _("'%s' is no step a case begins with.") % step)
    if not talk and queries.raised_at(step):
        raise Problem(
            "raised_here",
            _("Open cases were raised in this talk."),
            _("Write a new procedure for what comes, and retire this one."),
        )
    step.deed = Deed.TALK if talk else Deed.FILE
    step.title = re.sub(r"(?<=: )(?:file|filing|talk)$", "talk" if talk else "filing", step.title)
    step.save(update_fields=["deed", "title"])
    followed = list(queries.filed_at(by, step)) if talk else []
    for row in followed:
        electing.was_a_talk(by=by, talk=row)
    record(by, "said how a procedure begins", step.procedure, detail={"step": step.key, "deed": step.deed})
    return [row.grievance for row in followed]


@transaction.atomic
def move_dates(*, by: User, cases: Iterable[Grievance], step: ProcedureStep) -> int:
    """Bring these cases to the step's present rule; a person chose them."""
    moved = 0
    for case in cases:
        live = case.deadlines.filter(step=step, state__in=dates.LIVE)
        if live.exists():
            moved += len(clocks.recompute(by=by, case=case, why=_("The rule was changed."), adopt=True))
    record(by, "moved dates to a changed rule", step.procedure, count=moved)
    return moved


@transaction.atomic
def retire(*, by: User, procedure: Procedure) -> None:
    """No new case falls under it; its old cases keep it."""
    procedure.retired_at = timezone.now()
    procedure.save(update_fields=["retired_at"])
    record(by, "retired a grievance procedure", procedure)


def _leaving_out(written: Mapping[str, Any], holidays: Any) -> dict[str, Any]:
    backwards = written.get("direction") == "before"  # counted back, a day too many left out is a date too early
    if holidays == "us_federal" or (holidays == "none" and backwards):  # the engine's own where nothing is said
        return dict(written)
    inner = {name: {"holidays": holidays} | written[name] for name in ("cap", "opens") if written.get(name)}
    return {"holidays": holidays} | dict(written) | inner


@transaction.atomic
def propose_steps(*, by: User, procedure: Procedure) -> int:
    """Read time limits out of the agreement's grievance articles and add them as steps nobody has confirmed yet."""
    clauses = amended.read(by, queries.grievance_clauses(by, procedure))
    made, holidays = 0, queries.usual_holidays(procedure)
    for found in propose([clause.now for clause in clauses]):
        clause = clauses[found.clause]
        plan = StepPlan(
            key=found.key,
            title=found.title,
            actor=found.actor,
            deed=found.deed,
            written=_leaving_out(found.written, holidays),
            after=found.after,
            entry_for=found.entry_for,
            clause=clause,
            quote=found.quote if quotes.find(found.quote, clause.now) else "",
            proposed_by="pattern",
        )
        add_step(by=by, procedure=procedure, plan=plan)
        made += 1
    return made
