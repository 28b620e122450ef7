"""What running work holds in its hand: progress, partial text, the Stop a person pressed."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from threading import Event, Thread
from typing import Self

from django.db import connection, models, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat

from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.core.progress import Phase, Stopped
from unionops.platform.jobs import beside, services
from unionops.platform.jobs.errors import LeaseLost
from unionops.platform.jobs.models import Job, State

EVERY = 1.0
HEARTBEAT = 10.0
CHUNK = 200


class JobHandle:
    """Passed to every job function as `task`."""

    def __init__(self, row: Job) -> None:
        self.job = row
        self._written_at = 0.0
        self._text: list[str] = []
        self.stop_asked = Event()
        self.lost = Event()

    def progress(self, done: int, total: int | None = None, phase: Phase | None = None) -> None:
        """A `Progress`: written about once a second, raises Stopped or LeaseLost."""
        self.check()
        now = time.monotonic()
        if now - self._written_at < EVERY and done != total:
            return
        self._written_at = now
        values = {"done_units": done, "total_units": total, **({"phase": phase} if phase else {})}
        self._save(**values)
        self._look_for_stop()

    def inside(self, done: int, total: int | None = None, phase: Phase | None = None) -> None:
        """A `Progress` for work inside one transaction: the row cannot be read or written from there."""
        self.check()
        now = time.monotonic()
        if now - self._written_at < EVERY:
            return
        self._written_at = now
        beside.say(self.job, done, total)
        if beside.is_stop_asked(self.job):
            self.stop_asked.set()
            self.check()

    def phase(self, phase: Phase) -> None:
        """Name what is going on now. What it brings first is shown at once."""
        self.check()
        self._save(phase=phase)
        self._written_at = 0.0

    def write(self, text: str) -> None:
        """Append text the person may read while it is being written."""
        self.check()
        self._text.append(text)
        if sum(map(len, self._text)) >= CHUNK or time.monotonic() - self._written_at >= EVERY:
            self.flush()
            self._look_for_stop()

    def flush(self) -> None:
        if not self._text:
            return
        piece, self._text = "".join(self._text), []
        self._written_at = time.monotonic()
        text = Concat(F("partial_text"), Value(piece), output_field=models.TextField())
        self._save(partial_text=text, seq=F("seq") + len(piece))

    def done(self) -> None:
        """Mark the job as done in the transaction that keeps its result; LeaseLost when another attempt holds it."""
        self.flush()
        self._save(phase="")
        services.finish(self.job, State.DONE)

    def check(self) -> None:
        """Raise Stopped or LeaseLost when there is reason to."""
        if self.lost.is_set():
            raise LeaseLost(str(self.job.public_id))
        if self.stop_asked.is_set():
            raise Stopped

    def _save(self, **values: object) -> None:
        services.keep(self.job, **values)

    def _look_for_stop(self) -> None:
        asked = Job.objects.filter(pk=self.job.pk, cancel_requested_at__isnull=False).exists()
        if asked:
            self.stop_asked.set()
            self.check()


@contextlib.contextmanager
def finishing(task: JobHandle | None) -> Iterator[None]:
    """The transaction that keeps a job's result and marks the job: both or neither, however the worker dies.

    The last thing a job does. `task` is None where no job asks.
    """
    with transaction.atomic():
        yield
        if task is not None:
            task.done()


@contextlib.contextmanager
def holding(task: JobHandle | None) -> Iterator[None]:
    """The transaction that keeps one piece of a job's result; LeaseLost, and nothing kept, when another attempt holds
    the job by now. `task` is None where no job asks."""
    with transaction.atomic():
        yield
        if task is not None:
            services.keep(task.job)


class Heart:
    """Beats beside the work in its own thread: keeps the lease, sees the Stop."""

    def __init__(self, handle: JobHandle, owner: User) -> None:
        self.handle, self.owner = handle, owner
        self._ended = Event()
        self._thread = Thread(target=self._beat, daemon=True)

    def __enter__(self) -> Self:
        if not connection.in_atomic_block:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _beat(self) -> None:
        beats = 0
        with acting(self.owner):
            while not self._ended.wait(EVERY) and not self.handle.lost.is_set():
                beats += 1
                self._look(renew=beats % int(HEARTBEAT / EVERY) == 0)
        connection.close()

    def _look(self, *, renew: bool) -> None:
        row = self.handle.job
        if renew:
            try:
                services.keep(row)
            except LeaseLost:
                self.handle.lost.set()
        if services.mine(row).filter(cancel_requested_at__isnull=False).exists():
            self.handle.stop_asked.set()
