"""The folder with the keys: beside the data, never inside it, readable by its owner only.

`UNIONOPS_DATA` names the data folder (default `data`), `UNIONOPS_SECRETS` the keys' folder
(default beside it, `<data>-secrets`). Keys are made once, when there is nothing yet they could
open; a missing key beside existing data is an error with a sentence, never a new key.
"""

import os
import pwd
import secrets
from pathlib import Path

from unionops.platform.core.problems import Problem

HERE = Path(__file__).resolve().parent.parent
KEYS = ("database.key", "signing.key", "files.key", "backup.key")
SUCCESSOR = "restored-into"
SIGNING, SIGNED_BEFORE = "signing.key", "signing.before"


def data_folder() -> Path:
    """The one that is named, or, where that was damaged, the one its backup was restored into."""
    return successor(_named()) or _named()


def _named() -> Path:
    return Path(os.environ.get("UNIONOPS_DATA") or HERE / "data").resolve()


def successor(data: Path) -> Path | None:
    """The folder a backup of a damaged one was restored into, and if that was damaged in its turn, the last of them."""
    if not (data / SUCCESSOR).is_file():
        return None
    after = Path((data / SUCCESSOR).read_text().strip())
    return successor(after) or after


def folder() -> Path:
    data = data_folder()
    named = "" if data != _named() else os.environ.get("UNIONOPS_SECRETS")
    return Path(named or data.with_name(f"{data.name}-secrets")).resolve()


def database_file() -> Path:
    return data_folder() / "unionops.sqlite3"


def ensure(*, keyless: bool = False) -> Path:
    """Make the two folders and, on a new machine, the keys; `keyless` lets a lost key be lost."""
    for path in (data_folder(), folder()):
        make_folder(path)
    for name in KEYS:
        if not (folder() / name).exists() and not (keyless and database_file().exists()):
            _make(name)
    return folder()


def make_folder(path: Path) -> None:
    """Readable by its owner only; Problem where it cannot be."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder {path} cannot be made: {error.strerror}."
        raise Problem("folder", message, "Name another one: UNIONOPS_DATA and UNIONOPS_SECRETS.") from error
    _refuse_of_others(path)


def _refuse_of_others(path: Path) -> None:
    """Closed to us; or we are root, and what we write there would be closed to its owner."""
    owner, mine = path.stat().st_uid, os.geteuid()
    if (mine == 0 and owner != 0) or not os.access(path, os.R_OK | os.X_OK):
        theirs, ours = _name_of(owner), _name_of(mine)
        raise Problem(
            "owner",
            f"The folder {path} belongs to the user {theirs}, and this runs as {ours}.",
            f"Start it as {theirs} (sudo -u {theirs} bin/run), or give the folder over: sudo chown -R {ours} {path}",
        )


def _name_of(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


def _make(name: str) -> None:
    if database_file().exists():
        raise Problem(
            "key_missing",
            f"The key {name} is missing in {folder()} while {database_file()} exists.",
            "Put it back from a copy of that folder. Is there none, the recovery sheet opens the backups: "
            "./manage.py restore FILE --into NEW-FOLDER --passphrase",
        )
    write(name, secrets.token_hex(32))


def write(name: str, text: str) -> None:
    """Write one secret whole or not at all, readable by its owner only."""
    path, temporary = folder() / name, folder() / f".{name}.new"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as handle:
        handle.write(text)
        handle.flush()
        os.fsync(handle.fileno())
    temporary.replace(path)


def read(name: str) -> str:
    return (folder() / name).read_text().strip()


def signing_key() -> str:
    """A made-up one where it is lost: only a restore comes that far without it, and that signs nothing."""
    return read(SIGNING) if (folder() / SIGNING).exists() else secrets.token_hex(32)


def signed_before() -> list[str]:
    """Earlier signing keys, the newest first: links in mails and calendars made with them keep working."""
    path = folder() / SIGNED_BEFORE
    return path.read_text().split() if path.exists() else []


def sign_anew() -> None:
    """A new signing key; the one so far joins those of before, first, so that no moment knows neither."""
    write(SIGNED_BEFORE, "\n".join(dict.fromkeys([read(SIGNING), *signed_before()])))
    write(SIGNING, secrets.token_hex(32))


def forget_signed_before() -> int:
    """Links made with earlier signing keys stop working. Returns how many keys went."""
    gone = len(signed_before())
    (folder() / SIGNED_BEFORE).unlink(missing_ok=True)
    return gone


def database_key() -> str:
    """64 hexadecimal digits: the raw key of the sealed database."""
    return read("database.key")


def files_key() -> bytes:
    """32 bytes that wrap the keys of single files."""
    return bytes.fromhex(read("files.key"))
