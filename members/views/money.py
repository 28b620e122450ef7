"""Density and steward coverage, and the month's lists held against each other."""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members import queries
from members.dues.books import earlier_reconciliation, reconciliation
from members.exports import LETTERS, density_paper, density_table, letters_about, summary_paper
from members.figures import coverage, density_by, density_months, is_reckoned, places_over_time, whole_ratio
from members.forms import DuesForm, OutcomeForm, ReconcileForm
from members.models import FileKind
from members.names import listed_name
from members.reports import LISTED, TASKS, changes_since, list_changes, sections_of
from members.services import densities, followups
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.models import Local
from unionops.platform.audit.services import record
from unionops.platform.core.asked import whole
from unionops.platform.core.problems import Problem
from unionops.platform.files import letters

GROUPS = {
    "unit": _("By unit"),
    "employer": _("By agency"),
    "component": _("By component"),
    "worksite": _("By worksite"),
    "shift": _("By shift"),
    "department": _("By department"),
}


@allow("members.density", "GET")
def density(request: Request) -> HttpResponse:
    by = request.GET.get("by", "worksite")
    by = by if by in GROUPS else "worksite"
    local, place = Local.current(), request.GET.get("place", "")
    places = places_over_time(request.user, by)
    place = place if place in places else ""
    covers = coverage(request.user, local.steward_ratio)
    context = {
        "places": places, "place": place, "months": density_months(request.user, by, place),
        "bars": density_by(request.user, by), "by": by, "goal": local.density_goal, "groups": list(GROUPS.items()),
        "whole": queries.density(request.user), "coverage": covers, "ratio": local.steward_ratio,
        "against": whole_ratio(covers, local.steward_ratio), "is_reckoned": is_reckoned(request.user),
    }  # fmt: skip
    return render(request, "members/density.html", context)


@allow("members.density", "GET")
def density_sheet(request: Request) -> HttpResponse:
    """Density and coverage for the board, on one page of paper."""
    record(request.user, "printed density and coverage")
    return density_paper(request.user, {name: title for name, title in GROUPS.items() if name != "unit"})


@allow("members.density", "GET")
def density_table_file(request: Request) -> HttpResponse:
    """The same figures for a spreadsheet."""
    record(request.user, "exported density and coverage as a table")
    return density_table(request.user, GROUPS)


@allow("members.import", "POST")
def reckon(request: Request) -> HttpResponse:
    """Work the months before the first list out anew."""
    found = densities.reckon_back(by=request.user, day=timezone.localdate())
    messages.success(request, _("%d earlier months were worked out.") % found)
    return redirect("members:density")


@allow("members.reconcile")
def reconcile(request: Request) -> HttpResponse:
    """Unit list x remittance x E-Dues x our members, on the page or on one sheet of paper."""
    imports = queries.reconcilable(request.user)
    form = ReconcileForm(request.POST or None, imports=imports)
    kinds = {row.kind for row in imports}
    context: dict[str, Any] = {"form": form, "ready": FileKind.UNIT in kinds and len(kinds) > 1, "kinds": kinds}
    if form.is_valid():
        try:
            found = _reconciled(request, form.cleaned_data)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            if request.POST.get("as") == "pdf":
                return summary_paper(found, form.cleaned_data["as_of"], _since(request, form.cleaned_data, found))
            if what := request.POST.get("follow_up"):
                return _followed_up(request, what, found, form.cleaned_data["as_of"])
            if what := request.POST.get("letters"):
                return _letters(request, what, found)
            context |= _since(request, form.cleaned_data, found)
            context |= {"found": found, "sections": _with_ids(request, sections_of(found)), "lettered": list(LETTERS),
                        "listed": [*LISTED, "in_unit_not_paying"], "lost": _lost(found)}  # fmt: skip
            return render(request, "members/reconcile.html", context)
    return render(request, "members/reconcile.html", context, status=422 if form.is_bound else 200)


def _lost(found: dict[str, Any]) -> list[str]:
    """Names of the report that its paper and letters cannot show."""
    people = (item for _name, _title, _advice, listed in sections_of(found) for item in listed)
    return letters.not_drawn(listed_name(item["last_name"], item["first_name"]) for item in people)


def _with_ids(request: Request, sections: list[Any]) -> list[Any]:
    """Each line with the person's public id, so that it leads to their page."""
    keys = {item["pk"] for _name, _title, _advice, people in sections for item in people if item["pk"]}
    ids = queries.public_ids(request.user, keys)
    for _name, _title, _advice, people in sections:
        for item in people:
            item["public_id"] = ids.get(item["pk"])
    return sections


def _followed_up(request: Request, what: str, found: dict[str, Any], as_of: datetime.date) -> HttpResponse:
    """One task for each line of this difference."""
    made = followups.follow_up_lines(by=request.user, what=what, lines=found.get(what, []), as_of=as_of)
    messages.success(request, _("%d tasks made. Lines that have an open task already were left alone.") % made)
    return redirect(f"{reverse('members:follow-ups')}?what={what}")


def _letters(request: Request, what: str, found: dict[str, Any]) -> HttpResponse:
    """One letter to each person of this difference whom the post reaches."""
    keys = [item["pk"] for item in found.get(what, []) if item["pk"]]
    try:
        paper = letters_about(request.user, what, keys)
    except Problem as problem:
        messages.error(request, str(problem))
        return redirect("members:reconcile")
    record(request.user, "wrote letters about a reconciliation", count=len(keys), detail={"what": what})
    return paper


PAGE = 50


@allow("members.tasks", "GET")
def follow_ups(request: Request) -> HttpResponse:
    """What is open about people, and what was settled."""
    what = request.GET.get("what", "")
    is_open = request.GET.get("state") != "done"
    at = whole(request.GET.get("page", ""))
    rows = list(queries.follow_ups(request.user, what=what, is_open=is_open)[at * PAGE : (at + 1) * PAGE + 1])
    asked = urlencode({"what": what} | ({} if is_open else {"state": "done"}))
    counts = queries.open_by_kind(request.user)
    context = {
        "rows": [(row, TASKS.get(row.what, (row.what, ""))[0]) for row in rows[:PAGE]],
        "is_open": is_open, "what": what,
        "kinds": [(name, TASKS[name][0], many) for name, many in counts.items() if name in TASKS],
        "form": OutcomeForm(), "today": timezone.localdate(),
        "earlier": f"?{asked}&page={at - 1}" if at else "",
        "later": f"?{asked}&page={at + 1}" if len(rows) > PAGE else "",
    }  # fmt: skip
    return render(request, "members/follow_ups.html", context)


@allow("members.tasks", "POST")
def settle(request: Request, public_id: UUID) -> HttpResponse:
    row = get_object_or_404(queries.follow_ups(request.user), public_id=public_id)
    form = OutcomeForm(request.POST)
    if form.is_valid():
        followups.settle_follow_up(by=request.user, follow_up=row, outcome=form.cleaned_data["outcome"])
        messages.success(request, _("Settled."))
    else:
        messages.error(request, _("Write in a few words how it ended."))
    return redirect(f"{reverse('members:follow-ups')}?what={row.what}")


@allow("members.edit")
def dues(request: Request, public_id: UUID) -> HttpResponse:
    """Correct what a member should pay."""
    person = get_object_or_404(queries.people(request.user, "members.edit"), public_id=public_id)
    form = DuesForm(request.POST or None, initial=queries.dues_of(person))
    if form.is_valid():
        said = form.cleaned_data
        try:
            followups.correct_dues(
                by=request.user, person=person, cents=said["amount"], method=said["method"], why=said["why"]
            )
            return redirect(person)
        except Problem as problem:
            form.add_error(None, str(problem))
    context = {"form": form, "person": person, "title": _("Correct the dues"), "danger": False}
    return render(request, "members/person_form.html", context, status=422 if form.is_bound else 200)


def _lists(request: Request, said: dict[str, Any]) -> dict[str, Any]:
    edues = said["edues"]
    return {
        "unit_list": queries.roster_import(request.user, said["unit_list"]),
        "dues": queries.roster_import(request.user, said["dues"]) if said["dues"] else None,
        "edues": queries.roster_import(request.user, edues) if edues else None,
    }


def _reconciled(request: Request, said: dict[str, Any]) -> dict[str, Any]:
    found = reconciliation(request.user, **_lists(request, said), as_of=said["as_of"])
    record(request.user, "held the dues files against the roster", count=found["members"])
    return found


def _since(request: Request, said: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """What is new, settled and still open since the lists before, and what the employer's list changed."""
    lists = _lists(request, said)
    values = {"unit_list": lists["unit_list"], "list_changes": list_changes(lists["unit_list"])}
    values["lists"] = [one for one in lists.values() if one]
    if (earlier := earlier_reconciliation(request.user, **lists)) is None:
        return values
    before, day = earlier
    return values | {"moved": changes_since(found, before), "before": before, "since_day": day}
