"""A second person says yes to exactly what the first one was shown."""

from __future__ import annotations

import datetime
import hashlib
import json
import logging
from typing import Any

from django.core import mail
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from unionops.platform.access.models import SecondPerson, User
from unionops.platform.access.models.people import people_with_role
from unionops.platform.access.policy import may, policy
from unionops.platform.access.trail import leave
from unionops.platform.core.problems import Problem

log = logging.getLogger(__name__)
WAIT_WHEN_ALONE = datetime.timedelta(hours=24)


def digest(what: Any) -> str:
    """SHA-256 over the canonical JSON of what was shown."""
    return hashlib.sha256(json.dumps(what, sort_keys=True, default=str).encode()).hexdigest()


@transaction.atomic
def ask(*, by: User, kind: str, capability: str, subject: str, what: Any, reason: str, url: str = "") -> SecondPerson:
    """Ask for another person's yes. Alone in office, the deed becomes possible after 24 hours."""
    if not reason.strip():
        raise Problem("no_reason", _("Say why in a sentence."), _("The reason is kept with the request."))
    open_one = SecondPerson.objects.filter(
        kind=kind, digest=digest(what), requested_by=by, used_at=None, refused_at=None
    ).first()
    if open_one:
        return open_one
    alone = not others_who_may(by, capability)
    request = SecondPerson.objects.create(
        kind=kind,
        capability=capability,
        subject=subject[:200],
        url=url,
        digest=digest(what),
        reason=reason,
        requested_by=by,
        usable_after=timezone.now() + WAIT_WHEN_ALONE if alone else None,
    )
    leave(by, "asked for a second person", request, reason=reason, detail={"kind": kind})
    if request.usable_after:
        transaction.on_commit(lambda: _tell_everybody(request))
    return request


def _tell_everybody(request: SecondPerson) -> None:
    """Nobody else can say no in time, so everybody with an account hears of it; never what it is about."""
    words = {"name": request.requested_by.name, "when": date_format(localtime(request.usable_after), "j M Y H:i")}
    subject = _("%(name)s asked for something that takes a second person") % words
    body = _(
        "Nobody else holds an office that could agree to it. It becomes possible on %(when)s. "
        "Ask %(name)s what it is; the officers find it under Approvals, and it stays in the list of what was done."
    )
    others = User.objects.filter(is_active=True, is_system=False).exclude(pk=request.requested_by_id)
    letters = [EmailMessage(subject, body % words, to=[user.email]) for user in others]
    try:
        mail.get_connection().send_messages(letters)
    except OSError:
        log.exception("nobody could be told of a delayed deed")


def others_who_may(by: User, capability: str) -> list[User]:
    """Active people besides this one whose office may decide."""
    return [user for user in people_with_role(*policy[capability]) if user.pk != by.pk]


@transaction.atomic
def decide(request: SecondPerson, *, by: User, yes: bool) -> None:
    if by.pk == request.requested_by_id:
        raise Problem("same_person", _("Another person must decide this."), _("Ask somebody who holds the office."))
    if not may(by, request.capability):
        raise Problem("not_yours", _("Your office does not decide this."), _("Ask an officer."))
    waiting = SecondPerson.objects.filter(pk=request.pk, approved_by=None, refused_at=None, used_at=None)
    now = timezone.now()
    values = {"approved_by": by, "approved_at": now} if yes else {"refused_at": now}
    if not waiting.update(**values):
        raise Problem("decided", _("This was decided already."), _("Reload the page to see how."))
    leave(by, noop("approved a request") if yes else noop("refused a request"), request)


@transaction.atomic
def use(*, by: User, kind: str, what: Any) -> SecondPerson:
    """Spend the approval for exactly this. Problem `needs_second_person` when there is none."""
    rows = SecondPerson.objects.filter(kind=kind, digest=digest(what), requested_by=by, used_at=None, refused_at=None)
    for request in rows.select_for_update():
        if request.is_usable:
            SecondPerson.objects.filter(pk=request.pk).update(used_at=timezone.now())
            return request
    raise Problem(
        "needs_second_person",
        _("A second person must approve this first."),
        _("Ask for approval; the request shows exactly what you saw."),
    )


def pending(user: User) -> list[SecondPerson]:
    """Requests this person may decide, oldest first."""
    rows = SecondPerson.objects.filter(approved_by=None, refused_at=None, used_at=None).exclude(requested_by=user)
    return [row for row in rows.select_related("requested_by").order_by("requested_at") if may(user, row.capability)]
