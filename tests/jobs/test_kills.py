"""kill -9 of worker, web and Redis at random moments of every kind of work: it ends once, whole, and nothing is torn."""

from __future__ import annotations

import os
import random
from collections import Counter

import pytest
from django.db import connection

from comms import mailboxes
from tests.comms.conftest import sink
from tests.grievances.conftest import bound, clause, procedure, version
from tests.jobs.campaign import Campaign, Web
from tests.jobs.inputs import INPUTS, Ground
from tests.security.world import build
from tests.standin.script import Answer, plain
from unionops import secrets_folder
from unionops.celery import app
from unionops.platform.access.models import BargainingUnit
from unionops.platform.access.roles import Role
from unionops.platform.ai import guard
from unionops.platform.ai.services import choose_model
from unionops.platform.jobs.kinds import KINDS
from unionops.platform.ops.models import MailServer

__all__ = ["bound", "clause", "procedure", "sink", "version"]
SAMPLE = ("members.tasks.apply_roster", "comms.tasks.deliver", "contracts.tasks.answer_question")


def test_every_kind_of_work_has_an_input():
    """A new kind of work begins here: say what a small piece of it is and what must be true after a death."""
    app.loader.import_default_modules()
    ours = {name for name in KINDS.names() if not name.startswith("tests.")}
    assert ours == set(INPUTS)


@pytest.fixture
def campaign(
    processes, clause, procedure, unit, worksite, bound, make_user, sign_in, ollama, sink, monkeypatch, tmp_path
):
    app.loader.import_default_modules()
    boss, officer = make_user(*Role.values, name="Bo Boss"), make_user(Role.OFFICER, name="Olga Officer")
    elsewhere = BargainingUnit.objects.create(employer=unit.employer, name="Trades unit", code="0013")
    world = build(boss, unit, elsewhere, clause.version, clause)
    _tidy(world)
    ollama.says(make=lambda asked: Answer(plain(asked).text, delay_first=0.3, delay_token=0.002))
    _trust(boss, ollama)
    _mail(monkeypatch, sink, tmp_path)
    monkeypatch.setenv("UNIONOPS_TEST_OLLAMA", ollama.url)
    secrets_folder.database_file().unlink(missing_ok=True)
    secrets_folder.database_file().symlink_to(connection.settings_dict["NAME"])
    ground = Ground(world, boss, officer, ollama, sink, tmp_path)
    web = Web(processes, sign_in(boss).session.session_key)
    processes.start_worker()
    web.start()
    yield Campaign(processes, ground, web, random.Random(20261122))
    web.kill()
    secrets_folder.database_file().unlink()


def _tidy(world):
    """The rows that other tests need half-made are finished or gone, so that nothing but our piece is under way."""
    world.job.delete()
    world.send.delete()
    world.backup.unlink()
    world.run.delete()
    world.profile.delete()


def _trust(boss, ollama):
    for role, name in (("draft", "qwen3.5:4b"), ("extract", "qwen3.5:4b"), ("embed", "embeddinggemma")):
        model = guard.examine(ollama.url).model(name)
        choose_model(by=boss, role=role, model=model)


def _mail(monkeypatch, sink, folder):
    from django.conf import settings

    MailServer.objects.create(
        pk=1, host="127.0.0.1", port=settings.EMAIL_PORT, security="none", from_address="news@local12.example"
    )
    (folder / "new").mkdir()
    monkeypatch.setenv("UNIONOPS_BOUNCE_MAILBOX", str(folder))
    assert mailboxes.configured()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_work_survives_the_death_of_a_process(campaign):
    for kind in SAMPLE:
        campaign.strike(kind)
    assert len(campaign.deaths) == len(SAMPLE)


@pytest.mark.measure
@pytest.mark.django_db(transaction=True)
def test_every_kind_of_work_survives_deaths(campaign, figures):
    """UNIONOPS_KILLS: how many (100), shared out among all kinds of work."""
    kills = int(os.environ.get("UNIONOPS_KILLS", "100"))
    kinds = list(INPUTS)
    campaign.dice.shuffle(kinds)
    for number in range(kills):
        campaign.strike(kinds[number % len(kinds)])
    who = ", ".join(f"{count} of {victim}" for victim, count in Counter(v for _k, v in campaign.deaths).items())
    how = (
        f"kill -9 at random moments: {who}; {len({k for k, _v in campaign.deaths})} kinds of work, I1 to I9 after each"
    )
    figures("Faults", "kinds of work through kills of worker, web and Redis", f"{kills} of {kills} whole", how)
