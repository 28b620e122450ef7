"""Density and steward coverage, and the month's lists held against each other."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from members import queries
from members.books import reconciliation
from members.exports import summary_paper
from members.figures import coverage, density_by
from members.forms import ReconcileForm
from members.reports import sections_of
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.models import Local
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem

GROUPS = {
    "unit": _("By unit"),
    "worksite": _("By worksite"),
    "shift": _("By shift"),
    "department": _("By department"),
}


@allow("members.density", "GET")
def density(request: Request) -> HttpResponse:
    by = request.GET.get("by", "worksite")
    by = by if by in GROUPS else "worksite"
    local = Local.current()
    context = {
        "bars": density_by(request.user, by), "by": by, "goal": local.density_goal, "groups": list(GROUPS.items()),
        "whole": queries.density(request.user), "coverage": coverage(request.user, local.steward_ratio),
        "ratio": local.steward_ratio,
    }  # fmt: skip
    return render(request, "members/density.html", context)


@allow("members.reconcile")
def reconcile(request: Request) -> HttpResponse:
    """Unit list x remittance x E-Dues x our members, on the page or on one sheet of paper."""
    imports = queries.reconcilable(request.user)
    form = ReconcileForm(request.POST or None, imports=imports)
    context: dict[str, Any] = {"form": form, "imports": imports}
    if form.is_valid():
        try:
            found = _reconciled(request, form.cleaned_data)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            if request.POST.get("as") == "pdf":
                return summary_paper(found, form.cleaned_data["as_of"])
            context |= {"found": found, "sections": sections_of(found)}
            return render(request, "members/reconcile.html", context)
    return render(request, "members/reconcile.html", context, status=422 if form.is_bound else 200)


def _reconciled(request: Request, said: dict[str, Any]) -> dict[str, Any]:
    edues = said["edues"]
    found = reconciliation(
        request.user,
        unit_list=queries.roster_import(request.user, said["unit_list"]),
        dues=queries.roster_import(request.user, said["dues"]),
        edues=queries.roster_import(request.user, edues) if edues else None,
        as_of=said["as_of"],
    )
    record(request.user, "held the dues files against the roster", count=found["members"])
    return found
