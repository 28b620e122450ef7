"""Mails the office that sees to a duty of the local before its day, on it, and every week once it is late."""

import datetime
import logging

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from unionops.platform.access.models import User
from unionops.platform.access.models.people import people_with_role
from unionops.platform.access.roles import Role
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.ops import mail
from unionops.platform.ops.duties import alarm
from unionops.platform.ops.models import DutyReminder
from unionops.platform.ops.queries import Due, dues

log = logging.getLogger(__name__)


def remind(*, by: User) -> int:
    """How many duties somebody was reminded of. Nothing while mail is not set up."""
    return sum(_remind(by, due) for due in dues(by)) if mail.is_ready() else 0


def readers(due: Due) -> list[User]:
    """Who holds the office; the officers too where nobody does, and once it is late."""
    found = list(people_with_role(due.office))
    if due.is_late or not found:
        found += people_with_role(Role.OFFICER)
    return list({user.pk: user for user in found}.values())


def _remind(by: User, due: Due) -> int:
    """The row comes before the mail: a crash loses one, never doubles."""
    day, people = alarm(due.template.rule, on=due.on, day=today()), readers(due)
    if day is None or not people or not _note(by, due, day, len(people)):
        return 0
    try:
        get_connection().send_messages([_letter(due, user) for user in people])
    except OSError:
        log.exception("a reminder of a duty was not sent")
    return 1


@transaction.atomic
def _note(by: User, due: Due, day: datetime.date, count: int) -> bool:
    _row, made = DutyReminder.objects.get_or_create(duty=due.duty, due_on=due.on, alarm=day)
    if made:
        record(by, "reminded of a duty of the local", due.duty, count=count)
    return made


def _letter(due: Due, user: User) -> EmailMessage:
    words = {"what": due.template.title, "day": date_format(due.on)}
    subject = _("Late: %(what)s") if due.is_late else _("Due on %(day)s: %(what)s")
    body = (_("%(what)s was due on %(day)s.") if due.is_late else _("%(what)s is due on %(day)s.")) % words
    body += "\n\n" + _("Mark it as done here once it is:") + f"\n{settings.PUBLIC_URL}{reverse('ops:duties')}\n"
    return EmailMessage(subject % words, body, mail.sender(), [user.email])
