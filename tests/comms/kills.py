"""Kills senders at random moments and counts what the mail server got: nobody twice, nobody silently missed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parent.parent.parent
WORKER = """
import os, sys, time
import django
django.setup()
from django.conf import settings
settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(sys.argv[2])
settings.DEFAULT_FROM_EMAIL = "news@local12.example"
from comms import delivery
from comms.models import Send
from unionops.platform.access.actors import acting, system_actor
with acting(system_actor()):
    print("ready", flush=True)
    delivery.deliver(Send.objects.get(pk=int(sys.argv[1])))
"""


@dataclass(frozen=True)
class Campaign:
    """What came of it."""

    kills: int
    doubled: int
    states: dict[str, int]
    silently_missed: int


def run(
    send_id: int, port: int, got: Callable[[], list[str]], totals: Callable[[], dict[str, int]], kills: int
) -> Campaign:
    """Start, kill, start again, until nothing is left; `got` are the addresses the server took."""
    rng, done = random.Random(12), 0
    while True:
        worker = _start(send_id, port)
        if done < kills:
            _while_it_sends(worker, got, rng)
            if worker.poll() is None:
                os.kill(worker.pid, signal.SIGKILL)
                done += 1
        worker.wait()
        states = totals()
        if worker.returncode == 0 and not states["queued"] + states["claimed"] + states["inflight"]:
            break
    counts = Counter(got())
    missed = states["sent"] - len(counts)
    return Campaign(done, sum(n > 1 for n in counts.values()), states, max(0, missed))


def _while_it_sends(worker: subprocess.Popen[str], got: Callable[[], list[str]], rng: random.Random) -> None:
    """Wait until a few more mails have arrived, and a random moment longer: most deaths fall between two answers."""
    wanted, until = len(got()) + rng.randint(0, 30), time.monotonic() + 20
    while len(got()) < wanted and worker.poll() is None and time.monotonic() < until:
        time.sleep(0.002)
    time.sleep(rng.uniform(0.0, 0.02))


def _start(send_id: int, port: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WORKER, str(send_id), str(port)]
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.worker_settings",
        "UNIONOPS_TEST_DB": str(connection.settings_dict["NAME"]),
        "UNIONOPS_TEST_REDIS": "redis+socket:///nowhere",
    }
    worker = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=env)
    assert worker.stdout is not None
    worker.stdout.readline()
    return worker
