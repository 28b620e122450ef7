"""The life of a job row. Every change is one guarded UPDATE; whoever lost the race writes nothing."""

from __future__ import annotations

import datetime
import logging
import random
from typing import Any, Protocol

from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.jobs import bell, beside
from unionops.platform.jobs.errors import LeaseLost
from unionops.platform.jobs.models import ACTIVE, TERMINAL, Job, PeriodicRun, State

LEASE = datetime.timedelta(seconds=60)
RING_AGAIN = datetime.timedelta(seconds=60)
LONGEST_DELAY = 15 * 60
TOO_FAR = datetime.timedelta(seconds=2 * LONGEST_DELAY)
MAX_LOST = 3
RINGS_A_SWEEP = 200
log = logging.getLogger(__name__)


class Kind(Protocol):
    """What a row keeps of its kind of work."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> Any: ...
    @property
    def queue(self) -> str: ...


def enqueue(
    kind: Kind, *, by: User, about: models.Model | None, result_url: str, key: str, arguments: dict[str, Any]
) -> Job:
    """Create the row, ring on commit; the active job of the same key is returned instead of a second one."""
    row = create(kind, by=by, about=about, result_url=result_url, key=key, arguments=arguments)
    if row.attempt == 0 and row.state == State.QUEUED:
        transaction.on_commit(lambda: bell.ring(row.queue, str(row.public_id), row.attempt))
    return row


def create(
    kind: Kind, *, by: User, about: models.Model | None, result_url: str, key: str, arguments: dict[str, Any]
) -> Job:
    try:
        with transaction.atomic():
            return Job.objects.create(
                kind=kind.name,
                title=str(kind.title)[:200],
                queue=kind.queue,
                owner=by,
                arguments=arguments,
                about_kind=about._meta.label if about else "",
                about_id=getattr(about, "public_id", None),
                result_url=result_url,
                idempotency_key=key,
                rung_at=timezone.now(),
            )
    except IntegrityError:
        return Job.objects.get(idempotency_key=key, state__in=ACTIVE)


def claim(public_id: str, attempt: int, worker: str) -> Job | None:
    """Take the job for one attempt, or None when someone else has it or it is not due."""
    now = timezone.now()
    due = Q(next_run_at=None) | Q(next_run_at__lte=now)
    taken = Job.objects.filter(due, public_id=public_id, state=State.QUEUED, attempt=attempt).update(
        state=State.CLAIMED,
        attempt=F("attempt") + 1,
        tries=F("tries") + 1,
        lease_until=now + LEASE,
        worker=worker[:80],
        started_at=Coalesce(F("started_at"), now),
        error_code="",
        error_detail="",
    )
    return Job.objects.get(public_id=public_id) if taken else None


def mine(row: Job) -> models.QuerySet[Job]:
    """The row, as long as this attempt holds it."""
    held = (State.CLAIMED, State.RUNNING)
    return Job.objects.filter(pk=row.pk, attempt=row.attempt, state__in=held)


def keep(row: Job, **values: Any) -> None:
    """Extend the lease and write values; LeaseLost when another attempt holds the job."""
    if not mine(row).update(lease_until=timezone.now() + LEASE, **values):
        raise LeaseLost(str(row.public_id))


def begin(row: Job) -> None:
    keep(row, state=State.RUNNING)


def finish(row: Job, state: State, code: str = "", detail: str = "") -> None:
    """The one way to an end; 0 rows means the lease was lost and nothing is written."""
    mine(row).update(
        state=state,
        finished_at=timezone.now(),
        lease_until=None,
        phase="",
        error_code=code[:60],
        error_detail=detail,
    )


def put_back(row: Job, *, after: datetime.timedelta = datetime.timedelta(0), code: str = "", detail: str = "") -> None:
    """Queue the job again, at once or later; text written so far stays visible until the next attempt."""
    mine(row).update(
        state=State.QUEUED,
        lease_until=None,
        phase="",
        next_run_at=timezone.now() + after,
        started_at=None,
        error_code=code[:60],
        error_detail=detail,
    )


def go_on(row: Job) -> None:
    """The next piece of the same job: behind those that wait, with fresh tries and the time it began."""
    now = timezone.now()
    values = {"state": State.QUEUED, "lease_until": None, "tries": 0, "next_run_at": None, "rung_at": now}
    if mine(row).update(**values):
        bell.ring(row.queue, str(row.public_id), row.attempt)


def delay_before(tries: int) -> datetime.timedelta:
    """5, 15, 45 seconds up to a quarter of an hour, and a little more, so that many do not come back at once."""
    seconds = min(LONGEST_DELAY, 5 * 3 ** max(0, tries - 1))
    return datetime.timedelta(seconds=seconds + random.random())  # noqa: S311  spreads load only


def stop(row: Job, *, by: User) -> None:
    """A waiting job is cancelled at once; a running one is asked to stop, also while it holds the database."""
    beside.ask_stop(row)
    _stop(row, by=by)


@transaction.atomic
def _stop(row: Job, *, by: User) -> None:
    now = timezone.now()
    waiting = Job.objects.filter(pk=row.pk, state=State.QUEUED)
    asked = {"cancel_requested_at": now, "cancel_requested_by": by}
    if not waiting.update(state=State.CANCELLED, finished_at=now, **asked):
        Job.objects.filter(pk=row.pk, state__in=ACTIVE).update(**asked)
    record(by, "asked a job to stop", row)


@transaction.atomic
def retry(row: Job, *, by: User) -> None:
    """Queue an ended job again with fresh tries."""
    again = Job.objects.filter(pk=row.pk, state__in=TERMINAL).exclude(state=State.DONE)
    changed = again.update(
        state=State.QUEUED,
        tries=0,
        cancel_requested_at=None,
        cancel_requested_by=None,
        next_run_at=None,
        started_at=None,
        finished_at=None,
        error_code="",
        error_detail="",
        asked_at=(now := timezone.now()),
        rung_at=now,
    )
    if changed:
        record(by, "started a job again", row)
        transaction.on_commit(lambda: bell.ring(row.queue, str(row.public_id), row.attempt))


@transaction.atomic
def forget_ended(*, by: User, before: datetime.datetime) -> int:
    """Delete jobs that ended before a moment, with the text they wrote. Returns how many."""
    rows = Job.objects.filter(state__in=TERMINAL, finished_at__lt=before)
    count, _kinds = rows.delete()
    PeriodicRun.objects.filter(started_at__lt=before).delete()
    if count:
        record(by, "deleted old jobs", count=count)
    return count


def sweep() -> int:
    """Put lost jobs back, ring for those nobody heard. Returns how many bells were rung.

    A moment further ahead than any lease or pause is of a clock that was set back since: nobody waits for it.
    """
    now = timezone.now()
    _give_up(now)
    _lost(now).update(state=State.QUEUED, lease_until=None, phase="", rung_at=None, started_at=None)
    return _ring_unheard(now)


def _lost(now: datetime.datetime) -> models.QuerySet[Job]:
    over = Q(lease_until__lt=now) | Q(lease_until__gt=now + 2 * LEASE)
    return Job.objects.filter(over, state__in=(State.CLAIMED, State.RUNNING))


def _give_up(now: datetime.datetime) -> None:
    lost = _lost(now)
    lost.filter(cancel_requested_at__isnull=False).update(state=State.CANCELLED, finished_at=now, lease_until=None)
    lost.filter(tries__gte=MAX_LOST).update(
        state=State.FAILED,
        finished_at=now,
        lease_until=None,
        error_code="worker_lost",
        error_detail="The worker stopped three times while doing this. See the log, then try again.",
    )


def _ring_unheard(now: datetime.datetime) -> int:
    Job.objects.filter(state=State.QUEUED, next_run_at__gt=now + TOO_FAR).update(next_run_at=now)
    unheard = Q(rung_at=None) | Q(rung_at__lt=now - RING_AGAIN) | Q(rung_at__gt=now) | Q(next_run_at__lte=now)
    due = Q(next_run_at=None) | Q(next_run_at__lte=now)
    rung = 0
    for queue in Job.objects.filter(unheard & due, state=State.QUEUED).values_list("queue", flat=True).distinct():
        if bell.waiting(queue) == 0:
            rung += _ring_all(Job.objects.filter(due, state=State.QUEUED, queue=queue).order_by("id"), now)
    return rung


def _ring_all(rows: models.QuerySet[Job], now: datetime.datetime) -> int:
    waiting = list(rows.values_list("pk", "queue", "public_id", "attempt")[:RINGS_A_SWEEP])
    for _pk, queue, public_id, attempt in waiting:
        bell.publish(queue, str(public_id), attempt)
    Job.objects.filter(pk__in=[row[0] for row in waiting]).update(rung_at=now)
    return len(waiting)
