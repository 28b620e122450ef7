"""All that passes through Redis while a roster is brought in, words are drafted and a message is sent: ids, no person.

Redis itself tells (MONITOR); what Celery packs as base64 is unpacked before it is searched.
"""

from __future__ import annotations

import base64
import contextlib
import json
import re
import threading
import uuid

import pytest
import redis

from members.models import Person
from tests.jobs.inputs import INPUTS
from tests.processes import wait_until
from tests.security.world import CANARY
from unionops.platform.jobs.kinds import KINDS
from unionops.platform.jobs.models import TERMINAL, Job, State

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PIECES = (
    "members.tasks.read_roster", "members.tasks.apply_roster", "grievances.tasks.draft_statement",
    "comms.tasks.draft_version", "comms.tasks.deliver",
)  # fmt: skip
PACKED = re.compile(r'"body": ?"([A-Za-z0-9+/=]+)"')
TOLD = re.compile(rf"{CANARY}|quill|group\d|@|come to the meeting|invite|pier 4|local ?12", re.I)
WORKER = re.compile(r"(celery|ai|default|gen\d+)@")  # how processes name themselves
MAIL_DOMAIN = re.compile(r"\b\w+@[\w.-]+")


class Ear:
    """Hears every command that reaches a Redis."""

    def __init__(self, socket: str) -> None:
        self.client, self.heard = redis.Redis(unix_socket_path=socket, socket_timeout=None), []
        self.ready = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()
        assert self.ready.wait(10)

    def _listen(self) -> None:
        with contextlib.suppress(redis.ConnectionError, ValueError, OSError), self.client.monitor() as line:
            self.ready.set()
            for said in line.listen():
                self.heard.append(said["command"])

    def bodies(self) -> list[str]:
        said = "\n".join(self.heard).replace('\\"', '"')
        return [base64.b64decode(packed).decode() for packed in PACKED.findall(said)]


def test_redis_hears_ids_and_nobodys_name(processes, ground):
    ear = Ear(str(processes.socket))
    processes.start_worker()
    for kind in PIECES:
        piece = INPUTS[kind](ground)
        job = KINDS[kind].start(by=ground.boss, about=piece.about, **piece.ids)
        wait_until(lambda job=job: Job.objects.filter(pk=job.pk, state__in=TERMINAL).exists(), seconds=180)
        job.refresh_from_db()
        assert job.state == State.DONE, f"{kind}: {job.error_detail}"
        piece.check(job)
    bodies = ear.bodies()
    calls = [said[0] for body in bodies if isinstance(said := json.loads(body), list)]  # workers also greet each other
    assert len(calls) >= len(PIECES) and Person.objects.exists()
    for args in calls:
        assert args == [] or (uuid.UUID(args[0]) and isinstance(args[1], int) and len(args) == 2)
    heard = "\n".join([*ear.heard, *bodies])
    assert "unionops.platform.jobs.tasks.run" in heard
    found = [said for said in TOLD.findall(heard) if said != "@"]
    found += [name for name in MAIL_DOMAIN.findall(heard) if not WORKER.search(name)]
    assert found == []


def test_the_ear_would_notice(processes):
    """A name among the arguments of a task is found, packed as Celery packs it."""
    from unionops.celery import app

    ear = Ear(str(processes.socket))
    app.send_task("nobody.does.this", args=[f"{CANARY} ana@example.org"], queue="silent", ignore_result=True)
    wait_until(lambda: any("silent" in said for said in ear.heard))
    wait_until(ear.bodies)
    heard = "\n".join([*ear.heard, *ear.bodies()])
    assert CANARY in TOLD.findall(heard) and "ana@example.org" in MAIL_DOMAIN.findall(heard)
