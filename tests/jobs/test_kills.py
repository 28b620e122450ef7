"""kill -9 of worker and Redis at random moments: every job ends once, its words are whole, nothing is torn."""

import random
import time

import pytest
from django.db import connection
from django.utils import timezone

from tests.jobs import work
from tests.processes import Processes, wait_until
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.audit.services import verify
from unionops.platform.jobs import services
from unionops.platform.jobs.models import TERMINAL, Job, State

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WORDS = "".join(f"word{n} " for n in range(60))


@pytest.fixture(autouse=True)
def box(transactional_db):
    with acting(system_actor()) as user:
        yield user


def kill_something(processes: Processes, dice: random.Random) -> None:
    if dice.random() < 0.3:
        processes.redis.kill()
        processes.redis.wait()
        processes.socket.unlink(missing_ok=True)
        processes.start_redis()
    else:
        processes.kill(processes.workers[-1])
        processes.start_worker()


def campaign(processes: Processes, box, kills: int, seed: int) -> list[Job]:
    dice = random.Random(seed)
    processes.start_worker()
    jobs = [work.write_slowly.start(by=box, words=60) for _ in range(kills + 5)]
    for _ in range(kills):
        time.sleep(dice.uniform(0.05, 2.5))
        kill_something(processes, dice)
        forget_leases()
    wait_until(lambda: all_ended() or forget_leases(), seconds=60 + 10 * kills, every=1)
    return jobs


def forget_leases() -> None:
    """What the passing of a minute would do: leases run out, bells may be rung again."""
    dead = Job.objects.filter(state__in=(State.CLAIMED, State.RUNNING), started_at__lt=timezone.now())
    stale = [row.pk for row in dead if not is_alive(row)]
    Job.objects.filter(pk__in=stale).update(lease_until=timezone.now())
    Job.objects.filter(state=State.QUEUED).update(rung_at=None, tries=0)
    services.sweep()


def is_alive(row: Job) -> bool:
    """Whether the worker that holds the job is still a process."""
    from pathlib import Path

    return Path(f"/proc/{row.worker.rpartition(':')[2]}").exists()


def all_ended() -> bool:
    return not Job.objects.exclude(state__in=TERMINAL).exists()


def check(jobs: list[Job]) -> None:
    ended = Job.objects.filter(pk__in=[job.pk for job in jobs])
    assert {job.state for job in ended} == {State.DONE}
    assert {job.partial_text for job in ended} == {WORDS}
    assert verify().ok
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            assert cursor.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            assert cursor.execute("PRAGMA foreign_key_check").fetchall() == []


def test_jobs_survive_kills(processes, box):
    check(campaign(processes, box, kills=3, seed=20261122))


@pytest.mark.measure
def test_jobs_survive_a_hundred_kills(processes, box, figures):
    jobs = campaign(processes, box, kills=100, seed=1)
    check(jobs)
    figures(
        "Faults",
        "jobs through 100 kills of worker and Redis",
        f"{len(jobs)} of {len(jobs)} done, each text whole",
        "kill -9 at random moments, seed 1",
    )
