"""The hall of one box: the program is loaded here once, and the web server and each worker are forks of it.

Programs started apart would each hold the same 100 MB and take two seconds to answer again. What falls here is forked
anew, at once the first time.
"""

import contextlib
import gc
import importlib
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NoReturn

from gunicorn.app.base import BaseApplication

from unionops import wsgi
from unionops.celery import app
from unionops.platform.ops import household
from unionops.platform.ops.clock import MARK as CLOCK

BEFORE_THE_FORK = ("kombu.transport.redis", "celery.apps.worker", "celery.concurrency.thread")
GLANCE = 0.1  # seconds between two looks at who fell, and at whose pause is over: a wait for one would miss the other


@dataclass
class Post:
    """One place in the hall: what is done there, and by which process at the moment."""

    name: str
    work: Callable[[], None]
    outlives_the_hall: bool = False
    process: int = 0
    again_at: float = 0.0
    falls: household.Falls = field(default_factory=household.Falls)

    def watch(self) -> None:
        now = time.monotonic()
        if self.process:
            self._look(now)
        elif now >= self.again_at:
            self.begin()

    def begin(self) -> None:
        self.falls.started = time.monotonic()
        self.process = os.fork()
        if not self.process:
            if not self.outlives_the_hall:
                household.die_with_parent()
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            self.work()
            sys.exit()

    def _look(self, now: float) -> None:
        if (status := self.ended()) is not None:
            pause = self.falls.pause(now)
            self.again_at = now + pause
            sys.stderr.write(f"{self.name} ended (status {status}); starting it again in {pause:.0f} s\n")

    def ended(self) -> int | None:
        """Its status once it is gone; None while it works."""
        process, status = os.waitpid(self.process, os.WNOHANG) if self.process else (1, 0)
        if not process:
            return None
        self.process = 0
        return status


@dataclass
class Hall:
    """All posts, and under which process."""

    posts: list[Post]
    stopping: bool = False
    parent: int = field(default_factory=os.getppid)

    def run(self) -> None:
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        while not self.stopping:
            for post in self.posts:
                post.watch()
            time.sleep(GLANCE)
        while any(post.ended() is None for post in self.posts):
            time.sleep(GLANCE)

    def stop(self, number: int, frame: object) -> None:
        """The supervisor signals us and all of them; where it is gone itself, passing it on is left to us."""
        self.stopping = True
        if os.getppid() != self.parent:
            for post in self.posts:
                if post.process:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(post.process, signal.SIGTERM)


class Web(BaseApplication):
    """Gunicorn on a socket that listens already: nobody can take the port while it starts, or starts again."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return wsgi.application


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


def posts(words: list[str]) -> list[Post]:
    """The web server, then the workers that were named."""
    handle, *wanted = words
    web = Post("web", Web(household.web_settings(int(handle))).run, outlives_the_hall=True)
    return [web, *(Post(worker.name, partial(work, worker)) for worker in household.WORKERS if worker.name in wanted)]


def main(words: list[str]) -> None:
    """The page first: what only the workers need is loaded while the web server already answers."""
    os.umask(0o077)
    household.relieve()
    hall = Hall(posts(words))
    hall.posts[0].begin()
    load_for_the_workers()
    hall.run()


def load_for_the_workers() -> None:
    gc.disable()
    for name in BEFORE_THE_FORK:
        importlib.import_module(name)
    app.loader.import_default_modules()
    app.finalize()
    gc.freeze()
    gc.enable()


if __name__ == "__main__":
    main(sys.argv[1:])
