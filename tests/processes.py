"""Real Redis and real Celery workers beside a test, stopped again with it."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.db import connection
from kombu import pools

from tests.architecture.source import ROOT
from unionops.celery import app


@dataclass
class Processes:
    """Redis on a Unix socket and any number of workers, all on the test's database."""

    folder: Path
    redis: subprocess.Popen[bytes] | None = None
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def socket(self) -> Path:
        return self.folder / "redis.sock"

    @property
    def url(self) -> str:
        return f"redis+socket://{self.socket}"

    def env(self) -> dict[str, str]:
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.worker_settings",
            "UNIONOPS_TEST_DB": str(connection.settings_dict["NAME"]),
            "UNIONOPS_TEST_REDIS": self.url,
            "PYTHONPATH": str(ROOT),
            "CELERY_SKIP_CHECKS": "true",
        }

    def start_redis(self) -> None:
        options = ["--port", "0", "--unixsocket", str(self.socket), "--save", "", "--appendonly", "no"]
        self.redis = subprocess.Popen(["redis-server", *options], stdout=subprocess.DEVNULL, cwd=self.folder)
        wait_until(self.socket.exists)

    def start_worker(
        self, *options: str, queues: str = "default,mail,export,ai.interactive,ai.bulk"
    ) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "celery", "-A", "unionops", "worker", "-Q", queues, "--loglevel", "WARNING"]
        with (self.folder / f"worker{len(self.workers)}.log").open("wb") as log:
            worker = subprocess.Popen(
                [*command, *(options or ("--pool", "solo"))],
                env=self.env(),
                cwd=ROOT,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.workers.append(worker)
        return worker

    def run(self, *command: str, **options: object) -> subprocess.CompletedProcess[str]:
        """A management command on the test's database."""
        line = [sys.executable, "manage.py", *command]
        return subprocess.run(line, env=self.env(), cwd=ROOT, capture_output=True, text=True, check=False, **options)

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """kill -9 of a worker and all its children."""
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            process.kill()
        process.wait()

    def logs(self) -> str:
        return "\n".join(path.read_text(errors="replace")[-3000:] for path in self.folder.glob("worker*.log"))

    def stop(self) -> None:
        for process in (*self.workers, self.redis):
            if process is not None and process.poll() is None:
                self.kill(process) if process in self.workers else process.kill()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def free_port() -> int:
    """A port nobody has; below those the system hands to outgoing connections, which would take it back at once."""
    for port in random.SystemRandom().sample(range(20_000, 32_000), 50):
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("fifty ports of 127.0.0.1 were all taken")


def wait_until(ready: Callable[[], object], seconds: float = 60, every: float = 0.05) -> None:
    """Poll until it is true; AssertionError with the function's name when it never is."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if ready():
            return
        time.sleep(every)
    raise AssertionError(f"not true within {seconds} s: {getattr(ready, '__doc__', None) or ready}")


def below(parent: int) -> dict[int, str]:
    """The processes a process started: number -> its words."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (folder / "stat").read_text().rpartition(")")[2].split()[1] == str(parent):
                found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ").strip()
    return found


def forget_connections() -> None:
    """Make the Celery application open its next connection afresh."""
    pools.reset()
    app._pool = None
    app.amqp._producer_pool = None


@pytest.fixture
def processes(transactional_db: None, settings: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Processes]:
    if shutil.which("redis-server") is None:
        pytest.skip("redis-server is not installed")
    stack = Processes(Path(tempfile.mkdtemp(prefix="uo-")))
    stack.start_redis()
    monkeypatch.setattr(settings, "RING_JOBS", True, raising=False)
    for name in ("broker_url", "broker_write_url", "broker_read_url"):
        monkeypatch.setitem(app.conf.changes, name, stack.url)
    forget_connections()
    yield stack
    forget_connections()
    if stack.logs().strip():
        print(stack.logs())
    stack.stop()
