"""The arbitration docket, the docket of one case, and what the local knows of arbitrators."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from grievances.forms import arbitration as forms
from grievances.forms.deeds import CaseForm
from grievances.models import Arbitration, Arbitrator, Grievance
from grievances.queries import arbitration as queries
from grievances.services import arbitration
from grievances.views.common import case_or_404, do
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem

VIEW, WORK, READ = "grievances.view", "grievances.work", "grievances.simulate"


@allow(VIEW, "GET")
def docket(request: Request) -> HttpResponse:
    """Every case before an arbitrator, the next hearing first."""
    context = {"rows": list(queries.docket(request.user)), "today": today()}
    return render(request, "grievances/docket.html", context)


@allow(WORK, "POST")
def begin(request: Request, public_id: uuid.UUID) -> HttpResponse:
    case = case_or_404(request, public_id, WORK)
    url = reverse("grievances:arbitration", args=[public_id])
    return do(request, lambda: arbitration.open_docket(by=request.user, case=case), _("The docket is open."), url)


def _row(request: Request, case: Grievance) -> Arbitration:
    row = queries.of_case(request.user, case)
    if row is None:
        raise Http404
    return row


@allow(VIEW, "GET")
def of_case(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """List and strikes, dates, exhibits, costs, award."""
    case = case_or_404(request, public_id)
    row = _row(request, case)
    return _page(request, case, row)


def _page(request: Request, case: Grievance, row: Arbitration, bad: CaseForm | None = None) -> HttpResponse:
    given: dict[str, Any] = {"user": request.user, "case": case}
    made = {name: kind(**given) for name, (kind, _do) in ADDS.items()}
    if bad is not None:
        made[next(name for name, (kind, _do) in ADDS.items() if isinstance(bad, kind))] = bad
    costs = list(row.costs.all())
    ours = sum(cost.ours for cost in costs)
    panel = queries.panel(request.user, row)
    context = {
        "case": case,
        "row": row,
        "panel": panel,
        "struck": any(name.struck_by for name in panel),
        "turn": queries.turn(request.user, row),
        "forms": made,
        "costs": costs,
        "ours": ours,
        "over": row.budget is not None and ours > row.budget,
        "exhibits": list(row.exhibits.select_related("document__upload").order_by("label")),
        "clocks": case.matter.deadlines.filter(origin="docket").exclude(state="superseded"),
    }
    return render(request, "grievances/arbitration.html", context, status=422 if bad is not None else 200)


@allow(WORK, "GET POST")
def edit(request: Request, public_id: uuid.UUID) -> HttpResponse:
    case = case_or_404(request, public_id, WORK)
    row = _row(request, case)
    first = forms.first_values(row, [*forms.FIELDS, "version"])
    form: CaseForm = forms.DocketForm(request.POST or None, initial=first, user=request.user, case=case)
    status = 200
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in forms.FIELDS}
        try:
            arbitration.save_docket(by=request.user, row=row, version=form.cleaned_data["version"], values=values)
        except arbitration.DocketChanged as changed:
            messages.error(request, str(changed))
            form, status = _again(request, case, values, changed.row), 409
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Saved. The dates stand in the case as well."))
            return redirect("grievances:arbitration", public_id)
    context = {"case": case, "form": form}
    return render(request, "grievances/arbitration_form.html", context, status=422 if form.errors else status)


def _again(request: Request, case: Grievance, mine: dict[str, Any], newest: Arbitration) -> CaseForm:
    """My words in the form, and under each what the other person saved."""
    form = forms.DocketForm(initial=mine | {"version": newest.version}, user=request.user, case=case)
    for name in forms.FIELDS:
        if (theirs := getattr(newest, name)) != mine[name]:
            form.fields[name].help_text = _("Saved by somebody else: %s") % (theirs if theirs else _("nothing"))
    return form


def _names(user: Any, row: Arbitration, data: dict[str, Any]) -> object:
    return arbitration.add_names(by=user, row=row, names=data["names"])


def _first(user: Any, row: Arbitration, data: dict[str, Any]) -> object:
    return arbitration.first_to_strike(by=user, row=row, **data)


def _appoint(user: Any, row: Arbitration, data: dict[str, Any]) -> object:
    return arbitration.appoint(by=user, row=row, **data)


def _cost(user: Any, row: Arbitration, data: dict[str, Any]) -> object:
    return arbitration.add_cost(by=user, row=row, **data)


def _exhibit(user: Any, row: Arbitration, data: dict[str, Any]) -> object:
    return arbitration.add_exhibit(by=user, row=row, **data)


Add = tuple[type[CaseForm], Callable[[Any, Arbitration, dict[str, Any]], object]]
ADDS: Mapping[str, Add] = {
    "names": (forms.NamesForm, _names),
    "first": (forms.FirstForm, _first),
    "appoint": (forms.AppointForm, _appoint),
    "cost": (forms.CostForm, _cost),
    "exhibit": (forms.ExhibitForm, _exhibit),
}


@allow(WORK, "POST")
def add(request: Request, public_id: uuid.UUID, what: str) -> HttpResponse:
    """A name, a choice, a bill, an exhibit."""
    case = case_or_404(request, public_id, WORK)
    row = _row(request, case)
    if what not in ADDS:
        raise Http404
    kind, deed = ADDS[what]
    form = kind(request.POST, user=request.user, case=case)
    if not form.is_valid():
        return _page(request, case, row, form)
    url = reverse("grievances:arbitration", args=[public_id]) + f"#{what}"
    return do(request, lambda: deed(request.user, row, form.cleaned_data), _("Saved."), url)


Press = tuple[Callable[[Arbitration], Any], Callable[[Any, Any], object]]
PRESSES: Mapping[str, Press] = {
    "strike": (lambda row: row.panel, lambda user, name: arbitration.strike(by=user, name=name)),
    "remove": (lambda row: row.panel, lambda user, name: arbitration.remove_name(by=user, name=name)),
    "unstrike": (lambda row: row.panel, lambda user, name: arbitration.take_back_strike(by=user, row=name.arbitration)),
    "admit": (lambda row: row.exhibits, lambda user, one: arbitration.admit(by=user, exhibit=one, admitted=True)),
    "refuse": (lambda row: row.exhibits, lambda user, one: arbitration.admit(by=user, exhibit=one, admitted=False)),
    "uncost": (lambda row: row.costs, lambda user, cost: arbitration.remove_cost(by=user, cost=cost)),
}


@allow(WORK, "POST")
def press(request: Request, public_id: uuid.UUID, what: str, row_id: uuid.UUID) -> HttpResponse:
    """Strike a name, admit an exhibit, take a bill out."""
    row = _row(request, case_or_404(request, public_id, WORK))
    found = PRESSES[what][0](row).filter(public_id=row_id).first() if what in PRESSES else None
    if found is None:
        raise Http404
    url = reverse("grievances:arbitration", args=[public_id])
    return do(request, lambda: PRESSES[what][1](request.user, found), _("Saved."), url)


@allow(READ, "GET")
def arbitrators(request: Request) -> HttpResponse:
    return render(request, "grievances/arbitrators.html", {"rows": queries.arbitrators(request.user)})


@allow(READ, "GET POST")
def arbitrator(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """What has been learned of one arbitrator, and the cases the reader may see."""
    try:
        row = queries.arbitrator(request.user, public_id)
    except Arbitrator.DoesNotExist as error:
        raise Http404 from error
    known = next(one for one in queries.arbitrators(request.user) if one.arbitrator == row)
    names = ["place", "day_rate", "notes"]
    form = forms.ArbitratorForm(request.POST or None, initial=forms.first_values(row, names))
    if request.method == "POST" and form.is_valid():
        arbitration.save_arbitrator(by=request.user, arbitrator=row, values=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("grievances:arbitrators")
    context = {"row": row, "known": known, "form": form}
    return render(request, "grievances/arbitrator.html", context, status=422 if form.errors else 200)
