"""Two records that may be one person, side by side."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from members import queries
from members.services import merging
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem


@allow("members.duplicates", "GET")
def index(request: Request) -> HttpResponse:
    state = request.GET.get("state", "open")
    pairs = queries.duplicates(request.user, state)[:50]
    context = {"pairs": [(pair, queries.side_by_side(pair)) for pair in pairs], "state": state}
    return render(request, "members/duplicates.html", context)


@allow("members.duplicates", "POST")
def find(request: Request) -> HttpResponse:
    found = merging.find_duplicates(by=request.user)
    messages.success(request, _("%d new pairs found.") % found)
    return redirect("members:duplicates")


DEEDS = {
    "keep-first": merging.keep_first,
    "keep-second": merging.keep_second,
    "two-people": merging.dismiss,
    "undo": merging.undo_merge,
}


@allow("members.duplicates", "POST")
def decide(request: Request, public_id: UUID, verdict: str) -> HttpResponse:
    if verdict not in DEEDS:
        raise Http404
    pair = get_object_or_404(queries.duplicates(request.user, ""), public_id=public_id)
    try:
        DEEDS[verdict](by=request.user, duplicate=pair)
        messages.success(request, _("Done."))
    except Problem as problem:
        messages.error(request, str(problem))
    return redirect("members:duplicates")
