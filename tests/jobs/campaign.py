"""kill -9 of a worker, the web server, the hall they are forks of, or Redis while one piece of work is under way, and what must hold after it."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import os
import random
import re
import secrets
import signal
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.utils import timezone

from comms.models import OutboxEntry, Send
from comms.tasks import go_on_sending
from tests.jobs.inputs import INPUTS, Ground, Piece
from tests.processes import Processes, below, free_port, wait_until
from tests.security.world import CANARY
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.middleware import SEEN
from unionops.platform.audit.services import verify
from unionops.platform.files.models import Upload
from unionops.platform.files.services import read_upload
from unionops.platform.jobs import services
from unionops.platform.jobs.kinds import KINDS
from unionops.platform.jobs.models import ACTIVE, TERMINAL, Job, State
from unionops.platform.ops import household
from unionops.platform.ops.supervisor import Running

VICTIMS = ("worker", "worker", "web", "redis", "hall")
SIGN_IN = 10.0  # I9: seconds until the sign-in page answers after a restart; a busy machine gets six times as many
FORKS = {"web": "gunicorn: master", "ai": "celeryd: ai@", "default": "celeryd: default@"}


@dataclass
class House:
    """The processes of a box as its supervisor runs them, on the test's tables: web server and workers are forks of
    one hall. With a signed-in visitor."""

    processes: Processes
    session: str
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", free_port())))
    hall: Running = field(init=False)

    def __post_init__(self) -> None:
        child = household.hall(self.listener.fileno(), *(worker.name for worker in household.WORKERS))
        self.hall = Running(child, self.processes.folder / "worker-hall.log", {**os.environ, **self.processes.env()})

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    def start(self) -> None:
        self.hall.start()
        self.wait()

    def wait(self) -> None:
        """Until all stand again and the sign-in page answers."""
        wait_until(lambda: self.watch() or self.forks().keys() == FORKS.keys(), seconds=SIGN_IN * 6)
        wait_until(lambda: self.watch() or self.get("/accounts/login/") == 200, seconds=SIGN_IN * 6)

    def watch(self) -> None:
        """What the supervisor does a few times a second."""
        self.hall.watch()

    def forks(self) -> dict[str, int]:
        """Name -> process of each of the hall's forks that stands at its post."""
        seen = below(self.hall.process.pid if self.hall.process else 0)
        return {name: pid for pid, words in seen.items() for name in FORKS if FORKS[name] in words}

    def kill(self, victim: str, dice: random.Random, holder: int = 0) -> None:
        """`worker`: the one that holds the job, where one does; `web`: the server, or only what answers for it."""
        forks = self.forks()
        workers = [pid for name, pid in forks.items() if name != "web"]
        fallen = {
            "hall": lambda: [self.hall.process.pid] if self.hall.process else [],
            "worker": lambda: [holder if holder in workers else dice.choice(workers)],
            "web": lambda: [*below(forks["web"]), *([forks["web"]] if dice.random() < 0.5 else [])],
        }[victim]()
        for pid in fallen:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not any(is_alive(pid) for pid in fallen))
        self.wait()

    def stop(self) -> None:
        self.hall.signal(signal.SIGKILL)
        if self.hall.process is not None:
            self.hall.process.wait()
        self.listener.close()

    def get(self, path: str) -> int:
        return self._ask(urllib.request.Request(f"http://127.0.0.1:{self.port}{path}"))

    def post(self, path: str) -> int:
        self._just_signed_in()
        token = secrets.token_hex(16)
        body = f"csrfmiddlewaretoken={token}".encode()
        return self._ask(urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=body), token)

    def _just_signed_in(self) -> None:
        """A campaign lasts longer than a session that nobody uses, and than a password counts as just given."""
        kept, now = SessionStore(self.session), time.time()
        kept[SEEN] = int(now)
        for each in kept["account_authentication_methods"]:
            each["at"] = now
        kept.save()

    def _ask(self, request: urllib.request.Request, token: str = "") -> int:
        if token:
            cookies = f"{settings.SESSION_COOKIE_NAME}={self.session}; {settings.CSRF_COOKIE_NAME}={token}"
            request.add_header("Cookie", cookies)
        try:
            with urllib.request.build_opener(NoRedirect).open(request, timeout=30) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except (OSError, http.client.HTTPException):
            return 0


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: Any) -> None:
        return None


@dataclass
class Campaign:
    """One real set of processes; `strike` runs one kind of work through one death."""

    processes: Processes
    ground: Ground
    house: House
    dice: random.Random
    deaths: list[tuple[str, str]] = field(default_factory=list)

    def strike(self, kind: str) -> None:
        piece = INPUTS[kind](self.ground)
        victim = self.dice.choice(VICTIMS)
        job = self._begin(kind, piece, victim)
        self._at_some_moment(job, piece)
        self._kill(victim, job)
        self.deaths.append((kind, victim))
        self._bring_to_an_end()
        job.refresh_from_db()
        assert job.state == State.DONE, f"{kind} after the death of {victim}: {job.state} {job.error_detail}"
        piece.check(job)
        self.invariants()

    def strike_again_and_again(self, piece: Piece, kind: str, kills: int, wanted: Callable[[], bool]) -> None:
        """As many deaths as asked for while one long piece of work is under way; `wanted`: it is not over yet."""
        job = KINDS[kind].start(by=self.ground.boss, about=piece.about, **piece.ids)
        for _number in range(kills):
            wait_until(lambda: self._carried_on() or Job.objects.filter(state=State.RUNNING).exists(), 120, 0.01)
            time.sleep(self.dice.uniform(0, piece.lasts))  # the moment is the subject
            assert wanted(), f"over after {len(self.deaths)} deaths: make the work longer"
            victim = self.dice.choice(VICTIMS)
            self._kill(victim, Job.objects.filter(state=State.RUNNING).first() or job)
            self.deaths.append((kind, victim))
        wait_until(lambda: self._carried_on() or not wanted(), 300, 0.5)
        piece.check(job)
        self.invariants()

    def _carried_on(self) -> None:
        """What the supervisor and the clock do by themselves: fallen processes, leases, sends that are due."""
        self.house.watch()
        forget_leases()
        with acting(system_actor()):
            go_on_sending()

    def _begin(self, kind: str, piece: Piece, victim: str) -> Job:
        """Over the web where a bare POST begins it, killed while it answers: what was said to be there is there."""
        boss = self.ground.boss
        if piece.path and victim == "web":
            known = set(Job.objects.filter(kind=kind).values_list("pk", flat=True))
            with ThreadPoolExecutor(1) as visitor:
                asked = visitor.submit(self.house.post, piece.path)
                time.sleep(self.dice.uniform(0, 0.05))  # somewhere within the answer, which takes about so long
                self.house.kill("web", self.dice)
                answer = asked.result()
            job = Job.objects.filter(kind=kind).exclude(pk__in=known).first()
            assert job or answer not in (200, 302), "the page said it had begun, and nothing is there"
            if job:
                return job
        return KINDS[kind].start(by=boss, about=piece.about, **piece.ids)

    def _at_some_moment(self, job: Job, piece: Piece) -> None:
        """Mostly while it runs, sometimes before anybody took it; a bell that died unrung is rung again after a minute."""
        if self.dice.random() < 0.8:
            wait_until(lambda: Job.objects.filter(pk=job.pk, state__in=(State.RUNNING, *TERMINAL)).exists(), 150, 0.01)
        time.sleep(self.dice.uniform(0, piece.lasts))  # the moment is the subject: it may fall anywhere

    def _kill(self, victim: str, job: Job) -> None:
        if victim == "redis":
            assert self.processes.redis is not None
            self.processes.redis.kill()
            self.processes.redis.wait()
            self.processes.socket.unlink(missing_ok=True)
            self.processes.start_redis()
            return
        job.refresh_from_db()
        self.house.kill(victim, self.dice, process_of(job) if job.state in ACTIVE else 0)

    def _bring_to_an_end(self) -> None:
        """I5: no job stays without a visible end once leases have run out."""
        wait_until(lambda: self.house.watch() or not self._waits() or forget_leases(), seconds=180, every=0.5)

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
        assert self.house.get("/accounts/login/") == 200

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
    dead = [row.pk for row in held if not is_alive(process_of(row))]
    Job.objects.filter(pk__in=dead).update(lease_until=timezone.now())
    Job.objects.filter(state=State.QUEUED).update(rung_at=None, tries=0, next_run_at=None)
    services.sweep()


def process_of(row: Job) -> int:
    """The worker that holds the job, by its number."""
    return int(row.worker.rpartition(":")[2] or 0)


def is_alive(process: int) -> bool:
    """Whether it is still a process; one that only waits to be buried is not."""
    try:
        words = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return words.rpartition(")")[2].split()[0] != "Z"
