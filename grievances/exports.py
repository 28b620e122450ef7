"""What leaves case work: a calendar without names, the time log as a spreadsheet."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from grievances.models import Deadline, TimeEntry
from grievances.queries import work
from grievances.queries.cases import worked_on
from unionops.platform.access.models import User
from unionops.platform.sheets.writing import write_csv


def calendar(user: User) -> bytes:
    """The person's own dates as all-day events: case number and step, nothing else."""
    made = Calendar()
    made.add("prodid", "-//unionops//grievances//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", _("Dates"))
    for row in work.deadlines(user).filter(worked_on(user)):
        made.add_component(_event(row))
    return bytes(made.to_ical())


def _event(row: Deadline) -> Event:
    event = Event()
    event.add("uid", f"{row.public_id}@unionops")
    event.add("dtstamp", timezone.now())
    event.add("dtstart", row.due)
    event.add("dtend", row.due + datetime.timedelta(days=1))
    number = _number(row)
    side = _("not before") if row.earliest else _("due") if row.side == "ours" else row.get_side_display()
    event.add("summary", f"{number}: {row.step or _('date')} ({side})")
    event.add("transp", "TRANSPARENT")
    if row.side == "ours":
        event.add_component(_alarm(row))
    return event


def _number(row: Deadline) -> str:
    """The number of the case; a clock of the law runs for the matter, and goes by that of its first case."""
    case = row.grievance or min(row.matter.grievances.all(), key=lambda case: case.pk, default=None)
    return case.number if case else _("matter")


def _alarm(row: Deadline) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _number(row))
    alarm.add("trigger", datetime.timedelta(days=-max(0, (row.due - row.target).days)))
    return alarm


TIME_HEADER = ("day", "representative", "minutes", "category", "paid_as", "case")


def time_rows(rows: Iterable[TimeEntry]) -> list[list[str]]:
    """For the agency or the treasurer: no note, and of a case its number only."""
    return [
        [
            row.on.isoformat(),
            str(row.user),
            str(row.minutes),
            row.get_category_display(),
            row.get_paid_as_display(),
            number_of(row),
        ]
        for row in rows
    ]


def number_of(row: TimeEntry) -> str:
    """The number of the case the time went to; '' without one."""
    cases = row.matter.grievances.all() if row.matter else ()
    first = min(cases, key=lambda case: case.pk, default=None)
    return first.number if first else ""


def csv_lines(header: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """CSV with a byte order mark, as office programs expect it."""
    yield "\ufeff"
    yield from write_csv(list(header), map(list, rows))
