"""The door for the workers of one box: the program is loaded once, and each of them is a fork of it.

Two programs started apart would hold the same 60 MB twice. A worker that falls is forked again, at once the first time.
"""

import contextlib
import gc
import importlib
import os
import signal
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NoReturn

from unionops.celery import app
from unionops.platform.ops import household
from unionops.platform.ops.clock import MARK as CLOCK

BEFORE_THE_FORK = ("kombu.transport.redis", "celery.apps.worker", "celery.concurrency.thread")


@dataclass
class Hall:
    """Who works here, and under which process."""

    at_work: dict[int, household.Worker] = field(default_factory=dict)
    falls: defaultdict[str, household.Falls] = field(default_factory=lambda: defaultdict(household.Falls))
    stopping: bool = False
    parent: int = field(default_factory=os.getppid)

    def run(self) -> None:
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        for worker in household.WORKERS:
            self.begin(worker)
        while self.at_work:
            pid, status = os.wait()
            fallen = self.at_work.pop(pid)
            if not self.stopping:
                pause = self.falls[fallen.name].pause(time.monotonic())
                sys.stderr.write(f"{fallen.name} ended (status {status}); starting it again in {pause:.0f} s\n")
                time.sleep(pause)  # nothing else is to do here: a fall of the other meanwhile waits in `os.wait`
                if not self.stopping:  # asked meanwhile
                    self.begin(fallen)

    def begin(self, worker: household.Worker) -> None:
        self.falls[worker.name].started = time.monotonic()
        if pid := os.fork():
            self.at_work[pid] = worker
        else:
            household.die_with_parent()
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            work(worker)

    def stop(self, number: int, frame: object) -> None:
        """The supervisor signals us and all of them; where it is gone itself, passing it on is left to us."""
        self.stopping = True
        if os.getppid() != self.parent:
            for pid in self.at_work:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGTERM)


def work(worker: household.Worker) -> NoReturn:
    if worker.winds_the_clock:
        os.environ[CLOCK] = "1"
    program = app.Worker(
        hostname=f"{worker.name}@box",
        queues=worker.queues,
        pool="threads",
        concurrency=worker.at_once,
        loglevel="WARNING",
        without_gossip=True,
        without_mingle=True,
    )
    program.start()
    sys.exit(program.exitcode)


def main() -> None:
    os.umask(0o077)
    gc.disable()
    for name in BEFORE_THE_FORK:
        importlib.import_module(name)
    app.loader.import_default_modules()
    app.finalize()
    gc.freeze()
    gc.enable()
    Hall().run()


if __name__ == "__main__":
    main()
