"""Figures for the chief steward and the board, and the register for trustees."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from grievances.queries import statistics as queries
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.days import today
from unionops.platform.ui.components.charts import Bar, Slice


@allow("grievances.statistics", "GET")
def statistics(request: Request) -> HttpResponse:
    rest, rest_won = _("all others together"), _("other cases won or settled")
    made = queries.tables(request.user, rest)
    titles = {
        "topic": _("By subject"),
        "article": _("By article"),
        "site": _("By worksite"),
        "step": _("By step reached"),
        "steward": _("By steward"),
        "manager": _("By manager named"),
        "arbitrator": _("By arbitrator"),
        "year": _("By year filed"),
        "length": _("Days from filing to the end"),
    }
    context = {
        "tables": [(titles[name], cells, _bars(cells)) for name, cells in made.items()],
        "outcomes": [Slice(label, n) for label, n in queries.outcomes(request.user, rest, rest_won)],
        "late": queries.lateness(request.user, today()),
        "totals": queries.totals(request.user, today()),
        "too_few": not any(made.values()),
        "smallest": queries.SMALLEST,
    }
    return render(request, "grievances/statistics.html", context)


def _bars(cells: list[queries.Cell]) -> list[Bar]:
    return [Bar(cell.label, cell.n, note=_note(cell)) for cell in cells]


def _note(cell: queries.Cell) -> str:
    parts: list[Any] = []
    if cell.won is not None:
        parts.append(_("%(won)s of %(n)s won or settled") % {"won": cell.won, "n": cell.closed})
    if cell.days is not None:
        parts.append(_("median %s days") % cell.days)
    return ", ".join(parts)


@allow("grievances.register", "GET")
def register(request: Request) -> HttpResponse:
    """That cases exist, and when: nothing else."""
    page = Paginator(queries.register(request.user), 100).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "earlier": f"?page={page.previous_page_number()}" if page.has_previous() else "",
        "later": f"?page={page.next_page_number()}" if page.has_next() else "",
    }
    return render(request, "grievances/register.html", context)
