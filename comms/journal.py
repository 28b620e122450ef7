"""A sender's own note of each mail: what began to leave and what the server said, so that a death leaves one in doubt.

Rows are marked as leaving in groups, in the database; this file beside it says how far a group had come.
It is held by a lock for as long as the sender lives: only when the kernel has let go of it is the note believed,
and only by this very boot of this machine. Without it every row of the group stays in doubt.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from django.conf import settings

from comms.post import Answer, Fate
from unionops.platform.core import lazy_re as re

MONTH = 30 * 86_400
_SAFE = re.compile(r"[^\w.-]")


class Journal:
    """`begins` before a mail leaves, `ended` when the server answered; a line each, never rewritten."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def begins(self, pk: int) -> None:
        self._write([pk])

    def ended(self, pk: int, answer: Answer) -> None:
        self._write([pk, answer.fate.value, answer.detail])

    def _write(self, line: list[Any]) -> None:
        os.write(self._handle, json.dumps(line).encode() + b"\n")


@contextmanager
def kept(name: str) -> Iterator[Journal]:
    """The note of one sender; gone when it ends well, left behind when it dies or stops with an error."""
    path = _path(name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _clear(path.parent)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        os.write(handle, json.dumps([_boot()]).encode() + b"\n")
        yield Journal(handle)
        path.unlink(missing_ok=True)
    finally:
        os.close(handle)


def of_the_dead(name: str) -> tuple[set[int], dict[int, Answer]] | None:
    """(what began to leave, what was answered) of a sender that is no more; None when nobody can tell."""
    path = _path(name)
    with suppress(OSError):
        handle = os.open(path, os.O_RDWR)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return _read(path.read_text())
        finally:
            os.close(handle)
    return None


def forget(name: str) -> None:
    _path(name).unlink(missing_ok=True)


def _clear(folder: Path) -> None:
    """Notes nobody asked for in a month."""
    for old in folder.glob("*.log"):
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > MONTH:
                old.unlink()


def _read(text: str) -> tuple[set[int], dict[int, Answer]] | None:
    """A last line that was cut by the death counts as if it had not been written."""
    lines = [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]
    if not lines or not _boot() or lines[0] != [_boot()]:
        return None
    begun = {int(line[0]) for line in lines[1:]}
    return begun, {int(line[0]): Answer(Fate(line[1]), line[2]) for line in lines[1:] if len(line) == 3}


def _path(name: str) -> Path:
    return Path(settings.DATA_DIR) / "outbox" / f"{_SAFE.sub('_', name)}.log"


def _boot() -> str:
    """Changes whenever the machine starts: what was not on the disk by then is not to be believed."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return ""
