"""What pages read about jobs."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable

from django.db.models import Avg, DurationField, ExpressionWrapper, F, QuerySet
from django.utils import timezone

from unionops.platform.access.models import User
from unionops.platform.jobs.models import ACTIVE, Job, State

SAMPLE = 20


def jobs(user: User) -> QuerySet[Job]:
    """The user's jobs, newest first; everyone's for those who look after the box."""
    rows: QuerySet[Job] = Job.objects.visible_to(user, "jobs.view")
    return rows.select_related("owner")


def words(user: User, row: Job) -> str:
    """What the job has written so far: for whoever asked for it. Others see only where it stands."""
    return row.partial_text if row.owner_id == user.pk else ""


def jobs_about(user: User, about: object) -> QuerySet[Job]:
    """Jobs about one object the viewer already may see."""
    return Job.objects.filter(about_id=getattr(about, "public_id", None)).order_by("-id")


def worked_on(user: User, ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Which of these objects, which the viewer already may see, a job waits for or runs on."""
    under_way = Job.objects.filter(about_id__in=list(ids), state__in=ACTIVE).values_list("about_id", flat=True)
    return {about for about in under_way if about}


def over(user: User, ids: Iterable[uuid.UUID]) -> QuerySet[Job]:
    """Those of the jobs of one's own objects that wait and run no more, however they ended."""
    return Job.objects.filter(public_id__in=list(ids)).exclude(state__in=ACTIVE)


def active_job(user: User, key: str) -> Job | None:
    """The job of this key that is under way, when the user may look at it."""
    return jobs(user).filter(idempotency_key=key, state__in=ACTIVE).first()


def ahead_of(row: Job) -> int:
    """How many jobs stand before this one in its queue, the running one included."""
    return Job.objects.filter(queue=row.queue, state__in=ACTIVE, pk__lt=row.pk).count()


def usual_seconds(kind: str) -> float | None:
    """Mean length of the last twenty good runs of a kind, or None when there was none."""
    recent = Job.objects.filter(kind=kind, state=State.DONE).order_by("-id").values("pk")[:SAMPLE]
    took = ExpressionWrapper(F("finished_at") - F("started_at"), output_field=DurationField())
    mean = Job.objects.filter(pk__in=list(recent.values_list("pk", flat=True))).aggregate(mean=Avg(took))["mean"]
    return mean.total_seconds() if mean else None


def time_left(row: Job) -> datetime.timedelta | None:
    """From its own pace when it counts, else from past runs; None when nothing is known."""
    if not row.is_active or row.started_at is None:
        return None
    spent = (timezone.now() - row.started_at).total_seconds()
    if row.total_units and row.done_units:
        return datetime.timedelta(seconds=spent * (row.total_units - row.done_units) / row.done_units)
    usual = usual_seconds(row.kind)
    return datetime.timedelta(seconds=max(0.0, usual - spent)) if usual else None
