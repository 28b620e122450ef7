"""Old cases from a spreadsheet: choose a file, see the plan, apply it, undo it."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from grievances.forms.lists import ImportForm
from grievances.models import CaseImport
from grievances.queries import cases as queries
from grievances.services import importing
from grievances.views.common import do
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem


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
    return render(request, "grievances/import_plan.html", {"row": row, "plan": row.plan})


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
