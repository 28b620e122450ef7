"""Sealed boot: what opens the keys, wrapped by a passphrase that somebody types after each start of the machine.

`passphrase.json` holds the opener twice: wrapped by the passphrase (Argon2id), and by the backup key, which the
recovery passphrase on paper opens. The supervisor runs this file alone: the passphrase comes in, the opener goes out.
"""

import base64
import json
import os
import sys
from typing import Any

from argon2.low_level import Type, hash_secret_raw

from unionops import secrets_folder
from unionops.platform.core import sealing
from unionops.platform.core.problems import Problem
from unionops.platform.ops.backups import recovery

COST = {"memory": 256 * 1024, "rounds": 3, "lanes": 4}  # KiB: 0.6 s of two cores for each guess
ABOUT, PURPOSE = b"opener of the keys", "sealed boot"


def make(passphrase: str) -> None:
    """A new opener, held in memory; the keys are to be sealed with it next."""
    opener = sealing.new_key()
    wrapped = sealing.wrap(opener, key=_by_backup_key(bytes.fromhex(secrets_folder.read("backup.key"))), about=ABOUT)
    _write(passphrase, opener, {"mark": secrets_folder.mark_of(opener), "by_backup_key": _text(wrapped)})
    secrets_folder.hold(opener)


def change(passphrase: str, opener: bytes) -> None:
    """From now on this passphrase opens the keys, and the one before does not."""
    kept = _kept()
    _write(passphrase, opener, {name: kept[name] for name in ("mark", "by_backup_key")})


def _write(passphrase: str, opener: bytes, lock: dict[str, str]) -> None:
    cost = {**COST, "salt": _text(os.urandom(16))}
    wrapped = sealing.wrap(opener, key=_stretched(passphrase, cost), about=ABOUT)
    secrets_folder.put(secrets_folder.LOCK, json.dumps({**lock, "cost": cost, "wrapped": _text(wrapped)}))


def opener(passphrase: str) -> bytes | None:
    """What the passphrase opens, or the recovery passphrase; None when it is neither."""
    kept = _kept()
    try:
        return sealing.unwrap(base64.b64decode(kept["wrapped"]), key=_stretched(passphrase, kept["cost"]), about=ABOUT)
    except sealing.Broken:
        return _recovered(passphrase, kept)


def _recovered(passphrase: str, kept: dict[str, Any]) -> bytes | None:
    try:
        backup_key = recovery.backup_key_from(recovery.card() or {}, passphrase)
    except (Problem, KeyError):
        return None
    return sealing.unwrap(base64.b64decode(kept["by_backup_key"]), key=_by_backup_key(backup_key), about=ABOUT)


def _kept() -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(secrets_folder.read(secrets_folder.LOCK))
    return kept


def _by_backup_key(backup_key: bytes) -> bytes:
    return sealing.derived(backup_key, PURPOSE)


def _stretched(passphrase: str, cost: dict[str, Any]) -> bytes:
    secret, salt = passphrase.strip().encode(), base64.b64decode(cost["salt"])
    return hash_secret_raw(secret, salt, cost["rounds"], cost["memory"], cost["lanes"], sealing.KEY, Type.ID)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def main() -> int:
    """The opener in hexadecimal digits, or nothing where the passphrase is wrong."""
    sys.stdout.write((opener(sys.stdin.readline()) or b"").hex())
    return 0
