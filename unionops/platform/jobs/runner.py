"""Runs one claimed job and writes how it ended."""

from __future__ import annotations

import logging
import os
import socket

from django.utils import timezone

from unionops.platform.access.actors import acting
from unionops.platform.access.models import Local
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Stopped
from unionops.platform.jobs import services
from unionops.platform.jobs.errors import Blocked, LeaseLost, Transient
from unionops.platform.jobs.handle import Heart, JobHandle
from unionops.platform.jobs.kinds import KINDS, JobKind
from unionops.platform.jobs.models import Job, State

UNEXPECTED = (
    "Something went wrong that this program did not expect. The technical volunteer finds the trace in the log."
)
log = logging.getLogger(__name__)


def worker_name() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"


def run_claimed(row: Job) -> None:
    """Do the work of a claimed row; every ending is written, none is raised but the worker's own."""
    try:
        _work(row)
    except LeaseLost:
        log.warning("job %s is held by another worker", row.public_id)
    except Stopped:
        services.finish(row, State.CANCELLED)
    except Transient as problem:
        _later_or_failed(row, problem)
    except Blocked as problem:
        services.finish(row, State.BLOCKED, problem.code, str(problem))
    except Problem as problem:
        services.finish(row, State.FAILED, problem.code, str(problem))
    except (SystemExit, KeyboardInterrupt):
        services.put_back(row)
        raise
    except Exception:
        log.exception("job %s (%s) failed", row.public_id, row.kind)
        services.finish(row, State.FAILED, "unexpected", UNEXPECTED)


def _work(row: Job) -> None:
    if row.cancel_requested_at:
        raise Stopped
    kind = _kind(row)
    handle = JobHandle(row)
    services.keep(row, state=State.RUNNING, partial_text="", seq=0, done_units=0)
    zone = timezone.override(Local.current().time_zone)
    with zone, acting(row.owner), Heart(handle, row.owner):
        kind.run(handle, **row.arguments)
        handle.flush()
    services.finish(row, State.DONE)


def _kind(row: Job) -> JobKind:
    if row.kind not in KINDS:
        raise Problem("unknown_kind", f"This version does not know the work called {row.kind}.", "Update all workers.")
    return KINDS[row.kind]


def _later_or_failed(row: Job, problem: Transient) -> None:
    if row.tries < KINDS[row.kind].max_tries:
        delay = services.delay_before(row.tries)
        services.put_back(row, after=delay, code=problem.code, detail=str(problem))
    else:
        services.finish(row, State.FAILED, problem.code, str(problem))


def run_here(row: Job) -> Job:
    """Claim and run in this process; raises the Problem the job ended with."""
    claimed = services.claim(str(row.public_id), row.attempt, worker_name())
    if claimed is None:
        raise Problem("job_taken", "Another worker has this job already.", "Wait for it to end.")
    run_claimed(claimed)
    claimed.refresh_from_db()
    if claimed.state != State.DONE:
        raise Problem(claimed.error_code or claimed.state, claimed.error_detail or str(claimed.get_state_display()))
    return claimed
