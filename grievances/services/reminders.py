"""Reminders: once per alarm day and person, number and date only, also after days without a schedule."""

from __future__ import annotations

import datetime
import logging
import smtplib
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from grievances.deadlines.counting import alarm_days
from grievances.deadlines.reading import parse_rule
from grievances.deadlines.rule import Rule
from grievances.models import CaseSettings, Deadline, Reminder, Side
from grievances.queries import people, work
from grievances.services.cases import blocked
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today

log = logging.getLogger(__name__)
AHEAD = 90
DAILY = 5
OFFICERS_AFTER = 2


def due_alarm(row: Deadline, day: datetime.date) -> datetime.date | None:
    """The latest alarm day that has come; a first day alarms once, when it comes.

    An overdue date alarms every day of its first five, then once a week.
    """
    if row.earliest:
        return row.due if row.due <= day else None
    late = (day - row.due).days
    if late > 0:
        return day if late <= DAILY else row.due + datetime.timedelta(days=DAILY + (late - DAILY) // 7 * 7)
    passed = [alarm for alarm in alarm_days(_rule(row), row.due) if alarm <= day]
    return passed[-1] if passed else None


def _rule(row: Deadline) -> Rule:
    anchor = row.anchor_on or row.computed_at.date()
    plain = {key: row.written[key] for key in ("weekend", "holidays") if row.written.get(key) is not None}
    return parse_rule(plain | {"anchor": anchor.isoformat(), "n": 0})


@dataclass(frozen=True)
class Ladder:
    """Who hears of a date as it grows urgent."""

    chiefs: list[User]
    officers: list[User]


def readers(row: Deadline, day: datetime.date, ladder: Ladder) -> list[User]:
    """The steward; from the last day on the chief stewards too; two days after it the officers; all only as far as
    they may see the case.
    """
    steward = row.matter.steward
    found = [steward] if steward is not None and steward.is_active and not blocked(row.matter, steward) else []
    above = ladder.chiefs if row.due <= day or not found else []
    if not row.earliest and (day - row.due).days >= OFFICERS_AFTER:
        above = [*above, *ladder.officers]
    found += [user for user in above if not row.matter.restricted and not blocked(row.matter, user)]
    return [user for user in dict.fromkeys(found) if user.is_active]


@transaction.atomic
def note(*, by: User, row: Deadline, user: User, alarm: datetime.date) -> bool:
    """Write down that this person is reminded on this alarm day; False when they were already."""
    _row, made = Reminder.objects.get_or_create(deadline=row, user=user, day=alarm)
    if made:
        record(by, "reminded of a date", row, detail={"to": str(user.public_id)})
    return made


def send_due(*, by: User) -> int:
    """Remind everybody whose alarm day has come. The row comes before the mail: a crash loses one, never doubles."""
    day = today()
    ladder = Ladder(people.chiefs(by), people.officers(by))
    sent = 0
    for row in work.due(by, day, AHEAD).filter(side=Side.OURS):
        alarm = due_alarm(row, day)
        for user in readers(row, day, ladder) if alarm else []:
            if alarm and note(by=by, row=row, user=user, alarm=alarm):
                sent += _mail(row, user)
    return sent


@transaction.atomic
def tick_off(*, by: User) -> int:
    """All reminders on one's own list are seen."""
    seen = Reminder.objects.filter(user=by, seen_at=None).update(seen_at=timezone.now())
    if seen:
        record(by, "ticked off reminders", count=seen)
    return seen


def send_digest(*, by: User) -> int:
    """Once a week, to each chief steward: how many dates are late, due this week, and late on their side."""
    day = today()
    chosen = CaseSettings.current()
    if not chosen.reminders_by_mail or (chosen.digest_on and _week(chosen.digest_on) == _week(day)):
        return 0
    _note_digest(by, day)
    return sum(_digest(chief, day) for chief in people.chiefs(by))


def _week(day: datetime.date) -> tuple[int, int]:
    return day.isocalendar()[:2]


@transaction.atomic
def _note_digest(by: User, day: datetime.date) -> None:
    """Before the mail: a crash loses one, never doubles."""
    CaseSettings.objects.update_or_create(pk=1, defaults={"digest_on": day})
    record(by, "sent the weekly digest of dates")


def _digest(chief: User, day: datetime.date) -> int:
    """Numbers and dates of the cases this chief steward may see, nothing else."""
    with acting(chief):
        figures = work.week(chief, day)
        rows = [row for row in work.due(chief, day, 7) if row.side == Side.OURS]
        lines = [f"{date_format(row.due, 'D j M Y')}  {row.case or _('a matter')}" for row in rows]
    head = _("Open: %(open)s. Late on our side: %(overdue)s. Due in seven days: %(week)s. Late on theirs: %(late)s.")
    body = "\n".join([head % figures, "", *lines, "", _("Sign in to see them: %s") % settings.PUBLIC_URL])
    return _sent(EmailMessage(_("Dates of the week"), body, to=[chief.email]))


def _sent(message: EmailMessage) -> int:
    try:
        return message.send()
    except (OSError, smtplib.SMTPException):
        log.warning("a reminder could not be sent")
        return 0


def _words(row: Deadline, day: datetime.date) -> tuple[str, str]:
    if row.due > day:
        return _("Date: %(number)s, %(day)s"), _("A date is coming up. Sign in to see it: %s")
    if row.due == day or row.earliest:
        return _("Date: %(number)s, %(day)s"), _("The day has come. Sign in to see it: %s")
    return _("Overdue: %(number)s, %(day)s"), _("A date has passed. Sign in to see it: %s")


def _mail(row: Deadline, user: User) -> int:
    """Number and date, nothing else: mailboxes are not private."""
    if not CaseSettings.current().reminders_by_mail:
        return 0
    number = row.case.number if row.case else _("a matter")
    subject, body = _words(row, today())
    said = subject % {"number": number, "day": date_format(row.due, "D j M Y")}
    return _sent(EmailMessage(said, body % settings.PUBLIC_URL, to=[user.email]))
