"""Sealed boot: keys that only a passphrase opens, so that a stolen machine that is off tells nothing."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection

from unionops import secrets_folder
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.ops.backups import recovery
from unionops.platform.ops.supervisor import Refusal, alone
from unionops.sealed import lock


def seal(passphrase: str) -> dict[str, Any]:
    """The keys open with this passphrase only, from the next start on. Finishes a sealing that was cut off."""
    if connection.vendor != "sqlite":
        said = "PostgreSQL keeps its data unsealed, whatever happens to our keys."
        raise Problem("not_sealed_here", said, "Put it on an encrypted disk (LUKS, FileVault).")
    with stopped():
        _refuse_unsettled()
        if not secrets_folder.is_sealed():
            _refuse_weak(passphrase)
            lock.make(passphrase)
        elif not secrets_folder.unsealed():
            said = "The keys are sealed already."
            raise Problem("sealed", said, "To change the passphrase: ./manage.py seal --change")
        done = [_seal(name) for name in secrets_folder.unsealed()]
        _note("sealed the keys with a passphrase", len(done))
    return _state()


def change(passphrase: str) -> dict[str, Any]:
    """Another passphrase opens the same keys."""
    _refuse_open()
    with stopped():
        _refuse_weak(passphrase)
        lock.change(passphrase, secrets_folder.held() or b"")
        _note("changed the passphrase of the keys", 1)
    return _state()


def unseal() -> dict[str, Any]:
    """The keys lie open again, and the box starts by itself."""
    _refuse_open()
    with stopped():
        _refuse_unsettled()
        names = [name for name in secrets_folder.SEALABLE if (secrets_folder.folder() / name).exists()]
        for name in names:
            secrets_folder.put(name, secrets_folder.read(name))
        (secrets_folder.folder() / secrets_folder.LOCK).unlink()
        _note("opened the keys for good", len(names))
    return _state()


@contextlib.contextmanager
def stopped() -> Iterator[None]:
    """Problem while the box runs: its processes would not know what opens the keys."""
    try:
        with alone(Path(settings.DATA_DIR)):
            yield
    except Refusal as refusal:
        raise Problem("running", str(refusal), "Stop it with Ctrl-C, then type this again.") from refusal


def _refuse_open() -> None:
    if not secrets_folder.is_sealed():
        raise Problem("not_sealed", "The keys are not sealed with a passphrase.", "To seal them: ./manage.py seal")


def _refuse_unsettled() -> None:
    """A new key that waits for its place would stay behind, open or sealed for ever."""
    if any(secrets_folder.folder().glob("*.key.new")):
        said = "A change of the keys was cut off and is not settled yet."
        raise Problem("half_rekeyed", said, "Settle it first: ./manage.py rekey --finish")


def _refuse_weak(passphrase: str) -> None:
    try:
        validate_password(passphrase)
    except ValidationError as error:
        raise Problem(
            "weak", " ".join(error.messages), "Five or six words that nobody else would put together."
        ) from error


def _note(action: str, count: int) -> None:
    with acting(system_actor()) as box:
        record(box, action, count=count)


def _state() -> dict[str, Any]:
    return {"sealed": secrets_folder.is_sealed(), "recovery": recovery.card() is not None}


def _seal(name: str) -> str:
    """What lay there open is overwritten; on a disk of flash a trace may stay, which only new keys make worthless."""
    path, text = secrets_folder.folder() / name, secrets_folder.read(name)
    with path.open("r+b") as old:
        secrets_folder.write(name, text)
        old.write(os.urandom(len(text)))
        os.fsync(old.fileno())
    return name
