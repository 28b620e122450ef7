"""The clock for planned work, as a thread inside one worker: a process of its own would cost 60 MB."""

import os
import time
from typing import Any

from celery import Celery, bootsteps
from celery.beat import EmbeddedService, PersistentScheduler

MARK = "UNIONOPS_CLOCK"
STEP_BACK = 5.0  # seconds; less is a clock that is being adjusted


class Steady(PersistentScheduler):
    """Celery's own counts from moments that the machine's clock gave: set back by a day, it would rest for a day."""

    seen = 0.0

    def setup_schedule(self) -> None:
        super().setup_schedule()
        self._count_from_now()

    def tick(self, *args: Any, **kwargs: Any) -> float:
        before, self.seen = self.seen, time.time()
        if self.seen < before - STEP_BACK:
            self._count_from_now()
        return float(super().tick(*args, **kwargs))

    def _count_from_now(self) -> None:
        """What is said to have run in the future ran now."""
        now = self.app.now()
        for entry in self.schedule.values():
            if entry.last_run_at > now:
                entry.last_run_at = now
        self._heap = None


class Clock(bootsteps.StartStopStep):
    """Celery's own beat, started and stopped with the worker that carries the mark."""

    requires = ("celery.worker.components:Pool",)

    def include_if(self, parent: Any) -> bool:
        return bool(os.environ.get(MARK))

    def start(self, parent: Any) -> None:
        self.service = EmbeddedService(parent.app, thread=True)
        self.service.start()

    def stop(self, parent: Any) -> None:
        self.service.stop()


def wind(app: Celery) -> None:
    app.steps["worker"].add(Clock)
