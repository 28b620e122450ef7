"""A worker that dies after the result is kept and before the job is marked: the result still stands once."""

from __future__ import annotations

import pytest

from tests.jobs.campaign import forget_leases
from tests.jobs.inputs import INPUTS
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.jobs import kinds, runner, services
from unionops.platform.jobs.models import ACTIVE, Job, State


class Death(BaseException):
    """What nothing in the program catches."""


class Dying:
    """The runner's way to the rows of jobs, until it would mark one."""

    def __getattr__(self, name):
        return getattr(services, name)

    def finish(self, *_given):
        raise Death

    go_on = finish


def test_no_result_stands_twice(ground, monkeypatch):
    for kind, make in INPUTS.items():
        piece = make(ground)
        job = kinds.KINDS[kind].start(by=ground.boss, about=piece.about, **piece.ids)
        with monkeypatch.context() as patch:
            patch.setattr(runner, "services", Dying())
            patch.setattr(runner, "worker_name", lambda: "elsewhere:0")
            with pytest.raises(Death):
                go_on(job)
        while Job.objects.filter(state__in=ACTIVE).exists():
            forget_leases()
            go_on(Job.objects.filter(state=State.QUEUED).order_by("id").first() or job)
        job.refresh_from_db()
        assert job.state == State.DONE, f"{kind}: {job.error_detail}"
        piece.check(job)


def go_on(job):
    with acting(system_actor()):
        job.refresh_from_db()
        if row := services.claim(str(job.public_id), job.attempt, runner.worker_name()):
            kinds.run_claimed(row)
