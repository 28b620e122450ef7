"""The processes that make up the box: what each is started with. Knows no Django."""

import ctypes
import hashlib
import os
import shutil
import signal
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

PR_SET_PDEATHSIG = 1
LONGEST_PAUSE = 30.0
STEADY = 60.0  # after so many seconds a process counts as healthy again
ROOT = Path(__file__).resolve().parents[3]
SOCKET_LIMIT = 100  # bytes; systems stop at 104 or 108
FORBIDDEN = ("CONFIG", "KEYS", "FLUSHALL", "FLUSHDB", "DEBUG", "SHUTDOWN", "REPLICAOF", "MODULE", "SAVE", "BGSAVE")


@dataclass(frozen=True)
class Child:
    """One process: its name for people, its command, what it adds to the environment."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    handle: int | None = None  # an open socket it inherits


@dataclass(frozen=True)
class Worker:
    """Who does long work: the queues it listens to, and how many jobs it does at once."""

    name: str
    queues: str
    at_once: int
    winds_the_clock: bool = False


# One question to the model at a time; everything else beside it; the clock rides in the second.
WORKERS = (
    Worker("ai", "ai.interactive,ai.bulk", 1),
    Worker("default", "default,mail,export", 2, winds_the_clock=True),
)


def python(*words: str) -> list[str]:
    return [sys.executable, *words]


def redis_program() -> str | None:
    """Redis or its free twin Valkey, whichever is installed."""
    return shutil.which("redis-server") or shutil.which("valkey-server")


def redis_socket(data: Path) -> Path:
    """In the data folder; where that path is too long for a socket, in a private temporary folder."""
    socket = data / "redis.sock"
    if len(os.fsencode(socket)) <= SOCKET_LIMIT:
        return socket
    mark = hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"unionops-{os.getuid()}-{mark}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / "redis.sock"


def redis(program: str, socket: Path) -> Child:
    """A private Redis: a socket only we may open, nothing kept on disk, little memory."""
    words = ["--port", "0", "--unixsocket", str(socket), "--unixsocketperm", "700"]
    words += ["--save", "", "--appendonly", "no", "--databases", "1", "--dir", str(socket.parent)]
    words += ["--maxmemory", "64mb", "--maxmemory-policy", "noeviction", "--loglevel", "warning"]
    for name in FORBIDDEN:
        words += ["--rename-command", name, ""]
    return Child("redis", [program, *words])


def web(handle: int, workers: int, threads: int) -> Child:
    """On a socket that listens already: nobody can take the port while this starts, or starts again."""
    words = ["-m", "gunicorn", "unionops.wsgi:application", "--bind", f"fd://{handle}", "--worker-class", "gthread"]
    words += ["--workers", str(workers), "--threads", str(threads), "--timeout", "120", "--graceful-timeout", "10"]
    words += ["--limit-request-line", "8190", "--limit-request-fields", "60", "--log-level", "warning"]
    words += ["--no-control-socket"]
    return Child("web", python(*words), handle=handle)


def workers() -> Child:
    """All of them in one hall: the program is loaded once (see unionops.workers)."""
    # soft shutdown on SIGTERM: the job at hand gets a moment to write down where it stands;
    # no checks: they would load every page into processes that show none (40 MB)
    environment = {"REMAP_SIGTERM": "SIGQUIT", "CELERY_SKIP_CHECKS": "true"}
    return Child("workers", python("-m", "unionops.workers"), environment)


@dataclass
class Falls:
    """How often one process fell in a row, and so how long to wait: what cannot start must not keep the box busy."""

    started: float = 0.0
    count: int = 0

    def pause(self, now: float) -> float:
        """Seconds before the next start; short again after it ran for a while."""
        self.count = 1 if now - self.started > STEADY else self.count + 1
        return min(LONGEST_PAUSE, 2.0 ** (self.count - 1) - 0.9)


def die_with_parent() -> None:
    """On Linux a child ends when its parent is killed the hard way."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
