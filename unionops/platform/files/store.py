"""Where sealed bytes lie on disk: random names, whole or absent, never plain."""

import contextlib
import errno
import io
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from unionops import secrets_folder
from unionops.platform.core import sealing
from unionops.platform.core.outfile import sync_folder
from unionops.platform.core.problems import Problem

FULL = (errno.ENOSPC, errno.EDQUOT)
PURPOSE = "uploads"
ORPHAN_SECONDS = 48 * 60 * 60


def folder() -> Path:
    return Path(settings.DATA_DIR) / "files"


def place(name: str) -> Path:
    return folder() / name[:2] / name


def master_key() -> bytes:
    return sealing.derived(secrets_folder.files_key(), PURPOSE)


def put(name: str, pieces: Iterable[bytes], about: bytes) -> bytes:
    """Write sealed bytes under the name; gives the wrapped key. After a crash: whole or absent."""
    key, path = sealing.new_key(), place(name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        write_whole(path, sealing.seal(pieces, key=key, about=about))
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise Problem(
            "disk_full",
            _("The disk of this machine is full, so the file was not kept."),
            _("Make room on the disk, then add the file again. Nothing else was changed."),
        ) from error
    return sealing.wrap(key, key=master_key(), about=about)


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Temporary file, fsync, rename, fsync of the folder."""
    temporary = path.with_name(f".{path.name}.new")
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as handle:
            handle.writelines(pieces)
            handle.flush()
            os.fsync(handle.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    temporary.replace(path)
    sync_folder(path.parent)


def settle(temporary: Path, path: Path) -> None:
    """Give a finished temporary file its name so that a power cut cannot take it back."""
    with temporary.open("rb") as handle:
        os.fsync(handle.fileno())
    temporary.replace(path)
    sync_folder(path.parent)


def get(name: str, wrapped_key: bytes, about: bytes) -> bytes:
    buffer = io.BytesIO()
    buffer.writelines(pieces(name, wrapped_key, about))
    return buffer.getvalue()


def pieces(name: str, wrapped_key: bytes, about: bytes) -> Iterator[bytes]:
    """The plain bytes, frame by frame. Raises Problem when they cannot be read."""
    try:
        key = sealing.unwrap(wrapped_key, key=master_key(), about=about)
        with place(name).open("rb") as source:
            yield from sealing.unseal(source, key=key, about=about)
    except FileNotFoundError as error:
        raise _lost("file_missing", "The stored file is missing from the data folder.") from error
    except sealing.Broken as error:
        raise _lost("file_broken", "The stored file was changed, or its key does not fit.") from error


def _lost(code: str, message: str) -> Problem:
    return Problem(code, message, "Restore the newest backup, or bring the file in again.")


def remove(name: str) -> None:
    """Overwrite once, then unlink. With its key gone the bytes are unreadable anyway."""
    path = place(name)
    with contextlib.suppress(FileNotFoundError):
        size = path.stat().st_size
        with path.open("r+b") as handle:
            handle.write(b"\0" * size)
            handle.flush()
            os.fsync(handle.fileno())
        path.unlink()


def stored_names() -> Iterator[str]:
    """Names of all sealed files on disk, unfinished ones included."""
    yield from (path.name for path in folder().glob("??/*") if path.is_file())


def remove_orphans(known: set[str]) -> int:
    """Remove files no row speaks of, once they are two days old (a transaction may be open)."""
    limit, removed = time.time() - ORPHAN_SECONDS, 0
    for path in folder().glob("??/*"):
        if path.name not in known and path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)
            removed += 1
    return removed
