"""The page where another person reads and says yes."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages as toasts
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from comms import queries
from comms.models import WENT_OUT, Comment, Engine, Version
from comms.services import approving, briefs
from comms.views.common import do, message_or_404, require_writer, saved, steps
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem
from unionops.platform.core.wordings import Words, word_changes


@allow("comms.view", "GET")
def approve_page(request: Request, public_id: UUID) -> HttpResponse:
    message = message_or_404(request.user, public_id)
    receipts = queries.Receipts(request.user)
    rows = queries.checked(request.user, message, receipts)
    is_out = message.state in WENT_OUT  # who got it stands with what was sent
    shown = [
        (row, None if is_out else receipts.of(row.version), _model_diff(row), _standing(row.version)) for row in rows
    ]
    context = {
        "message_row": message,
        "steps": steps(message, "approve"),
        "rows": shown,
        "approvals": queries.standing_approvals(message),
        "fallen": list(message.approvals.exclude(voided_at=None).select_related("by")),
        "digest": queries.digest(message),
        "obstacle": approving.obstacle(message, rows),
        "said_yes": any(row.by_id == request.user.pk for row in queries.standing_approvals(message)),
        "wrote_it": request.user.pk in queries.writers(message),
        "tired": queries.tired(one.person for _row, receipt, *_more in shown if receipt for one in receipt.people),
    }
    return render(request, "comms/approve.html", context)


def _standing(version: Version) -> list[Comment]:
    return [remark for remark in queries.comments(version) if remark.done_at is None]


def _model_diff(row: queries.Checked) -> Words:
    """What a person changed in the model's last words."""
    drafted = row.version.texts.exclude(engine=Engine.PERSON).first()
    if drafted is None or drafted.engine != Engine.MODEL or drafted.body == row.version.body:
        return []
    return word_changes(drafted.body, row.version.body)


@allow("comms.draft", "POST")
def ask(request: Request, public_id: UUID) -> HttpResponse:
    message = message_or_404(request.user, public_id)
    require_writer(request.user, message)
    return do(
        request,
        lambda: approving.ask_approval(by=request.user, message=message),
        _("Sent to those who may approve."),
        reverse("comms:approve", args=[public_id]),
    )


@allow("comms.approve", "POST", step_up=True)
def approve(request: Request, public_id: UUID) -> HttpResponse:
    message = message_or_404(request.user, public_id)
    digest = request.POST.get("digest", "")
    return do(
        request,
        lambda: approving.approve(by=request.user, message=message, digest=digest or "none"),
        _("Approved."),
        reverse("comms:approve", args=[public_id]),
    )


@allow("comms.approve", "POST")
def send_back(request: Request, public_id: UUID) -> HttpResponse:
    message = message_or_404(request.user, public_id)
    reason = request.POST.get("reason", "")
    return do(
        request,
        lambda: approving.send_back(by=request.user, message=message, reason=reason),
        _("Sent back to whoever wrote it."),
        reverse("comms:approve", args=[public_id]),
    )


@allow("comms.draft", "POST")
def settings(request: Request, public_id: UUID) -> HttpResponse:
    """Money at stake, and a copy on the web."""
    message = message_or_404(request.user, public_id)
    require_writer(request.user, message)
    money, web, before = request.POST.get("money") == "on", request.POST.get("web") == "on", message.state
    try:
        briefs.set_money_and_web(by=request.user, message=message, is_about_money=money, has_web_copy=web)
    except Problem as problem:
        toasts.error(request, str(problem))
    else:
        toasts.success(request, saved(message, before))
    return redirect("comms:approve", public_id)


@allow("comms.approve", "POST", step_up=True)
def show_on_web(request: Request, public_id: UUID) -> HttpResponse:
    message = message_or_404(request.user, public_id)
    return do(
        request,
        lambda: approving.show_on_web(by=request.user, message=message),
        _("The copy stands on the web."),
        reverse("comms:send", args=[public_id]),
    )


@allow("comms.send", "POST")
def take_off_web(request: Request, public_id: UUID) -> HttpResponse:
    message = message_or_404(request.user, public_id)
    return do(
        request,
        lambda: approving.take_off_web(by=request.user, message=message),
        _("The copy is off the web."),
        reverse("comms:send", args=[public_id]),
    )


@allow("comms.draft", "POST")
def cancel(request: Request, public_id: UUID) -> HttpResponse:
    message = message_or_404(request.user, public_id)
    require_writer(request.user, message)
    reason = request.POST.get("reason", "")
    return do(
        request,
        lambda: briefs.cancel_message(by=request.user, message=message, reason=reason),
        _("Given up. It stays readable here."),
        reverse("comms:list"),
    )
