"""A job: claimed once, ended once, put back when it may go well later."""

import datetime
import errno
import threading
import time

import pytest
import time_machine
from django.utils import timezone

from tests.jobs import work
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Phase
from unionops.platform.jobs import bell, beside, kinds, runner, services
from unionops.platform.jobs.errors import LeaseLost
from unionops.platform.jobs.handle import JobHandle
from unionops.platform.jobs.models import Job, State

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _acting(as_system, settings):
    settings.RING_JOBS = False


@pytest.fixture
def queued(as_system):
    return lambda kind=work.count, **ids: services.create(
        kind, by=as_system, about=None, result_url="", key="", arguments=ids
    )


def claimed(row):
    return services.claim(str(row.public_id), row.attempt, "w1")


def test_run_now_does_the_work(as_system):
    row = work.count.run_now(by=as_system, upto=3)
    assert (row.state, row.done_units, row.total_units) == (State.DONE, 3, 3)


def test_written_text_is_kept_with_its_offset(as_system):
    row = work.write.run_now(by=as_system, words=100)
    assert row.partial_text == "".join(f"word{n} " for n in range(100))
    assert row.seq == len(row.partial_text)


def test_a_job_is_claimed_once(queued):
    row = queued(upto=1)
    assert claimed(row) is not None
    assert claimed(row) is None


def test_a_message_of_an_older_attempt_is_ignored(queued):
    row = queued(upto=1)
    services.put_back(claimed(row))
    assert services.claim(str(row.public_id), 0, "w2") is None
    assert services.claim(str(row.public_id), 1, "w2") is not None


def test_one_active_job_per_key(as_system):
    first = work.count.start(by=as_system, key="k", upto=1)
    assert work.count.start(by=as_system, key="k", upto=1) == first
    services.stop(first, by=as_system)
    assert work.count.start(by=as_system, key="k", upto=1) != first


@pytest.mark.parametrize(
    ("how", "state", "code"),
    [
        ("transient", State.QUEUED, "transient"),
        ("problem", State.FAILED, "no"),
        ("blocked", State.BLOCKED, "blocked"),
        ("bug", State.FAILED, "unexpected"),
    ],
)
def test_an_end_is_written_by_its_class(queued, how, state, code):
    row = queued(work.fail, how=how)
    kinds.run_claimed(claimed(row))
    row.refresh_from_db()
    assert (row.state, row.error_code) == (state, code)


def test_transient_faults_end_after_three_tries(queued):
    row = queued(work.fail, how="transient")
    for attempt in range(3):
        Job.objects.update(next_run_at=None)
        kinds.run_claimed(services.claim(str(row.public_id), attempt, "w"))
    row.refresh_from_db()
    assert (row.state, row.error_detail) == (State.FAILED, "Not now.")


def test_a_delayed_job_is_not_claimed_before_its_time(queued):
    row = queued(upto=1)
    services.put_back(claimed(row), after=datetime.timedelta(minutes=1))
    row.refresh_from_db()
    assert claimed(row) is None


def test_an_expired_lease_is_swept_back_and_the_old_worker_writes_nothing(queued):
    row = claimed(queued(upto=1))
    Job.objects.update(lease_until=timezone.now() - datetime.timedelta(seconds=1))
    services.sweep()
    with pytest.raises(LeaseLost):
        JobHandle(row).progress(1, 1)
    services.finish(row, State.DONE)
    row.refresh_from_db()
    assert row.state == State.QUEUED


def test_a_job_whose_worker_died_three_times_is_given_up(queued):
    row = queued(upto=1)
    for _ in range(3):
        row.refresh_from_db()
        claimed(row)
        Job.objects.update(lease_until=timezone.now() - datetime.timedelta(seconds=1))
        services.sweep()
    row.refresh_from_db()
    assert (row.state, row.error_code) == (State.FAILED, "worker_lost")


def test_stop_ends_a_waiting_job_at_once_and_a_running_one_at_its_next_step(queued, as_system):
    waiting, running = queued(upto=1), claimed(queued(upto=10_000))
    services.stop(waiting, by=as_system)
    services.stop(running, by=as_system)
    kinds.run_claimed(running)
    waiting.refresh_from_db()
    running.refresh_from_db()
    assert (waiting.state, running.state) == (State.CANCELLED, State.CANCELLED)


def test_retry_starts_a_failed_job_afresh(queued, as_system):
    row = queued(work.fail, how="problem")
    kinds.run_claimed(claimed(row))
    row.refresh_from_db()
    services.retry(row, by=as_system)
    row.refresh_from_db()
    assert (row.state, row.tries, row.error_detail) == (State.QUEUED, 0, "")


def test_a_finished_job_is_never_run_again(as_system):
    row = work.count.run_now(by=as_system, upto=1)
    services.retry(row, by=as_system)
    row.refresh_from_db()
    assert row.state == State.DONE


def test_run_now_raises_the_problem(as_system):
    with pytest.raises(Problem, match=r"No\. Do it\."):
        work.fail.run_now(by=as_system, how="problem")


def test_a_clock_that_was_set_back_keeps_no_job_waiting(queued, monkeypatch):
    """What was claimed, rung or put off while the clock ran ahead does not wait until that day."""
    with time_machine.travel(timezone.now() + datetime.timedelta(days=30)):
        claimed(row := queued())
    services.sweep()
    row.refresh_from_db()
    assert row.state == State.QUEUED
    ahead = timezone.now() + datetime.timedelta(days=30)
    Job.objects.update(rung_at=ahead, next_run_at=ahead)
    monkeypatch.setattr(services.bell, "waiting", lambda _queue: 0)
    assert services.sweep() == 1
    row.refresh_from_db()
    assert claimed(row) is not None


def test_a_job_tried_a_hundred_times_comes_back_within_a_quarter_of_an_hour():
    waits = [services.delay_before(tries).total_seconds() for tries in (1, 2, 3, 7, 99)]
    assert all(least <= wait <= least + 1 for least, wait in zip([5, 15, 45, 900, 900], waits, strict=True))


def test_a_job_on_a_full_disk_says_so(queued, monkeypatch):
    def full(*_args, **_more):
        raise OSError(errno.ENOSPC, "No space left on device")

    row = queued()
    monkeypatch.setattr(runner, "_do", full)
    runner.run_claimed(work.count, claimed(row))
    row.refresh_from_db()
    assert (row.state, row.error_code) == (State.FAILED, "disk_full")


def test_work_inside_a_transaction_says_where_it_stands_and_hears_the_stop(queued, as_system, monkeypatch):
    monkeypatch.setattr("unionops.platform.jobs.handle.EVERY", 0.0)
    shown = []

    def work(task, **_ids):
        task.inside(25, 100)
        row = Job.objects.get(pk=task.job.pk)
        shown.append(beside.filled_in(row).percent)
        beside.ask_stop(row)
        shown.append(beside.filled_in(row).is_stopping)
        task.inside(50, 100)

    row = queued()
    work.max_tries = 1
    runner.run_claimed(work, claimed(row))
    row.refresh_from_db()
    assert shown == [25, True] and row.state == State.CANCELLED
    assert beside.filled_in(row).percent is None and not beside.is_stop_asked(row)


def test_the_first_words_of_a_phase_are_shown_at_once(queued):
    row = claimed(queued())
    handle = JobHandle(row)
    handle.progress(1, 9)
    handle.phase(Phase.GENERATING)
    handle.write("Dear ")
    handle.write("members")
    row.refresh_from_db()
    assert row.partial_text == "Dear "


def _rung_out() -> None:
    while any(thread.name.endswith("(_publish_all)") for thread in threading.enumerate()):
        time.sleep(0.005)  # the ringing threads are the program's own: nothing else says when the last has ended


def test_the_first_asked_for_is_rung_for_first(monkeypatch):
    rung, pauses = [], iter([0.02, 0, 0.01, 0, 0])

    def publish(_queue, public_id, _attempt):
        time.sleep(
            next(pauses)
        )  # a slow broker: the first ring takes longest, so that threads of their own would pass it
        rung.append(public_id)
        return True

    monkeypatch.setattr(bell, "publish", publish)
    for public_id in "abcde":
        bell.ring("ai.bulk", public_id, 0)
    _rung_out()
    assert rung == list("abcde")


def test_a_broker_that_takes_nothing_is_asked_once_for_all_that_wait(monkeypatch):
    asked, all_wait = [], threading.Event()

    def publish(_queue, public_id, _attempt):
        asked.append(public_id)
        all_wait.wait(9)
        return False

    monkeypatch.setattr(bell, "publish", publish)
    for public_id in "abc":
        bell.ring("ai.bulk", public_id, 0)
    all_wait.set()
    _rung_out()
    assert asked == ["a"]
