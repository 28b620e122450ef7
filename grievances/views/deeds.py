"""What is done with a case: one page per deed, or one press on a row."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from grievances.checklists import CHECKLISTS
from grievances.forms.deeds import CaseForm
from grievances.forms.records import ChecklistForm
from grievances.models import Grievance
from grievances.services import cases, records
from grievances.views.acts import ASSIGN, GUARD, WORK, Data, Deed
from grievances.views.common import case_or_404
from grievances.views.presses import PRESSES
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem
from unionops.platform.ui import typed


@allow("grievances.work", "GET POST")
def work(request: Request, public_id: uuid.UUID, deed: str) -> HttpResponse:
    return _page(request, case_or_404(request, public_id, "grievances.work"), WORK, deed)


@allow("grievances.assign", "GET POST")
def assign(request: Request, public_id: uuid.UUID, deed: str) -> HttpResponse:
    return _page(request, case_or_404(request, public_id), ASSIGN, deed)


@allow("grievances.restrict", "GET POST", step_up=True)
def guard(request: Request, public_id: uuid.UUID, deed: str) -> HttpResponse:
    return _page(request, case_or_404(request, public_id), GUARD, deed)


def _page(request: Request, case: Grievance, known: Mapping[str, Deed], name: str) -> HttpResponse:
    if name not in known:
        raise Http404
    deed = known[name]
    if request.method != "POST":
        form = deed.form(initial=deed.before(case) | request.GET.dict(), user=request.user, case=case)
        return _shown(request, case, deed, name, form)
    form = deed.form(request.POST, request.FILES, user=request.user, case=case)
    searching = "search" in request.POST
    if searching or not form.is_valid():
        return _shown(request, case, deed, name, _unbound(deed, request, case) if searching else form, searching)
    return _done(request, case, deed, name, form)


def _unbound(deed: Deed, request: Request, case: Grievance) -> CaseForm:
    """The form again with what was typed, without complaints: a search is no deed."""
    data = request.POST
    kept = {key: data.getlist(key) if key in ("clauses", "readers") else data[key] for key in data}
    return deed.form(initial=kept, user=request.user, case=case)


def _shown(
    request: Request, case: Grievance, deed: Deed, name: str, form: CaseForm, searching: bool = False
) -> HttpResponse:
    roads = getattr(form, "roads", None) or []
    closes = any(road.bars for road in roads)
    context = {"case": case, "deed": deed, "name": name, "form": form, "roads": roads, "closes": closes}
    status = 422 if form.is_bound and not searching else 200
    return render(request, "grievances/deed.html", context, status=status)


def _done(request: Request, case: Grievance, deed: Deed, name: str, form: CaseForm) -> HttpResponse:
    mine = dict(form.cleaned_data)
    try:
        deed.do(request.user, case, dict(mine))
    except cases.Changed as changed:
        return _conflict(request, case, deed, name, mine, changed)
    except Problem as problem:
        form.add_error(None, str(problem))
        return _shown(request, case, deed, name, form)
    typed.arrived(request)
    messages.success(request, str(deed.done))
    return redirect(f"{case.get_absolute_url()}#{deed.section}" if deed.section else case.get_absolute_url())


def _conflict(
    request: Request, case: Grievance, deed: Deed, name: str, mine: Data, changed: cases.Changed
) -> HttpResponse:
    """Both versions side by side; the form below holds mine and knows the newest version."""
    theirs = {key: getattr(changed.row, key) for key in mine if key != "version"}
    rows = [(deed.form.base_fields[key].label, mine[key], value) for key, value in theirs.items() if value != mine[key]]
    form = deed.form(initial=mine | {"version": changed.row.version}, user=request.user, case=case)
    context = {"case": case, "deed": deed, "name": name, "form": form, "rows": rows}
    return render(request, "grievances/conflict.html", context, status=409)


@allow("grievances.work", "GET POST")
def checklist(request: Request, public_id: uuid.UUID, name: str) -> HttpResponse:
    """Just cause, Douglas, past practice, Weingarten: part of the argument, never of the form."""
    case = case_or_404(request, public_id, "grievances.work")
    if name not in CHECKLISTS:
        raise Http404
    known = CHECKLISTS[name]
    rows = case.matter.arguments.filter(checklist=name, removed_at=None)
    initial = {row.line: row.answer for row in rows} | {f"{row.line}-text": row.text for row in rows}
    form = ChecklistForm(request.POST or None, initial=initial, user=request.user, case=case, checklist=known)
    if request.method == "POST" and form.is_valid():
        records.save_checklist(by=request.user, matter=case.matter, checklist=name, answers=form.answers())
        typed.arrived(request)
        messages.success(request, _("Saved."))
        return redirect(f"{case.get_absolute_url()}#arguments")
    context = {"case": case, "form": form, "checklist": known}
    return render(request, "grievances/checklist.html", context, status=422 if form.is_bound else 200)


@allow("grievances.work", "POST")
def press(request: Request, public_id: uuid.UUID, deed: str, row_id: uuid.UUID) -> HttpResponse:
    """Tick a task, strike a fact, take a record back."""
    case = case_or_404(request, public_id, "grievances.work")
    row = PRESSES[deed].rows(case).filter(public_id=row_id).first() if deed in PRESSES else None
    if row is None:
        raise Http404
    try:
        PRESSES[deed].do(request.user, row)
    except Problem as problem:
        messages.error(request, str(problem))
    return redirect(f"{case.get_absolute_url()}#{PRESSES[deed].section}")
