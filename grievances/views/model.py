"""The model's part in a case: a statement and clauses; each taken over or turned down by a person."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from grievances import tasks
from grievances.models import Grievance
from grievances.queries import cases as queries
from grievances.services import cases, drafting
from grievances.views.common import case_or_404, do
from unionops.platform.access.allow import Request, allow
from unionops.platform.ai.state import state
from unionops.platform.jobs.kinds import JobKind


def _ready(request: Request, case: Grievance) -> bool:
    """Whether the model can begin; why not is told on the next page."""
    model = state(request.user)
    if not model.ready:
        messages.error(request, f"{model.reason} {model.fix}")
    elif not case.matter.facts.filter(removed_at=None).exists():
        messages.error(request, _("There are no facts to write from yet. Write down who did what, and when."))
    else:
        return True
    return False


def _start(request: Request, case: Grievance, job: JobKind, section: str) -> HttpResponse:
    url = f"{case.get_absolute_url()}#{section}"
    if _ready(request, case):
        key = f"{section}-{case.public_id}"
        job.start(by=request.user, about=case, result_url=url, key=key, case_id=str(case.public_id))
    return redirect(url)


@allow("grievances.work", "POST")
def draft(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Starts the drafting, when the model is there and there are facts."""
    return _start(request, case_or_404(request, public_id, "grievances.work"), tasks.draft_statement, "words")


@allow("grievances.work", "POST")
def propose(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Starts the choice of clauses."""
    return _start(request, case_or_404(request, public_id, "grievances.work"), tasks.propose_clauses, "clauses")


@allow("grievances.work", "POST")
def decide(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Take the draft over as it stands in the box, or discard it."""
    case = case_or_404(request, public_id, "grievances.work")
    output = queries.drafted(request.user, case)
    if output is None:
        raise Http404
    url = f"{case.get_absolute_url()}#words"
    if "discard" in request.POST:
        return do(
            request, lambda: drafting.discard_draft(by=request.user, case=case, output=output), _("Discarded."), url
        )
    text, version = request.POST.get("text", ""), request.POST.get("version", "")
    if not version.isdigit() or not text.strip():
        messages.error(request, _("There is nothing to take over."))
        return redirect(url)
    try:
        drafting.take_draft(by=request.user, case=case, output=output, text=text, version=int(version))
    except cases.Changed:
        messages.error(request, _("Somebody else saved the statement meanwhile. Look at it, then take the draft over."))
    return redirect(url)
