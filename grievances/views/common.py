"""What the pages share: find a case or answer 404, do a deed or say why not."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from grievances.models import Grievance, Matter
from grievances.queries import cases
from unionops.platform.access.allow import Request, ask_again_who_you_are
from unionops.platform.audit.services import viewed
from unionops.platform.core.problems import Problem


def case_or_404(request: Request, public_id: uuid.UUID, capability: str = cases.VIEW) -> Grievance:
    """The case, logged as seen. A restricted one asks again who is reading."""
    try:
        case = cases.grievance(request.user, public_id, capability)
    except Grievance.DoesNotExist as error:
        raise Http404 from error
    note_reading(request, case, restricted=case.matter.restricted)
    return case


def note_reading(request: Request, row: Grievance | Matter, *, restricted: bool) -> None:
    """A restricted case asks again who is reading; every reading is logged, once in 15 minutes."""
    if restricted:
        ask_again_who_you_are(request)
    viewed(request.user, "viewed a case", row)


def do(request: Request, deed: Callable[[], object], done: Any, url: str) -> HttpResponseRedirect:
    """Do it and go on; a Problem is told on the next page, nothing is lost by it."""
    try:
        deed()
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, str(done))
    return redirect(url)


def found(value: Any) -> Any:
    """The thing, or 404."""
    if value is None:
        raise Http404
    return value


def nothing() -> HttpResponse:
    return HttpResponse(status=204)
