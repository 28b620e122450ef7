"""Who saw, changed, exported and sent what."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from unionops.platform.access.allow import Request, allow
from unionops.platform.access.policy import may, policy
from unionops.platform.audit import exports, queries, services
from unionops.platform.audit.forms import ExportForm, FilterForm
from unionops.platform.audit.parts import may_read_why, meanings
from unionops.platform.core.asked import whole

PAGE = 20


@allow("audit.view", "GET")
def index(request: Request) -> HttpResponse:
    form = FilterForm(request.GET or None)
    chosen = form.cleaned_data if form.is_valid() else {}
    rows = queries.filtered(queries.events(request.user), **chosen)
    if before := whole(request.GET.get("before", "")):
        rows = rows.filter(number__lt=before)
    found = list(rows[: PAGE + 1])
    names = queries.accounts_of(found)
    for event in found:
        event.account = names.get(event.target, "")
        event.why = event.reason if may_read_why(request.user, event.kind) else ""
    context = {
        "form": form,
        "beside": None if policy.scope(request.user, "audit.view") == "all" else meanings(request.user),
        "events": found[:PAGE],
        "next": _next(request, found),
        "anchor": services.newest_anchor() if may(request.user, "audit.export") else None,
        "verdict": services.verify() if may(request.user, "audit.export") and "verify" in request.GET else None,
    }
    return render(request, "audit/index.html", context)


def _next(request: Request, found: Sequence[object]) -> str:
    if len(found) <= PAGE:
        return ""
    query = request.GET.copy()
    query["before"] = str(getattr(found[PAGE - 1], "number", ""))
    return f"?{query.urlencode()}"


@allow("audit.export", step_up=True)
def export(request: Request) -> HttpResponse | StreamingHttpResponse:
    form = ExportForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "audit/export.html", {"form": form}, status=422 if form.is_bound else 200)
    events, withheld = queries.chain(), queries.withheld(request.user)
    services.record(request.user, "exported the audit trail", count=events.count(), reason=form.cleaned_data["reason"])
    lines = exports.lines(request.user, events.iterator(), withheld)
    response = StreamingHttpResponse(lines, content_type="application/jsonl")
    response["Content-Disposition"] = 'attachment; filename="audit-trail.jsonl"'
    return response
