"""The clock for planned work, as a thread inside one worker: a process of its own would cost 60 MB."""

import os
from typing import Any

from celery import Celery, bootsteps
from celery.beat import EmbeddedService

MARK = "UNIONOPS_CLOCK"


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
