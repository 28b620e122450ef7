"""What the pages of this room share: finding the row, doing a deed, saying what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages as toasts
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from comms import queries
from comms.models import UNASKED, Message, OutcomeFile, Send, State, Version
from unionops.platform.access.allow import Request
from unionops.platform.access.models import User
from unionops.platform.access.policy import policy
from unionops.platform.core.problems import Problem


def message_or_404(user: User, public_id: UUID) -> Message:
    found: Message = _found(queries.message, user, public_id)
    return found


def version_or_404(user: User, public_id: UUID) -> Version:
    found: Version = _found(queries.version, user, public_id)
    return found


def send_or_404(user: User, public_id: UUID) -> Send:
    found: Send = _found(queries.send, user, public_id)
    return found


def outcome_or_404(user: User, public_id: UUID) -> OutcomeFile:
    found: OutcomeFile = _found(queries.outcome_file, user, public_id)
    return found


def _found(query: Callable[[User, UUID], Any], user: User, public_id: UUID) -> Any:
    try:
        return query(user, public_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error


def require_writer(user: User, message: Message, capability: str = "comms.draft") -> None:
    """Whoever sees a message may still not be the one to change it."""
    scope = policy.scope(user, capability)
    if scope is None or (scope == "own" and message.author_id != user.pk):
        raise PermissionDenied(capability)


def do(request: Request, deed: Callable[[], Any], done: str, url: str) -> HttpResponse:
    """Do it and go on; a refusal is said on the next page and nothing is lost."""
    try:
        deed()
    except Problem as problem:
        toasts.error(request, str(problem))
    else:
        toasts.success(request, done)
    return redirect(url)


def saved(message: Message, before: str) -> str:
    """What to say after a change: that it is kept, and that a yes or a question for one fell with it."""
    fell = before in (State.IN_REVIEW, State.APPROVED) and message.state == State.DRAFT
    return _("Saved. It must be approved anew.") if fell else _("Saved.")


def add_problem(form: Any, problem: Problem) -> None:
    form.add_error(None, str(problem))


STEPS = ("brief", "versions", "checks", "approve", "send")


def steps(message: Message, now: str) -> list[dict[str, str]]:
    """The five steps with their state: where the message is, and where the reader is."""
    labels = {
        "brief": _("1. Who and what"),
        "versions": _("2. Versions"),
        "checks": _("3. Checks"),
        "approve": _("4. Approve"),
        "send": _("5. Send or export"),
    }
    passed = {
        "brief": True,
        "versions": message.versions.exists(),
        "checks": message.state not in (*UNASKED, State.CANCELLED),
        "approve": message.state in (State.APPROVED, State.SCHEDULED, State.SENDING, State.SENT, State.EXPORTED),
        "send": message.state in (State.SENT, State.EXPORTED),
    }
    return [
        {
            "label": labels[name],
            "url": reverse(f"comms:{name}", args=[message.public_id]),
            "state": "now" if name == now else "done" if passed[name] else "todo",
        }
        for name in STEPS
    ]
