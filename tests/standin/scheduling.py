"""Loading, slots and the queue: what waits for what, and when a changed profile loads a model anew."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.standin.library import Model

PROFILE_KEYS = ("num_ctx", "num_batch", "num_gpu", "num_thread", "use_mmap", "main_gpu")
FOREVER = timedelta(days=106_000)


class Busy(Exception):
    """The queue for the scheduler is full."""


class ClientLeft(Exception):
    """The other side closed the connection."""


@dataclass
class Runner:
    model: Model
    profile: tuple[Any, ...]
    num_ctx: int
    expires: datetime
    busy: int = 0


class Scheduler:
    """One slot per model by default; a request for a loaded model waits without limit, others in a short queue."""

    def __init__(self) -> None:
        self.parallel, self.max_queue, self.max_loaded = 1, 512, 3
        self.load_seconds = 0.0
        self.clock_ahead = timedelta()
        self.loads: Counter[str] = Counter()
        self.loaded: dict[str, Runner] = {}
        self._pending = 0
        self._changed = threading.Condition()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.clock_ahead

    def acquire(self, model: Model, options: Mapping[str, Any], shift: object, gone: Callable[[], bool]) -> Runner:
        num_ctx = window(model, options)
        profile = (num_ctx, *(options.get(key) for key in PROFILE_KEYS[1:]), shift is not False)
        counted = False
        with self._changed:
            try:
                while True:
                    runner = self._try(model, profile, num_ctx)
                    if runner:
                        return runner
                    counted = self._count(counted, model, profile)
                    self._changed.wait(0.01)
                    if gone():
                        raise ClientLeft
            finally:
                self._pending -= counted

    def _try(self, model: Model, profile: tuple[Any, ...], num_ctx: int) -> Runner | None:
        runner = self.loaded.get(model.name)
        if runner and runner.profile == profile:
            return self._take(runner) if runner.busy < self.parallel else None
        if runner and runner.busy:
            return None
        if not runner and len(self.loaded) >= self.max_loaded and not self._evict():
            return None
        return self._load(model, profile, num_ctx)

    def _count(self, counted: bool, model: Model, profile: tuple[Any, ...]) -> bool:
        """Only those that wait for the scheduler count, not those that wait for a slot of a loaded model."""
        runner = self.loaded.get(model.name)
        if counted or (runner and runner.profile == profile):
            return counted
        if self._pending >= self.max_queue:
            raise Busy
        self._pending += 1
        return True

    def _load(self, model: Model, profile: tuple[Any, ...], num_ctx: int) -> Runner:
        runner = Runner(model, profile, num_ctx, self.now() + timedelta(minutes=5))
        self.loaded[model.name] = runner
        self.loads[model.name] += 1
        taken = self._take(runner)
        if self.load_seconds:
            self._changed.release()
            time.sleep(self.load_seconds)
            self._changed.acquire()
        return taken

    @staticmethod
    def _take(runner: Runner) -> Runner:
        runner.busy += 1
        return runner

    def _evict(self) -> bool:
        idle = [name for name, runner in self.loaded.items() if not runner.busy]
        if idle:
            del self.loaded[idle[0]]
        return bool(idle)

    def release(self, runner: Runner, keep: timedelta) -> None:
        with self._changed:
            runner.busy -= 1
            runner.expires = self.now() + keep
            if keep <= timedelta() and not runner.busy:
                self.loaded.pop(runner.model.name, None)
            self._changed.notify_all()

    def unload(self, model: Model) -> None:
        with self._changed:
            runner = self.loaded.get(model.name)
            if runner and not runner.busy:
                del self.loaded[model.name]
            self._changed.notify_all()

    def crash(self, model: Model) -> None:
        with self._changed:
            self.loaded.pop(model.name, None)

    def running(self) -> list[Runner]:
        with self._changed:
            now = self.now()
            gone = [name for name, runner in self.loaded.items() if runner.expires <= now and not runner.busy]
            for name in gone:
                del self.loaded[name]
            return list(self.loaded.values())


def window(model: Model, options: Mapping[str, Any]) -> int:
    asked = options.get("num_ctx") or model.num_ctx or 4096
    return min(int(asked), model.context)


def keeping(value: object) -> timedelta:
    """keep_alive as the server reads it: seconds, '30m', '2s', negative for ever. ValueError when unreadable."""
    if value is None:
        return timedelta(minutes=5)
    if isinstance(value, int | float):
        return FOREVER if value < 0 else timedelta(seconds=value)
    text = str(value)
    unit = {"s": 1, "m": 60, "h": 3600}.get(text[-1:])
    if unit is None:
        raise ValueError(f'time: invalid duration "{text}"')
    seconds = float(text[:-1]) * unit
    return FOREVER if seconds < 0 else timedelta(seconds=seconds)
