"""Run one reading or drawing task in a limited child process, so that a bad file harms nothing.

`run("package.module:function", data, options={...})` calls `function(data, **options)` in a fresh
`python -I` with no network, no writing, little memory and little time, and gives back what it
returned: anything JSON can say, or bytes. A task that is a generator gives a list (`run`), or one
piece after another (`stream`); each piece may be 8 MB of JSON. A crash, a kill or a time-out
becomes a `Problem` with a sentence for people.
"""

import contextlib
import json
import logging
import os
import select
import signal
import subprocess
import sys
import sysconfig
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext as _

from unionops.platform.core.problems import Problem

log = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[3]
MAIN = Path(__file__).with_name("childmain.py")
LINE_LIMIT = 8 << 20
BYTES_LIMIT = 256 << 20
SYSTEM_FOLDERS = ("/usr", "/lib", "/lib64", "/bin", "/etc", "/opt/homebrew", "/System/Library")
SYSTEM_FILES = ("/dev/null", "/dev/urandom", "/dev/zero", "/proc/cpuinfo", "/proc/meminfo")
FONT_CACHE = "/var/cache/fontconfig"
ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "OMP_NUM_THREADS": "1",
    "OMP_THREAD_LIMIT": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    "DYLD_FALLBACK_LIBRARY_PATH": "/opt/homebrew/lib:/usr/local/lib:/usr/lib",  # Homebrew's Pango, read by macOS alone
    "FONTCONFIG_FILE": str(Path(__file__).with_name("paper") / "fonts.conf"),
}


def run(
    task: str,
    data: bytes,
    *,
    options: dict[str, Any] | None = None,
    wall: float = 30,
    memory_mb: int = 768,
    cpu: int = 20,
    spawn: bool = False,
    threads: bool = False,
) -> Any:
    """The task's answer; the list of its pieces when it is a generator. Raises Problem."""
    limits = {"memory_mb": memory_mb, "cpu": cpu, "spawn": spawn, "threads": threads}
    with _started(task, data, options or {}, limits, wall) as talk:
        pieces = list(talk.pieces())
    return talk.result if talk.result is not None or not pieces else pieces


def stream(
    task: str,
    data: bytes,
    *,
    options: dict[str, Any] | None = None,
    wall: float = 30,
    memory_mb: int = 768,
    cpu: int = 20,
    spawn: bool = False,
    threads: bool = False,
) -> Iterator[Any]:
    """The pieces of a generator task as they come; leaving the loop early ends the child."""
    limits = {"memory_mb": memory_mb, "cpu": cpu, "spawn": spawn, "threads": threads}
    with _started(task, data, options or {}, limits, wall) as talk:
        yield from talk.pieces()


@contextlib.contextmanager
def _started(task: str, data: bytes, options: dict[str, Any], limits: dict[str, Any], wall: float) -> Iterator["Talk"]:
    process = subprocess.Popen(
        [sys.executable, "-I", "-X", "utf8", str(MAIN)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.environ.get("PATH", os.defpath), **ENVIRONMENT},
        cwd="/",
        start_new_session=True,
    )
    order = {"task": task, "options": options, "limits": limits, "size": len(data)}
    order |= {"path": import_path(), "readable": readable()}
    head = json.dumps(order).encode() + b"\n"
    feeder = threading.Thread(target=_feed, args=(process.stdin, head, data), daemon=True)
    feeder.start()
    try:
        yield Talk(process, time.monotonic() + wall, limits["memory_mb"])
    finally:
        _end(process)
        feeder.join()


def import_path() -> list[str]:
    """Our project first, then where this interpreter found its libraries."""
    kept = [str(ROOT), *(entry for entry in sys.path if entry and Path(entry).exists())]
    return list(dict.fromkeys(kept))


def readable() -> list[str]:
    """The folders a child may read: code, libraries, fonts. Never the data or secrets folder."""
    ours = [entry for entry in ROOT.iterdir() if _is_code(entry)]
    installed = [sys.prefix, sys.base_prefix, *sysconfig.get_paths().values()]
    libraries = [e for e in sys.path if e and not ROOT.is_relative_to(Path(e).resolve())]
    named = [*installed, *libraries, *SYSTEM_FOLDERS, *SYSTEM_FILES, FONT_CACHE]
    return [*map(str, ours), *dict.fromkeys(named)]


def _is_code(entry: Path) -> bool:
    package = entry.is_dir() and (entry / "__init__.py").exists()
    return package or entry.name in {"unionops", "templates", "tests"}


def _feed(pipe: IO[bytes] | None, head: bytes, data: bytes) -> None:
    if pipe is None:
        return
    with contextlib.suppress(OSError):  # a child that ended early has said why
        pipe.write(head)
        pipe.write(data)
    with contextlib.suppress(OSError):
        pipe.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the child and whatever it started; leave no zombie."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout:
        process.stdout.close()


@dataclass
class Talk:
    """The conversation with one child until it has answered, failed or run out of time."""

    process: subprocess.Popen[bytes]
    deadline: float
    memory_mb: int
    buffer: bytearray = field(default_factory=bytearray)
    result: Any = None

    def pieces(self) -> Iterator[Any]:
        while True:
            message = self._message()
            if message["kind"] == "item":
                yield message["value"]
            elif message["kind"] == "result":
                self.result = message["value"]
                return
            else:
                raise refusal(message)

    def _message(self) -> dict[str, Any]:
        line = self._line()
        try:
            message = json.loads(line)
        except ValueError as error:
            raise refusal({"kind": "failed", "error": "Garbled"}) from error
        if not isinstance(message, dict) or "kind" not in message:
            raise refusal({"kind": "failed", "error": "Garbled"})
        if "bytes" in message:
            message["value"] = self._exactly(int(message["bytes"]))
        return message

    def _line(self) -> bytes:
        start = 0
        while (end := self.buffer.find(b"\n", start)) < 0:
            if len(self.buffer) > LINE_LIMIT:
                raise too_big()
            start = len(self.buffer)
            self._read()
        line = bytes(self.buffer[:end])
        del self.buffer[: end + 1]
        return line

    def _exactly(self, size: int) -> bytes:
        if size > BYTES_LIMIT:
            raise too_big()
        while len(self.buffer) < size:
            self._read()
        taken = bytes(self.buffer[:size])
        del self.buffer[:size]
        return taken

    def _read(self) -> None:
        """Add what the child said next; raise when it is silent too long, too fat or dead."""
        if self.process.stdout is None:
            raise refusal({"kind": "failed", "error": "NoPipe"})
        handle = self.process.stdout.fileno()
        while not select.select([handle], [], [], 0.2)[0]:
            if time.monotonic() > self.deadline:
                raise too_slow()
            if sys.platform == "darwin" and _resident_mb(self.process.pid) > self.memory_mb:
                raise too_big()
        chunk = os.read(handle, 1 << 20)
        if not chunk:
            raise _death(self.process)
        if time.monotonic() > self.deadline:
            raise too_slow()
        self.buffer += chunk


def _resident_mb(pid: int) -> int:
    """Where the system enforces no memory limit, look."""
    command = ["/bin/ps", "-o", "rss=", "-p", str(pid)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return int(said) // 1024 if said.isdigit() else 0


def _death(process: subprocess.Popen[bytes]) -> Problem:
    code = process.wait()
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return too_slow()
    return refusal({"kind": "failed", "error": f"exit {code}"})


def refusal(message: dict[str, Any]) -> Problem:
    """The sentence for what the child said went wrong."""
    if message["kind"] == "problem":
        return Problem(message["code"], message["message"], message.get("hint", ""))
    if message.get("error") == "MemoryError":
        return too_big()
    log.info("a file could not be read: %s", message.get("error", ""))
    return Problem(
        "unreadable",
        _("This file could not be read. It may be damaged."),
        _("Open it on your computer, save it again under a new name, and try once more."),
    )


def too_slow() -> Problem:
    return Problem(
        "too_slow",
        _("Reading this file took too long, so it was stopped."),
        _("Split it into smaller files, or save it again in a plain format, and try once more."),
    )


def too_big() -> Problem:
    return Problem(
        "too_big",
        _("This file unpacks to more than can be read safely."),
        _("Split it into smaller files and try once more."),
    )
