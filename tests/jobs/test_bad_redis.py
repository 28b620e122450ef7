"""Redis behind a bad line: slow, silent, cut off, reset. People sign in, search and save; jobs wait and are done later."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.faults import Fault, between
from tests.jobs import work
from tests.processes import forget_connections, wait_until
from unionops.celery import app
from unionops.platform.access.actors import acting
from unionops.platform.access.models import Local
from unionops.platform.access.roles import Role
from unionops.platform.access.services import give_role, make_account
from unionops.platform.jobs import services
from unionops.platform.jobs.models import Job, State

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PASSWORD = "a long enough pass phrase"


@pytest.fixture
def line(processes, monkeypatch):
    """A proxy before the test's Redis; this program and the workers that are started reach it through that only."""
    with between(processes.socket) as proxy:
        for name in ("broker_url", "broker_write_url", "broker_read_url"):
            monkeypatch.setitem(app.conf.changes, name, proxy.url)
        monkeypatch.setattr(type(processes), "url", proxy.url)
        forget_connections()
        yield proxy
        proxy.fault = Fault.NONE


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault is not Fault.NONE])
def test_pages_and_saving_need_no_redis(line, processes, local, settings, fault):
    settings.DEMO_MARK.parent.mkdir(parents=True, exist_ok=True)
    settings.DEMO_MARK.touch()
    user = make_account(email="ida@example.org", name="Ida Quill", password=PASSWORD)
    for role in (Role.OFFICER, Role.TECHNICAL_ADMIN):
        give_role(user=user, role=role, by=None)
    line.fault = fault
    browser = Client()
    answer = browser.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    assert answer.status_code == 302 and "_auth_user_id" in browser.session
    for name in ("dashboards:home", "dashboards:search", "jobs:list", "ops:backups", "ops:health"):
        assert browser.get(reverse(name), {"q": "notice"}).status_code == 200, name
    saved = browser.post(reverse("ops:first-run-step", args=["local"]), {
        "postal_address": "1 Pier Road", "contact_email": "office@example.org", "density_goal": 60, "steward_ratio": 20,
    })  # fmt: skip
    assert saved.status_code == 302 and Local.current().postal_address == "1 Pier Road"
    with acting(user):
        job = work.count.start(by=user, upto=1)
        assert Job.objects.get(pk=job.pk).state == State.QUEUED
        line.fault = Fault.NONE
        processes.start_worker()
        Job.objects.update(rung_at=None)
        services.sweep()
        wait_until(lambda: Job.objects.get(pk=job.pk).state == State.DONE)
