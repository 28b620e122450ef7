"""Old cases from a spreadsheet: choose a file, see the plan, apply it, undo it."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grievances.forms.lists import ImportForm
from grievances.models import CaseImport, Outcome
from grievances.queries import cases as queries
from grievances.services import importing
from grievances.views.common import do
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem

COLUMNS = {
    "number": gettext_lazy("Number"),
    "title": gettext_lazy("Title"),
    "article": gettext_lazy("Article"),
    "incident_on": gettext_lazy("It happened on"),
    "filed_on": gettext_lazy("Filed"),
    "closed_on": gettext_lazy("Closed"),
    "outcome": gettext_lazy("Outcome"),
    "reason": gettext_lazy("Reason"),
    "site": gettext_lazy("Worksite"),
    "topic": gettext_lazy("What it is about"),
    "arbitrator": gettext_lazy("Arbitrator"),
    "manager": gettext_lazy("Supervisor or manager"),
    "grievant": gettext_lazy("Grievant"),
    "first_name": gettext_lazy("First name"),
    "step": gettext_lazy("Step reached"),
}
REASONS = {
    "the row has no title, article or number": gettext_lazy("the row has no title, article or number"),
    "lies in the future": gettext_lazy("lies in the future"),
    "the case was filed before it happened": gettext_lazy("the case was filed before it happened"),
    "the case closed before it was filed": gettext_lazy("the case closed before it was filed"),
    "is not a date; write it as YYYY-MM-DD or MM/DD/YYYY": gettext_lazy(
        "is not a date; write it as YYYY-MM-DD or MM/DD/YYYY"
    ),
}


@allow("grievances.import", "GET POST")
def start(request: Request) -> HttpResponse:
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            row = importing.plan_import(by=request.user, data=file.read(), name=file.name)
        except Problem as problem:
            form.add_error("file", str(problem))
        else:
            return redirect("grievances:import-plan", row.public_id)
    context = {"form": form, "earlier": queries.imports(request.user)[:20]}
    return render(request, "grievances/import.html", context, status=422 if form.is_bound else 200)


def _row(request: Request, public_id: uuid.UUID) -> CaseImport:
    row = queries.imports(request.user).filter(public_id=public_id).first()
    if row is None:
        raise Http404
    return row


@allow("grievances.import", "GET")
def plan(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """The plan is the very object that is applied."""
    row = _row(request, public_id)
    return render(request, "grievances/import_plan.html", {"row": row, "plan": row.plan, **_in_words(row.plan)})


def _in_words(plan: dict[str, Any]) -> dict[str, Any]:
    """Columns, reasons and outcomes of a plan as the reader calls them."""
    outcomes = dict(Outcome.choices)
    return {
        "columns": [(COLUMNS[ours], theirs) for ours, theirs in plan["columns"].items()],
        "refused": [
            row | {"column": COLUMNS[row["column"]], "reason": REASONS.get(row["reason"], row["reason"])}
            for row in plan["refused"]
        ],
        "adds": [row | {"outcome": outcomes.get(row["outcome"], "")} for row in plan["adds"][:200]],
    }


@allow("grievances.import", "POST")
def dates(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Read the dates of the file with the day, or the month, in front."""
    row = _row(request, public_id)
    day_first = request.POST.get("first") == "day"
    url = reverse("grievances:import-plan", args=[public_id])
    said = _("Read with the day first.") if day_first else _("Read with the month first.")
    return do(request, lambda: importing.read_dates(by=request.user, row=row, day_first=day_first), said, url)


@allow("grievances.import", "POST")
def apply(request: Request, public_id: uuid.UUID) -> HttpResponse:
    row = _row(request, public_id)
    digest = request.POST.get("digest", "")
    url = reverse("grievances:import-plan", args=[public_id])
    return do(request, lambda: importing.apply_import(by=request.user, row=row, digest=digest), _("Imported."), url)


@allow("grievances.import", "POST")
def undo(request: Request, public_id: uuid.UUID) -> HttpResponse:
    row = _row(request, public_id)
    url = reverse("grievances:import-plan", args=[public_id])
    return do(request, lambda: importing.undo_import(by=request.user, row=row), _("Undone."), url)
