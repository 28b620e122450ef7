"""The log of official and lost time."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from grievances import exports
from grievances.forms.records import TimeForm
from grievances.queries import cases as queries
from grievances.queries import work
from grievances.services import records
from grievances.views.common import do
from unionops.platform.access.allow import Request, allow
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem


@allow("grievances.time", "GET POST")
def log(request: Request) -> HttpResponse:
    form = TimeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            records.log_time(by=request.user, **form.cleaned_data)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Logged."))
            return redirect("grievances:time")
    rows = [(row, exports.number_of(row)) for row in queries.time_entries(request.user)[:200]]
    context = {"form": form, "rows": rows, "sums": work.time_sums(request.user)}
    return render(request, "grievances/time.html", context, status=422 if form.is_bound else 200)


@allow("grievances.time", "POST")
def remove(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Only one's own entry can be taken out."""
    entry = queries.time_entries(request.user).filter(public_id=public_id, user=request.user).first()
    if entry is None:
        raise Http404
    url = reverse("grievances:time")
    return do(request, lambda: records.remove_time(by=request.user, entry=entry), _("Removed."), url)


@allow("grievances.time", "POST", step_up=True)
def export(request: Request) -> StreamingHttpResponse:
    """The log as CSV: numbers of cases, no notes."""
    rows = exports.time_rows(queries.time_entries(request.user))
    record(request.user, "exported the time log", count=len(rows))
    response = StreamingHttpResponse(
        exports.csv_lines(exports.TIME_HEADER, rows), content_type="text/csv; charset=utf-8"
    )
    response.headers["Content-Disposition"] = 'attachment; filename="time-log.csv"'
    return response
