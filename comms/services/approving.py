"""Ask for approval, give it, send the message back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comms import queries
from comms.models import UNASKED, WENT_OUT, Approval, Klass, Medium, Message, Snapshot, State, Version
from comms.services.voiding import void_approvals
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem


@transaction.atomic
def ask_approval(*, by: User, message: Message) -> Message:
    """Only when every version has words, a person looked at the model's, and no finding stands open."""
    if message.state not in UNASKED:
        raise Problem("not_draft", _("This message is already %s.") % message.get_state_display())
    if standing := obstacle(message, queries.checked(by, message)):
        raise standing
    message.state = State.IN_REVIEW
    message.save(update_fields=["state", "changed_at"])
    record(by, "asked for approval of a message", message, detail={"digest": queries.digest(message)})
    return message


@transaction.atomic
def approve(*, by: User, message: Message, digest: str = "") -> Approval:
    """Another person's yes to the words shown (`digest`); the last needed one freezes the audience."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    now = queries.digest(message)
    _require_may_approve(by, message, digest or now, now)
    row = Approval.objects.create(message=message, by=by, digest=now)
    record(by, "approved a message", message, detail={"digest": now})
    if len(queries.standing_approvals(message)) >= message.approvals_needed:
        freeze_audience(by=by, message=message)
        message.state = State.APPROVED
        message.save(update_fields=["state", "changed_at"])
    return row


@transaction.atomic
def send_back(*, by: User, message: Message, reason: str) -> None:
    """Not like this: back to draft, with a word why."""
    if message.state not in (State.IN_REVIEW, State.APPROVED):
        raise Problem("not_in_review", _("This message does not wait for approval."))
    if not reason.strip():
        raise Problem("no_reason", _("Say what should change."), _("A few words are enough."))
    void_approvals(message, why=_("sent back: %s") % reason.strip())
    record(by, "sent a message back", message, reason=reason.strip())


@transaction.atomic
def show_on_web(*, by: User, message: Message) -> None:
    """Once it went out: who reads it on the web may be anybody, so this takes a second person too."""
    if message.state not in WENT_OUT:
        raise Problem("not_out", _("This message has not gone out."), _("Choose it in the settings, before approval."))
    if by.is_system or by.pk in queries.writers(message):
        raise Problem("same_person", _("Whoever wrote the words cannot put them on the web."), _("Ask another person."))
    if _set_web_copy(message, shown=True):
        record(by, "put a copy of a message on the web", message)


@transaction.atomic
def take_off_web(*, by: User, message: Message) -> None:
    """At any time after it went out; the address answers nothing from then on."""
    if message.state not in WENT_OUT:
        raise Problem("not_out", _("This message has not gone out."), _("Choose it in the settings, before approval."))
    if _set_web_copy(message, shown=False):
        record(by, "took the copy of a message off the web", message)


def _set_web_copy(message: Message, *, shown: bool) -> bool:
    """Whether this changed anything: who presses the button of an old page does nothing."""
    return bool(
        Message.objects.filter(pk=message.pk, has_web_copy=not shown).update(
            has_web_copy=shown, changed_at=timezone.now()
        )
    )


def freeze_audience(*, by: User, message: Message) -> None:
    """Note who was to get each version at this moment."""
    for version in queries.versions(message):
        if (found := queries.receipt(by, version)) is not None:
            Snapshot.objects.update_or_create(
                version=version,
                defaults={
                    "roster": found.roster,
                    "people": [str(reached.person.public_id) for reached in found.people],
                    "excluded": found.excluded,
                    "at": timezone.now(),
                },
            )


def obstacle(message: Message, rows: list[queries.Checked]) -> Problem | None:
    """The first thing that stands in the way of asking for approval."""
    try:
        _require_ready(message, rows)
    except Problem as problem:
        return problem
    return None


def _require_ready(message: Message, rows: list[queries.Checked]) -> None:
    if not rows:
        raise Problem("no_versions", _("There are no versions yet."), _("Choose channels in the brief and write."))
    if message.klass == Klass.LEGAL_NOTICE and not any(row.version.channel == Medium.LETTER for row in rows):
        said = _("A legal notice goes by post to everybody (29 USC 481(e)), but there is no letter.")
        raise Problem("needs_letter", said, _("Add the channel Letter in the brief."))
    for row in rows:
        _require_version_ready(row)


def _require_version_ready(row: queries.Checked) -> None:
    version: Version = row.version
    if not version.is_reviewed and version.engine == "model":
        raise Problem(
            "not_read",
            _("Nobody has read the model's words for: %s.") % version,
            _("Read them, change what you like, and press 'I have read this'."),
        )
    if version.needs_speaker:
        raise Problem(
            "no_speaker",
            _("Nobody who speaks the language has read: %s.") % version,
            _("Ask somebody who speaks it to read the words and to stand for them on the page Versions."),
        )
    if open_ := len(row.open):
        raise Problem(
            "open_findings",
            ngettext("%(count)s check is open for: %(version)s.", "%(count)s checks are open for: %(version)s.", open_)
            % {"count": open_, "version": version},
            _("Change the words, or keep each one with a reason."),
        )


def _require_may_approve(by: User, message: Message, shown: str, now: str) -> None:
    if message.state != State.IN_REVIEW:
        raise Problem("not_in_review", _("This message does not wait for approval."))
    if by.is_system or by.pk in queries.writers(message):
        raise Problem("same_person", _("Whoever wrote the words cannot approve them."), _("Ask another person."))
    if shown != now:
        raise Problem("changed", _("The message changed while you read it."), _("Read it again, then approve."))
    if any(row.by_id == by.pk for row in queries.standing_approvals(message)):
        raise Problem("twice", _("You have approved it already."), _("A second person is needed."))
