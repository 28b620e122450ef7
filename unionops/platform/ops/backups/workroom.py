"""Folders for the length of one backup or rehearsal. A process that dies leaves keys and copies in them: swept soon."""

import contextlib
import fcntl
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

PREFIX = ".workroom-"
LOCK = ".in-use"
JUST_MADE = 60.0  # seconds in which a folder may still be without its lock


@contextlib.contextmanager
def workroom(parent: Path) -> Iterator[Path]:
    """A folder beside the data that is gone afterwards; those of dead processes are cleared first."""
    sweep(parent)
    with tempfile.TemporaryDirectory(dir=parent, prefix=PREFIX) as name:
        folder = Path(name)
        with (folder / LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # falls with the process, however it ends
            yield folder


def sweep(parent: Path) -> int:
    """Remove the folders nobody is at work in any more. Returns how many."""
    left = [folder for folder in parent.glob(f"{PREFIX}*") if folder.is_dir() and _is_left(folder)]
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    return len(left)


def _is_left(folder: Path) -> bool:
    try:
        with (folder / LOCK).open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return _age(folder) > JUST_MADE
    except OSError:
        return False
    return True


def _age(folder: Path) -> float:
    try:
        return time.time() - folder.stat().st_mtime
    except OSError:  # gone meanwhile
        return 0.0


def sweep_half_written(shelf: Path) -> int:
    """Archives that a dying process left half written, once they have not grown for an hour. Returns how many."""
    left = [path for path in shelf.glob(".*.new") if _age(path) > 3600]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)
