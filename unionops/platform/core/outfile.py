"""Write a file where a person asked for it: readable by its owner alone, whole or not at all."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from unionops.platform.core.problems import Problem


def write_private(path: Path, data: bytes) -> None:
    """`data` at `path` with mode 0600, taking the place of a file that stands there. Raises Problem.

    Nothing but a plain file is ever replaced, and no mode but that of the new file is changed.
    """
    with private_files() as write:
        write(path, data)


def check_place(path: Path) -> None:
    """Raise the Problem `write_private` would end with, before long work is done for nothing. Leaves no file."""
    new = _beside(path)
    try:
        _write(new, path, b"")
    finally:
        with suppress(OSError):
            new.unlink()


@contextmanager
def private_files() -> Iterator[Callable[[Path, bytes], None]]:
    """Files that are written whole inside the block and take their places when it ends well.

    What is logged in a transaction within the block is logged only where its file could be written,
    and no file stands where the log could not be kept.
    """
    ready: list[tuple[Path, Path]] = []

    def write(path: Path, data: bytes) -> None:
        new = _beside(path)
        ready.append((new, path))
        _write(new, path, data)

    try:
        yield write
        for new, path in ready:
            _to_its_place(new, path)
    finally:
        for new, _path in ready:
            with suppress(OSError):
                new.unlink()


def _beside(path: Path) -> Path:
    if not path.name:
        raise Problem("out", f"{str(path)!r} names no file.", "Name the file to write, not a folder.")
    return path.with_name(f".{path.name}.{os.getpid()}.new")


def _write(new: Path, path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():
        raise Problem("out", f"{path} is not a file.", "Name the file to write, not a folder.")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as sink:
            sink.write(data)
            sink.flush()
            os.fsync(sink.fileno())
    except OSError as error:
        raise _cannot(path, error) from error


def _to_its_place(new: Path, path: Path) -> None:
    try:
        new.replace(path)
    except OSError as error:
        raise _cannot(path, error) from error


def _cannot(path: Path, error: OSError) -> Problem:
    return Problem("out", f"{path} cannot be written: {error.strerror}.", "Choose another file or folder.")


def sync_folder(path: Path) -> None:
    """A name given in it stays, and one taken from it is gone, after a power cut, too."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
