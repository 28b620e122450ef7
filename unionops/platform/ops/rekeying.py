"""New keys for what lies sealed on this machine's disk, the database and the keys of single files, and for signing.

For the day a key may have been seen: a volunteer left, a copy of the secrets folder went astray. New keys lie beside
the old ones as `*.new` until what they seal is sealed anew; a run that was cut off is finished, or undone, by the next.
Backups taken before keep opening: the keys of their day are inside them, under the backup key. Links signed before
(to leave a list, to a calendar) keep working until `forget_links`.
"""

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from allauth.mfa.models import Authenticator
from cryptography.exceptions import InvalidTag
from django.db import connection, transaction

from unionops import secrets_folder
from unionops.platform.access import adapters
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core import env, sealing
from unionops.platform.core.problems import Problem
from unionops.platform.files import store
from unionops.platform.files.models import Upload
from unionops.platform.ops import mail
from unionops.platform.ops.backups import database
from unionops.platform.ops.models import MailServer
from unionops.platform.ops.sealed_boot import stopped

SIGNING_KEY, SIGNING_KEYS_BEFORE = "UNIONOPS_SIGNING_KEY", "UNIONOPS_SIGNING_KEYS_BEFORE"
DATABASE, FILES = "database.key", "files.key"
SECRETS_OF_FACTORS = ("secret", "seed")


def rekey() -> dict[str, Any]:
    """Seal everything with new keys. Raises Problem while the box runs: its processes hold the old ones."""
    with stopped():
        finish()
        signed = _sign_anew()
        with acting(by := system_actor()):
            done = _rekey_files(by)
        if _is_sealed():
            _rekey_database()
    return {"database": _is_sealed(), "signing": signed, **done}


def _sign_anew() -> bool:
    """False where the environment names the signing key: only whoever set it there can change it."""
    if env.text(SIGNING_KEY):
        return False
    secrets_folder.sign_anew()
    return True


def forget_links() -> int:
    """Earlier signing keys go, and with them every link signed before the newest one. Returns how many went.

    Raises Problem where the environment names the earlier keys: they would be believed on.
    """
    if env.words(SIGNING_KEYS_BEFORE):
        raise Problem(
            "environment",
            f"The earlier signing keys are named by {SIGNING_KEYS_BEFORE} in the environment.",
            "Take them out there, and start the box anew.",
        )
    with acting(by := system_actor()), transaction.atomic():
        gone = secrets_folder.forget_signed_before()
        record(by, "forgot earlier signing keys", count=gone)
    return gone


def _is_sealed() -> bool:
    return connection.vendor == "sqlite"


def _new(name: str) -> Path:
    return secrets_folder.folder() / f"{name}.new"


def _propose(name: str) -> str:
    key = secrets.token_hex(32)
    secrets_folder.write(_new(name).name, key)
    return key


def _settle(name: str) -> None:
    """The new key takes the old one's place."""
    store.settle(_new(name), secrets_folder.folder() / name)


def _rekey_files(by: User) -> dict[str, Any]:
    old, new = secrets_folder.files_key(), bytes.fromhex(_propose(FILES))
    with transaction.atomic():
        counts = {name: sum(1 for _row in rows) for name, rows in _rewrapped(old, new).items()}
        record(by, "sealed everything with new keys", count=sum(counts.values()))
    _settle(FILES)
    return counts


def _rewrapped(old: bytes, new: bytes) -> dict[str, Iterator[Any]]:
    return {"files": _uploads(old, new), "mail": _mail(old, new), "factors": _factors(old, new)}


def _uploads(old: bytes, new: bytes) -> Iterator[Upload]:
    before, after = sealing.derived(old, store.PURPOSE), sealing.derived(new, store.PURPOSE)
    for row in Upload.objects.only("public_id", "wrapped_key").iterator():
        about = row.public_id.bytes
        key = sealing.unwrap(bytes(row.wrapped_key), key=before, about=about)
        row.wrapped_key = sealing.wrap(key, key=after, about=about)
        row.save(update_fields=["wrapped_key"])
        yield row


def _mail(old: bytes, new: bytes) -> Iterator[MailServer]:
    for row in MailServer.objects.exclude(sealed_password=""):
        plain = sealing.open_text(row.sealed_password, key=sealing.derived(old, mail.PURPOSE), about=mail.ABOUT)
        row.sealed_password = sealing.seal_text(plain, key=sealing.derived(new, mail.PURPOSE), about=mail.ABOUT)
        row.save(update_fields=["sealed_password"])
        yield row


def _factors(old: bytes, new: bytes) -> Iterator[Authenticator]:
    """Seeds of one-time codes and of recovery codes; passkeys hold nothing secret."""
    for row in Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN):
        for name in SECRETS_OF_FACTORS:
            if name in row.data:
                row.data[name] = adapters.seal_factor(adapters.open_factor(row.data[name], old), new)
        row.save(update_fields=["data"])
        yield row


def _rekey_database() -> None:
    """SQLCipher seals every page anew in one transaction; the log of changes must be empty for it."""
    new = _propose(DATABASE)
    connection.close()
    with database.opened(secrets_folder.database_file(), secrets_folder.database_key()) as handle:
        handle.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        handle.execute("PRAGMA journal_mode = DELETE")
        handle.execute(f"PRAGMA rekey = \"x'{new}'\"")
    _settle(DATABASE)


def finish() -> list[str]:
    """Settle what an earlier run left: a new key that fits takes its place, one that fits nothing goes."""
    said = []
    if _new(DATABASE).exists():  # first, for without its key nothing else can be asked
        said.append(_settled_or_gone(DATABASE, _database_opens))
        connection.close()
    if _new(FILES).exists():
        with acting(system_actor()):
            said.append(_settled_or_gone(FILES, _files_open))
    return said


def _settled_or_gone(name: str, fits: Callable[[str], bool]) -> str:
    if fits(secrets_folder.read(_new(name).name)):
        _settle(name)
        return f"{name}: the new key is in its place."
    _new(name).unlink()
    return f"{name}: the old key stays; nothing was sealed with the new one."


def _database_opens(key: str) -> bool:
    try:
        with database.opened(secrets_folder.database_file(), key):
            return True
    except Problem:
        return False


def _files_open(key: str) -> bool:
    """Whether what the database holds is sealed with this key: all of it changed in one transaction."""
    derived = bytes.fromhex(key)
    try:
        for row in Upload.objects.order_by("pk")[:1]:
            sealing.unwrap(
                bytes(row.wrapped_key), key=sealing.derived(derived, store.PURPOSE), about=row.public_id.bytes
            )
            return True
        for mails in MailServer.objects.exclude(sealed_password=""):
            sealing.open_text(mails.sealed_password, key=sealing.derived(derived, mail.PURPOSE), about=mail.ABOUT)
            return True
        return all(_factor_opens(row, derived) for row in Authenticator.objects.all())
    except sealing.Broken:
        return False


def _factor_opens(row: Authenticator, key: bytes) -> bool:
    try:
        return all(adapters.open_factor(row.data[name], key) for name in SECRETS_OF_FACTORS if name in row.data)
    except InvalidTag:
        return False
