"""Set the box up, say how it sends mail, try that out, switch to the demo."""

import datetime
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from unionops.platform.access.models import Local, User
from unionops.platform.access.models.people import people_with_role
from unionops.platform.access.roles import Role
from unionops.platform.access.services import give_role, make_account
from unionops.platform.audit import anchors
from unionops.platform.audit import services as audit
from unionops.platform.core import sealing
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem
from unionops.platform.files.services import store_upload
from unionops.platform.ops import mail, setup_code, stamps
from unionops.platform.ops.backups import recovery
from unionops.platform.ops.models import DuesTier, Duty, DutyDone, Keeping, MailServer, PutOff

PROOF = "proof"


@transaction.atomic
def set_up_local(
    *,
    local: dict[str, Any],
    name: str,
    email: str,
    password: str,
    keeps_roster: bool = False,
    leads_stewards: bool = False,
) -> tuple[User, str]:
    """The local's row and its first officer; gives the account and the recovery passphrase, shown once."""
    try:
        with transaction.atomic():
            made = Local.objects.create(pk=1, **local)
    except IntegrityError as error:
        raise Problem("set_up", _("This box is set up already."), _("Sign in with your account.")) from error
    user = make_account(email=email, name=name, password=password)
    also = {Role.MEMBERSHIP_SECRETARY: keeps_roster, Role.CHIEF_STEWARD: leads_stewards}
    with timezone.override(made.time_zone):
        for role in [Role.OFFICER, *(role for role, wanted in also.items() if wanted)]:
            give_role(user=user, role=role, by=None)
    audit.record(user, "set up the local", made)
    passphrase = new_recovery_passphrase(by=user)
    transaction.on_commit(setup_code.burn)
    transaction.on_commit(settings.IN_USE_MARK.touch)
    return user, passphrase


@transaction.atomic
def new_recovery_passphrase(*, by: User) -> str:
    """A new passphrase for all backups from now on; it is told once and kept nowhere."""
    audit.record(by, "made a new recovery passphrase")
    passphrase = recovery.new_passphrase()
    transaction.on_commit(lambda: recovery.set_passphrase(passphrase))
    return passphrase


@transaction.atomic
def save_mail_server(*, by: User, password: str, **fields: Any) -> MailServer:
    """Keep the way out; an empty password keeps the one there is, unless the server changed."""
    row = MailServer.objects.filter(pk=1).first() or MailServer(pk=1)
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    if row.host != fields["host"]:
        row.sealed_password = ""
    for name, value in fields.items():
        setattr(row, name, value)
    if password:
        row.sealed_password = sealing.seal_text(password, key=mail.key(), about=mail.ABOUT)
        changed.append("password")
    row.changed_by, row.tested_at = by, None
    row.save()
    audit.record(by, "changed the mail server", row, fields=changed)
    return row


def send_test_message(*, by: User) -> None:
    """To the person's own address. Raises Problem with the server's word."""
    text = _("This is the test message you asked for. Mail works.")
    message = EmailMessage(_("Mail works"), text, mail.sender(), [by.email], connection=mail.Backend())
    try:
        message.send()
    except OSError as error:
        raise Problem(
            "mail_failed",
            _("The mail server did not take the message: %(word)s") % {"word": str(error)[:200]},
            _("Check the name, the port, the encryption and the password."),
        ) from error
    _note_test(by)


@transaction.atomic
def _note_test(by: User) -> None:
    MailServer.objects.filter(pk=1).update(tested_at=timezone.now())
    audit.record(by, "sent a test message")


def anchor_trail() -> None:
    """Note the trail's head outside the database, unless nothing happened since."""
    newest = audit.newest_anchor()
    if newest is None or (newest.number, newest.hash) != audit.head():
        audit.drop_anchor()


@transaction.atomic
def mail_anchor(*, by: User) -> int:
    """The trail's head to every officer and trustee; to how many. Nothing while mail is not set up."""
    if not mail.is_ready():
        return 0
    number, digest = audit.head()
    people = list(people_with_role(Role.OFFICER, Role.TRUSTEE))
    audit.record(by, "mailed the trail's anchor", count=len(people))
    line = anchors.line(number, digest)
    text = "\n\n".join(
        [
            _("Keep this line. It proves later that nobody rewrote the trail:"),
            line,
            _("To prove it, have whoever looks after the machine type this there, while you watch:"),
            f"./manage.py audit_verify --anchor {line}\n",
        ]
    )
    letters = [EmailMessage(_("Anchor of the trail"), text, mail.sender(), [user.email]) for user in people]
    transaction.on_commit(lambda: get_connection().send_messages(letters))
    return len(people)


@transaction.atomic
def put_off(*, by: User, name: str) -> None:
    """Leave a first step for later; nothing is lost, it stays on the list."""
    PutOff.objects.get_or_create(name=name, defaults={"by": by})
    audit.record(by, "put off a first step", detail={"step": name})


def switch_to_demo() -> Path:
    """Ask the supervisor to restart everything on the demo folder. Raises Problem where none is running."""
    if not os.environ.get("UNIONOPS_SUPERVISED"):
        raise Problem("not_supervised", _("Nobody is there to restart this box."), _("Type: make run DEMO=1"))
    folder = stamps.demo_folder()
    stamps.mark_demo(folder)
    flag = Path(settings.DATA_DIR) / "restart"
    flag.write_text(str(folder))
    return folder


@transaction.atomic
def note_backup_taken_away(*, by: User, name: str) -> None:
    audit.record(by, "downloaded a backup", detail={"name": name})


@transaction.atomic
def set_keeping(*, by: User, days: dict[str, int]) -> None:
    """From tonight on each kind is kept so many days."""
    for name, number in days.items():
        Keeping.objects.update_or_create(name=name, defaults={"days": number, "by": by})
    audit.record(by, "set how long things are kept", detail=dict(days))


@transaction.atomic
def save_tier(*, by: User, name: str, cents: int, since: datetime.date) -> DuesTier:
    """What a tier pays from a day on; the same tier and day again corrects the amount."""
    row, _made = DuesTier.objects.update_or_create(name=name, since=since, defaults={"cents": cents, "by": by})
    audit.record(by, "set a dues tier", row, fields=["cents"])
    return row


@transaction.atomic
def turn_on_duties(*, by: User, starts: dict[str, datetime.date]) -> None:
    """Exactly these duties are on, each counted from its day; what was done before stays.

    Days that were over when a duty came back on are nobody's lateness.
    """
    Duty.objects.exclude(name__in=starts).update(is_on=False)
    Duty.objects.filter(name__in=starts, is_on=False).update(since=today())
    for name, start in starts.items():
        Duty.objects.update_or_create(name=name, defaults={"start": start, "is_on": True})
    audit.record(by, "set the local's duties", count=len(starts), detail={"names": sorted(starts)})


@transaction.atomic
def give_duty_to(*, by: User, duty: Duty, role: str) -> None:
    """Another office sees to it from now on, and is reminded."""
    Duty.objects.filter(pk=duty.pk).update(role=role)
    audit.record(by, "gave a duty of the local to an office", duty, detail={"role": role})


@transaction.atomic
def mark_duty_done(
    *, by: User, duty: Duty, due_on: datetime.date, done_on: datetime.date, file: Any, note: str = ""
) -> DutyDone:
    """One time done, with its proof sealed beside it. Problem when the file is refused or it was done before."""
    Duty.objects.select_for_update().get(pk=duty.pk)  # of two presses at once the second finds it done
    if DutyDone.objects.filter(duty=duty, due_on=due_on).exists():
        raise Problem("done", _("This was marked as done already."), _("Load the page again."))
    proof = store_upload(by=by, file=file, name=file.name, purpose=PROOF)
    done: DutyDone = DutyDone.objects.create(
        duty=duty, due_on=due_on, done_on=done_on, note=note, proof=proof.public_id, by=by
    )
    audit.record(by, "did a duty of the local", done, detail={"duty": duty.name})
    return done
