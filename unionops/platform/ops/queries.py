"""What pages read about the box, and about what is due for the local."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from unionops.platform.access.models import Local, User
from unionops.platform.access.policy import may
from unionops.platform.access.roles import Role
from unionops.platform.core.days import today
from unionops.platform.jobs.models import Job
from unionops.platform.jobs.queries import jobs
from unionops.platform.ops import stamps
from unionops.platform.ops.duties import TEMPLATES, Template, next_due
from unionops.platform.ops.models import DuesTier, Duty, DutyDone, MailServer

SOON = 60


def mail_server(user: User) -> MailServer | None:
    return MailServer.objects.filter(pk=1).first()


def running_backup(user: User, kind: str) -> Job | None:
    """The backup that is being taken now, if the user may look at it."""
    newest = jobs(user).filter(kind=kind).first()
    return newest if newest is not None and newest.is_active else None


def waits_for_set_up() -> bool:
    """Nobody has set this box up: no local, and no person has an account."""
    return not Local.is_set_up() and not User.objects.filter(is_system=False).exists()


def demo_is_being_made() -> bool:
    return (stamps.demo_folder() / stamps.DEMO_WANTED).exists()


@dataclass(frozen=True)
class Due:
    """A duty that is on, the day it is counted from, the day it is due next, and how many days that is away.

    Late ones have days below nothing.
    """

    duty: Duty
    template: Template
    start: datetime.date
    on: datetime.date
    days: int

    @property
    def office(self) -> Role:
        """Who sees to it here: whom the local named, else the usual office."""
        return Role(self.duty.role or self.template.role)

    @property
    def is_late(self) -> bool:
        return self.days < 0

    @property
    def is_soon(self) -> bool:
        return self.days <= SOON


def dues(user: User) -> list[Due]:
    """What is due next of each duty that is on, the nearest first."""
    if not may(user, "duties.view"):
        return []
    rows = Duty.objects.filter(is_on=True, name__in=TEMPLATES).prefetch_related("times")
    found = [due for duty in rows if (due := _due(duty)) is not None]
    return sorted(found, key=lambda due: (due.on, due.duty.name))


def _due(duty: Duty) -> Due | None:
    template, times = TEMPLATES[duty.name], duty.times.all()
    days = [each.done_on for each in times] if template.rule.from_last else []
    start, done = max([duty.start, *days]), {each.due_on for each in times}
    on = next_due(template.rule, start=start, since=duty.since, done=done)
    return Due(duty, template, start, on, (on - today()).days) if on else None


def due_of(user: User, public_id: UUID) -> Due:
    """Http404 for a duty that is off or not theirs to see."""
    for due in dues(user):
        if due.duty.public_id == public_id:
            return due
    raise Http404


def duties_done(user: User) -> list[tuple[DutyDone, Template]]:
    """What was done lately, the newest first."""
    if not may(user, "duties.view"):
        return []
    rows = DutyDone.objects.filter(duty__name__in=TEMPLATES).select_related("duty", "by")
    return [(row, TEMPLATES[row.duty.name]) for row in rows.order_by("-done_on", "-pk")[:50]]


def dues_tiers() -> list[DuesTier]:
    """By name, the newest amount of each first."""
    return list(DuesTier.objects.all())


def duty_starts() -> dict[str, datetime.date]:
    """The duties that are on, and the days they are counted from."""
    return dict(Duty.objects.filter(is_on=True).values_list("name", "start"))
