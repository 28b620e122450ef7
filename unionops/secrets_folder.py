"""The folder with the keys: beside the data, never inside it, readable by its owner only.

`UNIONOPS_DATA` names the data folder (default `data`), `UNIONOPS_SECRETS` the keys' folder
(default beside it, `<data>-secrets`). Keys are made once, when there is nothing yet they could
open; a missing key beside existing data is an error with a sentence, never a new key.

Sealed boot: with a `passphrase.json` among them the keys themselves lie sealed under one more key, the opener. Whoever
types the passphrase brings it into memory; it goes on to child processes through a pipe, never to a disk.
"""

import contextlib
import hashlib
import json
import os
import pwd
import resource
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from unionops.platform.core.outfile import sync_folder
from unionops.platform.core.problems import Problem

HERE = Path(__file__).resolve().parent.parent
KEYS = ("database.key", "signing.key", "files.key", "backup.key")
SUCCESSOR = "restored-into"
SIGNING, SIGNED_BEFORE = "signing.key", "signing.before"
SEALABLE = (*KEYS, SIGNED_BEFORE)
LOCK, SEALED = "passphrase.json", "sealed:"
HANDED_ON, OPENER = "UNIONOPS_OPENER", 32  # the pipe's number; bytes
_openers: dict[str, bytes] = {}  # by their mark


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
    """Write one secret whole or not at all, readable by its owner only, and sealed where keys are."""
    lies_sealed = name.removesuffix(".new") in SEALABLE and is_sealed()
    put(name, _sealed(name, text) if lies_sealed else text)


def put(name: str, text: str) -> None:
    """`write`, as it is."""
    path, temporary = folder() / name, folder() / f".{name}.new"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as handle:
        handle.write(text)
        handle.flush()
        os.fsync(handle.fileno())
    temporary.replace(path)
    sync_folder(folder())  # what lay there before may be overwritten next


def read(name: str) -> str:
    return read_in(folder(), name)


def read_in(place: Path, name: str) -> str:
    """A secret of any folder of keys, opened. Raises Problem `locked` while its passphrase was not typed."""
    text = (place / name).read_text().strip()
    if not text.startswith(SEALED):
        return text
    from unionops.platform.core import sealing  # 25 ms and 7 MB, where nothing is sealed

    return sealing.open_text(text.removeprefix(SEALED), key=_opener(place), about=name.removesuffix(".new"))


def _sealed(name: str, text: str) -> str:
    from unionops.platform.core import sealing

    return SEALED + sealing.seal_text(text, key=_opener(folder()), about=name.removesuffix(".new"))


def is_sealed() -> bool:
    """Whether a passphrase must be typed after each start of the machine."""
    return (folder() / LOCK).exists()


def is_locked() -> bool:
    """Whether nobody has typed it yet, as far as this process knows."""
    return is_sealed() and _mark(folder()) not in _openers


def unsealed() -> list[str]:
    """Of a sealed box: keys that lie open all the same, because sealing them was cut off."""
    here = [name for name in SEALABLE if (folder() / name).exists()]
    return [name for name in here if not (folder() / name).read_text().startswith(SEALED)]


def mark_of(opener: bytes) -> str:
    """Tells nothing of it, but whether it is the one."""
    return hashlib.sha256(opener).hexdigest()


def _mark(place: Path) -> str:
    return str(json.loads((place / LOCK).read_text())["mark"])


def _opener(place: Path) -> bytes:
    try:
        return _openers[_mark(place)]
    except KeyError:
        raise Problem(
            "locked",
            f"The keys in {place} are sealed with a passphrase, which nobody has typed.",
            "Type this in a terminal, or give it by a file: UNIONOPS_PASSPHRASE_FD=3 ./manage.py ... 3<FILE",
        ) from None


def hold(opener: bytes) -> None:
    """In memory from now on, which no crash of this process writes to a disk."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    _openers[mark_of(opener)] = opener


def held() -> bytes | None:
    """The opener of this folder, for a backup: who opens that shall need no other passphrase."""
    return _opener(folder()) if is_sealed() else None


@contextlib.contextmanager
def handed_on() -> Iterator[dict[str, Any]]:
    """`env` and `pass_fds` for a child that is to open the keys too: it reads a pipe once, when it starts."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(_openers.values()))
    os.close(writing)
    try:
        yield {"env": {**os.environ, HANDED_ON: str(reading)}, "pass_fds": (reading,)}
    finally:
        os.close(reading)


def _receive() -> None:
    """What was handed on; the children of this process find nothing of it."""
    number = os.environ.pop(HANDED_ON, "")
    # where there is no pipe of that number, this process asks for itself
    with contextlib.suppress(OSError, ValueError), os.fdopen(int(number), "rb") as pipe:
        while len(opener := pipe.read(OPENER)) == OPENER:
            hold(opener)


_receive()


def signing_key(*, keyless: bool = False) -> str:
    """A made-up one where it is lost: only a restore comes that far without it, and that signs nothing."""
    return secrets.token_hex(32) if keyless or not (folder() / SIGNING).exists() else read(SIGNING)


def signed_before() -> list[str]:
    """Earlier signing keys, the newest first: links in mails and calendars made with them keep working."""
    return read(SIGNED_BEFORE).split() if (folder() / SIGNED_BEFORE).exists() else []


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
