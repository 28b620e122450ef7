"""Let an approved message go, hold it, stop it, and settle what stands in doubt."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from comms import delivery, queries
from comms.models import EntryState, Message, OutboxEntry, ReplyNote, Send, SendState, State, Version
from comms.services.voiding import void_approvals
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem

SECOND_THOUGHTS = datetime.timedelta(seconds=60)


@transaction.atomic
def schedule_send(
    *, by: User, message: Message, at: datetime.datetime | None = None, per_minute: int = 0, hold: bool = True
) -> list[Send]:
    """One send per e-mail version. Sixty seconds pass before the first message leaves (`hold`)."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    require_approved(message)
    rows = [row for row in queries.versions(message) if row.reach == "email" and row.segment_id]
    if not rows:
        raise Problem(
            "nothing_to_send", _("No e-mail version has an audience."), _("Export the others, or choose a list.")
        )
    earliest = timezone.now() + (SECOND_THOUGHTS if hold else datetime.timedelta(0))
    start = max(at or earliest, earliest)
    sends = [_send(by, row, start, per_minute) for row in rows]
    message.state, message.planned_for = State.SCHEDULED, start
    message.save(update_fields=["state", "planned_for", "changed_at"])
    record(by, "scheduled the sending of a message", message, count=len(sends))
    return sends


def require_approved(message: Message) -> None:
    """Approved, by enough people, for exactly these words."""
    enough = len(queries.standing_approvals(message)) >= message.approvals_needed
    if message.state != State.APPROVED or not enough:
        raise Problem(
            "not_approved",
            _("This message is %s, not approved.") % message.get_state_display(),
            _("Another person must approve it first."),
        )


def _send(by: User, version: Version, start: datetime.datetime, per_minute: int) -> Send:
    if not hasattr(version, "snapshot"):
        raise Problem("no_snapshot", _("The audience was not frozen."), _("Have it approved again."))
    return Send.objects.create(
        version=version,
        starts_at=start,
        started_by=by,
        per_minute=per_minute,
        digest=version.text_hash,
        roster=version.snapshot.roster,
        audience=len(version.snapshot.people),
        excluded=version.snapshot.excluded,
    )


@transaction.atomic
def cancel_send(*, by: User, send: Send) -> None:
    """Take the message back before anything left, every version that waits: it is approved again, as if never sent."""
    message, now = send.version.message, timezone.now()
    waiting = Send.objects.filter(state=SendState.WAITING)
    if not waiting.filter(pk=send.pk).update(state=SendState.STOPPED, finished_at=now):
        raise Problem("too_late", _("The first messages have left."), _("You can still stop the rest."))
    waiting.filter(version__message=message).update(state=SendState.STOPPED, finished_at=now)
    others = Send.objects.filter(version__message=message).exclude(state=SendState.STOPPED)
    if not others.exists():
        message.state, message.planned_for = State.APPROVED, None
        message.save(update_fields=["state", "planned_for", "changed_at"])
    record(by, "took back a message before it left", message)


@transaction.atomic
def pause_send(*, by: User, send: Send) -> None:
    _change(send, [SendState.SENDING, SendState.WAITING], SendState.PAUSED, _("It is not going out."))
    record(by, "paused the sending of a message", send.version.message)


@transaction.atomic
def resume_send(*, by: User, send: Send) -> None:
    """Go on where it stopped; entries in doubt are not touched."""
    state = SendState.SENDING if send.entries.exists() else SendState.WAITING
    _change(send, [SendState.PAUSED], state, _("It is not paused."))
    record(by, "resumed the sending of a message", send.version.message)


@transaction.atomic
def stop_send(*, by: User, send: Send) -> None:
    """For good: whoever waits gets nothing, and is counted so. Where nothing has left, it may be approved again."""
    _change(send, [SendState.SENDING, SendState.PAUSED, SendState.WAITING], SendState.DONE, _("It has ended."))
    waiting = send.entries.filter(state__in=[EntryState.QUEUED, EntryState.CLAIMED])
    count = waiting.update(state=EntryState.SUPPRESSED, detail="stopped")
    Send.objects.filter(pk=send.pk).update(finished_at=timezone.now())
    message = send.version.message
    if delivery.close_message(message, halted=True) == State.STOPPED:
        Send.objects.filter(version__message=message).update(state=SendState.STOPPED)
        void_approvals(message, why=_("stopped before anything left"))
    record(by, "stopped the sending of a message", message, count=count)


@transaction.atomic
def settle_unknown(*, by: User, send: Send, delivered: bool) -> int:
    """A person decides about those in doubt: they count as delivered, or they are sent again."""
    rows = send.entries.filter(state=EntryState.UNKNOWN)
    if delivered:
        count = rows.update(state=EntryState.SENT, sent_at=timezone.now(), detail="a person counted it as delivered")
    else:
        count = rows.update(state=EntryState.QUEUED, claimed_by="", next_try_at=None, detail="sent again by a person")
        Send.objects.filter(pk=send.pk).update(state=SendState.SENDING, finished_at=None)
    said = noop("counted messages in doubt as delivered") if delivered else noop("sent messages in doubt again")
    record(by, said, send.version.message, count=count)
    return count


@transaction.atomic
def note_reply(*, by: User, send: Send, text: str, count: int) -> ReplyNote:
    """What came back, by hand."""
    if not text.strip():
        raise Problem("no_text", _("The note is empty."), _("Write what came back, such as 'asked for a ride'."))
    row = ReplyNote.objects.create(send=send, text=text.strip()[:300], count=max(1, count), by=by)
    record(by, "noted replies to a message", send.version.message, count=row.count)
    return row


def _change(send: Send, before: list[SendState], after: SendState, refusal: str) -> None:
    if not Send.objects.filter(pk=send.pk, state__in=before).update(state=after):
        raise Problem("wrong_state", refusal, _("Look at the page again."))
    send.refresh_from_db()


SETTLED = (EntryState.SENT, EntryState.FAILED, EntryState.UNKNOWN, EntryState.SUPPRESSED)


@transaction.atomic
def forget_addresses(*, by: User, before: datetime.datetime) -> int:
    """Of sends that ended before a moment: to whom, when and how it ended stays, so that every count adds up.

    Why somebody got nothing is our own word and stays too; what a mail server said may hold the address.
    """
    rows = OutboxEntry.objects.filter(send__finished_at__lt=before, state__in=SETTLED).exclude(address="")
    rows.exclude(state=EntryState.SUPPRESSED).update(detail="")
    count: int = rows.update(address="", values={})
    if count:
        record(by, "let go of the addresses of old sends", count=count)
    return count
