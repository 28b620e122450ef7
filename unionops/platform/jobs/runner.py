"""Runs one claimed job and writes how it ended."""

from __future__ import annotations

import logging
import os
import socket
from typing import Protocol

from django.utils import timezone

from unionops.platform.access.actors import acting
from unionops.platform.access.models import Local
from unionops.platform.core import room
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Stopped
from unionops.platform.jobs import beside, services
from unionops.platform.jobs.errors import Blocked, GoOn, LeaseLost, Transient
from unionops.platform.jobs.handle import Heart, JobHandle
from unionops.platform.jobs.models import Job, State

UNEXPECTED = (
    "Something went wrong that this program did not expect. The technical volunteer finds the trace in the log."
)
log = logging.getLogger(__name__)


class Task(Protocol):
    """What the runner needs of a kind of work: to call it, and to know how often."""

    @property
    def max_tries(self) -> int: ...

    def __call__(self, task: JobHandle, **ids: object) -> None: ...


def worker_name() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"


def run_claimed(work: Task, row: Job) -> None:
    """Do the work of a claimed row; every ending is written, none is raised but the worker's own."""
    try:
        _do_or_fail(work, row)
    except LeaseLost:
        log.warning("job %s is held by another worker", row.public_id)
    except Stopped:
        services.finish(row, State.CANCELLED)
    except GoOn:
        services.go_on(row)
    except (SystemExit, KeyboardInterrupt):
        services.put_back(row)
        raise
    except Exception as error:
        log.exception("job %s (%s) failed", row.public_id, row.kind)
        known = room.problem() if room.ran_out(error) else None
        services.finish(row, State.FAILED, known.code if known else "unexpected", str(known or UNEXPECTED))
    finally:
        beside.forget(row)


def _do_or_fail(work: Task, row: Job) -> None:
    """What went wrong in a way people can be told ends here, by its class."""
    try:
        _do(work, row)
    except Transient as problem:
        _later_or_failed(work, row, problem)
    except Blocked as problem:
        services.finish(row, State.BLOCKED, problem.code, str(problem))
    except Problem as problem:
        services.finish(row, State.FAILED, problem.code, str(problem))


def _do(work: Task, row: Job) -> None:
    if row.cancel_requested_at:
        raise Stopped
    handle = JobHandle(row)
    services.keep(row, state=State.RUNNING, partial_text="", seq=0, done_units=0)
    zone = timezone.override(Local.current().time_zone)
    with zone, acting(row.owner), Heart(handle, row.owner):
        work(handle, **row.arguments)
        handle.flush()
    services.finish(row, State.DONE)


def _later_or_failed(work: Task, row: Job, problem: Transient) -> None:
    if row.tries < work.max_tries:
        delay = services.delay_before(row.tries)
        services.put_back(row, after=delay, code=problem.code, detail=str(problem))
    else:
        services.finish(row, State.FAILED, problem.code, str(problem))


def run_here(work: Task, row: Job) -> Job:
    """Claim and run in this process; raises the Problem the job ended with."""
    claimed = row
    while claimed.state == State.QUEUED:
        taken = services.claim(str(row.public_id), claimed.attempt, worker_name())
        if taken is None:
            raise Problem("job_taken", "Another worker has this job already.", "Wait for it to end.")
        run_claimed(work, taken)
        claimed.refresh_from_db()
        if claimed.error_code:
            break
    if claimed.state != State.DONE:
        raise Problem(claimed.error_code or claimed.state, claimed.error_detail or str(claimed.get_state_display()))
    return claimed
