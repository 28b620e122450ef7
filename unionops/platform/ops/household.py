"""The processes that make up the box: what each is started with. Knows no Django."""

import contextlib
import ctypes
import hashlib
import os
import shutil
import signal
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG = 1
LONGEST_PAUSE = 5.0
STEADY = 5.0  # after so many seconds a process counts as healthy again
LEFT_BEHIND = "UNIONOPS_LEFT_BEHIND"
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


def hall(handle: int, *names: str) -> Child:
    """The web server and the workers named: forks of one process (see unionops.hall)."""
    # soft shutdown on SIGTERM: the job at hand gets a moment to write down where it stands; the checks were run at
    # set-up; macOS wants to be told that forks of a loaded program are meant
    environment = {
        "REMAP_SIGTERM": "SIGQUIT",
        "CELERY_SKIP_CHECKS": "true",
        "OBJC_DISABLE_INITIALIZE_FORK_SAFETY": "YES",
    }
    return Child("hall", python("-m", "unionops.hall", str(handle), *names), environment, handle=handle)


def web_settings(handle: int) -> dict[str, Any]:
    """What gunicorn is told; it listens on a socket that is open already."""
    return {
        "bind": f"fd://{handle}",
        "worker_class": "gthread",
        "workers": number("UNIONOPS_WEB_WORKERS", 1),
        "threads": number("UNIONOPS_WEB_THREADS", 8),
        "timeout": 120,
        "graceful_timeout": 10,
        "limit_request_line": 8190,
        "limit_request_fields": 60,
        "loglevel": "warning",
        "proc_name": "unionops",
        "control_socket_disable": True,
    }


def number(name: str, default: int) -> int:
    value = os.environ.get(name, "")
    return int(value) if value.isdigit() else default


@dataclass
class Falls:
    """How often one process fell in a row, and so how long to wait: what cannot start must not keep the box busy."""

    started: float = 0.0
    count: int = 0

    def pause(self, now: float) -> float:
        """Seconds before the next start; short again after it ran for a while."""
        self.count = 1 if now - self.started > STEADY else self.count + 1
        return min(LONGEST_PAUSE, 2.0 ** (self.count - 1) - 0.9)


def signal_group(group: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, number)


def relieve() -> None:
    """A web server whose hall was killed goes on answering; the next hall ends it here, once it can take over."""
    for group in os.environ.pop(LEFT_BEHIND, "").split():
        signal_group(int(group), signal.SIGTERM)


def die_with_parent() -> None:
    """On Linux a child ends when its parent is killed the hard way."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
