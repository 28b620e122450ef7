"""A worker that dies after the result is kept and before the job is marked: the result still stands once."""

from __future__ import annotations

import contextlib

import pytest
from django.db.models import F

from contracts.models import KeptProposal
from tests.jobs.campaign import forget_leases
from tests.jobs.inputs import INPUTS
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.ai import selftest
from unionops.platform.ai import services as ai
from unionops.platform.ai.models import AIOutput, ModelProfile
from unionops.platform.jobs import kinds, runner, services
from unionops.platform.jobs.models import ACTIVE, Job, State
from unionops.platform.search.models import Vectors


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


PIECES = {
    "contracts.tasks.word_proposal": lambda piece: AIOutput.objects.filter(about_id=piece_about(piece)),
    "unionops.platform.search.tasks.embed_texts": lambda piece: Vectors.objects.all(),
    "unionops.platform.ai.tasks.test_model": lambda piece: ModelProfile.objects.exclude(testing={}),
}


def piece_about(piece):
    return KeptProposal.objects.get(pk=piece.ids["proposal_id"]).public_id


@pytest.mark.parametrize("kind", PIECES)
def test_what_an_overtaken_attempt_was_told_is_not_kept(ground, monkeypatch, kind):
    """It was held up for longer than its lease while it asked the model, and another one has the job by now."""
    piece = INPUTS[kind](ground)
    job = kinds.KINDS[kind].start(by=ground.boss, about=piece.about, **piece.ids)
    keep_run = ai.keep_run

    def overtaken(**facts):
        Job.objects.filter(pk=job.pk).update(attempt=F("attempt") + 1)
        return keep_run(**facts)

    with monkeypatch.context() as patch:
        patch.setattr(ai, "keep_run", overtaken)
        go_on(job)
    assert not PIECES[kind](piece).exists()
    job.refresh_from_db()
    assert job.state == State.RUNNING


def test_no_question_of_a_test_is_put_twice(ground, monkeypatch):
    """The worker dies after the third answer is kept; the next attempt begins with the fourth question."""
    kind = "unionops.platform.ai.tasks.test_model"
    piece, before = INPUTS[kind](ground), len(ground.ollama.asked("/api/chat"))
    job = kinds.KINDS[kind].start(by=ground.boss, about=piece.about, **piece.ids)
    note_answer = ai.note_answer

    def dying(**facts):
        note_answer(**facts)
        if len(facts["results"]) == 3:
            raise SystemExit  # as a worker that is told to stop: what it has kept stays

    with monkeypatch.context() as patch:
        patch.setattr(ai, "note_answer", dying)
        patch.setattr(selftest, "holding", lambda task: contextlib.nullcontext())
        with pytest.raises(SystemExit):
            go_on(job)
    Job.objects.filter(pk=job.pk).update(next_run_at=None)
    go_on(job)
    piece.check(job)
    profile = ModelProfile.objects.get(pk=piece.ids["profile_id"])
    assert len(profile.self_test) == len(ground.ollama.asked("/api/chat")) - before == len(selftest.QUESTIONS)
    assert profile.testing == {}
