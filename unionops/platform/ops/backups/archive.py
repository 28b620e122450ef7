"""The backup file: one readable line that says which keys open it, then a sealed tar.

The line is bound to the content: change a letter of it and nothing opens. The archive's own random
key is wrapped by the backup key; who has lost that one opens it with the recovery passphrase.
"""

import base64
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from unionops.platform.core import sealing
from unionops.platform.core.problems import Problem
from unionops.platform.ops.backups import recovery

MAGIC = b"UNIONOPS BACKUP 1 "
HEAD_LIMIT = 64 * 1024
ABOUT_KEY = b"backup archive key"


class SealedWriter(io.RawIOBase):
    """Takes plain bytes, leaves sealed frames in the file."""

    def __init__(self, sink: BinaryIO, key: bytes, about: bytes) -> None:
        self.sink, self.waiting = sink, bytearray()
        self.sealer = sealing.Sealer(key, about)

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self.waiting += piece
        while len(self.waiting) > sealing.FRAME:
            self.sink.write(self.sealer.frame(bytes(self.waiting[: sealing.FRAME])))
            del self.waiting[: sealing.FRAME]
        return len(piece)

    def finish(self) -> None:
        self.sink.write(self.sealer.frame(bytes(self.waiting), last=True))


class PlainReader(io.RawIOBase):
    """Gives the plain bytes of sealed frames, as a file that is read once from front to back."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces, self.waiting = pieces, bytearray()

    def read(self, size: int = -1) -> bytes:
        while size < 0 or len(self.waiting) < size:
            piece = next(self.pieces, None)
            if piece is None:
                break
            self.waiting += piece
        taken = bytes(self.waiting[: size if size >= 0 else len(self.waiting)])
        del self.waiting[: len(taken)]
        return taken


def begin(sink: BinaryIO, *, backup_key: bytes, about: dict[str, Any]) -> SealedWriter:
    """Write the first line, give the writer for what follows."""
    key = sealing.new_key()
    wrapped = sealing.wrap(key, key=_wrapping(backup_key), about=ABOUT_KEY)
    said = {**about, "key": _text(wrapped), "recovery": recovery.card()}
    head = MAGIC + json.dumps(said, sort_keys=True).encode() + b"\n"
    sink.write(head)
    return SealedWriter(sink, key, sealing.digest(head))


def open_archive(source: BinaryIO, *, backup_key: bytes | None, passphrase: str = "") -> PlainReader:
    """The plain tar, as a stream. Raises Problem when it is no backup or the key does not fit."""
    head = source.readline(HEAD_LIMIT)
    said = _said(head)
    key = _unwrapped(said, backup_key if backup_key is not None else _by_passphrase(said, passphrase))
    return PlainReader(sealing.unseal(source, key=key, about=sealing.digest(head)))


def read_head(path: Path) -> dict[str, Any]:
    with path.open("rb") as source:
        return _said(source.readline(HEAD_LIMIT))


def _said(head: bytes) -> dict[str, Any]:
    if not head.startswith(MAGIC):
        raise Problem("not_a_backup", "This file is not a unionops backup.", "Choose a file made by: manage.py backup")
    try:
        said: dict[str, Any] = json.loads(head[len(MAGIC) :])
        base64.b64decode(said["key"], validate=True)
    except (ValueError, KeyError, TypeError) as error:
        raise damaged() from error
    return said


def _by_passphrase(said: dict[str, Any], passphrase: str) -> bytes:
    if not said.get("recovery"):
        raise Problem(
            "no_recovery",
            "This backup was made before a recovery passphrase existed.",
            "Give the backup key of that machine with --key-file.",
        )
    return recovery.backup_key_from(said["recovery"], passphrase)


def _unwrapped(said: dict[str, Any], backup_key: bytes) -> bytes:
    try:
        return sealing.unwrap(base64.b64decode(said["key"]), key=_wrapping(backup_key), about=ABOUT_KEY)
    except sealing.Broken as error:
        raise wrong_key() from error


def _wrapping(backup_key: bytes) -> bytes:
    return sealing.derived(backup_key, "backups")


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def wrong_key() -> Problem:
    return Problem(
        "wrong_key",
        "This key does not open this backup.",
        "Give the backup.key of the machine that made it (--key-file), or the recovery passphrase.",
    )


def damaged() -> Problem:
    return Problem(
        "damaged",
        "This backup was changed or cut off after it was made; nothing was restored from it.",
        "Use another copy of it, or the backup before.",
    )
