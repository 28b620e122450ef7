"""The checks of all versions beside their words, and what is kept with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from comms import queries, wording
from comms.checks.parts import Finding
from comms.forms import ReasonForm
from comms.models import Version
from comms.services import editing
from comms.views.common import do, message_or_404, require_writer, steps, version_or_404
from unionops.platform.access.allow import Request, allow


@allow("comms.view", "GET")
def checks(request: Request, public_id: UUID) -> HttpResponse:
    message = message_or_404(request.user, public_id)
    found = queries.checked(request.user, message)
    rows = [(row, [(wording.say(f), row.kept.get(f.key, "")) for f in row.findings]) for row in found]
    context = {
        "message_row": message,
        "steps": steps(message, "checks"),
        "rows": rows,
        "kinds": _kinds(found),
        "form": ReasonForm(),
        "open_count": sum(len(row.open) for row in found),
    }
    return render(request, "comms/checks.html", context)


@dataclass(frozen=True)
class Kind:
    """Open findings of one kind that one reason may cover."""

    code: str
    title: str
    count: int
    version: Version
    words: list[str]


def _kinds(rows: list[queries.Checked]) -> list[Kind]:
    """The kinds of which more than one is open and may be kept, in the order they are met."""
    same: dict[str, list[tuple[Version, Finding]]] = {}
    for row in rows:
        for finding in row.open:
            if finding.keepable:
                same.setdefault(finding.code, []).append((row.version, finding))
    return [
        Kind(
            code,
            wording.say(each[0][1]).title,
            len(each),
            each[0][0],
            list(dict.fromkeys(shorten(f.text or f.expected, 60, placeholder="…") for _version, f in each)),
        )
        for code, each in same.items()
        if len(each) > 1
    ]


@allow("comms.draft", "POST")
def keep(request: Request, public_id: UUID) -> HttpResponse:
    """Keep a finding, or all of its kind, with a reason; or take a kept one up again."""
    version = version_or_404(request.user, public_id)
    require_writer(request.user, version.message)
    key, reason = request.POST.get("key", ""), request.POST.get("reason", "")
    url = reverse("comms:checks", args=[version.message.public_id])
    if request.POST.get("deed") == "reopen":
        return do(
            request, lambda: editing.reopen_finding(by=request.user, version=version, key=key), _("Open again."), url
        )
    if code := request.POST.get("kind", ""):
        return do(
            request,
            lambda: editing.keep_kind(by=request.user, message=version.message, code=code, reason=reason),
            _("Kept, all of them, with your reason."),
            url,
        )
    return do(
        request,
        lambda: editing.keep_finding(by=request.user, version=version, key=key, reason=reason),
        _("Kept, with your reason."),
        url,
    )
