"""Two records that may be one person, side by side."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from members import queries, tasks
from members.models import Duplicate
from members.pairs import side_by_side
from members.services import merging
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.queries import active_job


@allow("members.duplicates", "GET")
def index(request: Request) -> HttpResponse:
    state = request.GET.get("state", "open")
    pairs = queries.pairs_shown(request.user, state)
    shown = [(pair, side_by_side(pair)) for pair in pairs]
    context = {"pairs": shown, "state": state, "job": active_job(request.user, tasks.LOOKING)}
    return render(request, "members/duplicates.html", context)


@allow("members.duplicates", "POST")
def find(request: Request) -> HttpResponse:
    """The same work as after each import and every night, now."""
    url = reverse("members:duplicates")
    tasks.look_for_duplicates.start(by=request.user, key=tasks.LOOKING, result_url=url)
    return redirect(url)


@allow("members.duplicates", "POST")
def decide(request: Request, public_id: UUID, verdict: str) -> HttpResponse:
    pair = get_object_or_404(queries.duplicates(request.user, ""), public_id=public_id)
    try:
        _do(request, pair, verdict)
        messages.success(request, _("Done."))
    except Problem as problem:
        messages.error(request, str(problem))
    return redirect("members:duplicates")


def _do(request: Request, pair: Duplicate, verdict: str) -> None:
    if verdict == "merge":
        said = {name: str(side) for name, side in request.POST.items() if name != "csrfmiddlewaretoken"}
        merging.merge_by_field(by=request.user, duplicate=pair, said=said)
    elif verdict == "two-people":
        merging.dismiss(by=request.user, duplicate=pair)
    elif verdict == "undo":
        merging.undo_merge(by=request.user, duplicate=pair)
    else:
        raise Http404
