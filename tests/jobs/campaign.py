"""kill -9 of the worker, the web process or Redis while one piece of work is under way, and what must hold after it."""

from __future__ import annotations

import hashlib
import random
import re
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone

from comms.models import OutboxEntry, Send
from tests.architecture.source import ROOT
from tests.jobs.inputs import INPUTS, Ground, Piece
from tests.processes import Processes, free_port, wait_until
from tests.security.world import CANARY
from unionops.platform.audit.services import verify
from unionops.platform.files.models import Upload
from unionops.platform.files.services import read_upload
from unionops.platform.jobs import services
from unionops.platform.jobs.kinds import KINDS
from unionops.platform.jobs.models import ACTIVE, TERMINAL, Job, State

VICTIMS = ("worker", "worker", "web", "redis")
SIGN_IN = 10.0  # I9: seconds until the sign-in page answers after a restart; a busy machine gets six times as many


@dataclass
class Web:
    """The web process on the test's tables, and a signed-in visitor of it."""

    processes: Processes
    session: str
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        if not self.port:
            self.port = free_port()
        command = [sys.executable, "-m", "gunicorn", "unionops.wsgi", "--bind", f"127.0.0.1:{self.port}"]
        with (self.processes.folder / "worker-web.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--threads", "4", "--log-level", "warning"],
                env=self.processes.env(), cwd=ROOT, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        wait_until(lambda: self.get("/accounts/login/") == 200, seconds=SIGN_IN * 6)

    def kill(self) -> None:
        assert self.process is not None
        self.processes.kill(self.process)

    def get(self, path: str) -> int:
        return self._ask(urllib.request.Request(f"http://127.0.0.1:{self.port}{path}"))

    def post(self, path: str) -> int:
        token = secrets.token_hex(16)
        body = f"csrfmiddlewaretoken={token}".encode()
        return self._ask(urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=body), token)

    def _ask(self, request: urllib.request.Request, token: str = "") -> int:
        if token:
            cookies = f"{settings.SESSION_COOKIE_NAME}={self.session}; {settings.CSRF_COOKIE_NAME}={token}"
            request.add_header("Cookie", cookies)
        try:
            with urllib.request.build_opener(NoRedirect).open(request, timeout=30) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except (OSError, ConnectionError):
            return 0


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: Any) -> None:
        return None


@dataclass
class Campaign:
    """One real set of processes; `strike` runs one kind of work through one death."""

    processes: Processes
    ground: Ground
    web: Web
    dice: random.Random
    deaths: list[tuple[str, str]] = field(default_factory=list)

    def strike(self, kind: str) -> None:
        piece = INPUTS[kind](self.ground)
        victim = self.dice.choice(VICTIMS)
        job = self._begin(kind, piece, victim)
        self._at_some_moment(job, piece)
        self._kill(victim, job)
        self.deaths.append((kind, victim))
        self._bring_to_an_end(job)
        job.refresh_from_db()
        assert job.state == State.DONE, f"{kind} after the death of {victim}: {job.state} {job.error_detail}"
        piece.check(job)
        self.invariants()

    def _begin(self, kind: str, piece: Piece, victim: str) -> Job:
        """Over the web where a bare POST begins it; killed while it answers, the row is there or nothing is."""
        boss = self.ground.boss
        if piece.path and victim == "web":
            known = set(Job.objects.filter(kind=kind).values_list("pk", flat=True))
            assert self.web.post(piece.path) in (302, 200)
            if job := Job.objects.filter(kind=kind).exclude(pk__in=known).first():
                return job
        return KINDS[kind].start(by=boss, about=piece.about, **piece.ids)

    def _at_some_moment(self, job: Job, piece: Piece) -> None:
        """Mostly while it runs, sometimes before anybody took it."""
        if self.dice.random() < 0.8:
            wait_until(lambda: Job.objects.filter(pk=job.pk, state__in=(State.RUNNING, *TERMINAL)).exists(), 60, 0.01)
        time.sleep(self.dice.uniform(0, piece.lasts))  # the moment is the subject: it may fall anywhere

    def _kill(self, victim: str, job: Job) -> None:
        if victim == "web":
            self.web.kill()
            self.web.start()
        elif victim == "redis":
            assert self.processes.redis is not None
            self.processes.redis.kill()
            self.processes.redis.wait()
            self.processes.socket.unlink(missing_ok=True)
            self.processes.start_redis()
        else:
            self.processes.kill(self.processes.workers[-1])
            self.processes.start_worker()

    def _bring_to_an_end(self, job: Job) -> None:
        """I5: no job stays without a visible end once leases have run out."""
        wait_until(lambda: not self._waits() or forget_leases(), seconds=180, every=0.5)

    def _waits(self) -> bool:
        return Job.objects.filter(state__in=ACTIVE).exists()

    def invariants(self) -> None:
        """I1 tables, I3 totals, I4 one mail each, I6 files, I7 the trail, I8 nothing told, I9 the page answers."""
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                assert cursor.execute("PRAGMA quick_check").fetchone()[0] == "ok"
                assert cursor.execute("PRAGMA foreign_key_check").fetchall() == []
        for send in Send.objects.filter(version__message__state__in=("sending", "sent")):
            assert OutboxEntry.objects.filter(send=send).count() == send.audience
        mails = self.ground.sink.got
        assert len(mails) == len(set(mails))
        for upload in Upload.objects.all():
            assert hashlib.sha256(read_upload(upload)).hexdigest() == upload.sha256
        assert verify().ok
        self._nothing_told()
        assert self.web.get("/accounts/login/") == 200

    def _nothing_told(self) -> None:
        told = re.compile(f"{CANARY}|quill[a-j]+x|group\\d+\\.\\d", re.I)
        for path in self.processes.folder.glob("worker*.log"):
            assert not told.search(path.read_text(errors="replace")), f"{path.name} names somebody"
        assert not told.search(everything_in_redis(self.processes.socket))
        left = [path for path in Path(settings.DATA_DIR).rglob("*.tmp") if path.stat().st_mtime < time.time() - 3600]
        assert left == []


def everything_in_redis(path: Path) -> str:
    import redis

    with redis.Redis(unix_socket_path=str(path)) as client:
        kept = [client.dump(key) or b"" for key in client.scan_iter()]
    return b" ".join(kept).decode(errors="replace")


def forget_leases() -> None:
    """What the passing of a minute would do: leases of the dead run out, bells may be rung again."""
    held = Job.objects.filter(state__in=(State.CLAIMED, State.RUNNING), started_at__lt=timezone.now())
    dead = [row.pk for row in held if not is_alive(row)]
    Job.objects.filter(pk__in=dead).update(lease_until=timezone.now())
    Job.objects.filter(state=State.QUEUED).update(rung_at=None, tries=0, next_run_at=None)
    services.sweep()


def is_alive(row: Job) -> bool:
    """Whether the worker that holds the job is still a process."""
    return Path(f"/proc/{row.worker.rpartition(':')[2]}").exists()
