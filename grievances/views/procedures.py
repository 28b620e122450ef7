"""Procedures, their rules beside the clauses, and the clock simulator."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contracts.addresses import clause_url
from grievances import wording
from grievances.deadlines.anchors import NO_LIMIT, Event
from grievances.deadlines.procedure import Dated, simulate
from grievances.deadlines.reading import BadRuleError
from grievances.forms.procedures import (
    BRANCHES,
    DaysForm,
    MoveForm,
    ProcedureForm,
    RuleForm,
    SimulatorForm,
    StepForm,
    first_values,
    from_limit,
)
from grievances.models import Deadline, DeadlineRule, Deed, Procedure, ProcedureStep, Scope
from grievances.proposing.sentences import lengths_in
from grievances.proposing.spoken import is_talk
from grievances.queries import cases, dates
from grievances.queries import procedures as queries
from grievances.services import clocks, procedures
from grievances.stepnames import step_name
from grievances.views.common import do
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.core.problems import Problem

READ, RULES, WORK = "grievances.simulate", "grievances.rules", "grievances.work"


@allow(READ, "GET")
def index(request: Request) -> HttpResponse:
    rows = [(one, queries.unconfirmed(request.user, one).count()) for one in queries.procedures(request.user)]
    return render(request, "grievances/procedures.html", {"rows": rows})


def _procedure(request: Request, public_id: uuid.UUID) -> Procedure:
    try:
        return queries.procedure(request.user, public_id)
    except Procedure.DoesNotExist as error:
        raise Http404 from error


def _step(request: Request, public_id: uuid.UUID) -> ProcedureStep:
    try:
        return queries.step(request.user, public_id)
    except ProcedureStep.DoesNotExist as error:
        raise Http404 from error


@allow(RULES, "GET POST")
def new(request: Request) -> HttpResponse:
    form = ProcedureForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        read_it = data.pop("read_it") and data["version"] is not None
        row = procedures.create_procedure(by=request.user, **data)
        made = procedures.propose_steps(by=request.user, procedure=row) if read_it else 0
        if read_it and not made:
            messages.warning(request, _("No time limit could be read from this agreement. Add its steps by hand."))
        else:
            words = _("%s steps were read from the agreement. Check each beside its words.") % made
            messages.success(request, words if made else _("Saved. Add its steps now."))
        return redirect(row)
    return _form(request, form, _("New procedure"), _("Save the procedure"))


def _form(request: Request, form: Any, title: str, button: str, procedure: Procedure | None = None) -> HttpResponse:
    context = {"form": form, "title": title, "button": button, "procedure": procedure}
    return render(request, "grievances/procedure_form.html", context, status=422 if form.is_bound else 200)


@allow(READ, "GET")
def procedure(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Each step with its words, its rule in a sentence, and who signed it."""
    row = _procedure(request, public_id)
    rows = list(queries.steps_with_clauses(request.user, row))
    dead = dates.never_starting(row, rows)
    steps = [
        {
            "step": step,
            "dead": step.key in dead,
            "starts": _named(step.entry_for),
            "only": _named(step.applies_to),
            "begins": step.after_id is None and step.ours and step.deed in (Deed.FILE, Deed.TALK),
            "spoken": step.deed == Deed.FILE and step.after_id is None and is_talk(step.rule.quote),
            "begun": queries.filed_at(request.user, step).count() if step.after_id is None else 0,
            "stay": queries.filed_at(request.user, step, "grievances.view").count() if step.is_talk else 0,
            "rule": wording.rule_sentence(step.rule.written),
            "said": _otherwise(step.rule, rows),
            "silence": wording.silence_sentence(step.rule.written) if step.deed == "answer" else "",
            "touched": queries.touched_by(request.user, step).count(),
        }
        for step in rows
    ]
    limits = [(one, queries.place_of(one)) for one in queries.accepted_limits(request.user, row)]
    context = {"procedure": row, "steps": steps, "limits": limits, "days": _days(request, row, rows)}
    return render(request, "grievances/procedure.html", context)


def _days(request: Request, row: Procedure, steps: list[ProcedureStep]) -> dict[str, Any] | None:
    """Which days the rules leave out, beside what the agreement says of them; None where no rule looks at the day."""
    looking = [step.rule.written for step in steps if wording.looks_at_days(step.rule.written)]
    if not looking:
        return None
    return {
        "left_out": list(dict.fromkeys(map(wording.days_left_out, looking))),
        "own": list(dict.fromkeys(name for written in looking for name in wording.own_days(written))),
        "none": not any(wording.calendar_words(written.get("holidays")) for written in looking),
        "said": queries.words_on_days(request.user, row),
        "holidays": [(clause, clause_url(clause)) for clause in queries.holiday_clauses(request.user, row)],
    }


def _named(kinds: Iterable[str]) -> list[str]:
    """Kinds of case in the reader's language."""
    names = dict(BRANCHES)
    return [str(names.get(kind, kind)) for kind in kinds]


def _otherwise(rule: DeadlineRule, steps: Iterable[ProcedureStep]) -> list[int]:
    """The lengths of time that the quoted words name, when the rule counts none of them. A step without a time limit
    may stand on words whose numbers another step counts.
    """
    named = lengths_in(rule.quote)
    if rule.written["anchor_kind"] == NO_LIMIT:
        counted = {step.rule.written.get("n") for step in steps if step.rule.quote == rule.quote}
        return [n for n in named if n not in counted]
    return [] if rule.written.get("n") in named else named


@allow(RULES, "GET POST")
def add_step(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """A new step; `?limit=` fills in what a person accepted beside the clause. Its rule is signed later."""
    row = _procedure(request, public_id)
    limit = queries.accepted_limit(request.user, row, request.GET.get("limit", ""))
    initial = from_limit(limit) if limit else None
    form = StepForm(request.POST or None, user=request.user, procedure=row, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            procedures.add_step(by=request.user, procedure=row, plan=_plan(form))
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Added. Somebody still has to confirm its rule."))
            return redirect(row)
    return _form(request, form, _("New step"), _("Add the step"), row)


def _plan(form: StepForm) -> procedures.StepPlan:
    data = form.cleaned_data
    plain = {name: data[name] for name in ("key", "title", "actor", "deed", "after", "clause", "quote")}
    entry, only = tuple(data["entry_for"]), tuple(data["applies_to"])
    return procedures.StepPlan(written=form.written(), entry_for=entry, applies_to=only, **plain)


@allow(RULES, "GET POST")
def rule(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Change the rule of a step; running dates wait for a person."""
    step = _step(request, public_id)
    old = step.rule
    initial = first_values(old.written) | {"clause": old.clause_id, "quote": old.quote}
    form = RuleForm(request.POST or None, initial=initial, user=request.user, procedure=step.procedure)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            touched = procedures.change_rule(
                by=request.user, step=step, written=form.written(), clause=data["clause"], quote=data["quote"]
            )
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("The rule is changed. Somebody has to confirm it."))
            moves = touched and may(request.user, WORK)
            return redirect("grievances:move", step.public_id) if moves else redirect(step.procedure)
    return _form(request, form, _("Rule of %s") % step, _("Change the rule"), step.procedure)


@allow(RULES, "GET POST")
def days(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """The employer's calendar for all rules at once; running dates wait for a person."""
    row = _procedure(request, public_id)
    first = row.steps.select_related("rule").first()
    form = DaysForm(request.POST or None, initial=first_values(first.rule.written) if first else None)
    if request.method == "POST" and form.is_valid():
        try:
            touched = procedures.change_days(by=request.user, procedure=row, days=form.days())
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            words = _("The days are changed. %s running dates were counted by the old ones; look at them below.")
            messages.success(request, words % len(touched))
            return redirect(row)
    return _form(request, form, _("Days that do not count"), _("Change the days"), row)


@allow(RULES, "POST")
def confirm(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Sign that the rule says what the clause says; the form carries which rule was on the screen."""
    step = _step(request, public_id)
    if request.POST.get("shown") != str(step.rule.public_id):
        messages.error(request, _("The rule was changed meanwhile. Read it again."))
        return redirect(step.procedure)
    done = _("You signed the rule of %s.") % step
    url = f"{step.procedure.get_absolute_url()}#s-{step.key}"
    return do(request, lambda: procedures.confirm_rule(by=request.user, step=step, shown=step.rule), done, url)


@allow(RULES, "POST")
def call(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Say that the procedure begins here with a talk, or with a paper."""
    step = _step(request, public_id)
    talk = request.POST.get("as") == "talk"
    words = _("It is a talk now: it starts its clock and chooses no forum.") if talk else _("It is a filing now.")
    url = f"{step.procedure.get_absolute_url()}#s-{step.key}"
    return do(request, lambda: procedures.call_it(by=request.user, step=step, talk=talk), words, url)


@allow(RULES, "POST")
def remove(request: Request, public_id: uuid.UUID) -> HttpResponse:
    step = _step(request, public_id)
    url = step.procedure.get_absolute_url()
    return do(request, lambda: procedures.remove_step(by=request.user, step=step), _("The step is gone."), url)


@allow(RULES, "POST")
def retire(request: Request, public_id: uuid.UUID) -> HttpResponse:
    row = _procedure(request, public_id)
    done = _("Retired: no new case falls under it.")
    return do(
        request, lambda: procedures.retire(by=request.user, procedure=row), done, reverse("grievances:procedures")
    )


@allow(RULES, "GET POST")
def move(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Open cases that a changed rule touches; only the ticked ones move."""
    step = _step(request, public_id)
    rows = queries.touched_by(request.user, step, WORK)
    cases_by_id = {str(row.grievance.public_id): row for row in rows if row.grievance}
    numbers = [(key, _move_line(request.user, row)) for key, row in cases_by_id.items()]
    form = MoveForm(request.POST or None, numbers=numbers)
    if request.method == "POST" and form.is_valid():
        chosen = [cases.grievance(request.user, uuid.UUID(key), WORK) for key in form.cleaned_data["cases"]]
        moved = procedures.move_dates(by=request.user, cases=chosen, step=step)
        words = ngettext("%(n)s date is counted by the new rule.", "%(n)s dates are counted by the new rule.", moved)
        messages.success(request, words % {"n": moved})
        return redirect(step.procedure)
    context = {"form": form, "step": step, "touched": numbers, "rule": wording.rule_sentence(step.rule.written)}
    return render(request, "grievances/move.html", context, status=422 if form.is_bound else 200)


def _move_line(user: User, row: Deadline) -> str:
    """'G-2026-008: Overtime, Mon 4 May 2026 → Mon 11 May 2026', or 'stays Mon 4 May 2026'."""
    assert row.grievance and row.step
    to = clocks.due_after(by=user, case=row.grievance, step=row.step)
    before, after = [date_format(day, "D j M Y") if day else _("no date") for day in (row.due, to)]
    moved = _("stays %s") % after if to == row.due else f"{before} → {after}"
    return f"{row.grievance}: {row.matter.title}, {moved}"


@allow(READ, "GET")
def simulator(request: Request) -> HttpResponse:
    """Agreement and day -> all dates, if each side takes all its time."""
    form = SimulatorForm(request.GET if "day" in request.GET else None, user=request.user)
    rows: list[Dated] = []
    context: dict[str, Any] = {"form": form}
    if form.is_bound and form.is_valid():
        chosen, day, kind = (form.cleaned_data[name] for name in ("procedure", "day", "kind"))
        first = form.first_dates()
        rows, context["problem"] = _simulated(request, chosen, first, kind)
        context["other"] = not queries.was_in_force(request.user, chosen, day)
        context["dead"] = _dead(request, chosen, first)
    context["rows"] = [_row(row) for row in rows]
    return render(request, "grievances/simulator.html", context, status=422 if form.errors else 200)


def _dead(request: Request, procedure: Procedure, first: Mapping[Event, datetime.date]) -> list[str]:
    """Names of the steps that get no date, because nothing recorded starts their clock."""
    steps = dates.steps_of(request.user, procedure)
    dead = dates.never_starting(procedure, steps, first)
    return [step_name(step.title) for step in steps if step.key in dead]


def _simulated(
    request: Request, procedure: Procedure, first: Mapping[Event, datetime.date], kind: str
) -> tuple[list[Dated], str]:
    try:
        pure = dates.as_pure(procedure.name, dates.steps_of(request.user, procedure))
        if not pure.steps:
            return [], _("This procedure has no steps yet.")
        return simulate(pure.of_management() if kind == Scope.MANAGEMENT else pure, first, kind), ""
    except (BadRuleError, ValueError, StopIteration) as error:
        return [], _("This procedure cannot be counted: %s.") % error


def _row(row: Dated) -> dict[str, Any]:
    written = row.step.limit.written
    return {
        "dated": row,
        "name": step_name(row.step.title),
        "rule": wording.rule_sentence(dict(written)),
        "lines": wording.count_lines(clocks.count_rows(row.count)),
    }
