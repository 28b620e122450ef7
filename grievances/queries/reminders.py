"""Reminders on a person's own list: number and date only, of dates that still run and cases they may still read."""

from __future__ import annotations

import datetime

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grievances.models import Deadline, DeadlineState, Reminder
from grievances.queries.cases import VIEW
from unionops.platform.access.models import User
from unionops.platform.core.days import today
from unionops.platform.ui.news import Item, Source

MOST = 100


def of(user: User) -> QuerySet[Reminder]:
    """All that stand on the list, the latest first; a date that was met, moved or dropped takes its own along."""
    running = Deadline.objects.visible_to(user, VIEW).filter(state=DeadlineState.RUNNING)
    return Reminder.objects.filter(user=user, deadline__in=running).order_by("-day", "-id")


def unseen(user: User) -> int:
    """Dates with a reminder nobody ticked off; on every page, so it first asks for any at all."""
    if not Reminder.objects.filter(user=user, seen_at=None).exists():
        return 0
    counted: int = of(user).filter(seen_at=None).order_by().aggregate(n=Count("deadline", distinct=True))["n"]
    return counted


def items(user: User) -> list[Item]:
    """One line a date, with its latest reminder."""
    day = today()
    latest: dict[int, Reminder] = {}
    rows = of(user).select_related("deadline", "deadline__grievance", "deadline__matter")
    for row in rows.prefetch_related("deadline__matter__grievances")[: MOST * 5]:
        latest.setdefault(row.deadline_id, row)
    return [_item(row, day) for row in list(latest.values())[:MOST]]


def _item(row: Reminder, day: datetime.date) -> Item:
    date = row.deadline
    number = date.case.number if date.case else _("a matter")
    text = _("%(number)s, %(day)s") % {"number": number, "day": date_format(date.due, "D j M Y")}
    tone, label = _mark(date, day)
    url = reverse("grievances:deadline", args=[date.public_id])
    return Item(text, url, date.due, row.seen_at is None, tone, label)


def _mark(date: Deadline, day: datetime.date) -> tuple[str, str]:
    if date.earliest:
        return "info", _("from this day on")
    if date.due < day:
        return "bad", _("Overdue")
    return ("warn", _("Today")) if date.due == day else ("", _("Coming up"))


NEWS = Source(
    title=gettext_lazy("Reminders"),
    empty=gettext_lazy("Dates of your cases stand here when they come near."),
    capability=VIEW,
    count=unseen,
    items=items,
    seen_url_name="grievances:reminders-seen",
)
