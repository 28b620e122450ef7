"""What the campaigns on jobs stand on."""

from __future__ import annotations

import random

import pytest
from django.db import connection

from comms import mailboxes
from tests.comms.conftest import sink
from tests.grievances.conftest import bound, clause, procedure, version
from tests.jobs.campaign import Campaign, House
from tests.jobs.inputs import Ground
from tests.security.world import build
from tests.standin.script import Answer, plain
from unionops import secrets_folder
from unionops.celery import app
from unionops.platform.access.models import BargainingUnit
from unionops.platform.access.roles import Role
from unionops.platform.ai import guard
from unionops.platform.ai.services import choose_model
from unionops.platform.ops.models import MailServer

__all__ = ["bound", "clause", "procedure", "sink", "version"]


@pytest.fixture
def ground(clause, procedure, unit, worksite, bound, make_user, ollama, sink, monkeypatch, tmp_path):
    """One small local with a model, a mail server and a mailbox, for one piece of each kind of work."""
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
    yield Ground(world, boss, officer, ollama, sink, tmp_path)
    secrets_folder.database_file().unlink()


@pytest.fixture
def campaign(processes, ground, sign_in):
    house = House(processes, sign_in(ground.boss).session.session_key)
    house.start()
    yield Campaign(processes, ground, house, random.Random(20261122))
    house.stop()


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
