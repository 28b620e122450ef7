"""Work by the clock: each slot runs once, however many beats ring."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import Local
from unionops.platform.core.registry import Registry
from unionops.platform.jobs.models import PeriodicRun

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Periodic:
    """`when` is a number of seconds, 'daily HH:MM' or 'weekly N HH:MM' (Monday is 0), in the local's zone."""

    name: str
    when: str | int
    run: Callable[[], None]

    def slot(self, now: datetime.datetime) -> str | None:
        """The slot that is due at this moment, or None."""
        if isinstance(self.when, int):
            return f"{self.name}@{int(now.timestamp()) // self.when}"
        kind, *rest = self.when.split()
        hour, minute = map(int, rest[-1].split(":"))
        late_enough = (now.hour, now.minute) >= (hour, minute)
        right_day = kind == "daily" or now.weekday() == int(rest[0])
        return f"{self.name}@{now.date()}" if late_enough and right_day else None


PERIODIC: Registry[Periodic] = Registry()


def every(when: str | int) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Register a function without arguments; it runs as the box itself and must be safe to run twice."""

    def decorate(run: Callable[[], None]) -> Callable[[], None]:
        name = f"{run.__module__}.{run.__name__}"
        PERIODIC.register(name, Periodic(name, when, run))
        return run

    return decorate


def run_due() -> list[str]:
    """Run what is due and was not run yet; returns the keys."""
    with timezone.override(Local.current().time_zone), acting(system_actor()):
        now = timezone.localtime()
        return [key for item in PERIODIC.all() if (key := item.slot(now)) and _run_once(item, key)]


def _run_once(item: Periodic, key: str) -> bool:
    try:
        with transaction.atomic():
            row = PeriodicRun.objects.create(key=key)
    except IntegrityError:
        return False
    try:
        item.run()
    except Exception as error:
        log.exception("scheduled work %s failed", key)
        row.problem = f"{type(error).__name__}: {error}"
    row.finished_at = timezone.now()
    row.save()
    return True
