"""Jobs with a real Redis and a real Celery worker: rung, run, killed, swept, stopped."""

import datetime

import pytest
from django.utils import timezone

from tests.jobs import work
from tests.processes import wait_until
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.jobs import services
from unionops.platform.jobs.models import Job, State

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def box(transactional_db):
    with acting(system_actor()) as user:
        yield user


def state(job):
    return Job.objects.values_list("state", flat=True).get(pk=job.pk)


def test_worker_does_a_job_that_was_rung(processes, box):
    processes.start_worker()
    job = work.count.start(by=box, upto=3)
    wait_until(lambda: state(job) == State.DONE)


def test_job_survives_a_killed_worker(processes, box):
    worker = processes.start_worker()
    job = work.slowly.start(by=box, seconds=300)
    wait_until(lambda: state(job) == State.RUNNING)
    processes.kill(worker)
    Job.objects.update(lease_until=timezone.now() - datetime.timedelta(seconds=1), arguments={"seconds": 0})
    processes.start_worker()
    services.sweep()
    wait_until(lambda: state(job) == State.DONE)
    assert Job.objects.get(pk=job.pk).attempt == 2


def test_job_survives_the_loss_of_redis(processes, box):
    processes.redis.kill()
    processes.redis.wait()
    processes.socket.unlink(missing_ok=True)
    job = work.count.start(by=box, upto=1)
    assert state(job) == State.QUEUED
    processes.start_redis()
    processes.start_worker()
    Job.objects.update(rung_at=None)
    services.sweep()
    wait_until(lambda: state(job) == State.DONE)


def test_stop_reaches_a_running_worker(processes, box):
    processes.start_worker()
    job = work.slowly.start(by=box, seconds=300)
    wait_until(lambda: state(job) == State.RUNNING)
    services.stop(job, by=box)
    wait_until(lambda: state(job) == State.CANCELLED, seconds=15)


def test_redis_holds_ids_only(processes, box):
    job = work.count.start(by=box, upto=1)
    from unionops.celery import app

    with app.connection_for_write() as connection, connection.channel() as channel:
        wait_until(lambda: channel.client.llen("default") == 1)
        message = channel.client.lrange("default", 0, 0)[0].decode()
    assert str(box.email) not in message
    assert job.kind not in message
