"""Work lists: my day, the list, the board, and intakes to take."""

from __future__ import annotations

import uuid
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from grievances.forms.lists import FilterForm, HandOverForm, SettingsForm
from grievances.models import Grievance, Status
from grievances.queries import cases as queries
from grievances.queries import letters, work
from grievances.services import cases, drawing, reminders, silence
from unionops.platform.access.allow import Request, allow
from unionops.platform.audit.services import searched
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem

ON_BOARD, ON_PAGE = 25, 50


@allow("grievances.view", "GET")
def my_day(request: Request) -> HttpResponse:
    """What is due, overdue, waiting on them, waiting on us; or all of one of these, page by page."""
    day, shelf = today(), request.GET.get("show", "")
    context = {
        "today": day,
        "tasks": work.tasks(request.user, day),
        "stubs": queries.stubs(request.user)[:20],
        "drafts": queries.drafts(request.user)[:3],
        "letters": letters.waiting(request.user)[:10],
    }
    if shelf in work.Shelf.values:
        page = Paginator(work.on_shelf(request.user, day, shelf), ON_PAGE).get_page(request.GET.get("page"))
        rows = list(page.object_list)
        work.find_cases(request.user, rows)
        context |= {"shelf": work.Shelf(shelf), "rows": rows, **_paged(request, page)}
    else:
        context["day"] = work.my_day(request.user, day)
    return render(request, "grievances/my_day.html", context)


@allow("grievances.view", "GET")
def case_list(request: Request) -> HttpResponse:
    """All cases the person may read, each with its next date; filters stand in the address."""
    form = FilterForm(request.GET or None, user=request.user)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    rows = queries.filtered(request.user, **asked)
    if words := asked.get("words"):
        searched(request.user, words)
    page = Paginator(work.lines(rows).order_by("-pk"), ON_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        **_paged(request, page),
        "rows": work.with_next(request.user, page.object_list),
        "stubs": queries.stubs(request.user)[:20],
        "today": today(),
        "chips": _chips(request, form, asked),
        "hand_over": HandOverForm(user=request.user),
    }
    return render(request, "grievances/list.html", context)


def _paged(request: Request, page: Page[Any]) -> dict[str, Any]:
    return {
        "page": page,
        "earlier": _page_url(request, page.previous_page_number()) if page.has_previous() else "",
        "later": _page_url(request, page.next_page_number()) if page.has_next() else "",
    }


def _page_url(request: Request, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"


def _chips(request: Request, form: FilterForm, asked: dict[str, Any]) -> list[tuple[str, str]]:
    made = []
    for name, value in asked.items():
        if value:
            rest = request.GET.copy()
            rest.pop(name, None)
            made.append((form.in_words(name, value), f"?{rest.urlencode()}"))
    return made


@allow("grievances.view", "GET")
def board(request: Request) -> HttpResponse:
    """Open cases by step, and who carries how many."""
    counts = work.board_counts(request.user)
    columns = _columns(list(work.board_rows(request.user, ON_BOARD)), counts)
    work.with_next(request.user, [case for column in columns for case in column.cases])
    context = {
        "columns": columns,
        "load": work.load_by_steward(request.user),
        "count": sum(counts.values()),
        "today": today(),
    }
    return render(request, "grievances/board.html", context)


def _columns(rows: list[Grievance], counts: dict[tuple[str, int | None], int]) -> list[work.Column]:
    """Intake first, then the steps in their order, abeyance last."""
    titles = {"": _("Filed, no procedure"), "intake": _("Intake"), "abeyance": _("In abeyance")}

    def place(case: Grievance) -> tuple[int, str, str]:
        if case.status == Status.INTAKE:
            return (-1, "intake", titles["intake"])
        if case.status == Status.ABEYANCE:
            return (999, "abeyance", titles["abeyance"])
        return (case.step.ordinal, case.step.key, str(case.step)) if case.step else (998, "", titles[""])

    ordered = sorted(rows, key=lambda case: (place(case), case.pk))
    grouped = [(at, list(group)) for at, group in groupby(ordered, key=place)]
    return [work.Column(title, key, group[:ON_BOARD], _counted(group, counts)) for (_n, key, title), group in grouped]


def _counted(group: list[Grievance], counts: dict[tuple[str, int | None], int]) -> int:
    return sum(counts[place] for place in {(case.status, case.step_id) for case in group})


@allow("grievances.claim", "POST")
def claim(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Take an intake nobody has yet."""
    case = queries.stubs(request.user).filter(public_id=public_id).first()
    if case is None:
        raise Http404
    try:
        cases.claim(by=request.user, case=case)
    except Problem as problem:
        messages.error(request, str(problem))
        return redirect("grievances:list")
    messages.success(request, _("The case is yours now."))
    return redirect(case)


@allow("grievances.assign", "POST")
def hand_over(request: Request) -> HttpResponse:
    """Hand the ticked cases to another steward, as when one leaves."""
    form = HandOverForm(request.POST, user=request.user)
    if not form.is_valid():
        messages.error(request, _("Tick the cases and choose the steward who takes them."))
        return redirect("grievances:list")
    steward = form.cleaned_data["steward"]
    moved, kept = cases.reassign_all(by=request.user, cases=form.cleaned_data["id"], steward=steward)
    words = ngettext("%(n)s case handed to %(who)s.", "%(n)s cases handed to %(who)s.", moved)
    messages.success(request, words % {"n": moved, "who": steward})
    if kept:
        numbers = ", ".join(str(case) for case in kept)
        messages.warning(
            request, _("These stay, because %(who)s is named in them: %(cases)s.") % {"who": steward, "cases": numbers}
        )
    return redirect("grievances:list")


@allow("grievances.view", "POST")
def reminders_seen(request: Request) -> HttpResponse:
    """Tick off every reminder on one's own list; the dates themselves go on."""
    reminders.tick_off(by=request.user)
    return redirect("jobs:list")


@allow("grievances.status", "GET")
def status(request: Request) -> HttpResponse:
    """Where a member's own case stands: number, step and dates, nothing of the file."""
    return render(request, "grievances/status.html", queries.own_status(request.user))


@allow("grievances.rules", "GET POST")
def settings(request: Request) -> HttpResponse:
    """Numbers, what grievants see, reminders."""
    form = SettingsForm(request.POST or None, initial=vars(queries.settings(request.user)))
    if request.method == "POST" and form.is_valid():
        cases.save_settings(by=request.user, values=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("grievances:settings")
    return render(request, "grievances/settings.html", {"form": form}, status=422 if form.is_bound else 200)


@allow("grievances.assign", "POST", step_up=True)
def handover(request: Request) -> HttpResponse:
    """The handover book for new officers as a PDF."""
    response = HttpResponse(drawing.handover_book(by=request.user), content_type="application/pdf")
    response.headers["Content-Disposition"] = 'attachment; filename="handover.pdf"'
    return response


@allow("grievances.assign", "POST")
def catch_up(request: Request) -> HttpResponse:
    """Look for answers that never came and start our clocks; the daily work does the same."""
    made = silence.catch_up(by=request.user)
    words = ngettext("%(n)s clock started.", "%(n)s clocks started.", made) % {"n": made}
    messages.success(request, words if made else _("Every clock is up to date."))
    return redirect("grievances:board")
