"""Where a grievant's case stands, by a signed address that ends: number, step and dates, nothing of the file."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from grievances.services import links
from grievances.views.common import case_or_404
from unionops.platform.access import limits
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.allow import Request, allow, public
from unionops.platform.core.problems import Problem

# From one network address in five minutes: a family on one phone, not a guesser.
OPENINGS = 30


@allow("grievances.work", "POST")
def link(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Make the address, or take it back. It is shown once, for the steward to hand on."""
    case = case_or_404(request, public_id, "grievances.work")
    if "end" in request.POST:
        links.end_links(by=request.user, case=case)
        messages.success(request, _("The address no longer works."))
        return redirect(case)
    try:
        row = links.make_link(by=request.user, case=case)
    except Problem as problem:
        messages.error(request, str(problem))
        return redirect(case)
    address = request.build_absolute_uri(reverse("grievances:status-link", args=[links.token_of(row)]))
    return render(request, "grievances/status_made.html", {"case": case, "row": row, "address": address})


@public
def shown(request: HttpRequest, token: str) -> HttpResponse:
    """An address that is unknown, ended or taken back: not found, in words for who was given it."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(status=405)
    if (too_many := limits.refused(request, page="status-link", most=OPENINGS)) is not None:
        return too_many
    with acting(system_actor()):
        row = links.open_link(token=token)
        if row is None:
            return render(request, "grievances/status_gone.html", status=404)
        return render(request, "grievances/status_link.html", {"row": row, "case": row.grievance})
